"""The films of exercises: each is solved once, when it is first wanted, and kept.

To solve one takes a tenth of a second. So a window asks for it by `soon`: it is solved a little in
each turn of the event loop, and `solved` tells of it.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from backease_desktop.controllers.in_turns import InTurns
    from backease_desktop.core.catalogue.catalogue import Catalogue
    from backease_desktop.core.figure.film import Film
    from backease_desktop.core.pieces import Pieces


def no_photo(exercise: str) -> bytes | None:
    """No exercise has a photo."""
    return None


class Films(QObject):
    """Solves films.

    Args:
        catalogue: where the figures stand; read when it is first asked for.
        photo: the photo that is shown instead of a figure, by the exercise's id.
        parent: the owner.

    Signals:
        solved: a film that `soon` has not had yet is there now; carries the exercise's id.
    """

    solved = Signal(str)

    def __init__(
        self,
        catalogue: "Callable[[], Catalogue]",
        photo: Callable[[str], bytes | None] = no_photo,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._photo = photo
        self._catalogue = catalogue
        self._films: dict[str, Film | None] = {}
        self._wanted: list[str] = []
        self._solving: InTurns | None = None

    def film(self, exercise: str) -> "Film | None":
        """The film of an exercise, solved now; None if it has none that can be used."""
        if exercise not in self._films:
            # Loaded on first use: the rig costs a tenth of a second, and home is painted before.
            from backease_desktop.ui.figure.filming import film_of

            found = self._catalogue().exercises.get(exercise)
            self._films[exercise] = film_of(found, self._photo(exercise)) if found else None
        return self._films[exercise]

    def soon(self, exercise: str) -> "Film | None":
        """The film if it is there; else it is solved before any other one."""
        if exercise not in self._films:
            self._wanted = [exercise, *(one for one in self._wanted if one != exercise)]
            self._begin()
        return self._films.get(exercise)

    def get_ready(self, exercises: Iterable[str]) -> None:
        """Solve films that will be wanted, in this order."""
        self._wanted += [one for one in exercises if one not in self._films]
        self._begin()

    def has_film(self, exercise: str) -> bool:
        """Whether there is a film, as far as is known before it is solved."""
        if exercise in self._films:
            return self._films[exercise] is not None
        found = self._catalogue().exercises.get(exercise)
        return found is not None and (bool(found.figure) or self._photo(exercise) is not None)

    def filming(self, exercise: str) -> "Pieces[Film | None]":
        """Solve a film in pieces; see `film`."""
        while exercise not in self._films:
            if not self._films:
                # Loaded on first use, as the rig itself.
                from backease_desktop.ui.figure.loading import load_rig

                yield from load_rig()
            # Loaded on first use, as the rig itself.
            from backease_desktop.ui.figure.filming import filming

            found = self._catalogue().exercises.get(exercise)
            film = (yield from filming(found, self._photo(exercise))) if found else None
            if self._catalogue().exercises.get(exercise) is found:  # and no other one meanwhile
                self._films.setdefault(exercise, film)
        return self._films[exercise]

    def forget(self, exercise: str) -> None:
        """The figure of an exercise is another one now."""
        self._films.pop(exercise, None)

    def _begin(self) -> None:
        if self._wanted and self._solving is None:
            # Loaded on first use: nothing is drawn before the first paint.
            from backease_desktop.controllers.in_turns import InTurns

            self._solving = InTurns(self._solve_all(), self)
            self._solving.begin()

    def _solve_all(self) -> "Pieces[None]":
        while self._wanted:
            exercise = self._wanted.pop(0)
            yield from self.filming(exercise)
            self.solved.emit(exercise)
        if self._solving is not None:
            self._solving.deleteLater()
        self._solving = None
