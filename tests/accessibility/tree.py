"""What a screen reader is given of a widget, as lines of text: role, name, description, state.

Containers without a name are left out, their contents are not; what stands in a list is not told,
only that each item has a name. Times and versions, which are others at every run, are written as #.
"""

import re
from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

INTERACTIVE = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Slider,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.ListItem,
    QAccessible.Role.PageTab,
}
CONTAINERS = {
    QAccessible.Role.NoRole,
    QAccessible.Role.Client,
    QAccessible.Role.Pane,
    QAccessible.Role.Window,
    QAccessible.Role.LayeredPane,
    QAccessible.Role.Border,
    QAccessible.Role.Whitespace,
    QAccessible.Role.Grouping,
    QAccessible.Role.ScrollBar,
}
_CHANGING = re.compile(r"\b\d{1,2}:\d{2}\b|\b\d+\.\d+(?:\.\d+)+\b")


def lines_of(widget: QWidget) -> list[str]:
    """The tree of a widget, from the top."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return list(_lines(interface, 0)) if interface is not None else []


def nameless(widget: QWidget) -> list[str]:
    """The controls of a widget that a screen reader could not name."""
    interface = QAccessible.queryAccessibleInterface(widget)
    found = _all(interface) if interface is not None else []
    return [
        f"{one.role().name} of {type(one.object()).__name__}"
        for one in found
        if one.role() in INTERACTIVE and not _name(one)
    ]


def headings(widget: QWidget) -> list[str]:
    """The headings of a widget, in their order."""
    interface = QAccessible.queryAccessibleInterface(widget)
    found = _all(interface) if interface is not None else []
    return [_name(one) for one in found if one.role() is QAccessible.Role.Heading]


def _all(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    if not _is_seen(interface):
        return
    yield interface
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child is not None:
            yield from _all(child)


def _lines(interface: QAccessibleInterface, depth: int) -> Iterator[str]:
    if not _is_seen(interface):
        return
    role, name = interface.role(), _name(interface)
    is_shown = role not in CONTAINERS or bool(name)
    if is_shown:
        yield "  " * depth + _CHANGING.sub("#", _line(interface, name))
    if role is QAccessible.Role.List:  # what stands in it follows the catalogue
        yield "  " * (depth + 1) + "…"
        return
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child is not None:
            yield from _lines(child, depth + is_shown)


def _line(interface: QAccessibleInterface, name: str) -> str:
    said = interface.text(QAccessible.Text.Description).replace("\n", " / ")
    value = interface.text(QAccessible.Text.Value)
    state = interface.state()
    states = [
        word
        for word, is_so in (
            ("checked", state.checked),
            ("disabled", state.disabled),
            ("focusable", state.focusable),
            ("selected", state.selected),
        )
        if is_so
    ]
    if interface.role() is QAccessible.Role.Clock:
        name = re.sub(r"\d+", "#", name)
    parts = [f'{interface.role().name} "{name}"']
    parts += [f"= {value}"] if value and value != name else []
    parts += [f"({said})"] if said else []
    parts += [f"[{', '.join(states)}]"] if states else []
    return " ".join(parts)


def _is_seen(interface: QAccessibleInterface) -> bool:
    return interface.isValid() and not interface.state().invisible


def _name(interface: QAccessibleInterface) -> str:
    """Its name; a combo box is named by its label, as screen readers on Linux are told."""
    thing = interface.object()
    if isinstance(thing, QComboBox):
        return thing.accessibleName() or _label_of(thing)
    return interface.text(QAccessible.Text.Name)


def _label_of(widget: QWidget) -> str:
    labels = widget.window().findChildren(QLabel)
    return next((label.text() for label in labels if label.buddy() is widget), "")
