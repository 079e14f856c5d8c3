"""An object of ours on a message bus: others call its methods and read what it is.

Rules: every call is answered once, a wrong one by an error that says why; nothing that a caller
sends can raise here. What is read is asked of its owner at that moment, so nothing is kept twice.
Names and types are those of the D-Bus specification (https://dbus.freedesktop.org/doc/).
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jeepney import (  # type: ignore[import-untyped]
    DBusAddress,
    HeaderFields,
    Message,
    MessageFlag,
    new_error,
    new_method_return,
    new_signal,
)
from PySide6.QtCore import QObject

from backease_desktop.system.wire.dbus import DAEMON, Body, Bus, Method

log = logging.getLogger(__name__)

PROPERTIES = "org.freedesktop.DBus.Properties"
INTROSPECTABLE = "org.freedesktop.DBus.Introspectable"
PEER = "org.freedesktop.DBus.Peer"
UNKNOWN = "org.freedesktop.DBus.Error.Unknown"
INVALID = "org.freedesktop.DBus.Error.InvalidArgs"

REQUEST_NAME = Method(DAEMON, "RequestName", "su", "u")
RELEASE_NAME = Method(DAEMON, "ReleaseName", "s", "u")

Value = tuple[str, Any]
"""A D-Bus type and what is of it."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A method that others may call.

    Attributes:
        takes: the D-Bus types of its arguments.
        does: is called with them; answers nothing.
    """

    takes: str
    does: Callable[..., None]


@dataclass(frozen=True, slots=True)
class Interface:
    """What an object answers to under one name.

    Attributes:
        deeds: its methods, by name.
        properties: gives its properties as they are now, by name.
        sets: the properties that may be written, and what is done with the value.
    """

    name: str
    deeds: Mapping[str, Deed]
    properties: Callable[[], Mapping[str, Value]]
    sets: Mapping[str, Callable[[Any], None]] = field(default_factory=dict)


class Served(QObject):
    """One object under one name of the bus, from `appear` to `vanish`.

    Where somebody else has the name we stand in line for it.

    Args:
        bus: the bus; one that comes back gives us the name again.
        name: the well-known name.
        path: where the object is.
        interfaces: what it answers to.
        parent: the owner.
    """

    def __init__(
        self,
        bus: Bus,
        name: str,
        path: str,
        interfaces: tuple[Interface, ...],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bus = bus
        self._name = name
        self._path = path
        self._interfaces = {each.name: each for each in interfaces}
        self._end_watch: Callable[[], None] | None = None
        bus.asked.connect(self._on_bus_asked)

    def appear(self) -> None:
        """Be there under the name; a second call changes nothing."""
        if self._end_watch is None:
            self._end_watch = self._bus.watch_owner(self._name, self._on_owner_told)

    def vanish(self) -> None:
        """Give the name back; harmless when we are not there."""
        if self._end_watch is not None:
            self._end_watch()
            self._end_watch = None
            self._bus.call(RELEASE_NAME, (self._name,))

    def tell_changed(self, interface: str, names: tuple[str, ...]) -> None:
        """Tell everybody that these properties are other ones now."""
        now = self._interfaces[interface].properties()
        changed = {name: now[name] for name in names if name in now}
        self.signal(PROPERTIES, "PropertiesChanged", "sa{sv}as", (interface, changed, []))

    def signal(self, interface: str, member: str, types: str, values: Body) -> None:
        """Send a signal, if we are there."""
        if self._end_watch is not None:
            address = DBusAddress(self._path, interface=interface)
            self._bus.send(new_signal(address, member, types, values))

    def _on_owner_told(self, is_owned: bool) -> None:
        if not is_owned and self._end_watch is not None:
            self._bus.call(REQUEST_NAME, (self._name, 0))

    def _on_bus_asked(self, message: Message) -> None:
        if message.header.fields.get(HeaderFields.path) != self._path:
            return
        if self._end_watch is None:
            answer = new_error(message, f"{UNKNOWN}Object", "s", ("it is not there now",))
        else:
            answer = self._answer(message)
        if not message.header.flags & MessageFlag.no_reply_expected:
            self._bus.send(answer)

    def _answer(self, message: Message) -> Message:
        fields = message.header.fields
        member = fields.get(HeaderFields.member, "")
        name = fields.get(HeaderFields.interface) or self._with_deed(member)
        types = fields.get(HeaderFields.signature, "")
        if name == PROPERTIES:
            return self._answer_property(message, member, types)
        if (name, member) == (INTROSPECTABLE, "Introspect"):
            return new_method_return(message, "s", (self._described(),))
        if (name, member) == (PEER, "Ping"):
            return new_method_return(message)
        interface = self._interfaces.get(name)
        deed = interface.deeds.get(member) if interface else None
        if deed is None:
            return new_error(message, f"{UNKNOWN}Method", "s", (f"there is no {name}.{member}",))
        if types != deed.takes:
            why = f"{member} takes {deed.takes!r}, not {types!r}"
            return new_error(message, INVALID, "s", (why,))
        deed.does(*message.body)
        return new_method_return(message)

    def _answer_property(self, message: Message, member: str, types: str) -> Message:
        wanted = {"Get": "ss", "GetAll": "s", "Set": "ssv"}.get(member)
        if wanted != types:
            return new_error(message, INVALID, "s", (f"{member} takes {wanted!r}, not {types!r}",))
        interface = self._interfaces.get(message.body[0])
        if interface is None:
            return new_error(message, f"{UNKNOWN}Interface", "s", (f"no {message.body[0]}",))
        properties = interface.properties()
        if member == "GetAll":
            return new_method_return(message, "a{sv}", (dict(properties),))
        name = message.body[1]
        if name not in properties:
            return new_error(message, f"{UNKNOWN}Property", "s", (f"there is no {name}",))
        if member == "Get":
            return new_method_return(message, "v", (properties[name],))
        kind, value = message.body[2]
        if name not in interface.sets or kind != properties[name][0]:
            why = f"{name} cannot be set to a value of type {kind!r}"
            return new_error(message, "org.freedesktop.DBus.Error.PropertyReadOnly", "s", (why,))
        interface.sets[name](value)
        return new_method_return(message)

    def _with_deed(self, member: str) -> str:
        """The interface that has such a method, for a caller who names none."""
        found = (one.name for one in self._interfaces.values() if member in one.deeds)
        return next(found, "")

    def _described(self) -> str:
        """The object in the XML that tools ask for before they call it."""
        lines = ["<node>", _INTROSPECTION]
        for interface in self._interfaces.values():
            lines.append(f'<interface name="{interface.name}">')
            for name, deed in interface.deeds.items():
                arguments = "".join(f'<arg type="{kind}" direction="in"/>' for kind in deed.takes)
                lines.append(f'<method name="{name}">{arguments}</method>')
            for name, (kind, _) in interface.properties().items():
                access = "readwrite" if name in interface.sets else "read"
                lines.append(f'<property name="{name}" type="{kind}" access="{access}"/>')
            lines.append("</interface>")
        return "\n".join([*lines, "</node>"])


_INTROSPECTION = f"""<interface name="{PROPERTIES}">
<method name="Get"><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="v" direction="out"/></method>
<method name="GetAll"><arg type="s" direction="in"/><arg type="a{{sv}}" direction="out"/></method>
<method name="Set"><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="v" direction="in"/></method>
<signal name="PropertiesChanged"><arg type="s"/><arg type="a{{sv}}"/><arg type="as"/></signal>
</interface>"""
