"""*How is your back now?* Asked over a session that begins, without keeping it from beginning.

Rules: a digit answers, and whatever else is pressed is for the session. Space passes the question,
and pauses as it does in every session: whoever lies on the floor does not see what is asked. It
goes by itself when the first exercise begins. A 1 stays a moment longer, because a 0 may follow.
What it is made of comes with the first question: a window that lies open does without.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.core.tally import WORKED
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.session.player_layout import Question

if TYPE_CHECKING:
    from backease_desktop.ui.components.pain_scale import PainScale

WIDEST = 620
PASSES = (Qt.Key.Key_Space, Qt.Key.Key_MediaTogglePlayPause)


class BeforeQuestion(Card):
    """The question; hidden while it is not asked.

    Signals:
        pain_told: how much the back hurts, 0 to 10.
        came_or_went: it is asked now, or not any more: the page has other room for the rest.
    """

    pain_told = Signal(int)
    came_or_went = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._scale: PainScale | None = None
        self.hide()

    @property
    def scale(self) -> "PainScale":
        """What is answered on."""
        if self._scale is None:
            self._scale = self._made()
        return self._scale

    def _made(self) -> "PainScale":
        # Loaded on first use, by the first question.
        from backease_desktop.ui.components.pain_scale import PainScale

        scale = PainScale(self.look, self.tr("How is your back now?"))
        scale.chosen.connect(self._on_chosen)
        self.not_now = Button(self.look, self.tr("Not now"), Kind.QUIET)
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
        column.addLayout(row)
        column.addWidget(scale)
        self._fit()
        self.look.changed.connect(self._fit)
        return scale

    def ask(self) -> None:
        """Ask, anew."""
        self.scale.set_level(None)
        self.show()

    def needs(self) -> Question | None:
        """The room that it needs; None while it is not asked."""
        if self.isHidden():
            return None
        least = self.minimumSizeHint().width()
        return Question(least, max(least, self.look.theme.px(WIDEST)), self._height_for)

    def event(self, event: QEvent) -> bool:
        """Tell when it comes and goes."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.came_or_went.emit()
        return super().event(event)

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

    def _height_for(self, width: int) -> int:
        height = self.heightForWidth(width)
        # In a wide window nothing is left for words that Qt would like to wrap.
        return height if self.look.is_narrow else max(self.sizeHint().height(), height)

    def _fit(self) -> None:
        """Keep off the buttons where the window is narrow: the scale says its ends itself."""
        is_narrow = self.look.is_narrow
        self._question.setWordWrap(is_narrow)
        self._row.setStretch(0, int(is_narrow))
        self._ends.setHidden(is_narrow)
        self._column.setContentsMargins(*((12, 2, 12, 4) if is_narrow else (20, 12, 20, 16)))
        self._column.setSpacing(2 if is_narrow else 8)

    def _on_chosen(self, level: int) -> None:
        self.pain_told.emit(level)
        if level != 1:
            self.hide()
