"""How large the window may be: a pure function of the screen.

Rules:
1. The window and its frame fit on every screen: what pauses a session stands at the foot.
2. It is never smaller than its words allow, unless the screen is.
"""

from PySide6.QtCore import QSize

USUAL = QSize(1240, 800)
SMALLEST = QSize(640, 480)
FRAME = QSize(4, 40)
"""What borders and a title bar take at most; how much is only known once the window is shown."""


def usual(screen: QSize) -> QSize:
    """Size at the first start, on a screen with so much room between its panels."""
    return USUAL.boundedTo(screen - FRAME)


def smallest(screen: QSize, words: int) -> QSize:
    """Size below which it cannot be drawn; `words` is the width that the longest of them need."""
    return SMALLEST.expandedTo(QSize(words, 0)).boundedTo(screen - FRAME)
