"""A panel that keeps the pictures it is given; the test is its pointer."""

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage


class FakePanel(QObject):
    """The panel.

    Attributes:
        works: whether it can be shown.
        scale: pixels for each logical pixel.
        size: how large it is shown; None while it is not.
        pictures: all that was painted, the last one at the end.
    """

    picture_requested = Signal()
    moved = Signal(float, float)
    pressed = Signal()
    released = Signal()
    left = Signal()
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.works = True
        self.scale = 1.0
        self.size: QSize | None = None
        self.pictures: list[QImage] = []

    def show(self, width: int, height: int) -> bool:
        if self.works:
            self.size = QSize(width, height)
        return self.works

    def paint(self, pixels: bytes, width: int, height: int) -> None:
        image = QImage(pixels, width, height, QImage.Format.Format_ARGB32_Premultiplied)
        self.pictures.append(image.copy())

    def hide(self) -> None:
        self.size = None

    def click(self, x: float, y: float) -> None:
        self.moved.emit(x, y)
        self.pressed.emit()
        self.released.emit()
