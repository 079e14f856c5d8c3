"""The catalogue that comes with the program, read once for all tests of a process."""

from functools import cache
from pathlib import Path

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.storage.catalogue_files import load_catalogue

CATALOGUE_FOLDER = Path(__file__).parents[2] / "catalogue"


@cache
def shipped_catalogue() -> Catalogue:
    """The catalogue; a problem in its files fails every test that wants it."""
    loaded = load_catalogue(CATALOGUE_FOLDER)
    assert [str(problem) for problem in loaded.problems] == []
    return loaded.catalogue
