"""Films for tests of what shows them."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.figure.film import Film
from backease_desktop.ui.figure.films import Films


class SolvedFilms(Films):
    """Films that are there at once, or when `solve` is called.

    Args:
        films: by the exercise's id.
        parent: the owner.
        are_solved: whether they are there from the beginning.
    """

    def __init__(
        self, films: Mapping[str, Film], parent: QObject, *, are_solved: bool = True
    ) -> None:
        super().__init__(Catalogue, parent)
        self._there = films
        self._are_solved = are_solved

    def soon(self, exercise: str) -> Film | None:
        return self._there.get(exercise) if self._are_solved else None

    def has_film(self, exercise: str) -> bool:
        return exercise in self._there

    def solve(self) -> None:
        """All of them are there now."""
        self._are_solved = True
        for exercise in self._there:
            self.solved.emit(exercise)
