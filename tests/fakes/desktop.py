"""A desktop that works without a desktop: a private bus, services on it, system libraries."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtCore import QObject, QSocketNotifier

CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy></busconfig>"""


@contextmanager
def private_bus(directory: Any) -> Iterator[str]:
    """The address of a D-Bus daemon of its own, which ends with the block."""
    config = directory / "bus.conf"
    config.write_text(CONFIG)
    daemon = subprocess.Popen(
        ["dbus-daemon", f"--config-file={config}", "--print-address", "--nofork"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    try:
        yield daemon.stdout.readline().strip()
    finally:
        daemon.terminate()
        daemon.wait()
        daemon.stdout.close()


Values = tuple[Any, ...]


class BusService(QObject):
    """A service with recorded answers on a private bus, in this process, in the same event loop.

    Attributes:
        answers: member → (types, values) or a function of the call's values that gives such a pair;
            a member that is not here is answered with an error, one whose answer is None never.
        calls: what was asked, in order: (path, member, values).
    """

    def __init__(self, address: str, name: str, answers: dict[str, Any]) -> None:
        super().__init__()
        self.answers = answers
        self.calls: list[tuple[str, str, tuple[Any, ...]]] = []
        self.name = name
        self._connection: DBusConnection = open_dbus_connection(address)
        self.take_name()
        self._notifier = QSocketNotifier(
            self._connection.sock.fileno(), QSocketNotifier.Type.Read, self
        )
        self._notifier.activated.connect(self._on_readable)

    def take_name(self) -> None:
        self._connection.send_and_get_reply(message_bus.RequestName(self.name))

    def drop_name(self) -> None:
        self._connection.send_and_get_reply(message_bus.ReleaseName(self.name))

    def emit(
        self, path: str, interface: str, member: str, types: str, values: tuple[Any, ...]
    ) -> None:
        address = DBusAddress(path, interface=interface)
        self._connection.send(new_signal(address, member, types, values))

    def property_changed(self, path: str, interface: str, name: str, kind: str, value: Any) -> None:
        self.emit(
            path,
            "org.freedesktop.DBus.Properties",
            "PropertiesChanged",
            "sa{sv}as",
            (interface, {name: (kind, value)}, []),
        )

    def close(self) -> None:
        self._notifier.setEnabled(False)
        self._connection.close()

    def members(self) -> list[str]:
        return [member for _, member, _ in self.calls]

    def _on_readable(self) -> None:
        for message in self._connection.parser.feed(self._connection.sock.recv(65_536)):
            self._answer(message)

    def _answer(self, message: Message) -> None:
        if message.header.message_type is not MessageType.method_call:
            return
        fields = message.header.fields
        member = fields[HeaderFields.member]
        self.calls.append((fields[HeaderFields.path], member, message.body))
        if member not in self.answers:
            self._connection.send(
                new_error(message, "org.freedesktop.DBus.Error.UnknownMethod", "s", ("no",))
            )
            return
        answer = self.answers[member]
        if callable(answer):
            answer = answer(*message.body)
        if answer is not None:
            self._connection.send(new_method_return(message, *answer))


class FakeKernel32:
    """Keeps the execution state as Windows does: the flags that stood before come back."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.flags = 0x8000_0000
        self.refuses = refuses

    def SetThreadExecutionState(self, flags: int) -> int:
        if self.refuses:
            return 0
        before, self.flags = self.flags, flags
        return before


class FakeCoreFoundation:
    """Hands out numbered references to Python values and counts what is still owned."""

    def __init__(self) -> None:
        self.objects: dict[int, Any] = {}
        self.owned: list[int] = []

    def own(self, value: Any) -> int:
        reference = self.show(value)
        self.owned.append(reference)
        return reference

    def show(self, value: Any) -> int:
        reference = len(self.objects) + 1
        self.objects[reference] = value
        return reference

    def CFStringCreateWithCString(self, allocator: None, text: bytes, encoding: int) -> int:
        return self.own(text.decode())

    def CFRelease(self, reference: int) -> None:
        self.owned.remove(reference)

    def CFArrayGetCount(self, array: int) -> int:
        return len(self.objects[array])

    def CFArrayGetValueAtIndex(self, array: int, index: int) -> int:
        return self.show(self.objects[array][index])

    def CFDictionaryGetValue(self, dictionary: int, key: int) -> int | None:
        values = self.objects[dictionary]
        name = self.objects[key]
        return self.show(values[name]) if name in values else None

    def CFNumberGetValue(self, number: int, kind: int, value: Any) -> bool:
        value._obj.value = self.objects[number]
        return True

    def CFBooleanGetValue(self, boolean: int) -> bool:
        return bool(self.objects[boolean])


class FakePower:
    """IOKit's power assertions: those that are held, with their names."""

    def __init__(self, foundation: FakeCoreFoundation, *, refuses: bool = False) -> None:
        self.held: dict[int, tuple[str, str]] = {}
        self._foundation = foundation
        self._refuses = refuses

    def IOPMAssertionCreateWithName(self, kind: int, level: int, name: int, assertion: Any) -> int:
        if self._refuses:
            return 0xE00002C1
        number = 100 + len(self.held)
        objects = self._foundation.objects
        self.held[number] = (objects[kind], objects[name])
        assertion._obj.value = number
        return 0

    def IOPMAssertionRelease(self, assertion: int) -> int:
        del self.held[assertion]
        return 0
