"""The calm end of a session: what was done, how it was if one likes, and the way on.

Rules: one Enter closes it, answered or not. Arrows and digits answer what is asked, A plays it once
more, M what else fits. Where there is little room, what was done stands below what is asked, and
all of it scrolls; in a narrow window the way on as well. Of a session in which nothing was done
there is no check, and nobody is asked how it was: an answer would change the next.
"""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.account import Line
from backease_desktop.core.session_record import SessionRecord
from backease_desktop.core.timeline.routine_card import RoutineCard
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.labels import Label, title
from backease_desktop.ui.components.page_column import PageColumn
from backease_desktop.ui.components.pressable import ENTER
from backease_desktop.ui.components.turning_row import TurningRow
from backease_desktop.ui.keys import Command
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.session.closing_questions import ClosingQuestions
from backease_desktop.ui.session.closing_side import Day, DoneCard, TodayCard
from backease_desktop.ui.session.closing_words import (
    consequence,
    headline,
    more_words,
    summary,
)

MARK = 64
WIDEST = 1020
SIDE_BY_SIDE = 820
"""Width at 100 % text from which the questions and what was done stand side by side."""


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """What is known around a session that is over.

    Attributes:
        asks: whether the person wants to be asked how it was.
        moves: whether the effort of the next session follows the answer.
        before: the pain that was told before it, None if it was not.
        lines: what became of each exercise.
        day: what the day comes to, and the next call.
        more: another routine for a few minutes more, None where none is offered.
        name, picture: of an exercise, by its id.
    """

    asks: bool = False
    moves: bool = False
    before: int | None = None
    lines: tuple[Line, ...] = ()
    day: Day = Day()
    more: RoutineCard | None = None
    name: Callable[[str], str] = str
    picture: Callable[[str], QWidget | None] = lambda _: None


ALONE = Around()


class Mark(QWidget):
    """A sign on a pale round ground: a check, or that it was skipped."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.icon = "check"
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground and the sign."""
        c, size = self._look.colours, self.width()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.accent_soft))
        painter.drawEllipse(self.rect())
        icon = self._look.icon(self.icon, c.accent_text, MARK // 2, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(size / 4, size / 4), icon)

    def show_done(self, is_something: bool) -> None:
        """Show whether anything was done."""
        self.icon = "check" if is_something else "next"
        self.update()

    def _on_look_changed(self) -> None:
        size = self._look.theme.px(MARK)
        self.setFixedSize(size, size)
        self.update()


class Closing(QWidget):
    """The closing view.

    Signals:
        command_requested: a button was pressed; its `Command`.
        routine_requested: id of a routine for a few minutes more.
        pause_requested: the reminders are to be quiet for a while.
        resume_requested: that is to end.
    """

    command_requested = Signal(object)
    routine_requested = Signal(str)
    pause_requested = Signal()
    resume_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._more: RoutineCard | None = None
        self._done_card: QWidget | None = None
        self.today = TodayCard(look)
        self.today.pause.pause_requested.connect(self.pause_requested)
        self.today.pause.resume_requested.connect(self.resume_requested)
        self.mark = Mark(look, self)
        self.headline = title("")
        self.summary = Label("", "body", "muted", wraps=True)
        self.consequence = Label("", "body", "muted", wraps=True)
        self.questions = ClosingQuestions(look)
        self.done = Button(look, self.tr("Done"), Kind.PRIMARY, "⏎")
        self.repeat = Button(look, self.tr("Once more"), key="A", icon="again")
        self.more = Button(look, self.tr("A few minutes more"), key="M", icon="plus")
        self.more.clicked.connect(self._on_more_clicked)
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

    def show_record(self, record: SessionRecord, around: Around | None = None) -> None:
        """Say what was done, and ask how it was."""
        around = around or ALONE
        has_done = bool(record.exercises) or record.stopped_hurting
        self.mark.show_done(has_done)
        self.headline.setText(headline(record))
        self.summary.setText(f"{record.name} · {summary(record)}")
        self.consequence.setText(consequence(record))
        self.consequence.setVisible(not record.is_done)
        self.help.setVisible(record.stopped_hurting)
        self.questions.setVisible(around.asks and has_done)
        has_hurt = record.stopped_hurting or bool(record.hurt)
        self.questions.begin(around.before, moves=around.moves, has_hurt=has_hurt)
        self._more = around.more
        self.more.setVisible(around.more is not None)
        if around.more is not None:
            self.more.setText(more_words(around.more))
        if self._done_card is not None:
            self._beside.removeWidget(self._done_card)
            self._done_card.setParent(None)
            self._done_card.deleteLater()
            self._done_card = None
        if around.lines:
            self._done_card = DoneCard(self._look, around.lines, around.name, around.picture)
            self._beside.insertWidget(0, self._done_card)
        self.today.show_day(around.day)
        self._turn()

    def show_top(self) -> None:
        """Begin at what was done, wherever the focus stands."""
        self._column.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is *Done*, wherever the focus is; arrows and digits answer."""
        if event.isAutoRepeat():
            return
        if event.key() in ENTER:
            self.done.click()
        elif event.key() == Qt.Key.Key_A:
            self.repeat.click()
        elif event.key() == Qt.Key.Key_M and not self.more.isHidden():
            self.more.click()
        elif self.questions.isHidden() or not self.questions.take_key(event.key()):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room."""
        super().resizeEvent(event)
        self._turn()

    def _lay_out(self) -> None:
        self._column = scroll = PageColumn(self._look, WIDEST)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self.headline, self.summary, self.consequence):
            words.addWidget(label)
        head = QHBoxLayout()
        head.setSpacing(20)
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self._beside = QVBoxLayout()
        self._beside.setSpacing(20)
        self._beside.addWidget(self.today)
        self._beside.addStretch(1)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(20)
        self._middle.addWidget(self.questions, 2)
        self._middle.addLayout(self._beside, 1)
        scroll.column.addStretch(1)
        scroll.column.addLayout(head)
        scroll.column.addLayout(self._middle)
        scroll.column.addStretch(2)
        buttons = FlowLayout(12)
        for button in (self.done, self.repeat, self.more, self.help):
            buttons.addWidget(button)
        row = QHBoxLayout()
        row.addStretch(1)
        self._foot = around = QWidget()
        foot = TurningRow(self._look, 12, around)
        foot.addLayout(buttons, 1)
        foot.addWidget(Label(self.tr("Kept on this computer"), "small", "muted"))
        self._foot_row = row
        row.addWidget(around, 100)
        row.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll, 1)
        page.addLayout(row)

    def _turn(self) -> None:
        is_wide = self.width() >= self._look.theme.px(SIDE_BY_SIDE)
        directions = QBoxLayout.Direction
        self._middle.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        self._foot.setMaximumWidth(self._look.theme.px(WIDEST))
        is_narrow = self._look.is_narrow
        self.mark.setVisible(not is_narrow)
        if is_narrow:
            self._column.column.addWidget(self._foot)
        else:
            self._foot_row.insertWidget(1, self._foot, 100)
        self._foot_row.setContentsMargins(*((0, 0, 0, 0) if is_narrow else (36, 8, 36, 20)))

    def _on_more_clicked(self) -> None:
        if self._more is not None:
            self.routine_requested.emit(self._more.id)

    def _on_silence_requested(self) -> None:
        self.questions.hide()
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)
        self.command_requested.emit(Command.SILENCE)
