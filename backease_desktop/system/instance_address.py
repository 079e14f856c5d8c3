"""Where the running program of a profile listens, and who may talk to it.

Rules: the address is a file name made by whoever listens, and stands in the lock file of the
profile, so that a start from another environment (`sudo`, cron, a terminal over the network) finds
it. The socket lies in a folder that is the user's alone: where the user's other sockets are, else
in the profile, else in a new folder with a name that nobody can foresee. Both ends look at whose
process is at the other one.

On Windows it is the name of a pipe, made from the profile's path; the system keeps others out.
"""

import logging
import os
import socket
import stat
import struct
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from backease_desktop.disk import read_file

log = logging.getLogger(__name__)

LOCK = "running.lock"
"""The file in the profile that a running program has to itself."""

LONGEST = 100
"""Bytes of a socket's path: Linux has room for 107, macOS for 103."""

_MOST_BYTES = 4_096
_OWN_FOLDER = "backease-socket-"


def address_of(directory: Path) -> str | None:
    """Where the program of a profile listens; None if none does, or none of ours.

    Args:
        directory: the profile's folder with the lock file.
    """
    if sys.platform == "win32":
        return _name_of(directory)
    try:
        address = read_file(directory / LOCK, _MOST_BYTES).decode()
        status = os.lstat(address) if address else None
    except (OSError, ValueError):
        return None
    return address if status is not None and _is_our_socket(status) else None


def listening_socket(directory: Path, backlog: int) -> tuple[socket.socket, str]:
    """A socket that listens, with its address, in the first place that takes it.

    Raises:
        OSError: none does; tells why the last did not.
    """
    last = OSError("no place for a socket")
    for folder in _folders(directory):
        address = str(folder / _name_of(directory))
        if len(os.fsencode(address)) > LONGEST:
            last = OSError(f"{folder} has a path too long for a socket")
            continue
        door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        door.setblocking(False)
        before = os.umask(0o177)  # the same user only, from the first moment
        try:
            remove(address)
            door.bind(address)
            door.listen(backlog)
        except OSError as error:
            door.close()
            last = error
            if folder.name.startswith(_OWN_FOLDER):
                folder.rmdir()
        else:
            return door, address
        finally:
            os.umask(before)
        log.info("no socket in %s: %s", folder, last)
    raise last


def remove(address: str) -> None:
    """Take away a socket of ours, and the folder that was made for it; harmless without.

    Whatever else stands there is left alone.
    """
    with suppress(OSError, ValueError):
        if _is_our_socket(os.lstat(address)):
            os.unlink(address)  # noqa: PTH108
            folder = Path(address).parent
            if folder.name.startswith(_OWN_FOLDER):
                folder.rmdir()


def is_ours(descriptor: int) -> bool:
    """Whether the process at the other end of a socket is of the same user."""
    if sys.platform == "win32":
        return True
    with socket.socket(fileno=os.dup(descriptor)) as other:
        try:
            if sys.platform == "darwin":  # struct xucred: its version, then the user
                _, user = struct.unpack("Ii", other.getsockopt(0, 1, 8))
            else:  # struct ucred: process, user, group
                option = socket.SO_PEERCRED
                _, user, _ = struct.unpack("iII", other.getsockopt(socket.SOL_SOCKET, option, 12))
        except (OSError, struct.error) as error:
            log.warning("who is at the other end cannot be told: %s", error)
            return False
    return bool(user == os.getuid())


def _is_our_socket(status: os.stat_result) -> bool:
    return stat.S_ISSOCK(status.st_mode) and status.st_uid == os.getuid()


def _folders(directory: Path) -> Iterator[Path]:
    """Where the socket may lie, the best place first; each is the user's alone."""
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR") or "")
    for folder in (runtime, directory):
        if folder.is_absolute() and _is_ours_alone(folder):
            yield folder
    # Loaded on first use: where no better place takes the socket.
    import tempfile

    yield Path(tempfile.mkdtemp(prefix=_OWN_FOLDER))  # 0700


def _is_ours_alone(folder: Path) -> bool:
    try:
        status = folder.stat()
    except OSError:
        return False
    return (
        stat.S_ISDIR(status.st_mode)
        and status.st_uid == os.getuid()
        and not status.st_mode & 0o022  # nobody else may put anything there
    )


def _name_of(directory: Path) -> str:
    """A name for the profile's socket: the same for the same folder."""
    # Loaded on first use: whoever only knocks needs no Qt. Qt's, because Python's would bring
    # OpenSSL into memory.
    from PySide6.QtCore import QCryptographicHash

    sha256 = QCryptographicHash.Algorithm.Sha256
    path = os.fsencode(os.path.realpath(directory))
    return f"backease-{bytes(QCryptographicHash.hash(path, sha256).data()).hex()[:16]}"
