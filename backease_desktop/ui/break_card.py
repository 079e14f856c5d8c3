"""The break card: our own small window that asks whether now is a good time.

Rules:
1. It never takes the focus. A person who asks for it (`take_keys`) may answer by Enter and Esc;
   only then are these keys shown.
2. It stands at the bottom right of the screen that has the pointer, and finds a place again when
   screens come and go. It needs no tray, no notification server and no compositor.
3. The line that runs down is painted twice a second at most, and only while the card is seen. It
   only shows: when the card goes is decided elsewhere.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
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
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card, Ground
from backease_desktop.ui.components.labels import Label, heading
from backease_desktop.ui.components.pressable import ENTER
from backease_desktop.ui.style import Look
from backease_desktop.ui.theme import RADIUS_CARD

WIDTH, FIGURE = 440, QSize(132, 104)
FROM_THE_EDGE = 20
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

    Signals:
        start_requested: now is a good time.
        snooze_requested: later; carries the minutes.
        not_now_requested: this one is left out.
    """

    start_requested = Signal()
    snooze_requested = Signal(int)
    not_now_requested = Signal()

    def __init__(self, look: Look, figure: QWidget | None = None) -> None:
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
        self._frame = Card(look, Ground.SOFT)
        self._frame.setVisible(figure is not None)
        if figure is not None:
            inside = QVBoxLayout(self._frame)
            inside.setContentsMargins(4, 4, 4, 4)
            inside.addWidget(figure)
        self.start = Button(look, self.tr("Start"), Kind.PRIMARY)
        self.later = Button(look, "")
        self.more = Button(look, "…")
        self.more.setAccessibleName(self.tr("Choose how much later"))
        self.menu = QMenu(self)
        self.not_now = Button(look, self.tr("Not now"))
        self.line = RunDown(look)
        self._snooze_min: tuple[int, ...] = (5,)
        self.start.clicked.connect(self.start_requested)
        self.later.clicked.connect(lambda: self.snooze_requested.emit(self._snooze_min[0]))
        self.more.clicked.connect(self._offer_more)
        self.not_now.clicked.connect(self.not_now_requested)
        self._lay_out()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        for signal in (app.screenAdded, app.screenRemoved, app.primaryScreenChanged):
            signal.connect(self._place)
        look.changed.connect(self._fit)

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
        self._snooze_min = tuple(snooze_min)
        self.later.setText(self._later_words(self._snooze_min[0]))
        self.later.updateGeometry()
        self.more.setVisible(len(self._snooze_min) > 1)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{sentence} {late}".strip())
        self.line.restart()
        self._fit()
        self.show()
        self.raise_()

    def shrink(self) -> None:
        """Nobody answered: the tray says it from here on."""
        self.withdraw()

    def withdraw(self) -> None:
        """Go."""
        self.menu.close()
        self.hide()

    def take_keys(self) -> None:
        """Take the keyboard, because the person asked for the card."""
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
        if event.key() in ENTER:
            self.start_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.not_now_requested.emit()
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
        answers = QHBoxLayout()
        answers.setSpacing(8)
        answers.addWidget(self.start, 1)
        for button in (self.later, self.more, self.not_now):
            answers.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 18)
        column.setSpacing(14)
        column.addLayout(top)
        column.addLayout(answers)
        column.addWidget(self.line)

    def _later_words(self, minutes: int) -> str:
        return self.tr("In {n} min").format(n=minutes)

    def _offer_more(self) -> None:
        self.menu.clear()
        for minutes in self._snooze_min[1:]:
            action = self.menu.addAction(self._later_words(minutes))
            action.triggered.connect(lambda _=False, n=minutes: self.snooze_requested.emit(n))
        above = QPoint(0, -self.menu.sizeHint().height() - 4)
        self.menu.popup(self.more.mapToGlobal(above))

    def _accept_keys(self, accepts: bool) -> None:
        window = self.windowHandle()
        if window is not None:
            window.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, not accepts)

    def _fit(self) -> None:
        """Be as large as the words need, and stand in the corner."""
        px = self.look.theme.px
        self._frame.setFixedSize(px(FIGURE.width()), px(FIGURE.height()))
        layout = self.layout()
        assert layout is not None
        layout.activate()
        width = max(px(WIDTH), layout.minimumSize().width())
        self.setFixedSize(width, layout.heightForWidth(width))
        self._place()

    def _place(self) -> None:
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        if screen is not None:
            self.move(corner_of(screen.availableGeometry(), self.size()))


def corner_of(room: QRect, size: QSize) -> QPoint:
    """Where a card of this size stands on a screen with this room; never left of or above it."""
    x = max(room.left(), room.right() + 1 - size.width() - FROM_THE_EDGE)
    y = max(room.top(), room.bottom() + 1 - size.height() - FROM_THE_EDGE)
    return QPoint(x, y)
