"""The shipped catalogue, read once."""

import pytest

from backease_desktop.core.catalogue.catalogue import Catalogue
from tests.fakes.shipped_catalogue import shipped_catalogue


@pytest.fixture(scope="session")
def shipped() -> Catalogue:
    """The catalogue that comes with the program; a problem in its files fails every test."""
    return shipped_catalogue()
