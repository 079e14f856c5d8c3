"""Words: labels in the four sizes and the tones of the theme, by way of the style sheet."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_SIZES = ("small", "body", "heading", "title")
_TONES = ("ink", "muted", "accent", "warning", "danger", "on_accent")


class Label(QLabel):
    """Words of one size and tone.

    Args:
        text: plain text, unless `setTextFormat` says otherwise.
        size: small, body, heading or title.
        tone: ink, muted, accent, warning, danger or on_accent.
        is_strong: half bold.
        wraps: breaks into lines.

    Raises:
        ValueError: there is no such size or tone.
    """

    def __init__(
        self,
        text: str = "",
        size: str = "body",
        tone: str = "ink",
        is_strong: bool = False,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        if size not in _SIZES or tone not in _TONES:
            raise ValueError(f"no label of size {size!r} and tone {tone!r}")
        self.setTextFormat(Qt.TextFormat.PlainText)
        # Not "size", which is a property that every widget has.
        self.setProperty("type", size)
        self.setProperty("tone", tone)
        self.setProperty("strong", is_strong)
        self.setWordWrap(wraps)
        self._is_heading = size in ("heading", "title")
        if self._is_heading:
            self.accessible_role = QAccessible.Role.Heading
            self.setAccessibleName(text)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def setText(self, text: str) -> None:
        """Say something else; a heading's words are its accessible name."""
        super().setText(text)
        if self._is_heading:
            self.setAccessibleName(text)


def title(text: str) -> Label:
    """The words at the head of a page."""
    return Label(text, "title", wraps=True)


def heading(text: str) -> Label:
    """The words at the head of a part of a page."""
    return Label(text, "heading", wraps=True)


def small(text: str, tone: str = "muted") -> Label:
    """Words of less weight."""
    return Label(text, "small", tone, wraps=True)
