"""The windows of the full-screen break: one with everything, and a quiet one for each other screen.

What they must and must not do is said in `full_break`, which makes them.
"""

import msgspec
from PySide6.QtCore import QMargins, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFont, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.core.units import Ms
from backease_desktop.ui.calls.break_card import RunDown
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card, Ground
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.pressable import ENTER
from backease_desktop.ui.look.style import Look

STILL_TYPING = Ms(600)
"""Keys that follow each other faster than this are typed: they were not meant for the break."""
DRAWN_FOR = (1240, 800)
"""The screen, at 100 % text, that the sizes below are drawn for; they grow with the screen."""
SMALLEST, LARGEST = 0.75, 2.6
TITLE, SENTENCE, LATE = 44, 21, 18
WIDEST = 820
MARGIN, GAP = 32, 16
PRIMARY, LEAST_START, LINE = 1.25, 200, 4
FIGURE_SHARE, FLATTEST = 0.5, 2.2
LEAST_FIGURE = 120


class Call(msgspec.Struct, frozen=True):
    """What is said; `snooze_min` are the minutes to choose from."""

    title: str
    sentence: str
    snooze_min: tuple[int, ...]
    late: str

    @property
    def words(self) -> str:
        """All of it."""
        return " ".join(part for part in (self.title, self.sentence, self.late) if part)


