"""The calm end of a session: what was done, and the way on."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.labels import Label, title
from backease_desktop.ui.components.pressable import ENTER
from backease_desktop.ui.formats import exact_words
from backease_desktop.ui.look.style import Look

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
        done_requested: back to where the session was started from.
        repeat_requested: the whole session again.
    """

    done_requested = Signal()
    repeat_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = title(self.tr("Session complete"))
        self.summary = Label("", "heading", "muted", wraps=True)
        self.summary.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.done = Button(look, self.tr("Done"), Kind.PRIMARY, "⏎")
        self.repeat = Button(look, self.tr("Once more"), icon="again")
        self.done.clicked.connect(self.done_requested)
        self.repeat.clicked.connect(self.repeat_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(Mark(look, self), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(self.headline, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.summary)
        column.addSpacing(16)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self.repeat, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.done, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Say what was done."""
        count = snapshot.exercise_count
        exercises = self.tr("1 exercise") if count == 1 else self.tr("%n exercises", "", count)
        self.summary.setText(
            f"{snapshot.timeline.name}\n{exercises.replace('%n', str(count))} · "
            f"{exact_words(snapshot.elapsed)}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is *Done*, wherever the focus is."""
        if event.key() in ENTER:
            self.done.click()
        else:
            super().keyPressEvent(event)
