"""Small pictures of exercises, drawn when the window has nothing better to do.

A list asks for a picture and gets it, or nothing and a word later that it is there. So the first
paint of a page never waits for a figure; one that an earlier start has drawn is there at once. An
exercise without a figure has the position of the body for its picture.
"""

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap

from backease_desktop.core.catalogue.words import Position
from backease_desktop.ui.figure.colours import FigureColours
from backease_desktop.ui.look.packed_picture import packed, unpacked
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import mix

if TYPE_CHECKING:
    from backease_desktop.controllers.in_turns import InTurns
    from backease_desktop.controllers.ports import PictureStore
    from backease_desktop.core.figure.film import Film
    from backease_desktop.core.pieces import Pieces

Key = tuple[str, int, int, float]


class Thumbnails(QObject):
    """Draws pictures and keeps them.

    Args:
        look: the theme and the icons.
        filming: solves the film of an exercise, by id.
        position_of: the position of an exercise, by id; None for an exercise that nobody knows.
        colours: the colours of figures now.
        print_of: what a figure is drawn from, in a few letters, by the exercise's id; None as long
            as that is not known, until `begin`.
        store: keeps pictures for the next start; None keeps none.
        parent: the owner.

    Signals:
        ready: pictures that were asked for are there.
    """

    ready = Signal()

    def __init__(
        self,
        look: Look,
        filming: "Callable[[str], Pieces[Film | None]]",
        position_of: Callable[[str], Position | None],
        colours: Callable[[], FigureColours],
        print_of: Callable[[str], str | None],
        store: "PictureStore | None" = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._print_of = print_of
        self._store = store
        self._filming = filming
        self._position_of = position_of
        self._colours = colours
        self._mirrored = False
        self._kept: dict[Key, QPixmap | None] = {}
        self._wanted: deque[Key] = deque()
        self._begin = QTimer(self, singleShot=True, interval=0)
        self._begin.timeout.connect(self._on_begin)
        self._drawing: InTurns | None = None
        look.changed.connect(self.clear)

    def find(self, exercise_id: str, size: QSize, ratio: float = 1.0) -> QPixmap | None:
        """The picture if it is there; else it is drawn soon and `ready` says so."""
        key = (exercise_id, size.width(), size.height(), ratio)
        if key not in self._kept and key not in self._wanted and not size.isEmpty():
            if (pixmap := self._from_store(key)) is not None:
                self._kept[key] = pixmap
                return pixmap
            self._wanted.append(key)
            if self._drawing is None and self._drawn_from(key) is not None:
                self._begin.start()
        return self._kept.get(key)

    def begin(self) -> None:
        """Draw what was asked for before anybody knew what it is drawn from."""
        if self._wanted and self._drawing is None:
            self._begin.start()

    def set_mirrored(self, mirrored: bool) -> None:
        """Draw figures that face the person as in a mirror, from now on."""
        self._mirrored = mirrored
        self.clear()
        self.ready.emit()

    def clear(self) -> None:
        """Forget every picture: the colours are others now."""
        self._kept.clear()
        self._wanted.clear()

    def forget(self, exercise_id: str) -> None:
        """Forget the pictures of one exercise: it is drawn otherwise now."""
        for key in [key for key in self._kept if key[0] == exercise_id]:
            del self._kept[key]
        self.ready.emit()

    def _on_begin(self) -> None:
        # Loaded on first use: nothing is drawn before the first paint.
        from backease_desktop.controllers.in_turns import InTurns

        self._drawing = InTurns(self._draw_all(), self)
        self._drawing.begin()

    def _draw_all(self) -> "Pieces[None]":
        while self._wanted:
            key = self._wanted[0]
            drawn_from = self._drawn_from(key)
            drawn = self._from_store(key) or (yield from self._draw(key))
            if key not in self._wanted or drawn_from != self._drawn_from(key):
                continue  # forgotten meanwhile, or to be drawn otherwise
            self._wanted.remove(key)
            self._kept[key] = drawn if isinstance(drawn, QPixmap | None) else _pixmap(drawn, key[3])
            self.ready.emit()
            if isinstance(drawn, QImage) and drawn_from is not None:
                yield partial(self._save, drawn_from, drawn)
        if self._drawing is not None:
            self._drawing.deleteLater()
        self._drawing = None

    def _draw(self, key: Key) -> "Pieces[QImage | QPixmap | None]":
        """Draw the figure of an exercise, or the position of the body; None for an unknown one."""
        exercise, width, height, ratio = key
        film = yield from self._filming(exercise)
        if film is not None:
            # Loaded on first use, as the rig under it.
            from backease_desktop.ui.figure.export import image

            drawing = film.drawing_at(film.telling, "right")
            yield None
            if self._mirrored and drawing.right_at:
                drawing = drawing.mirrored()
            return image(drawing, round(width * ratio), round(height * ratio), self._colours())
        position = self._position_of(exercise)
        if position is None:
            return None
        return _position_picture(self._look, position, QSize(width, height), ratio)

    def _drawn_from(self, key: Key) -> str | None:
        exercise, width, height, ratio = key
        if (print_of_it := self._print_of(exercise)) is None:
            return None
        return f"{print_of_it} {width}x{height}@{ratio} {self._mirrored} {self._colours()}"

    def _from_store(self, key: Key) -> QPixmap | None:
        drawn_from = self._drawn_from(key)
        if self._store is None or drawn_from is None:
            return None
        if (kept := self._store.load(drawn_from)) is None:
            return None
        _, width, height, ratio = key
        picture = unpacked(kept, round(width * ratio), round(height * ratio))
        return None if picture is None else _pixmap(picture, ratio)

    def _save(self, drawn_from: str, picture: QImage) -> None:
        """Keep a picture for the next start; touches nothing of the window's."""
        if self._store is not None:
            self._store.save(drawn_from, packed(picture))


def _pixmap(picture: QImage, ratio: float) -> QPixmap:
    pixmap = QPixmap.fromImage(picture)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _position_picture(look: Look, position: Position, size: QSize, ratio: float) -> QPixmap:
    """The drawing of a position, pale, in the middle of a clear ground."""
    side = 0.8 * min(size.width(), size.height())
    ink = mix(look.colours.accent, look.colours.soft, 0.35)
    icon = look.icon(position.value, ink, max(1, int(side / look.theme.scale)), ratio)
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.drawPixmap(QPointF((size.width() - side) / 2, (size.height() - side) / 2), icon)
    painter.end()
    return picture
