"""What is asked at the end of a session: how it was, and how the back is. Nothing has to be said.

Rules: arrows answer the first, digits the second; both are given out as they are said, and the last
answer counts. Two numbers are called a change only where `core.pain` calls them one.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.pain import may_rise
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card, Ground
from backease_desktop.ui.components.labels import Label, heading
from backease_desktop.ui.components.pain_scale import PainScale
from backease_desktop.ui.components.turning_row import TurningRow
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.session.closing_words import pain_words
from backease_desktop.ui.session.felt_row import FeltRow


class ClosingQuestions(Card):
    """The questions.

    Signals:
        felt_told: how it was, an `Effort`.
        pain_told: how much the back hurts now, 0 to 10.
        silence_requested: do not ask this any more.
    """

    felt_told = Signal(str)
    pain_told = Signal(int)
    silence_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._before: int | None = None
        self.felt = FeltRow(look)
        self.pain = PainScale(look, self.tr("And your back now?"))
        self._told_before = Label("", "small", "muted")
        self._words = Label("", "small", wraps=True)
        self._change = Card(look, Ground.SOFT)
        self.silence = Button(look, self.tr("Do not ask me this"), Kind.QUIET)
        self._lay_out()
        self.felt.chosen.connect(self.felt_told)
        self.pain.chosen.connect(self._on_pain_chosen)
        self.silence.clicked.connect(self.silence_requested)

    def begin(self, before: int | None, *, moves: bool, has_hurt: bool) -> None:
        """Ask anew.

        Args:
            before: the pain that was told before the session, None if it was not.
            moves: whether the effort of the next session follows the answer.
            has_hurt: something was left because it hurt.
        """
        self._before, self._moves, self._has_hurt = before, moves, has_hurt
        self.felt.begin()
        self.felt.promise(moves=moves, rises=may_rise(has_hurt=has_hurt, after=None))
        self.pain.set_level(None)
        said = "" if before is None else self.tr("before: {level}").format(level=before)
        self._told_before.setText(said)
        self._change.hide()

    def take_key(self, key: int) -> bool:
        """An arrow or a digit; False for any other key."""
        return self.felt.take_key(key) or self.pain.take_key(key)

    def _lay_out(self) -> None:
        inside = QHBoxLayout(self._change)
        inside.setContentsMargins(16, 10, 16, 10)
        inside.addWidget(self._words)
        ends = QHBoxLayout()
        ends.addWidget(Label(self.tr("no pain"), "small", "muted"))
        ends.addStretch(1)
        ends.addWidget(Label(self.tr("the worst"), "small", "muted"))
        head = TurningRow(self.look, 10)
        head.add_words(heading(self.tr("And your back now?")))
        head.addWidget(Label(self.tr("if you like"), "body", "muted"), 1)
        head.addWidget(self._told_before)
        foot = TurningRow(self.look, 6)
        foot.addWidget(self.silence)
        foot.addWidget(Label(self.tr("Settings brings it back."), "small", "muted", wraps=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 16)
        column.setSpacing(10)
        column.addWidget(heading(self.tr("How was it?")))
        column.addWidget(self.felt)
        column.addSpacing(14)
        column.addLayout(head)
        column.addWidget(self.pain)
        column.addLayout(ends)
        column.addWidget(self._change)
        column.addStretch(1)
        column.addLayout(foot)

    def _on_pain_chosen(self, level: int) -> None:
        rises = may_rise(has_hurt=self._has_hurt, after=level)
        self.felt.promise(moves=self._moves, rises=rises)
        self._words.setText(pain_words(self._before, level))
        self._change.setVisible(bool(self._words.text()))
        self.pain_told.emit(level)
