"""The calm end of a session: what was done, and the way on."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.session_record import SessionRecord
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.labels import Label, title
from backease_desktop.ui.components.pressable import ENTER
from backease_desktop.ui.keys import Command
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.session.closing_words import consequence, headline, summary

MARK = 88


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
        self.headline = title(self.tr("Session complete"))
        self.summary = Label("", "heading", "muted", wraps=True)
        self.summary.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.done = Button(look, self.tr("Done"), Kind.PRIMARY, "⏎")
        self.repeat = Button(look, self.tr("Once more"), icon="again")
        self.help = Button(look, self.tr("When to get help"), icon="help")
        self.consequence = Label("", "body", "muted", wraps=True)
        self.consequence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for button, command in (
            (self.done, Command.DONE),
            (self.repeat, Command.REPEAT),
            (self.help, Command.HELP),
        ):
            button.clicked.connect(
                lambda _checked=False, command=command: self.command_requested.emit(command)
            )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(Mark(look, self), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(self.headline, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.summary)
        column.addWidget(self.consequence)
        column.addSpacing(16)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self.help, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.repeat, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.done, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)

    def show_record(self, record: SessionRecord) -> None:
        """Say what was done."""
        self.headline.setText(headline(record))
        self.summary.setText(f"{record.name}\n{summary(record)}")
        self.consequence.setText(consequence(record))
        self.consequence.setVisible(not record.is_done)
        self.help.setVisible(record.stopped_hurting)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is *Done*, wherever the focus is."""
        if event.key() in ENTER:
            self.done.click()
        else:
            super().keyPressEvent(event)
