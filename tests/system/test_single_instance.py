import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from backease_desktop.core.units import Ms
from backease_desktop.system import instance_address, single_instance
from backease_desktop.system.instance_address import address_of
from backease_desktop.system.single_instance import (
    LONGEST_LINE,
    TOKEN,
    InstanceError,
    NobodyRunsError,
    SingleInstance,
    ask,
)

Until = Callable[[Callable[[], bool]], None]

RUNNING = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from backease_desktop.system.single_instance import SingleInstance
app = QCoreApplication([])
sys.stdin.readline()
one = SingleInstance(Path(sys.argv[1]))
print(one.acquire(), flush=True)
sys.stdin.readline()
"""

ENDING = """
import fcntl, os, socket, sys
lock = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT, 0o600)
fcntl.flock(lock, fcntl.LOCK_EX)
listener = socket.socket(socket.AF_UNIX)
listener.bind(sys.argv[2])
listener.listen()
os.pwrite(lock, sys.argv[2].encode(), 0)
print("ready", flush=True)
visitor, _ = listener.accept()
visitor.close()
listener.close()
"""
"""A program that ends: it has the lock, and hangs up on whoever comes."""

VISITING = """
import json, sys
from pathlib import Path
from backease_desktop.system import instance_address, single_instance
def start(profile, arguments):
    return single_instance.SingleInstance(profile).acquire_or_hand_over(arguments)
call = getattr(single_instance, sys.argv[1], start)
try:
    print(json.dumps(call(Path(sys.argv[2]), json.loads(sys.argv[3]))))
except single_instance.InstanceError as error:
    print(json.dumps(str(error)))