class BreakWindow(QWidget):
    """A window that fills a screen with the colour of the page.

    Args:
        look: the theme and the fonts.
        call: what is said.
        deaf: while it runs, no key but Esc is heard.

    Signals:
        started: Enter was pressed, or *Start*.
        left: Esc was pressed, or *Not now*, or the window was closed.
    """

    started = Signal()
    left = Signal()

    def __init__(self, look: Look, call: Call, deaf: QTimer) -> None:
        super().__init__()
        flag = Qt.WindowType
        self.setWindowFlags(flag.Window | flag.FramelessWindowHint | flag.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(call.title)
        self.setAccessibleName(call.title)
        self.setAccessibleDescription(f"{call.sentence} {call.late}".strip())
        self.look = look
        self._deaf = deaf
        self.heading = _centred(self, call.title)
        look.changed.connect(self.fit)

    def fill(self, screen: QScreen) -> None:
        """Show on a screen, as large as it is, also when that changes."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        screen.geometryChanged.connect(self.setGeometry)
        self.fit()
        # The focus is its own, or Qt would give it to a button that hears the next Space.
        self.setFocus()
        self.showFullScreen()

    @property
    def share(self) -> float:
        """The size of this screen, in that of the screen that the sizes are drawn for."""
        share = min(self.width() / DRAWN_FOR[0], self.height() / DRAWN_FOR[1])
        return max(SMALLEST, min(LARGEST, share))

    @property
    def factor(self) -> float:
        """How much larger than the theme has it the type is: what is far away must be large."""
        return max(SMALLEST, self.share / self.look.theme.scale)

    def fit(self) -> None:
        """Take the type that suits the screen."""
        self.heading.setFont(self.font_of(TITLE * self.factor, QFont.Weight.Bold))

    def font_of(self, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Type of a size at 100 % text."""
        return self.look.font(round(size), weight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the screen."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves at once; Enter starts when it can be meant; no key goes anywhere else."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif self._deaf.isActive():
            self._deaf.start(max(self._deaf.remainingTime(), STILL_TYPING))
        elif event.key() in ENTER and not event.isAutoRepeat():
            self.started.emit()

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab is deaf, too: while it is, no button has the focus that could hear a key."""
        return self._deaf.isActive() or super().focusNextPrevChild(is_next)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Who closes it leaves; when the program ends, nobody has answered."""
        super().closeEvent(event)
        if event.spontaneous():
            self.left.emit()


class TitleAlone(BreakWindow):
    """The window of every other screen: the title, in the middle.

    Signals:
        buttons_sought: Tab was pressed, and they are elsewhere.
    """

    buttons_sought = Signal()

    def __init__(self, look: Look, call: Call, deaf: QTimer) -> None:
        super().__init__(look, call, deaf)
        # The keyboard stays with the buttons, also when this screen comes later.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.addWidget(self.heading)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Nothing here takes the focus."""
        if not self._deaf.isActive():
            self.buttons_sought.emit()
        return True


class Invitation(BreakWindow):
    """The window with everything.

    Args:
        look: the theme and the fonts.
        call: what is said.
        deaf: while it runs, no key but Esc is heard.
        figure: shows the exercise that comes; the window takes it.

    Signals:
        snoozed: later; carries the minutes.
    """

    snoozed = Signal(int)

    def __init__(self, look: Look, call: Call, deaf: QTimer, figure: QWidget) -> None:
        super().__init__(look, call, deaf)
        self.sentence = _centred(self, call.sentence, "muted")
        self.late = _centred(self, call.late, "accent")
        self.late.setVisible(bool(call.late))
        self.frame = Card(look, Ground.SOFT)
        QVBoxLayout(self.frame).addWidget(figure)
        self.start = Button(look, self.tr("Start"), Kind.PRIMARY, "⏎")
        self.start.clicked.connect(self.started)
        self.later = [self._later(minutes) for minutes in call.snooze_min]
        self.not_now = Button(look, self.tr("Not now"), key="Esc")
        self.not_now.clicked.connect(self.left)
        self.line = RunDown(look)
        self._buttons = (self.start, *self.later, self.not_now)
        for button in self._buttons:
            # A click that ends beside the button leaves no focus that would hear the next key.
            button.leave_clicks_unfocused()
        self._words = QWidget(self)
        self._column = self._lay_out_words()
        self.frame.setParent(self)

    def fit(self) -> None:
        """Words first, smaller where they must be; the figure takes what they leave, or goes."""
        margin, gap = round(MARGIN * self.share), round(GAP * self.share)
        room = self.size().shrunkBy(QMargins(margin, margin, margin, margin))
        for smaller in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5):
            self._take_type(smaller, gap)
            width = min(self.look.theme.px(WIDEST * self.factor), room.width())
            height = self._column.heightForWidth(width)
            if height <= room.height() and self._column.minimumSize().width() <= width:
                break
        high = min(room.height() - height - 2 * gap, round(self.height() * FIGURE_SHARE))
        has_figure = high >= max(LEAST_FIGURE, self.frame.minimumSizeHint().height())
        taken = height + (high + 2 * gap if has_figure else 0)
        top = max(0, (self.height() - taken) // 2)
        wide = min(width, round(high * FLATTEST))
        self.frame.setVisible(has_figure)
        self.frame.setGeometry((self.width() - wide) // 2, top, wide, max(1, high))
        self._words.setGeometry((self.width() - width) // 2, top + taken - height, width, height)

    def _take_type(self, smaller: float, gap: int) -> None:
        factor = self.factor * smaller
        self.heading.setFont(self.font_of(TITLE * factor, QFont.Weight.Bold))
        self.sentence.setFont(self.font_of(SENTENCE * factor))
        self.late.setFont(self.font_of(LATE * factor))
        for button in self._buttons:
            button.set_factor(max(1.0, self.factor) * smaller)
        self.start.set_factor(max(1.0, self.factor * PRIMARY) * smaller)
        self.start.setMinimumWidth(max(self.start.sizeHint().width(), self.start.px(LEAST_START)))
        self.line.setFixedHeight(round(LINE * self.share))
        self._column.setSpacing(gap)
        self._others.setSpacing(gap // 2)
        self._column.invalidate()

    def _later(self, minutes: int) -> Button:
        button = Button(self.look, self.tr("In {n} min").format(n=minutes))
        button.clicked.connect(lambda: self.snoozed.emit(minutes))
        return button

    def _lay_out_words(self) -> QVBoxLayout:
        """Words, the one way on, the ways to put it off, and the line."""
        column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 0, 0, 0)
        for label in (self.heading, self.sentence, self.late):
            column.addWidget(label)
        column.addSpacing(GAP // 2)
        column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignHCenter)
        self._others = FlowLayout(is_centred=True)
        for button in (*self.later, self.not_now):
            self._others.addWidget(button)
        column.addLayout(self._others)
        column.addSpacing(GAP // 2)
        column.addWidget(self.line)
        return column


def _centred(parent: QWidget, text: str, tone: str = "ink") -> Label:
    label = Label(text, "body", tone, wraps=True, parent=parent)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
