"""The line under home's title: what was done today, when the next call comes, and one action."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.pause_button import PauseButton
from backease_desktop.ui.look.style import Look

DOT = 9
GAP = 6
MOST_DOTS = 12
"""More are no picture any more: then the words alone say it."""


class Dots(QWidget):
    """What was done today as full dots, what comes as open ones.

    Args:
        look: the theme.
    """

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._done = self._of = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def count(self) -> tuple[int, int]:
        """How many are full, and how many there are."""
        return self._done, self._of

    def show_count(self, done: int, of: int) -> None:
        """Show so many full ones of so many; none of none, or of too many."""
        self._done, self._of = done, of
        self.setVisible(0 < of <= MOST_DOTS)
        self.setAccessibleName(self.tr("{done} of {of} today").format(done=done, of=of))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A dot beside the other, and a gap to the words."""
        px = self._look.theme.px
        return QSize(self._of * (px(DOT) + px(GAP)), px(DOT) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, accent = self._look.theme.px, QColor(self._look.colours.accent)
        painter.setPen(QPen(accent, 2))
        for n in range(self._of):
            painter.setBrush(accent if n < self._done else QColor(0, 0, 0, 0))
            left = n * (px(DOT) + px(GAP)) + 1
            area = QRectF(left, (self.height() - px(DOT)) / 2, px(DOT), px(DOT))
            painter.drawEllipse(area)


class StatusLine(QWidget):
    """The line.

    Args:
        look: the theme and the fonts.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label(self.tr("Pick what fits, press Enter, and follow the voice."))
        self._words.setProperty("tone", "muted")
        self.pause = PauseButton(look)
        self.dots = Dots(look)
        self.dots.hide()
        line = FlowLayout(4, self)
        line.addWidget(self.dots)
        line.addWidget(self._words)
        line.addWidget(self.pause)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def show_status(
        self, words: str, *, is_paused: bool, can_pause: bool, done: int = 0, of: int = 0
    ) -> None:
        """Say how things stand, and offer to pause or to go on.

        Args:
            words: how the day stands, and what comes.
            is_paused: the reminders are quiet.
            can_pause: they are not, and can be.
            done: so often something was done today.
            of: so often in all, as dots; none for 0.
        """
        self._words.setText(words)
        self.dots.show_count(done, of)
        self.pause.show_state(is_paused=is_paused, can_pause=can_pause)
