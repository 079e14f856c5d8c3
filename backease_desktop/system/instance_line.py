"""The line to the running program, with QtNetwork at both its ends: one line of JSON each way.

Who sends too much without ending the line, or a line that is not understood, is hung up on.
"""

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QObject, QThread
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from backease_desktop.core.units import SECOND, Ms

LONGEST_LINE = 65_536
"""Bytes."""

CONNECT_WITHIN = Ms(SECOND // 2)
"""How long the running one may have the lock and not listen yet."""

Reply = Callable[[bytes], tuple[dict[str, Any], bool]]
"""What is answered to a line, and whether more is listened to."""


class LineError(Exception):
    """Nobody can be reached, or nobody answers in time."""


class Line(QObject):
    """The end of the running program.

    Args:
        reply: answers a line.
        parent: the owner.
    """

    def __init__(self, reply: Reply, parent: QObject) -> None:
        super().__init__(parent)
        self._reply = reply
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)

    def listen(self, address: str) -> None:
        """Listen at an address.

        Raises:
            OSError: that cannot be.
        """
        QLocalServer.removeServer(address)  # what a killed program has left
        if not self._server.listen(address):
            raise OSError(self._server.errorString())

    def take_over(self, door: int) -> None:
        """Go on listening on a socket, given by its descriptor."""
        self._server.listen(door)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()
        self.deleteLater()

    def _on_new_connection(self) -> None:
        while connection := self._server.nextPendingConnection():
            connection.setReadBufferSize(LONGEST_LINE)
            connection.readyRead.connect(lambda each=connection: self._on_ready_read(each))
            connection.disconnected.connect(connection.deleteLater)
            self._on_ready_read(connection)

    def _on_ready_read(self, connection: QLocalSocket) -> None:
        while connection.canReadLine():
            reply, goes_on = self._reply(bytes(connection.readLine().data()))
            connection.write(json.dumps(reply).encode() + b"\n")
            if not goes_on:
                connection.readyRead.disconnect()
                connection.disconnectFromServer()
                return
        if connection.bytesAvailable() >= LONGEST_LINE:
            connection.abort()


def exchange(address: str, message: dict[str, Any], within: Ms) -> Any:  # noqa: ANN401  (JSON)
    """What the running program answers to a message.

    Raises:
        LineError: there is none, or it does not answer in time.
    """
    deadline = QDeadlineTimer(within)
    connection = _connect(address, deadline)
    connection.write(json.dumps(message).encode() + b"\n")
    while not connection.canReadLine():
        if not connection.waitForReadyRead(deadline.remainingTime()):
            why = connection.errorString()
            raise LineError(f"the running program does not answer: {why}")
    return json.loads(bytes(connection.readLine().data()))


def _connect(address: str, deadline: QDeadlineTimer) -> QLocalSocket:
    """A connection, tried again for a moment: the other may have the lock but not listen yet."""
    connection = QLocalSocket()
    last_try = QDeadlineTimer(CONNECT_WITHIN)
    while True:
        connection.connectToServer(address)
        if connection.waitForConnected(deadline.remainingTime()):
            return connection
        if last_try.hasExpired():
            raise LineError(f"no running program can be reached: {connection.errorString()}")
        QThread.msleep(20)
