"""The break card: our own small window that asks whether now is a good time.

Rules:
1. It never takes the focus. A person who asks for it (`take_keys`) may answer by Enter and Esc;
   only then are these keys shown.
2. It stands at the bottom right of the screen that has the pointer, and finds a place again when
   screens come and go. It needs no tray, no notification server and no compositor.
   Where a window could keep neither rule (Wayland) it is shown on a panel, if there is one.
3. The line that runs down is painted twice a second at most, and only while the card is seen. It
   only shows: when the card goes is decided elsewhere.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QCursor,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QScreen,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.controllers.ports import Panel
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.calls.break_answers import BreakAnswers
from backease_desktop.ui.calls.off_window import OffWindow
from backease_desktop.ui.components.card import Card, Ground
from backease_desktop.ui.components.labels import Label, heading
from backease_desktop.ui.components.pressable import ENTER
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import RADIUS_CARD

WIDTH, FIGURE = 440, QSize(136, 108)
FROM_THE_EDGE = 20
EDGE = 18
"""Of the card, around what it says."""
TICK = Ms(500)


class RunDown(QWidget):
    """A line that runs down in a minute while it is seen."""

    def __init__(self, look: Look, length: Ms = MINUTE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._length = length
        self._passed = 0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.setFixedHeight(4)
        look.changed.connect(self.update)

    @property
    def left(self) -> float:
        """What is left of it, 1 to 0."""
        return max(0.0, 1 - self._passed / self._length)

    @property
    def is_running(self) -> bool:
        """Whether it costs anything now."""
        return self._timer.isActive()

    def restart(self) -> None:
        """Be full again."""
        self._passed = 0
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Run."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Cost nothing."""
        self._timer.stop()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The track, and what is left on it."""
        c, shape = self._look.colours, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, width in ((c.line, shape.width()), (c.accent, shape.width() * self.left)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(0, 0, width, shape.height()), 2, 2)

    def _on_timer_timeout(self) -> None:
        self._passed += TICK
        if self._passed >= self._length:
            self._timer.stop()
        self.update()


class BreakCard(Card):
    """The card.

    Args:
        look: the theme and the fonts.
        figure: shows the exercise that comes; the card takes it.
        panel: shows the card where a window of its own would take the focus.

    Signals:
        start_requested: now is a good time.
        snooze_requested: later; carries the minutes.
        not_now_requested: this one is left out.
    """

    start_requested = Signal()
    snooze_requested = Signal(int)
    not_now_requested = Signal()

    def __init__(
        self, look: Look, figure: QWidget | None = None, panel: Panel | None = None
    ) -> None:
        super().__init__(look)
        flag = Qt.WindowType
        self.setWindowFlags(
            flag.Tool
            | flag.FramelessWindowHint
            | flag.WindowStaysOnTopHint
            | flag.WindowDoesNotAcceptFocus
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._heading = heading("")
        self._heading.setWordWrap(True)
        self._sentence = Label("", "body", "muted", wraps=True)
        self._late = Label("", "small", "accent", wraps=True)
        self._keys = Label("", "small", "muted", wraps=True)
        self._keys.hide()
        self._frame = Card(look, Ground.SOFT)
        self._has_figure = figure is not None
        self._frame.setVisible(self._has_figure)
        if figure is not None:
            inside = QVBoxLayout(self._frame)
            inside.setContentsMargins(6, 6, 6, 6)
            inside.addWidget(figure)
        self.answers = BreakAnswers(look)
        self.start, self.later = self.answers.start, self.answers.later
        self.more, self.not_now = self.answers.more, self.answers.not_now
        self.line = RunDown(look)
        self.answers.start_requested.connect(self.start_requested)
        self.answers.snooze_requested.connect(self.snooze_requested)
        self.answers.not_now_requested.connect(self.not_now_requested)
        self._lay_out()
        self._off_window: OffWindow | None = None
        if panel is not None:
            self._off_window = OffWindow(self, panel)
            self._off_window.lost.connect(self._show_window)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        for signal in (app.screenRemoved, app.primaryScreenChanged):
            signal.connect(self._place)
        app.screenAdded.connect(self._on_screen_added)
        for screen in app.screens():
            self._on_screen_added(screen)
        look.changed.connect(self._fit)

    @property
    def can_keep_off_focus(self) -> bool:
        """Whether it leaves the keyboard where it is; a mere window of Wayland cannot."""
        if self._off_window is not None and self._off_window.works:
            return True
        return not QGuiApplication.platformName().startswith("wayland")

    @property
    def words(self) -> str:
        """All that it says."""
        parts = (self._heading.text(), self._sentence.text(), self._late.text())
        return " ".join(part for part in parts if part)

    def show_call(
        self, title: str, sentence: str, snooze_min: Sequence[int], late: str = ""
    ) -> None:
        """Call the person; `late` says why it comes only now."""
        self._heading.setText(title)
        self._sentence.setText(sentence)
        self._late.setText(late)
        self._late.setVisible(bool(late))
        self.answers.show_minutes(snooze_min)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{sentence} {late}".strip())
        self.line.restart()
        self._fit()
        if self._off_window is None or not self._off_window.show():
            self._show_window()
        # Whoever hears the screen does not come upon a card that never has the focus.
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words))

    def show_shortcut(self, keys: str) -> None:
        """Show the keys that bring the keyboard here from any window; nothing where there are none.

        A card that is painted on a panel shows them with its next picture.
        """
        self._keys.setText(self.tr("{keys} answers from the keyboard.").format(keys=keys))
        self._keys.setVisible(bool(keys))
        self._fit()

    def shrink(self) -> None:
        """Nobody answered: the tray says it from here on."""
        self.withdraw()

    def withdraw(self) -> None:
        """Go."""
        if self._off_window is not None:
            self._off_window.hide()
        self.hide()

    def take_keys(self) -> None:
        """Take the keyboard, because the person asked for the card.

        It needs a window for that: a panel never has the keyboard.
        """
        if self._off_window is not None:
            self._off_window.hide()
        self.answers.go_back()
        self._show_window()
        self._accept_keys(True)
        self.activateWindow()
        self.start.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """The next call does not take the focus either."""
        super().hideEvent(event)
        self._accept_keys(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Round the window itself: without a compositor nothing is transparent."""
        super().resizeEvent(event)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), RADIUS_CARD + 1, RADIUS_CARD + 1)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter starts and Esc leaves it out, where the person brought the keyboard here."""
        is_choosing = self.answers.shows_choices
        if event.key() in ENTER and not is_choosing:
            self.start_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.answers.go_back() if is_choosing else self.not_now_requested.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Show the keys only while they act."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            self.start.set_key("⏎" if self.isActiveWindow() else "")

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self._heading, self._sentence, self._late):
            words.addWidget(label)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._frame, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addLayout(top)
        column.addWidget(self.answers)
        column.addWidget(self._keys)
        column.addWidget(self.line)

    def _show_window(self) -> None:
        self.show()
        self.raise_()

    def _accept_keys(self, accepts: bool) -> None:
        window = self.windowHandle()
        if window is not None:
            window.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, not accepts)

    def _fit(self) -> None:
        """Be as large as the words need, and stand in the corner."""
        px = self.look.theme.px
        self._frame.setFixedSize(px(FIGURE.width()), px(FIGURE.height()))
        screen = self._screen()
        room = screen.availableGeometry().size() if screen is not None else QSize(px(WIDTH), 0)
        is_small = room.width() < px(WIDTH)
        self._frame.setVisible(self._has_figure and not is_small)
        self.answers.set_narrow(is_small)
        edge = 10 if is_small else EDGE
        layout = self._column
        layout.setContentsMargins(edge, edge, edge, edge)
        self._sentence.show()
        layout.activate()
        width = max(min(px(WIDTH), room.width()), layout.minimumSize().width())
        if is_small and layout.heightForWidth(width) > room.height():
            self._sentence.hide()  # what it is and its answers come first
            layout.activate()
        self.setFixedSize(width, layout.heightForWidth(width))
        self._place()

    def _on_screen_added(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._place)
        self._place()

    def _screen(self) -> QScreen | None:
        """The screen that has the pointer."""
        # Not `screenAt`, which still knows a screen that is just being removed.
        pointer = QCursor.pos()
        here = (each for each in QGuiApplication.screens() if each.geometry().contains(pointer))
        return next(here, QGuiApplication.primaryScreen())

    def _place(self) -> None:
        screen = self._screen()
        if screen is not None:
            self.move(corner_of(screen.availableGeometry(), self.size()))


def corner_of(room: QRect, size: QSize) -> QPoint:
    """Where a card of this size stands on a screen with this room; never left of or above it."""
    x = max(room.left(), room.right() + 1 - size.width() - FROM_THE_EDGE)
    y = max(room.top(), room.bottom() + 1 - size.height() - FROM_THE_EDGE)
    return QPoint(x, y)
