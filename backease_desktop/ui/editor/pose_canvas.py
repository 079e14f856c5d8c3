"""The picture in which a figure is posed: its joints are drawn by the pointer or by keys.

Rules:
1. Where a photo is shown instead of the figure there is nothing to draw.
2. Round handles are free, square ones rest on something. What is drawn away from its support rests
   no more; R lets it rest again.
3. While a joint is drawn the picture's frame stays, so that nothing jumps under the hand. A drag is
   one change, told when it ends.
4. Tab goes to the next joint, arrows move it; what stops it is said in a sentence.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from backease_desktop.core.editing.posing import HANDLES, Posed, drawn, handles, rested, still_of
from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.shapes import Box
from backease_desktop.core.figure.stills import Still
from backease_desktop.ui.figure.colours import FigureColours
from backease_desktop.ui.figure.painter import paint, placed
from backease_desktop.ui.look.style import Look

REACH, RADIUS = 18, 7
"""Pixels from a handle within which it is taken; its size."""
STEP = 0.02
"""Metres that an arrow key moves a joint."""
AIR = 0.12
"""Metres around the figure, so that there is somewhere to draw to."""
ARROWS = {
    Qt.Key.Key_Left: (-STEP, 0.0),
    Qt.Key.Key_Right: (STEP, 0.0),
    Qt.Key.Key_Up: (0.0, STEP),
    Qt.Key.Key_Down: (0.0, -STEP),
}


class PoseCanvas(QWidget):
    """The picture.

    Args:
        look: the theme.
        colours: the colours of figures now.

    Signals:
        posed: a joint was drawn; carries the figure's words.
        said: what is to be said of it, in a sentence; empty where there is nothing.
    """

    posed = Signal(object)
    said = Signal(str)

    def __init__(
        self, look: Look, colours: Callable[[], FigureColours], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._colours = colours
        self._words: Any = None
        self._keyframe = ""
        self._film: Film | None = None
        self._framed: Any = None
        self._still: Still | None = None
        self._frame: Box | None = None
        self._photo: QPixmap | None = None
        self._is_instead = False
        self._held = ""
        self._way: list[QPointF] = []
        self.chosen = HANDLES[0]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Pose"))
        self.setMouseTracking(True)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Large enough to aim at a wrist."""
        return QSize(560, 400)

    def minimumSizeHint(self) -> QSize:
        """As small as a window may be."""
        return QSize(200, 180)

    @property
    def still(self) -> Still | None:
        """The keyframe that is shown, solved."""
        return self._still

    @property
    def film(self) -> Film | None:
        """The figure that the frame was made for."""
        return self._film

    @property
    def is_held(self) -> bool:
        """Whether a joint is in somebody's hand."""
        return bool(self._held)

    @property
    def is_fresh(self) -> bool:
        """Whether the frame was made for the very words that are shown."""
        return bool(self._framed == self._words)

    def shows(self, words: Any, keyframe: str) -> bool:  # noqa: ANN401  (what a file holds)
        """Whether this keyframe of these words is shown."""
        return bool(keyframe == self._keyframe and words == self._words)

    def show_figure(self, film: Film, words: Any, keyframe: str) -> None:  # noqa: ANN401  (what a file holds)
        """Show a keyframe of a figure, in a frame of its own.

        Raises:
            ValueError: the figure cannot be built.
        """
        is_ours = self.shows(words, keyframe)  # what stopped it stands
        self._words, self._keyframe = words, keyframe
        self._film, self._framed = film, words
        self._still = film.still(keyframe)
        frame = film.frame
        self._frame = Box(
            frame.left - AIR, frame.bottom - AIR / 2, frame.right + AIR, frame.top + AIR
        )
        if not is_ours:
            self._tell("")
        self.update()

    def show_photo(self, data: bytes | None, *, is_instead: bool = False) -> None:
        """Lay a photo under the figure, or show it instead; or none."""
        self._photo, self._is_instead = None, is_instead
        if data is not None:
            photo = QPixmap()
            self._photo = photo if photo.loadFromData(data) else None
        self.update()

    def place_of(self, name: str) -> QPointF:
        """Where a handle is on the widget."""
        assert self._still is not None
        assert self._film is not None
        handle = next(one for one in handles(self._still) if one.name == name)
        return self._transform().map(QPointF(*self._film.camera().seen(handle.at)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the nearest joint."""
        if self._still is None or event.button() != Qt.MouseButton.LeftButton or self._is_instead:
            return
        at = event.position()
        near = min(HANDLES, key=lambda name: _distance(self.place_of(name), at))
        if _distance(self.place_of(near), at) <= REACH:
            self.chosen = self._held = near
            self._way = [at]
            self._tell("")
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Have the joint follow the pointer."""
        if not self._held:
            return
        self._way.append(event.position())
        self._draw_to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The drag is over: it is one change."""
        if self._held and event.button() == Qt.MouseButton.LeftButton:
            self._held, self._way = "", []
            self.posed.emit(self._words)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the chosen joint, R lets it rest or lifts it."""
        step = ARROWS.get(Qt.Key(event.key()))
        if (
            self._film is None
            or self._is_instead
            or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            super().keyPressEvent(event)
        elif step is not None:
            assert self._still is not None
            handle = next(one for one in handles(self._still) if one.name == self.chosen)
            at = self._film.camera().seen(handle.at)
            self._take(self._drawn((at[0] + step[0], at[1] + step[1])))
            self.posed.emit(self._words)
        elif event.key() == Qt.Key.Key_R:
            self._toggle_rest()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes through the joints before it leaves."""
        index = HANDLES.index(self.chosen) + (1 if is_next else -1)
        if self._still is None or self._is_instead or not 0 <= index < len(HANDLES):
            return super().focusNextPrevChild(is_next)
        self.chosen = HANDLES[index]
        self._tell("")
        self.update()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """The photo, the figure over it, and the handles."""
        if self._film is None or self._still is None or self._frame is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self._photo is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            fitted = self._photo.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (self.width() - fitted.width()) / 2, (self.height() - fitted.height()) / 2
            painter.drawPixmap(
                QRectF(left, top, fitted.width(), fitted.height()).toRect(), self._photo
            )
            if self._is_instead:
                return
            painter.setOpacity(0.6)
        picture = self._film.drawn(self._still.skeleton, alt=self._still.alt)
        scale = self._transform()
        inner = scale.mapRect(
            QRectF(
                picture.frame.left, picture.frame.bottom, picture.frame.width, picture.frame.height
            )
        )
        paint(
            painter,
            picture,
            inner.intersected(area) if picture.is_close else inner,
            self._colours(),
        )
        painter.setOpacity(1.0)
        self._paint_way(painter)
        for handle in handles(self._still):
            at = scale.map(QPointF(*self._film.camera().seen(handle.at)))
            self._paint_handle(painter, at, handle.name, is_square=handle.rests is not None)

    def _paint_way(self, painter: QPainter) -> None:
        if len(self._way) > 1:
            pen = QPen(QColor(self._look.colours.switch), 2, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawPolyline(self._way)

    def _paint_handle(self, painter: QPainter, at: QPointF, name: str, *, is_square: bool) -> None:
        c = self._look.colours
        is_chosen = name == self.chosen and (self.hasFocus() or self._held == name)
        size = RADIUS + (2 if is_chosen else 0)
        painter.setPen(QPen(QColor(c.ink), 2))
        painter.setBrush(QColor(c.switch if is_chosen else c.card))
        area = QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size)
        if is_square:
            painter.drawRoundedRect(area, 2, 2)
        else:
            painter.drawEllipse(area)

    def _draw_to(self, at: QPointF) -> None:
        back, is_good = self._transform().inverted()
        if is_good:
            to = back.map(at)
            self._take(self._drawn((to.x(), to.y())))

    def _drawn(self, to: tuple[float, float]) -> Posed:
        assert self._film is not None
        return drawn(self._words, self._keyframe, self.chosen, to, self._film.camera())

    def _take(self, posed: Posed) -> None:
        self._words, self._still = posed.words, posed.still
        self._tell(posed.stop)
        self.update()

    def _toggle_rest(self) -> None:
        assert self._still is not None
        handle = next(one for one in handles(self._still) if one.name == self.chosen)
        support = handle.rests or ("mat" if self._words.get("props", {}).get("mat") else "floor")
        if self.chosen in ("head", "pelvis"):
            return
        try:
            words = rested(
                self._words, self._keyframe, self.chosen, rests=not handle.rests, support=support
            )
            self._still = still_of(words, self._keyframe)
        except ValueError as error:
            self._tell(str(error))
            return
        self._words = words
        self._tell("")
        self.posed.emit(words)
        self.update()

    def _tell(self, stop: str) -> None:
        name = self.chosen.replace("_", " ").capitalize()
        rests = None
        if self._still is not None:
            rests = next(one.rests for one in handles(self._still) if one.name == self.chosen)
        where = self.tr("rests on the {support}").format(support=rests) if rests else ""
        words = ". ".join(part for part in (name, where, stop) if part)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.said.emit(words)

    def _transform(self) -> QTransform:
        assert self._frame is not None
        return placed(self._frame, QRectF(self.rect()))


def _distance(one: QPointF, other: QPointF) -> float:
    away = one - other
    return float((away.x() ** 2 + away.y() ** 2) ** 0.5)
