"""A connection to a message bus that lives in Qt's event loop: no thread, no polling.

Rules: only connecting can wait, and never longer than `PATIENCE_S`; every call is answered exactly
once, by its reply, its error or its timeout; a lost connection answers all open calls, emits
`closed` and leaves the object harmless. It is tried again, ever more seldom, and when the bus is
back every watch goes on. No service is started by a question of ours, unless the method says so.

The wire format and the login come from jeepney, which is pure Python. QtDBus of PySide6 cannot do
this job: it sends a Python int as `i` only, and neither `u`, `t` nor `a{sv}` can be built with it.
"""

import logging
import socket
from collections.abc import Callable, Sequence
from itertools import count
from typing import Any

import msgspec
from jeepney import (  # type: ignore[import-untyped]
    DBusAddress,
    HeaderFields,
    Message,
    MessageFlag,
    MessageType,
    Parser,
    new_method_call,
)
from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from backease_desktop.core.units import MINUTE, SECOND, Ms
from backease_desktop.system.wire.dbus_login import BusError, log_in

log = logging.getLogger(__name__)

ANSWER_WITHIN = Ms(2 * SECOND)
"""How long a service has to answer a call before it counts as failed."""

FIRST_RETRY, LAST_RETRY = SECOND, Ms(5 * MINUTE)
"""A bus that is lost is looked for after so long, then twice as long each time, up to the last."""

Body = tuple[Any, ...]


class Remote(msgspec.Struct, frozen=True):
    """Where a call goes: a service, one of its objects, and one interface of that object.

    For a signal the path may be empty, and then it is heard from every object of the service.
    """

    service: str
    path: str
    interface: str


class Method(msgspec.Struct, frozen=True):
    """A question to a remote object.

    Attributes:
        remote: whom to ask.
        name: the method.
        takes: the D-Bus types of its arguments.
        gives: the D-Bus types of its answer; any other answer is an error.
        starts: the bus may start the service for it.
    """

    remote: Remote
    name: str
    takes: str = ""
    gives: str = ""
    starts: bool = False


class Notice(msgspec.Struct, frozen=True):
    """A signal of a remote object; one that carries other types than `gives` is not heard.

    Attributes:
        remote: who sends it.
        name: the signal.
        gives: the D-Bus types of its values.
        first: hear it only with this text as its first value, so that others do not wake us.
    """

    remote: Remote
    name: str
    gives: str = ""
    first: str | None = None

    @property
    def rule(self) -> str:
        """How the bus is told to send it."""
        sender = self.remote
        rule = (
            f"type='signal',sender='{sender.service}',"
            f"interface='{sender.interface}',member='{self.name}'"
        )
        if sender.path:
            rule += f",path='{sender.path}'"
        return rule if self.first is None else f"{rule},arg0='{self.first}'"

    def fits(self, message: Message) -> bool:
        """Whether a signal that has arrived is this one; a unique name is its sender's alone."""
        fields, service = message.header.fields, self.remote.service
        return (
            (service[:1] != ":" or fields.get(HeaderFields.sender) == service)
            and fields.get(HeaderFields.member) == self.name
            and fields.get(HeaderFields.interface) == self.remote.interface
            and fields.get(HeaderFields.signature, "") == self.gives
            and self.remote.path in ("", fields.get(HeaderFields.path))
            and (self.first is None or self.first == message.body[0])
        )


