"""What is shown while the voice of a session is being rendered."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from backease_desktop.ui.components.line import Line, Run
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size

LENGTH = 240
THICKNESS = 6


class ProgressBar(QWidget):
    """A thin bar that fills."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_share(self, share: float) -> None:
        """Fill it up to a share, 0 to 1."""
        if share != self._share:
            self._share = share
            self.update()

    def sizeHint(self) -> QSize:
        """Long and thin."""
        return QSize(self._look.theme.px(LENGTH), self._look.theme.px(THICKNESS))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The track, and what is done of it."""
        c, shape = self._look.colours, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.line))
        radius = shape.height() / 2
        painter.drawRoundedRect(shape, radius, radius)
        shape.setWidth(max(shape.height(), shape.width() * self._share))
        painter.setBrush(QColor(c.accent))
        painter.drawRoundedRect(shape, radius, radius)


class Preparing(QWidget):
    """How far the preparation is, in words and as a bar."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Line(look, Size.HEADING, Qt.AlignmentFlag.AlignHCenter, 0.6, self)
        self.bar = ProgressBar(look, self)
        self.way_out = Line(look, Size.SMALL, Qt.AlignmentFlag.AlignHCenter, 0.6, self)
        self.way_out.set_runs(Run(self.tr("Esc goes back"), "muted_text"))
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(self.words)
        column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.way_out)
        column.addStretch(1)

    def begin(self, name: str) -> None:
        """Show what is about to begin; how far it is comes only if it takes a while."""
        self.words.set_runs(Run(name))
        self.bar.set_share(0.0)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many phrases are rendered; after the last one, the sound is waited for."""
        words = self.tr("Preparing the voice … {done} of {total}")
        if done == total:
            words = self.tr("Waiting for the sound to answer …")
        self.words.set_runs(Run(words.format(done=done, total=total)))
        self.bar.set_share(done / total if total else 1.0)
