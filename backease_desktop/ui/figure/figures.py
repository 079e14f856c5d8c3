"""The figures of the exercises, as widgets in the look that is on.

An exercise's figure is solved when it is first shown, and kept (`films`). An exercise without one,
such as a person's own from a pack, has no widget; the card that would show it shows the position
instead.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QObject, Signal

from backease_desktop.core.catalogue.words import Position
from backease_desktop.core.units import Ms
from backease_desktop.ui.figure.colours import DARK, HIGH_CONTRAST, LIGHT, FigureColours
from backease_desktop.ui.figure.films import Films, no_photo
from backease_desktop.ui.figure.thumbnails import Thumbnails
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import CONTRAST as CONTRAST_THEME
from backease_desktop.ui.look.theme import DARK as DARK_THEME

if TYPE_CHECKING:
    from backease_desktop.controllers.ports import PictureStore
    from backease_desktop.core.catalogue.catalogue import Catalogue
    from backease_desktop.ui.figure.dressed_figure import DressedFigure
    from backease_desktop.ui.figure.figure_stage import FigureStage
    from backease_desktop.ui.figure.moving_figure import MovingFigure


class Figures(QObject):
    """Makes the widgets that show figures.

    Args:
        catalogue: where the figures stand; read when it is first asked for.
        known: what figures are drawn from, by id, as long as the catalogue is not read.
        look: the theme; figures follow it.
        clock: milliseconds that only grow, for figures that play by themselves.
        store: keeps small pictures for the next start; None keeps none.
        photo: the photo that is shown instead of a figure, by the exercise's id.
        is_read: whether the catalogue is; a small picture does not ask for it before.
        parent: the owner.

    Signals:
        mirrored_changed: whether figures that face the person are shown as in a mirror.
    """

    mirrored_changed = Signal(bool)

    def __init__(
        self,
        catalogue: "Callable[[], Catalogue]",
        look: Look,
        clock: Callable[[], Ms],
        parent: QObject | None = None,
        store: "PictureStore | None" = None,
        known: Mapping[str, str] | None = None,
        photo: Callable[[str], bytes | None] = no_photo,
        is_read: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__(parent)
        self._prints = dict(known or {})
        self._catalogue = catalogue
        self._look = look
        self._clock = clock
        self._mirrored = False
        self._photo = photo
        self._is_read = is_read
        self.films = Films(catalogue, self._photo_to_film, self)
        self.thumbnails = Thumbnails(
            look, self.films.filming, self._position, self.colours, self._print_at_hand, store, self
        )

    def know(self, prints: Mapping[str, str]) -> None:
        """What more figures are drawn from, as long as the catalogue is not read."""
        self._prints = {**prints, **self._prints}

    def set_mirrored(self, mirrored: bool) -> None:
        """Show figures that face the person as in a mirror, or as somebody who stands before."""
        if mirrored != self._mirrored:
            self._mirrored = mirrored
            self.thumbnails.set_mirrored(mirrored)
            self.mirrored_changed.emit(mirrored)

    def moving(self) -> "MovingFigure":
        """A figure that moves while somebody looks."""
        # Loaded on first use, as the rig under it.
        from backease_desktop.ui.figure.moving_figure import MovingFigure

        return MovingFigure(self.view(), self._look, self.films)

    def stage(self) -> "FigureStage":
        """The figure that moves with a session."""
        # Loaded on first use, by the page of a session.
        from backease_desktop.ui.figure.figure_stage import FigureStage

        return FigureStage(self.view, self._look, self.films, self._clock)

    def colours(self) -> FigureColours:
        """The colours of figures in the theme that is on."""
        theme = self._look.colours
        if theme == CONTRAST_THEME:
            return HIGH_CONTRAST
        return DARK if theme == DARK_THEME else LIGHT

    def view(self) -> "DressedFigure":
        """What shows one figure, still or moving, in the colours of the theme."""
        # Loaded on first use, as the rig under it.
        from backease_desktop.ui.figure.dressed_figure import DressedFigure

        view = DressedFigure(self._look, self.colours, self._clock)
        view.set_mirrored(self._mirrored)
        self.mirrored_changed.connect(view.set_mirrored)
        return view

    def forget(self, exercise_id: str) -> None:
        """The figure of an exercise is another one now."""
        self.films.forget(exercise_id)
        self._prints.pop(exercise_id, None)
        self.thumbnails.forget(exercise_id)

    def print_of(self, exercise_id: str) -> str:
        """What the figure of an exercise is drawn from, in a few letters."""
        if exercise_id not in self._prints:
            photo = self._photo(exercise_id)
            self._prints[exercise_id] = self._print_with(exercise_id, photo)
        return self._prints[exercise_id]

    def look_again(self, exercise_id: str) -> str:
        """The same, after its files may have changed; if they have, it is drawn anew."""
        now = self._print_with(exercise_id, self._photo(exercise_id))
        before = self._prints.get(exercise_id)
        if before not in (now, None):
            self.forget(exercise_id)
        self._prints[exercise_id] = now
        return now

    def _print_at_hand(self, exercise_id: str) -> str | None:
        is_known = exercise_id in self._prints or self._is_read()
        return self.print_of(exercise_id) if is_known else None

    def _photo_to_film(self, exercise_id: str) -> bytes | None:
        """The photo for a film that is solved now; what is drawn from it is known by just that."""
        photo = self._photo(exercise_id)
        now, before = self._print_with(exercise_id, photo), self._prints.get(exercise_id)
        self._prints[exercise_id] = now
        if before not in (now, None):  # the file was changed since it was looked at
            self.thumbnails.forget(exercise_id)
        return photo

    def _print_with(self, exercise_id: str, photo: bytes | None) -> str:
        exercise = self._catalogue().exercises.get(exercise_id)
        words = f"{exercise_id} {exercise.figure if exercise else None}"
        if photo is not None:
            words += f" {photo.hex()}"
        return _digest(words)

    def _position(self, exercise_id: str) -> Position | None:
        exercise = self._catalogue().exercises.get(exercise_id)
        return exercise.position if exercise else None


def _digest(words: str) -> str:
    algorithm = QCryptographicHash.Algorithm.Sha256
    data = words.encode(errors="replace")
    return bytes(QCryptographicHash.hash(data, algorithm).toHex().data()).decode()[:24]
