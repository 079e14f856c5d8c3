"""*How is your back now?* Asked over a session that begins, without keeping it from beginning.

Rules: a digit answers, and whatever else is pressed is for the session. Space passes the question,
and pauses as it does in every session: whoever lies on the floor does not see what is asked. It
goes by itself when the first exercise begins. A 1 stays a moment longer, because a 0 may follow.
"""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.core.tally import WORKED
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.pain_scale import PainScale
from backease_desktop.ui.look.style import Look

WIDEST = 620
EDGE = 16
"""Left free beside it in the narrowest window."""
PASSES = (Qt.Key.Key_Space, Qt.Key.Key_MediaTogglePlayPause)


class BeforeQuestion(Card):
    """The question; hidden while it is not asked.

    Signals:
        pain_told: how much the back hurts, 0 to 10.
    """

    pain_told = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.scale = PainScale(look, self.tr("How is your back now?"))
        self.scale.chosen.connect(self._on_chosen)
        self.not_now = Button(look, self.tr("Not now"), Kind.QUIET)
        self.not_now.leave_clicks_unfocused()
        self.not_now.clicked.connect(self.hide)
        self._question = Label(self.tr("How is your back now?"), is_strong=True)
        self._ends = Label(self.tr("0 no pain, 10 the worst"), "small", "muted", wraps=True)
        self._row = row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._question)
        row.addWidget(self._ends, 1)
        row.addWidget(self.not_now)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.scale)
        self._fit()
        look.changed.connect(self._fit)
        self.hide()

    def ask(self) -> None:
        """Ask, anew."""
        self.scale.set_level(None)
        self.show()
        self.raise_()

    def follow(self, snapshot: Snapshot) -> None:
        """Go when the first exercise begins."""
        if snapshot.segment.kind in WORKED:
            self.hide()

    def take_key(self, key: int) -> bool:
        """A digit answers; False for any other key, and while nothing is asked."""
        if self.isHidden():
            return False
        if key in PASSES:
            self.hide()
            return False
        return self.scale.take_key(key)

    def place(self, room: QRect, foot: int) -> None:
        """Stand on a height at the right end of a room; the figure, and what it says, stay.

        Args:
            room: what the countdown takes.
            foot: where the buttons begin.
        """
        widest = min(self.look.theme.px(WIDEST), room.right() - EDGE)
        wanted = widest if self.look.is_narrow else room.width()
        width = min(max(wanted, self.minimumSizeHint().width()), widest)
        height = self.heightForWidth(width)
        if not self.look.is_narrow:  # there nothing is left for words that Qt would like to wrap
            height = max(self.sizeHint().height(), height)
        self.setGeometry(room.right() + 1 - width, max(0, foot - height), width, height)

    def _fit(self) -> None:
        """Keep off the buttons where the window is narrow: the scale says its ends itself."""
        is_narrow = self.look.is_narrow
        self._question.setWordWrap(is_narrow)
        self._row.setStretch(0, int(is_narrow))
        self._ends.setHidden(is_narrow)
        self._column.setContentsMargins(*((12, 6, 12, 8) if is_narrow else (20, 12, 20, 16)))

    def _on_chosen(self, level: int) -> None:
        self.pain_told.emit(level)
        if level != 1:
            self.hide()
