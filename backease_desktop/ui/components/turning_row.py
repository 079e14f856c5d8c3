"""A row whose parts stand below each other where the window is narrow.

Words that say what the row is about wrap only there (`add_words`): beside others, Qt would break
them into lines of a pleasant shape rather than use the room.
"""

from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from backease_desktop.ui.look.style import Look


class TurningRow(QBoxLayout):
    """The row.

    Args:
        look: says whether the window is narrow.
        spacing: between its parts, in pixels.
        parent: the widget whose layout it is, if it is one's own.
    """

    def __init__(self, look: Look, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight, parent)
        self._look = look
        self._words: list[QLabel] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        self._turn()
        look.changed.connect(self._turn)

    def add_words(self, words: QLabel) -> None:
        """Put words at the end that stay in one line as long as the window is not narrow."""
        self.addWidget(words)
        self._words.append(words)
        self._turn()

    def _turn(self) -> None:
        directions, is_narrow = QBoxLayout.Direction, self._look.is_narrow
        self.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        for words in self._words:
            words.setWordWrap(is_narrow)