"""


class Visit:
    """A second start, or a question from the command line, in a process of its own."""

    def __init__(self, what: str, profile: Path, said: object) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", VISITING, what, str(profile), json.dumps(said)],
            stdout=subprocess.PIPE,
            text=True,
        )

    def over(self) -> bool:
        return self.process.poll() is not None

    def result(self) -> object:
        return json.loads(self.process.communicate()[0])


class Other:
    """Another start of the program, in a process of its own."""

    def __init__(self, profile: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", RUNNING, str(profile)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def go(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("go\n")
        self.process.stdin.flush()

    def won(self) -> bool:
        assert self.process.stdout is not None
        return self.process.stdout.readline() == "True\n"

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.close()

    def close(self) -> None:
        self.process.communicate()


@pytest.fixture
def one(tmp_path: Path, qapp: QCoreApplication) -> Iterator[SingleInstance]:
    instance = SingleInstance(tmp_path)
    assert instance.acquire()
    yield instance
    instance.release()


def socket_of(profile: Path) -> str:
    """Where the program of a profile listens."""
    address = address_of(profile)
    assert address is not None
    return address


def raw(profile: Path) -> socket.socket:
    """A visitor who says what he likes."""
    visitor = socket.socket(socket.AF_UNIX)
    visitor.connect(socket_of(profile))
    visitor.setblocking(False)
    return visitor


def heard(visitor: socket.socket) -> bytes | None:
    """What has been answered so far, without taking it; None when nothing was."""
    try:
        return visitor.recv(1000, socket.MSG_PEEK)
    except BlockingIOError:
        return None


def test_a_second_start_is_not_the_one(one: SingleInstance, tmp_path: Path) -> None:
    assert not SingleInstance(tmp_path).acquire()


def test_another_profile_has_its_own_one(one: SingleInstance, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = SingleInstance(tmp_path / "other")
    assert other.acquire()
    other.release()


def test_after_a_release_the_next_start_is_the_one(one: SingleInstance, tmp_path: Path) -> None:
    one.release()
    following = SingleInstance(tmp_path)
    assert following.acquire()
    following.release()


def test_of_four_that_start_at_once_exactly_one_wins(tmp_path: Path) -> None:
    others = [Other(tmp_path) for _ in range(4)]
    for each in others:
        each.go()
    assert sorted(each.won() for each in others) == [False, False, False, True]
    for each in others:
        each.close()


def test_a_killed_program_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    for _ in range(2):
        other = Other(tmp_path)
        other.go()
        assert other.won()
        other.kill()
        assert Path(socket_of(tmp_path)).exists()


def test_the_arguments_of_a_second_start_arrive(
    one: SingleInstance,
    tmp_path: Path,
    until: Until,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(TOKEN, "from-the-launcher")
    received: list[list[str]] = []
    one.message_received.connect(received.append)
    visit = Visit("send_arguments", tmp_path, ["--start", "desk-chair-2", "ünï"])
    monkeypatch.delenv(TOKEN)
    until(visit.over)
    assert visit.result() is None
    assert received == [["--start", "desk-chair-2", "ünï"]]
    assert os.environ[TOKEN] == "from-the-launcher"


def test_a_start_beside_one_that_is_just_ending_becomes_the_one(
    tmp_path: Path, qapp: QCoreApplication
) -> None:
    ending = subprocess.Popen(
        [sys.executable, "-c", ENDING, str(tmp_path / "running.lock"), str(tmp_path / "door")],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert ending.stdout is not None
    assert ending.stdout.readline() == "ready\n"
    following = SingleInstance(tmp_path)
    assert following.acquire_or_hand_over([])
    following.release()
    ending.communicate()


def test_a_start_beside_one_that_runs_hands_its_arguments_over(
    one: SingleInstance, tmp_path: Path, until: Until
) -> None:
    received: list[list[str]] = []
    one.message_received.connect(received.append)
    visit = Visit("start", tmp_path, ["--start", "mat-12"])
    until(visit.over)
    assert visit.result() is False
    assert received == [["--start", "mat-12"]]


def test_one_that_has_the_lock_and_never_listens_is_reported(
    one: SingleInstance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one._close_door()
    (tmp_path / "running.lock").write_text("")
    monkeypatch.setattr(single_instance, "END_WITHIN", Ms(0))
    monkeypatch.setattr(single_instance, "CONNECT_WITHIN", Ms(0))
    with pytest.raises(InstanceError, match="no running program"):
        SingleInstance(tmp_path).acquire_or_hand_over([])


def test_a_request_gets_its_answer(one: SingleInstance, tmp_path: Path, until: Until) -> None:
    one.answer_with(lambda request: {"asked": request["remind"], "minutes": 12})
    visit = Visit("ask", tmp_path, {"remind": "status"})
    until(visit.over)
    assert visit.result() == {"asked": "status", "minutes": 12}


def test_a_refused_request_is_the_error_of_who_asked(
    one: SingleInstance, tmp_path: Path, until: Until
) -> None:
    visit = Visit("ask", tmp_path, {"remind": "status"})
    until(visit.over)
    assert visit.result() == "the program is not ready to answer yet"


def test_asking_when_nothing_runs_says_so(tmp_path: Path, qapp: QCoreApplication) -> None:
    with pytest.raises(NobodyRunsError, match="no running program"):
        ask(tmp_path, {"remind": "status"})


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"hello\n",
        b"\xff\xfe\x00\n",
        b"[]\n",
        b"null\n",
        b'{"arguments": "--start"}\n',
        b'{"arguments": [1, 2]}\n',
        b'{"arguments": ["a\\u0000b"]}\n',
        b'{"request": []}\n',
        b"[" * 20_000 + b"\n",
    ],
)
def test_a_malformed_message_is_answered_and_does_nothing(
    one: SingleInstance,
    tmp_path: Path,
    until: Until,
    line: bytes,
    caplog: pytest.LogCaptureFixture,
) -> None:
    received: list[list[str]] = []
    one.message_received.connect(received.append)
    with raw(tmp_path) as visitor:
        visitor.sendall(line)
        until(lambda: heard(visitor) is not None)
        reply = visitor.recv(1000)
    assert json.loads(reply) == {"error": "not understood"}
    assert received == []


def test_of_many_malformed_lines_only_the_first_is_looked_at(
    one: SingleInstance, tmp_path: Path, until: Until, caplog: pytest.LogCaptureFixture
) -> None:
    with raw(tmp_path) as visitor:
        visitor.sendall(b"hello\n" * 2_000)
        until(lambda: heard(visitor) is not None)
        reply = visitor.recv(1000)
        until(lambda: heard(visitor) == b"")
    assert json.loads(reply) == {"error": "not understood"}
    assert len(caplog.records) == 1


def test_a_line_without_an_end_is_hung_up_on(
    one: SingleInstance, tmp_path: Path, until: Until
) -> None:
    def pour() -> bool:
        try:
            visitor.send(b"x" * LONGEST_LINE)
        except BlockingIOError:
            return False
        except (BrokenPipeError, ConnectionResetError):
            return True
        return False

    with raw(tmp_path) as visitor:
        until(pour)


def test_a_visitor_who_leaves_in_the_middle_of_a_line_does_no_harm(
    one: SingleInstance, tmp_path: Path, until: Until
) -> None:
    with raw(tmp_path) as visitor:
        visitor.sendall(b'{"arguments": [')
    received: list[list[str]] = []
    one.message_received.connect(received.append)
    visit = Visit("send_arguments", tmp_path, ["next"])
    until(visit.over)
    assert visit.result() is None
    assert received == [["next"]]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no mode")
def test_the_socket_is_open_to_its_user_only(one: SingleInstance, tmp_path: Path) -> None:
    assert Path(socket_of(tmp_path)).stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_written_is_said_in_one_line(
    tmp_path: Path, qapp: QCoreApplication
) -> None:
    with pytest.raises(InstanceError, match=r"running\.lock"):
        SingleInstance(tmp_path / "missing").acquire()


# From elsewhere ---------------------------------------------------------------------------------

unix = pytest.mark.skipif(sys.platform == "win32", reason="sockets and users of Unix")


@unix
@pytest.mark.parametrize("runtime", ["/run/user/4711", "relative", "", "/dev/null", "/tmp"])
def test_wherever_the_environment_points_it_starts_and_is_found_from_another_one(
    tmp_path: Path,
    qapp: QCoreApplication,
    until: Until,
    monkeypatch: pytest.MonkeyPatch,
    runtime: str,
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
    one = SingleInstance(tmp_path)
    assert one.acquire()
    one.answer_with(lambda request: request)
    monkeypatch.delenv("XDG_RUNTIME_DIR")

    visit = Visit("ask", tmp_path, {"remind": "status"})
    until(visit.over)

    assert visit.result() == {"remind": "status"}
    assert one.unheard == ""
    assert Path(socket_of(tmp_path)).parent != Path("/tmp")
    one.release()


@unix
def test_a_profile_with_a_long_path_is_listened_for_in_a_folder_of_our_own(
    tmp_path: Path, qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    profile = tmp_path / ("long" * 30)
    profile.mkdir()
    one = SingleInstance(profile)

    assert one.acquire()

    folder = Path(socket_of(profile)).parent
    assert folder.stat().st_mode & 0o777 == 0o700
    one.release()
    assert not folder.exists()


@unix
def test_one_that_can_listen_nowhere_is_the_one_all_the_same(
    tmp_path: Path,
    qapp: QCoreApplication,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(instance_address, "LONGEST", 1)
    one = SingleInstance(tmp_path)

    assert one.acquire()

    assert "too long for a socket" in one.unheard
    assert address_of(tmp_path) is None
    assert not SingleInstance(tmp_path).acquire()
    one.release()


@unix
@pytest.mark.parametrize("content", ["/etc/passwd", "/nowhere", "a\0b", "x" * 5_000, "../door"])
def test_a_lock_file_that_names_anything_else_names_nobody(tmp_path: Path, content: str) -> None:
    (tmp_path / "running.lock").write_text(content)

    assert address_of(tmp_path) is None


@unix
def test_what_stands_at_the_address_of_a_killed_program_is_left_alone_unless_it_is_a_socket(
    tmp_path: Path, qapp: QCoreApplication
) -> None:
    diary = tmp_path / "diary"
    diary.write_text("mine")
    (tmp_path / "running.lock").write_text(str(diary))
    one = SingleInstance(tmp_path)

    assert one.acquire()

    one.release()
    assert diary.read_text() == "mine"


@unix
def test_another_user_is_hung_up_on(
    one: SingleInstance, tmp_path: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = socket_of(tmp_path)
    before = os.getuid
    monkeypatch.setattr(os, "getuid", lambda: 65_534)
    with socket.socket(socket.AF_UNIX) as visitor:
        visitor.connect(address)
        visitor.setblocking(False)
        until(lambda: heard(visitor) == b"")
    monkeypatch.setattr(os, "getuid", before)


@unix
def test_what_a_program_answers_cannot_drive_a_terminal(
    one: SingleInstance, tmp_path: Path, until: Until
) -> None:
    def refuse(_: object) -> dict[str, object]:
        raise InstanceError("\x1b]0;owned\x07")

    one.answer_with(refuse)
    visit = Visit("ask", tmp_path, {"remind": "status"})
    until(visit.over)

    assert visit.result() == r"\x1b]0;owned\x07"
