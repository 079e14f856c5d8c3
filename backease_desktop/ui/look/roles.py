"""What widgets are to a screen reader: a heading, a chart, and only what can be seen of them.

Qt derives a role from the class of a widget, and knows none for what we paint ourselves. A widget
says its role as the attribute `accessible_role`; names, descriptions and states stay its own.
Qt also tells of pages that are not shown and of what lies behind a question. A widget with the
attribute `tells_only_front` tells of neither: its hidden children are left out, and while one of
them is in front of the others (`is_front`, a veil), all of those.

Rules:
1. A plain interface lives and dies with its widget in Qt. The Python object that stands for one is
   let go of right afterwards, or both sides would free it. One that answers in Python is kept for
   as long as its widget lives.
2. Nothing here costs anything until a screen reader asks.
"""

from functools import cache

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_handed_out: list[QAccessibleWidget] = []
_answering: dict[int, QAccessibleWidget] = {}


class _OnlyFront(QAccessibleWidget):
    """Tells of the children that can be seen, and of none behind one that is in front."""

    def childCount(self) -> int:
        return len(self._shown())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        shown = self._shown()
        return shown[index] if 0 <= index < len(shown) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        things = [one.object() for one in self._shown()]
        return things.index(child.object()) if child.object() in things else -1

    def _shown(self) -> list[QAccessibleInterface]:
        children = (super(_OnlyFront, self).child(n) for n in range(super().childCount()))
        shown = [one for one in children if one is not None and not one.state().invisible]
        front = [one for one in shown if getattr(one.object(), "is_front", False)]
        return front[-1:] or shown


@cache
def install_roles() -> None:
    """Have widgets be what they say they are; once for each process, before its first window."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_class: str, thing: QObject) -> QAccessibleWidget | None:
    role = getattr(thing, "accessible_role", None)
    if not isinstance(thing, QWidget):
        return None
    if getattr(thing, "tells_only_front", False):
        return _answers_for(thing, role or QAccessible.Role.Client)
    if role is None:
        return None
    interface = QAccessibleWidget(thing, role)
    if not _handed_out:
        # Zero: when Qt has taken it.
        QTimer.singleShot(0, _let_go)
    _handed_out.append(interface)
    return interface


def _answers_for(widget: QWidget, role: QAccessible.Role) -> QAccessibleWidget:
    key = id(widget)
    _answering[key] = _OnlyFront(widget, role)
    widget.destroyed.connect(lambda: _answering.pop(key, None))
    return _answering[key]


def _let_go() -> None:
    while _handed_out:
        shiboken6.invalidate(_handed_out.pop())
