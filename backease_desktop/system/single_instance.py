"""One running program for each profile, and how others talk to it.

Rules: a lock of the system decides who is the one, so of two that start at once exactly one wins,
and a program that is killed gives its lock back by dying. Removing a lock file makes such locks
race, so it is removed only with all else, when everything was erased, and whoever has locked one
that is gone by then locks anew. In it stands where the program listens (`instance_address`), to the
same user only; whatever arrives there can do no harm: it is one line of JSON, short, or it is
answered with an error and hung up on. One that can listen nowhere is the one all the same, since it
reminds. A line is `{"arguments": [...]}` from a second start, or `{"request": {...}}`; each is
answered by one line, `{"answer": {...}}` or `{"error": "..."}`.

Nobody may come all day, so on Unix a bare socket waits at the door, and QtNetwork (3 MB), which
talks, is loaded when somebody knocks.
"""

import logging
import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDeadlineTimer, QObject, QSocketNotifier, QThread, Signal

from backease_desktop.core.errors import ReportedError
from backease_desktop.core.plain_text import printable
from backease_desktop.core.units import SECOND, Ms
from backease_desktop.disk import lock_file
from backease_desktop.system.instance_address import (
    LOCK,
    address_of,
    is_ours,
    listening_socket,
    remove,
)
from backease_desktop.system.knock import TOKEN, line_of, message_of, value_of

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger(__name__)

LONGEST_LINE = 65_536
"""Bytes; who sends more without ending the line is hung up on."""

ANSWER_WITHIN = Ms(5 * SECOND)
"""How long somebody who asks waits for the running program."""

START_WITHIN = Ms(20 * SECOND)
"""How long another start waits: the running one may have just begun, on a machine that is slow."""

END_WITHIN = Ms(5 * SECOND)
"""How long a running one that does not listen any more may take to end."""

