"""The calm end of a session: what was done, how it was if one likes, and the way on.

Rules: one Enter closes it, answered or not. Arrows and digits answer what is asked. Where there is
little room, what was done stands below what is asked, and all of it scrolls.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.account import Line
from backease_desktop.core.session_record import SessionRecord
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.labels import Label, title
from backease_desktop.ui.components.page_column import PageColumn
from backease_desktop.ui.components.pressable import ENTER
from backease_desktop.ui.keys import Command
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.session.closing_questions import ClosingQuestions
from backease_desktop.ui.session.closing_side import DoneCard, TodayCard
from backease_desktop.ui.session.closing_words import consequence, headline, summary

MARK = 64
WIDEST = 1020
SIDE_BY_SIDE = 820
"""Width at 100 % text from which the questions and what was done stand side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What is known around a session that is over.

    Attributes:
        asks: whether the person wants to be asked how it was.
        moves: whether the effort of the next session follows the answer.
        before: the pain that was told before it, None if it was not.
        lines: what became of each exercise.
        today: how many sessions of today count.
        coming: how many calls are to come today; 0 for whoever has set no goal.
        outlook: when the next call is, in a sentence.
        name, picture: of an exercise, by its id.
    """

    asks: bool = False
    moves: bool = False
    before: int | None = None
    lines: tuple[Line, ...] = ()
    today: int = 0
    coming: int = 0
    outlook: str = ""
    name: Callable[[str], str] = str
    picture: Callable[[str], QWidget | None] = lambda _: None


ALONE = Around()


class Mark(QWidget):
    """A check on a pale round ground."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground and the check."""
        c, size = self._look.colours, self.width()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.accent_soft))
        painter.drawEllipse(self.rect())
        icon = self._look.icon("check", c.accent_text, MARK // 2, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(size / 4, size / 4), icon)

    def _on_look_changed(self) -> None:
        size = self._look.theme.px(MARK)
        self.setFixedSize(size, size)
        self.update()


class Closing(QWidget):
    """The closing view.

    Signals:
        command_requested: a button was pressed; its `Command`.
    """

    command_requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._side: list[QWidget] = []
        self.headline = title("")
        self.summary = Label("", "body", "muted", wraps=True)
        self.consequence = Label("", "body", "muted", wraps=True)
        self.questions = ClosingQuestions(look)
        self.done = Button(look, self.tr("Done"), Kind.PRIMARY, "⏎")
        self.repeat = Button(look, self.tr("Once more"), key="A", icon="again")
        self.help = Button(look, self.tr("When to get help"), icon="help")
        for button, command in (
            (self.done, Command.DONE),
            (self.repeat, Command.REPEAT),
            (self.help, Command.HELP),
        ):
            button.clicked.connect(
                lambda _checked=False, command=command: self.command_requested.emit(command)
            )
        self.questions.silence_requested.connect(self._on_silence_requested)
        self._lay_out()
        look.changed.connect(self._turn)

    def show_record(self, record: SessionRecord, around: Around = ALONE) -> None:
        """Say what was done, and ask how it was."""
        self.headline.setText(headline(record))
        self.summary.setText(f"{record.name} · {summary(record)}")
        self.consequence.setText(consequence(record))
        self.consequence.setVisible(not record.is_done)
        self.help.setVisible(record.stopped_hurting)
        self.questions.setVisible(around.asks)
        self.questions.begin(around.before, around.moves)
        for widget in self._side:
            self._beside.removeWidget(widget)
            widget.setParent(None)
            widget.deleteLater()
        done = DoneCard(self._look, around.lines, around.name, around.picture)
        self._side = [
            *([done] if around.lines else []),
            TodayCard(self._look, around.today, around.coming, around.outlook),
        ]
        for place, widget in enumerate(self._side):
            self._beside.insertWidget(place, widget)
        self._turn()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is *Done*, wherever the focus is; arrows and digits answer."""
        if event.isAutoRepeat():
            return
        if event.key() in ENTER:
            self.done.click()
        elif event.key() == Qt.Key.Key_A:
            self.repeat.click()
        elif self.questions.isHidden() or not self.questions.take_key(event.key()):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room."""
        super().resizeEvent(event)
        self._turn()

    def _lay_out(self) -> None:
        scroll = PageColumn(self._look, WIDEST)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self.headline, self.summary, self.consequence):
            words.addWidget(label)
        head = QHBoxLayout()
        head.setSpacing(20)
        head.addWidget(Mark(self._look, self), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self._beside = QVBoxLayout()
        self._beside.setSpacing(20)
        self._beside.addStretch(1)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(20)
        self._middle.addWidget(self.questions, 2)
        self._middle.addLayout(self._beside, 1)
        scroll.column.addStretch(1)
        scroll.column.addLayout(head)
        scroll.column.addLayout(self._middle)
        scroll.column.addStretch(2)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        for button in (self.done, self.repeat, self.help):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(Label(self.tr("Kept on this computer"), "small", "muted"))
        row = QHBoxLayout()
        row.setContentsMargins(36, 8, 36, 20)
        row.addStretch(1)
        around = QWidget()
        around.setLayout(foot)
        foot.setContentsMargins(0, 0, 0, 0)
        self._foot = around
        row.addWidget(around, 100)
        row.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll, 1)
        page.addLayout(row)

    def _turn(self) -> None:
        is_wide = self.width() >= self._look.theme.px(SIDE_BY_SIDE)
        ways = QBoxLayout.Direction
        self._middle.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)
        self._foot.setMaximumWidth(self._look.theme.px(WIDEST))

    def _on_silence_requested(self) -> None:
        self.questions.hide()
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)
        self.command_requested.emit(Command.SILENCE)
