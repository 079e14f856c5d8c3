"""Logging in to a message bus: the one part of a connection that waits, and not for long."""

import socket

from jeepney.auth import BEGIN, AuthenticationError, Authenticator  # type: ignore[import-untyped]
from jeepney.bus import get_bus  # type: ignore[import-untyped]

PATIENCE_S = 0.2
"""The longest that connecting or writing may hold up the program, in seconds."""


class BusError(Exception):
    """There is no such bus, or it refuses us."""


def log_in(address: str) -> socket.socket:
    """A socket on which the bus has accepted us.

    Raises:
        BusError: there is no such bus, or it refuses us.
    """
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(PATIENCE_S)
    try:
        connection.connect(get_bus(address))
        login = Authenticator()
        for line in login:
            connection.sendall(line)
            login.feed(connection.recv(1024))
        connection.sendall(BEGIN)
    except (OSError, KeyError, ValueError, RuntimeError, AuthenticationError) as error:
        connection.close()
        raise BusError(f"no {address.lower()} bus: {error}") from error
    return connection
