"""What of a screen is cut off: what stands beyond an edge, lacks room, or has to be scrolled."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget

from backease_desktop.ui.components.line import Line
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


def covered(root: QWidget) -> list[str]:
    """Everything that can be pressed or read, and lies partly under something that is not a veil.

    What is on the page is not under it: a part lies under what comes later beside one of those
    that hold it.
    """
    found = []
    for part in shown(root):
        if not isinstance(part, QLabel | Line | Pressable):
            continue
        seen = part.visibleRegion().boundingRect()
        place = QRect(part.mapTo(root, seen.topLeft()), seen.size())
        for over in _over(part, root):
            lies = QRect(over.mapTo(root, QPoint(0, 0)), over.size())
            if lies.intersects(place):
                found.append(f"{_name(part)} lies under {_name(over)}")
    return found


def _over(part: QWidget, root: QWidget) -> Iterator[QWidget]:
    """What lies above a part: whatever comes after it, or after one that holds it."""
    while part is not root and (holder := part.parentWidget()) is not None:
        beside = [one for one in holder.children() if isinstance(one, QWidget)]
        for one in beside[beside.index(part) + 1 :]:
            if one.isVisible() and not one.isWindow() and not isinstance(one, Veil):
                yield one
        part = holder


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
    if part.sizePolicy().hasHeightForWidth():
        high = part.heightForWidth(part.width())
    return max(least.width() - part.width(), high - part.height())


def _name(part: QWidget) -> str:
    words = part.accessibleName() or (part.text() if isinstance(part, QLabel) else "")
    above = part.parentWidget()
    return f"{type(part).__name__} {words[:40]!r} in {type(above).__name__}"
