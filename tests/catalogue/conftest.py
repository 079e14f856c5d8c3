"""The shipped catalogue, read once."""

from pathlib import Path

import pytest

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.storage.catalogue_files import load_catalogue

FOLDER = Path(__file__).parents[2] / "catalogue"


@pytest.fixture(scope="session")
def shipped() -> Catalogue:
    """The catalogue that comes with the program; a problem in its files fails every test."""
    loaded = load_catalogue(FOLDER)
    assert [str(problem) for problem in loaded.problems] == []
    return loaded.catalogue