DAEMON = Remote("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
HELLO = Method(DAEMON, "Hello", gives="s")
ADD_MATCH = Method(DAEMON, "AddMatch", "s")
REMOVE_MATCH = Method(DAEMON, "RemoveMatch", "s")
NAME_HAS_OWNER = Method(DAEMON, "NameHasOwner", "s", "b")


class _Call(msgspec.Struct, frozen=True):
    method: Method
    on_reply: Callable[[Body], None]
    on_error: Callable[[str], None]
    timer: QTimer


class _Subscription(msgspec.Struct, frozen=True):
    notice: Notice
    slot: Callable[[Body], None]


def _ignore(_: object) -> None:
    """The answer of someone who does not wait for one."""


class Bus(QObject):
    """One connection to one message bus.

    Args:
        address: `SESSION`, `SYSTEM`, or a D-Bus address such as `unix:path=/run/bus`.
        parent: the owner; the connection closes with it.

    Raises:
        BusError: there is no such bus, or it refuses us.
    """

    closed = Signal()
    asked = Signal(object)
    """Somebody calls a method of ours: a jeepney `Message`, for `wire/dbus_served`."""

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._serials = count(1)
        self._calls: dict[int, _Call] = {}
        self._subscriptions: list[_Subscription] = []
        self._notifier: QSocketNotifier | None = None
        self._retry = QTimer(self, singleShot=True, interval=FIRST_RETRY)
        self._retry.timeout.connect(self._on_retry)
        self.unique_name = ""
        """Our own name on the bus, once it has told us."""
        self._adopt(log_in(address))

    def call(
        self,
        method: Method,
        arguments: Body = (),
        on_reply: Callable[[Body], None] = _ignore,
        on_error: Callable[[str], None] = _ignore,
        answer_within: Ms = ANSWER_WITHIN,
    ) -> None:
        """Ask; exactly one of the two callbacks follows, never before this returns.

        Args:
            method: the question.
            arguments: one value for each type that the method takes.
            on_reply: gets the values of the reply.
            on_error: gets one line in plain words.
            answer_within: milliseconds until the call counts as failed.
        """
        to = method.remote
        address = DBusAddress(to.path, to.service, to.interface)
        message = new_method_call(address, method.name, method.takes or None, arguments)
        if not method.starts:
            message.header.flags |= MessageFlag.no_auto_start
        serial = next(self._serials)
        timer = QTimer(self, singleShot=True, interval=answer_within)
        timer.timeout.connect(lambda: self._fail(serial, f"{to.service} does not answer"))
        self._calls[serial] = _Call(method, on_reply, on_error, timer)
        if not self.send(message, serial):
            timer.setInterval(0)
        timer.start()

    def watch(self, notice: Notice, slot: Callable[[Body], None]) -> Callable[[], None]:
        """Call `slot` with the values of every such signal.

        Returns:
            A function that ends the watch.
        """
        subscription = _Subscription(notice, slot)
        self._subscriptions.append(subscription)
        self._subscribe(subscription)

        def end() -> None:
            if subscription in self._subscriptions:
                self._subscriptions.remove(subscription)
                self.call(REMOVE_MATCH, (notice.rule,))

        return end

    def watch_owner(self, name: str, slot: Callable[[bool], None]) -> Callable[[], None]:
        """Tell `slot` now, and at every change, whether somebody on the bus has this name.

        Returns:
            A function that ends the watch.
        """
        changed = Notice(DAEMON, "NameOwnerChanged", "sss", name)
        return self.watch(changed, lambda body: slot(bool(body[2])))

    def watch_loss(self, name: str, slot: Callable[[], None]) -> Callable[[], None]:
        """Call `slot` whenever who has this name has lost it, to another or to nobody.

        Numbers and tokens that it gave are nobody's then, or somebody else's.

        Returns:
            A function that ends the watch.
        """
        changed = Notice(DAEMON, "NameOwnerChanged", "sss", name)
        return self.watch(changed, lambda body: slot() if body[1] else None)

    def _adopt(self, connection: socket.socket) -> None:
        self._socket = connection
        self._parser = Parser()
        self._notifier = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_readable)
        self.destroyed.connect(connection.close)
        self.call(HELLO, (), self._on_hello)

    def _on_hello(self, body: Body) -> None:
        (self.unique_name,) = body
        self._retry.setInterval(FIRST_RETRY)

    def _subscribe(self, subscription: _Subscription) -> None:
        """Ask for a signal; of one that tells of owners also how things stand now."""
        notice = subscription.notice
        self.call(ADD_MATCH, (notice.rule,))
        if notice.remote != DAEMON:
            return

        def tell(is_there: bool) -> None:
            if subscription in self._subscriptions:
                subscription.slot((notice.first, "", "somebody" if is_there else ""))

        self.call(
            NAME_HAS_OWNER, (notice.first,), lambda body: tell(body[0]), lambda _: tell(False)
        )

    def send(self, message: Message, serial: int | None = None) -> bool:
        """Send a message that nobody answers; whether the bus has taken it."""
        try:
            self._socket.sendall(message.serialise(serial or next(self._serials)))
        except OSError as error:
            log.debug("the bus takes no messages: %s", error)
            return False
        return True

    def _on_readable(self) -> None:
        try:
            data = self._socket.recv(65_536)
            messages: Sequence[Message] = self._parser.feed(data)
        except TimeoutError:
            return
        except (OSError, ValueError, KeyError) as error:
            log.warning("the bus sent something unreadable: %s", error)
            data, messages = b"", ()
        for message in messages:
            self._deliver(message)
        if not data and self._notifier is not None:  # whoever was told may have closed it
            self._lose()

    def _deliver(self, message: Message) -> None:
        if message.header.message_type is MessageType.method_call:
            self.asked.emit(message)
            return
        fields = message.header.fields
        types = fields.get(HeaderFields.signature, "")
        if message.header.message_type is MessageType.signal:
            for each in tuple(self._subscriptions):
                if each.notice.fits(message):
                    each.slot(message.body)
            return
        serial = fields.get(HeaderFields.reply_serial)
        call = self._calls.get(serial)
        if message.header.message_type is MessageType.error:
            name = fields.get(HeaderFields.error_name, "an error without a name")
            self._fail(serial, f"{message.body[0]} ({name})" if message.body else name)
        elif call and types != call.method.gives:
            self._fail(serial, f"{call.method.name} answers {types!r}, not {call.method.gives!r}")
        elif call:
            del self._calls[serial]
            call.timer.deleteLater()
            call.on_reply(message.body)

    def _fail(self, serial: int, reason: str) -> None:
        if call := self._calls.pop(serial, None):
            call.timer.deleteLater()
            call.on_error(reason)

    def close(self) -> None:
        """End the connection for good; every open call is answered with an error."""
        if self._notifier is not None:
            self._lose()
        self._retry.stop()
        self._subscriptions.clear()
        while self._calls:  # who is told may ask somebody else, in vain
            self._fail_all()

    def _lose(self) -> None:
        assert self._notifier is not None
        self._notifier.setEnabled(False)
        self._notifier.deleteLater()
        self._notifier = None
        self._socket.close()
        self._retry.start()
        for each in tuple(self._subscriptions):
            if each.notice.remote == DAEMON:  # without a bus, nobody has any name
                each.slot((each.notice.first, "somebody", ""))
        self._fail_all()
        self.closed.emit()

    def _fail_all(self) -> None:
        for serial in tuple(self._calls):
            self._fail(serial, "the connection to the bus is lost")

    def _on_retry(self) -> None:
        self._retry.setInterval(min(LAST_RETRY, 2 * self._retry.interval()))
        try:
            connection = log_in(self._address)
        except BusError as error:
            log.debug("%s", error)
            self._retry.start()
            return
        self._adopt(connection)
        for each in tuple(self._subscriptions):
            self._subscribe(each)
