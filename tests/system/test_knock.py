"""A second start hands over before it loads Qt; whatever is wrong is left to whoever can say it."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from backease_desktop.system.instance_address import LOCK
from backease_desktop.system.knock import TOKEN, handed_over, message_of
from backease_desktop.system.single_instance import SingleInstance

KNOCKING = """
import json, sys
from pathlib import Path
from backease_desktop.system.knock import handed_over
took = handed_over(Path(sys.argv[1]), ["--start", "short"])
print(json.dumps([took, sorted({"PySide6", "argparse", "pydantic", "msgspec"} & set(sys.modules))]))
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes are left to Qt")


@pytest.fixture
def one(tmp_path: Path, qapp: QCoreApplication) -> Iterator[SingleInstance]:
    instance = SingleInstance(tmp_path)
    assert instance.acquire()
    yield instance
    instance.release()


def test_the_running_program_is_given_the_arguments_and_nothing_heavy_is_loaded(
    one: SingleInstance, tmp_path: Path, qtbot: QtBot
) -> None:
    heard: list[list[str]] = []
    one.message_received.connect(heard.append)
    visit = subprocess.Popen(
        [sys.executable, "-c", KNOCKING, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    qtbot.waitUntil(lambda: visit.poll() is not None)

    assert json.loads(visit.communicate()[0]) == [True, []]
    assert heard == [["--start", "short"]]


def test_nobody_there_is_no_hand_over(tmp_path: Path) -> None:
    assert not handed_over(tmp_path, [])


def test_an_address_that_a_killed_program_left_is_no_hand_over(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(tmp_path / "gone"))
    (tmp_path / LOCK).write_text(str(tmp_path / "gone"))
    assert not handed_over(tmp_path, [])


@pytest.mark.parametrize(
    "answer",
    [b"", b"not JSON\n", b'{"error": "not now"}\n', b"[]\n", b'{"answer": 1}\n', b'{"answer": {}'],
)
def test_whoever_does_not_take_it_is_no_hand_over(tmp_path: Path, answer: bytes) -> None:
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(tmp_path / "door"))
        door.listen()
        (tmp_path / LOCK).write_text(str(tmp_path / "door"))

        def reply() -> None:
            visitor, _ = door.accept()
            with visitor:
                visitor.recv(1000)
                visitor.sendall(answer)

        running = Thread(target=reply)
        running.start()
        assert not handed_over(tmp_path, [])
        running.join()


def test_the_token_of_the_start_goes_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, TOKEN, "from-the-launcher")
    said = json.loads(message_of(["--start", "short"]))
    assert said == {"arguments": ["--start", "short"], "activation_token": "from-the-launcher"}