CONNECT_WITHIN = Ms(SECOND // 2)
"""How long the running one may have the lock and not listen yet."""

MOST_WAITING = 50
"""Visitors who may stand at the door at once."""

NOT_UNDERSTOOD = {"error": "not understood"}

Answer = Callable[[dict[str, Any]], dict[str, Any]]


class InstanceError(ReportedError):
    """The running program could not be reached, or it answered with an error."""


class NobodyRunsError(InstanceError):
    """There is no running program of this profile, or none that can be reached."""


def _refuse(_: dict[str, Any]) -> dict[str, Any]:
    raise InstanceError("the program is not ready to answer yet")


class SingleInstance(QObject):
    """Becomes the one running program, then hears what others have to say.

    Args:
        directory: a directory of the user's own; the lock lies in it.
        parent: the owner.
    """

    message_received = Signal(list)
    """The arguments of another start, as `list[str]`."""

    def __init__(self, directory: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._directory = directory
        self._address = ""
        self._lock_path = directory / LOCK
        self._lock: int | None = None
        self._answer: Answer = _refuse
        self._door: socket.socket | None = None
        self._bell: QSocketNotifier | None = None
        self._server: QLocalServer | None = None
        self.unheard = ""
        """Why no other start can reach this one; empty if they can."""

    def acquire(self) -> bool:
        """Become the one; false when another is.

        Raises:
            InstanceError: the lock cannot be made.
        """
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NONBLOCK", 0)
        try:
            self._lock = os.open(self._lock_path, flags, 0o600)
        except OSError as error:
            raise InstanceError(f"cannot write {self._lock_path}: {error.strerror}") from error
        if not lock_file(self._lock):
            self.release()
            return False
        if os.fstat(self._lock).st_nlink == 0:  # who has erased everything took it away just now
            self.release()
            return self.acquire()
        try:
            self._listen()
        except OSError as error:
            self.unheard = error.strerror or str(error)
            log.warning("cannot listen for a second start: %s", self.unheard)
        return True

    def acquire_or_hand_over(self, arguments: list[str]) -> bool:
        """Become the one, or hand the arguments of this start over to it; whether it became it.

        One that is just ending, or beginning anew, has the lock and listens to nobody any more.

        Raises:
            InstanceError: the lock cannot be made, or the one takes no arguments.
        """
        deadline = QDeadlineTimer(END_WITHIN)
        while not self.acquire():
            try:
                send_arguments(self._directory, arguments)
            except InstanceError:
                if deadline.hasExpired():
                    raise
            else:
                return False
        return True

    def answer_with(self, answer: Answer) -> None:
        """Let requests be answered by `answer`; an `InstanceError` of it is the sender's error."""
        self._answer = answer

    def release(self) -> None:
        """Stop being the one."""
        self._close_door()
        if self._server is not None:
            self._server.close()
        if self._address:
            remove(self._address)
            self._address = ""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _listen(self) -> None:
        old = address_of(self._directory)
        if sys.platform == "win32":  # a pipe, which has no door to wait at
            server = self._talk()
            if not server.listen(old or ""):
                raise OSError(server.errorString())
            return
        assert self._lock is not None
        if old is not None:
            remove(old)  # what a killed program has left
        os.ftruncate(self._lock, 0)  # an address that leads nowhere is worse than none
        door, address = listening_socket(self._directory, MOST_WAITING)
        self._door, self._address = door, address
        os.pwrite(self._lock, os.fsencode(address), 0)
        self._bell = QSocketNotifier(door.fileno(), QSocketNotifier.Type.Read, self)
        self._bell.activated.connect(self._on_bell)

    def _on_bell(self) -> None:
        """Let what talks have the door, for this visitor and all others."""
        if self._door is None or self._bell is None:
            return
        self._bell.setEnabled(False)
        self._talk().listen(self._door.detach())
        self._door = None
        self._close_door()

    def _close_door(self) -> None:
        if self._bell is not None:
            self._bell.setEnabled(False)
            self._bell.deleteLater()
            self._bell = None
        if self._door is not None:
            self._door.close()
            self._door = None

    def _talk(self) -> "QLocalServer":
        # Loaded on first use, by another start or a command.
        from PySide6.QtNetwork import QLocalServer

        self._server = server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_new_connection)
        return server

    def _on_new_connection(self) -> None:
        assert self._server is not None
        while connection := self._server.nextPendingConnection():
            if not is_ours(connection.socketDescriptor()):
                connection.abort()
                continue
            connection.setReadBufferSize(LONGEST_LINE)
            connection.readyRead.connect(lambda each=connection: self._on_ready_read(each))
            connection.disconnected.connect(connection.deleteLater)
            self._on_ready_read(connection)

    def _on_ready_read(self, connection: "QLocalSocket") -> None:
        while connection.canReadLine():
            reply = self._reply(bytes(connection.readLine().data()))
            connection.write(line_of(reply))
            if reply == NOT_UNDERSTOOD:  # who talks nonsense once is not listened to again
                connection.readyRead.disconnect()
                connection.disconnectFromServer()
                return
        if connection.bytesAvailable() >= LONGEST_LINE:
            connection.abort()

    def _reply(self, line: bytes) -> dict[str, Any]:
        try:
            match value_of(line):
                case {"arguments": [*arguments], **rest} if _are_strings(arguments):
                    if isinstance(token := rest.get("activation_token"), str):
                        os.environ[TOKEN] = token
                    self.message_received.emit(arguments)
                    return {"answer": {}}
                case {"request": dict(request)}:
                    return {"answer": self._answer(request)}
        except (ValueError, RecursionError):
            log.warning("somebody sent a line that is not JSON")
        except InstanceError as error:
            return {"error": str(error)}
        return NOT_UNDERSTOOD


def _are_strings(values: list[Any]) -> bool:
    return all(isinstance(value, str) and "\0" not in value for value in values)


def send_arguments(directory: Path, arguments: list[str]) -> None:
    """Hand the arguments of this start over to the running program.

    Raises:
        InstanceError: there is none, or it does not take them.
    """
    _exchange(directory, message_of(arguments), START_WITHIN)


def ask(directory: Path, request: dict[str, Any]) -> dict[str, Any]:
    """What the running program answers to a request.

    Raises:
        InstanceError: there is none, or it refuses.
    """
    return _exchange(directory, line_of({"request": request}), ANSWER_WITHIN)


def _exchange(directory: Path, message: bytes, within: Ms) -> dict[str, Any]:
    deadline = QDeadlineTimer(within)
    connection = _connect(directory, deadline)
    if not is_ours(connection.socketDescriptor()):
        raise InstanceError("the program that answers there belongs to somebody else")
    connection.write(message)
    while not connection.canReadLine():
        if not connection.waitForReadyRead(deadline.remainingTime()):
            why = connection.errorString()
            raise InstanceError(f"the running program does not answer: {why}")
    try:
        answer = value_of(bytes(connection.readLine().data()))
    except (ValueError, RecursionError):
        answer = None
    match answer:
        case {"answer": dict(answered)}:
            return answered
        case {"error": str(why)}:
            raise InstanceError(printable(why))
    raise InstanceError("the running program answers in another language")


def _connect(directory: Path, deadline: QDeadlineTimer) -> "QLocalSocket":
    """A connection, tried again for a moment: the other may have the lock but not listen yet."""
    # Loaded on first use: the running program itself asks nobody.
    from PySide6.QtNetwork import QLocalSocket

    connection = QLocalSocket()
    last_try = QDeadlineTimer(CONNECT_WITHIN)
    while True:
        address = address_of(directory)
        if address is not None:
            connection.connectToServer(address)
            if connection.waitForConnected(deadline.remainingTime()):
                return connection
        if last_try.hasExpired():
            why = connection.errorString() if address else "its lock file names no address"
            raise NobodyRunsError(f"no running program can be reached: {why}")
        QThread.msleep(20)
