"""A desktop without a desktop: a private bus, and services with recorded answers on it."""

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
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<servicedir>services</servicedir><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy></busconfig>"""


@contextmanager
def private_bus(directory: Any) -> Iterator[str]:
    """The address of a D-Bus daemon of its own, which ends with the block.

    It starts the services that have a file in the folder `services`.
    """
    config = directory / "bus.conf"
    config.write_text(CONFIG)
    (directory / "services").mkdir(exist_ok=True)
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
