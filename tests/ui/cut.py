"""What of a screen is cut off: what stands beyond an edge, lacks room, or has to be scrolled."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget

from backease_desktop.ui.components.pressable import Pressable
from backease_desktop.ui.components.veil import Veil


def cut_off(root: QWidget) -> list[str]:
    """Every visible part that its room does not show from side to side, one line each.

    What is too high may be scrolled; what is too wide may not.
    """
    found: list[str] = []
    for part in shown(root):
        left = part.mapTo(root, QPoint(0, 0)).x() if part is not root else 0
        beyond = max(left + part.width() - root.width(), -left)
        if beyond > 0 and part.width() > 0:
            found.append(f"{_name(part)} stands {beyond} px outside")
        if isinstance(part, QAbstractScrollArea) and part.horizontalScrollBar().maximum() > 0:
            found.append(f"{_name(part)} has to be scrolled sideways")
        if isinstance(part, QLabel | Pressable) and (lacks := _lacks(part)) > 0:
            found.append(f"{_name(part)} lacks {lacks} px for its words")
    return found


def scrolled(root: QWidget) -> list[str]:
    """Everything in front that has to be scrolled up and down."""
    return [
        _name(part)
        for part in shown(root)
        if isinstance(part, QAbstractScrollArea) and part.verticalScrollBar().maximum() > 0
    ]


def shown(root: QWidget) -> list[QWidget]:
    """Every visible part; only what is on it where something lies over the page."""
    veils = [veil for veil in root.findChildren(Veil) if veil.isVisible()]
    front = veils[-1] if veils else root
    return [part for part in [front, *front.findChildren(QWidget)] if part.isVisible()]


def _lacks(part: QLabel | Pressable) -> int:
    least = part.minimumSizeHint()
    high = least.height()
    if isinstance(part, QLabel) and part.wordWrap():
        high = part.heightForWidth(part.width())
    return max(least.width() - part.width(), high - part.height())


def _name(part: QWidget) -> str:
    words = part.accessibleName() or (part.text() if isinstance(part, QLabel) else "")
    above = part.parentWidget()
    return f"{type(part).__name__} {words[:40]!r} in {type(above).__name__}"
