"""What painted widgets are to a screen reader: a heading, a chart, a progress bar.

Qt derives a role from the class of a widget, and knows none for what we paint ourselves. A widget
says its role as the attribute `accessible_role`; names, descriptions and states stay its own.

Rules:
1. Only plain interfaces are handed out: they live and die with their widgets in Qt. The Python
   object that stands for one is let go of right afterwards, or both sides would free it.
2. Nothing here costs anything until a screen reader asks.
"""

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_handed_out: list[QAccessibleWidget] = []


def install_roles() -> None:
    """Have widgets be what they say they are; once for each process."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_class: str, thing: QObject) -> QAccessibleWidget | None:
    role = getattr(thing, "accessible_role", None)
    if role is None or not isinstance(thing, QWidget):
        return None
    interface = QAccessibleWidget(thing, role)
    if not _handed_out:
        # Zero: when Qt has taken it.
        QTimer.singleShot(0, _let_go)
    _handed_out.append(interface)
    return interface


def _let_go() -> None:
    while _handed_out:
        shiboken6.invalidate(_handed_out.pop())
