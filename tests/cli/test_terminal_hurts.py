"""It hurts, in a terminal: by keys, what is written, what is kept, and how it ends."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from backease_desktop.cli.terminal_hurts import TerminalHurts
from backease_desktop.cli.terminal_keys import TerminalKeys
from backease_desktop.controllers.hurting import Hurting
from backease_desktop.controllers.said import Said
from backease_desktop.core.journal.entries import LeftHurting
from backease_desktop.core.session_record import SessionRecord
from backease_desktop.storage.safety_file import load_safety
from tests.cli.test_commands import ROOT
from tests.controllers.conftest import TODAY, Stage, stage
from tests.controllers.test_hurting import door, hurting

if sys.platform != "win32":
    import pty

__all__ = ["door", "hurting", "stage"]


class Terminal:
    """Keys that are pressed, and lines that are written."""

    def __init__(self, stage: Stage, hurting: Hurting) -> None:
        self.stage, self.hurting = stage, hurting
        self.lines: list[str] = []
        self.others: list[str] = []
        self.records: list[SessionRecord] = []
        stage.session.ended.connect(self.records.append)
        self.said = Said(stage.journal, stage.notes, hurting, lambda: TODAY, stage.session)
        safety = load_safety(ROOT / "catalogue" / "safety.yaml")
        hurts = TerminalHurts(
            stage.session, hurting, lambda: safety.help_wanted[0], self.lines.append
        )
        act: Callable[[str], Callable[[], None]] = lambda key: lambda: self.others.append(key)  # noqa: E731
        bindings = {key: act(key) for key in (" ", "n", "q", "p", "+", "right")}
        bindings["h"] = hurting.leave
        self.keys = TerminalKeys(bindings, stage.session, hurts.take)
        stage.run(50)  # so that it has seen where the session is

    def press(self, text: str) -> str:
        """What is written after some keys."""
        self.lines.clear()
        self.keys.press(text)
        return "\n".join(self.lines)

    def left(self) -> list[tuple[str, int | None, bool]]:
        """What is kept in the journal of what was left because it hurt."""
        entries = self.stage.journal.entries()
        return [(e.exercise, e.pain, e.numb) for e in entries if isinstance(e, LeftHurting)]


@pytest.fixture
def terminal(stage: Stage, hurting: Hurting) -> Terminal:
    return Terminal(stage, hurting)


def test_h_stops_and_asks_with_what_may_come_instead(terminal: Terminal) -> None:
    written = terminal.press("h")

    assert not terminal.stage.session.is_playing
    assert written.startswith("Stopped. Thank you for saying so.")
    assert "0 to 10" in written
    assert "Enter: take the easier one, Plank" in written
    assert "n: next, Rolls" in written
    assert "Esc: back to the paused session" in written


def test_a_digit_says_how_much_one_then_zero_is_ten_and_other_keys_wait(terminal: Terminal) -> None:
    terminal.press("h")
    assert "4 of 10: fine if it is gone within a day." in terminal.press("4")
    assert terminal.press("p+\x1b[C") == ""
    assert terminal.others == []
    terminal.press("1")
    assert "10 of 10: enough for today." in terminal.press("0")


def test_enter_goes_on_with_the_easier_one_and_it_is_kept(terminal: Terminal) -> None:
    terminal.press("h3\r")
    terminal.stage.speaker.render_all()
    terminal.stage.settle()

    assert terminal.stage.now.segment.exercise == "plank"
    assert terminal.left() == [("twist", 3, False)]
    terminal.press("n")
    assert terminal.others == ["n"]  # the question is over, keys are the session's again


def test_n_is_the_next_one_and_space_means_that_it_was_nothing(terminal: Terminal) -> None:
    terminal.press("h2 ")
    assert terminal.stage.session.is_playing
    assert terminal.left() == []
    terminal.press("hn")
    assert terminal.stage.now.segment.exercise == "rolls"
    assert terminal.left() == [("twist", None, False)]


def test_escape_goes_back_to_the_paused_session_and_the_next_h_asks_anew(
    terminal: Terminal,
) -> None:
    terminal.press("h5")
    assert terminal.press("\x1b") == "Paused. Space goes on."
    assert terminal.stage.session.is_on
    assert not terminal.stage.session.is_playing
    assert terminal.left() == []
    assert terminal.press("h").startswith("Stopped. Thank you for saying so.")


@pytest.mark.parametrize(
    ("keys", "kept"), [("6", (6, False)), ("10", (10, False)), ("l", (None, True))]
)
def test_enough_shows_the_signs_offers_no_going_on_and_ends_kindly(
    terminal: Terminal, keys: str, kept: tuple[int | None, bool]
) -> None:
    terminal.press("h")
    written = terminal.press(keys)
    assert "Get help now" in written
    assert "Loss of control over bladder or bowel." in written
    assert "Enter: end here" in written
    assert "kept as “stopped because it hurt”" in written

    terminal.press(" np")
    assert not terminal.stage.session.is_playing
    assert terminal.stage.session.is_on
    terminal.press("\r")
    assert terminal.records[-1].stopped_hurting
    assert terminal.left() == [("twist", *kept)]


def test_whoever_says_nothing_is_waited_for(terminal: Terminal) -> None:
    terminal.press("h")
    terminal.lines.clear()
    terminal.hurting._on_patience_over()
    assert "Not said, and that is fine. It waits; a digit still counts." in terminal.lines
    assert "7 of 10: enough for today." in terminal.press("7")


def test_keys_that_come_at_once_are_told_apart(qapp: QObject) -> None:
    pressed: list[str] = []
    owner = QObject()
    keys = TerminalKeys({}, owner, lambda key: bool(pressed.append(key)))
    keys.press("1\x1b[C0\x1b[1;2CN\x1bOP\r")

    assert pressed == ["1", "right", "0", "shift+right", "n", "\x1bop", "\r"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_in_a_real_terminal_seven_ends_with_the_signs_and_is_in_the_journal(tmp_path: Path) -> None:
    arguments = ["play", "core-strength", "--text", "--mute", "--profile", str(tmp_path)]
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(ROOT)
        os.execv(sys.executable, [sys.executable, "-m", "backease_desktop", *arguments])
    shown = ""
    answers = [("Get ready", b"h"), ("How much does it hurt?", b"7"), ("Enter: end here", b"\r")]
    while answers:
        shown += os.read(terminal, 4096).decode("utf-8", errors="replace")
        awaited, keys = answers[0]
        if awaited in shown:
            os.write(terminal, keys)
            answers.pop(0)
    _, status = os.waitpid(pid, 0)
    os.close(terminal)

    assert os.waitstatus_to_exitcode(status) == 0
    assert "Get help now" in shown
    (file,) = (tmp_path / "data" / "journal").rglob("*.jsonl")
    kinds = {line["kind"]: line for line in map(json.loads, file.read_text("utf-8").splitlines())}
    assert kinds["left_hurting"]["pain"] == 7
    assert kinds["session_ended"]["how"] == "hurt"
