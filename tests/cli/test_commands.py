"""The command line: what is printed, where, and with which exit code."""

import argparse
import json
import os
import subprocess
import sys
import wave
from pathlib import Path
from typing import Any

import pytest

from backease_desktop.bootstrap import shelf
from backease_desktop.bootstrap.history import read_history
from backease_desktop.bootstrap.kept import Kept
from backease_desktop.cli.commands import COMMANDS, Command
from backease_desktop.core.journal.history import History
from backease_desktop.speech.child import NO_VOICE
from tests.cli.running import run
from tests.patience import PATIENCE_S

ROOT = Path(__file__).parents[2]


def process(*arguments: str) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own."""
    command = [sys.executable, "-m", "backease_desktop", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_S)


@pytest.fixture
def profile(tmp_path: Path) -> str:
    return str(tmp_path / "profile")


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_has_help_with_an_example(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    code, out, _ = run(capsys, command, "--help")
    assert code == 0
    assert f"example: backease {command}" in out


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_word_of_a_command_is_explained_and_what_it_does_is_a_sentence(
    command: Command,
) -> None:
    parser = argparse.ArgumentParser()
    command.add_words(parser)
    assert [action.dest for action in parser._actions if not action.help] == []
    assert command.does[0].islower()
    assert command.does[-1] not in ".?!"


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["timeline"],
        ["timeline", "desk-chair-2", "--dose", "heroic"],
        ["timeline", "desk-chair-2", "--rate", "fast"],
        ["play", "desk-chair-2", "--speed", "0"],
        ["catalogue"],
        ["figure", "lunge", "--svg", "a.svg", "--png", "a.png"],
        ["figure", "lunge", "--png", "a.png", "--size", "wide"],
        ["figure", "lunge", "--png", "a.png", "--size", "4x4"],
        ["figure", "lunge", "--png", "a.png", "--side", "both"],
        ["figure", "lunge", "--png", "a.png", "--theme", "pink"],
        ["sheet", "desk-chair-2"],
        ["sheet", "desk-chair-2", "--pdf", "a.pdf", "--paper", "a5"],
    ],
)
def test_wrong_usage_is_exit_code_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    code, out, err = run(capsys, *arguments)
    assert code == 2
    assert out == ""
    assert "usage:" in err


def test_the_list_has_a_line_for_every_routine(
    capsys: pytest.CaptureFixture[str], profile: str
) -> None:
    code, out, err = run(capsys, "list", "--profile", profile)
    assert (code, err) == (0, "")
    assert len(out.splitlines()) == len(list((ROOT / "catalogue" / "routines").glob("*.yaml")))


def test_the_list_as_json_tells_minutes_places_and_equipment(
    capsys: pytest.CaptureFixture[str], profile: str
) -> None:
    _, out, _ = run(capsys, "list", "--json", "--profile", profile)
    chair = next(row for row in json.loads(out) if row["id"] == "desk-chair-2")
    assert chair["places"] == ["chair"]
    assert chair["equipment"] == ["chair"]
    assert 1.5 <= chair["minutes"] <= 2.5


def test_an_unknown_routine_is_one_line_with_those_there_are(
    capsys: pytest.CaptureFixture[str], profile: str
) -> None:
    code, out, err = run(capsys, "timeline", "nothing", "--profile", profile)
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert "'nothing'" in err
    assert "desk-chair-2" in err


def test_the_global_options_stand_before_or_behind_the_command(
    capsys: pytest.CaptureFixture[str], profile: str
) -> None:
    before = run(capsys, "--profile", profile, "timeline", "desk-chair-2", "--json")
    behind = run(capsys, "timeline", "desk-chair-2", "--json", "--profile", profile)
    assert before == behind
    assert before[0] == 0


@pytest.mark.parametrize("rate", [120, 240])
def test_a_timeline_tells_its_rate_and_dose(
    capsys: pytest.CaptureFixture[str], profile: str, rate: int
) -> None:
    arguments = ("timeline", "at-work", "--json", "--rate", str(rate), "--dose", "full")
    code, out, _ = run(capsys, *arguments, "--profile", profile)
    data: dict[str, Any] = json.loads(out)
    assert code == 0
    assert (data["rate_wpm"], data["dose"], data["routine"]) == (rate, "full", "at-work")


def test_a_timeline_can_be_told_as_to_somebody_who_has_met_everything(
    capsys: pytest.CaptureFixture[str], profile: str
) -> None:
    kinds = {}
    for met in ("0", "3", "9"):
        arguments = ("timeline", "at-work", "--json", "--met", met, "--profile", profile)
        _, out, _ = run(capsys, *arguments)
        cues = [cue for s in json.loads(out)["segments"] for cue in s["cues"]]
        kinds[met] = [cue["kind"] for cue in cues]
        assert all(cue["text"] == " ".join(cue["phrases"]) for cue in cues if cue["phrases"])
    assert kinds["0"].count("movement") == kinds["0"].count("preview") == 4
    assert kinds["3"].count("setup") == 4
    assert kinds["9"].count("setup") == 0
    assert all(told.count("dose") == 4 for told in kinds.values())


def test_without_a_voice_every_cue_is_a_tone(
    capsys: pytest.CaptureFixture[str], profile: str
) -> None:
    _, out, _ = run(capsys, "timeline", "at-work", "--json", "--voice", "off", "--profile", profile)
    channels = {cue["channel"] for s in json.loads(out)["segments"] for cue in s["cues"]}
    assert channels == {"tone"}


def test_the_shipped_catalogue_has_no_problems(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "catalogue", "check")
    assert (code, err) == (0, "")
    assert "no problems" in out


def test_a_broken_pack_is_told_by_file_line_and_field(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "wave.yaml").write_text("id: wave\nname: 7\nposition: floating\n")
    code, _, err = run(capsys, "catalogue", "check", str(tmp_path))
    assert code == 1
    assert any("wave.yaml:3: position:" in line for line in err.splitlines())


def test_a_pack_that_is_no_folder_is_a_problem(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "catalogue", "check", "nowhere")
    assert code == 1
    assert "nowhere: not a folder" in err


def test_the_export_has_every_source_exercise_and_routine(
    capsys: pytest.CaptureFixture[str], profile: str
) -> None:
    code, out, _ = run(capsys, "catalogue", "export", "--profile", profile)
    data = json.loads(out)
    assert code == 0
    ids = [source["id"] for source in data["sources"]]
    assert ids[:5] == ["000", "001", "002", "003", "004"]
    assert {"nhs-sitting", "ccohs", "ours"} < set(ids)
    assert all(
        source["file"] or source["address"] or source["id"] in ("ours", "mine")
        for source in data["sources"]
    )
    assert len(data["exercises"]) == len(list((ROOT / "catalogue" / "exercises").glob("*.yaml")))


@pytest.mark.parametrize("is_first", [True, False])
def test_global_options_count_before_the_command_and_after_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, is_first: bool
) -> None:
    profile = tmp_path / "mine"
    (profile / "config").mkdir(parents=True)
    (profile / "config" / "settings.json").write_text("{")
    option, command = ["--profile", str(profile)], ["list"]
    _, _, err = run(capsys, *(option + command if is_first else command + option))
    assert str(profile) in err


def test_a_session_plays_in_the_terminal_to_its_end(tmp_path: Path) -> None:
    log = tmp_path / "events"
    done = process(
        "play", "desk-chair-2", "--text", "--speed", "200",
        "--profile", str(tmp_path / "p"), "--event-log", str(log),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Session complete" in done.stdout
    events = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    names = [event["event"] for event in events]
    assert names[0] == "session_started"
    assert names[-1] == "session_ended"
    cues = [event for event in events if event["event"] == "cue"]
    assert all(isinstance(cue["started_ms"], int) for cue in cues)
    assert [cue["due_ms"] for cue in cues] == sorted(cue["due_ms"] for cue in cues)


def test_without_a_routine_the_terminal_plays_the_default(tmp_path: Path) -> None:
    done = process("play", "--text", "--speed", "500", "--profile", str(tmp_path / "p"))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("At the chair")


def test_an_event_log_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    done = process(
        "play", "--text", "--mute", "--profile", str(tmp_path), "--event-log", str(tmp_path)
    )
    assert done.returncode == 1
    assert done.stderr.startswith("backease: ")
    assert "Traceback" not in done.stderr


def test_broken_settings_are_told_and_the_session_plays(tmp_path: Path) -> None:
    config = tmp_path / "config"
    config.mkdir()
    (config / "settings.json").write_text('{"voice": {"rate_wpm": "quick"}}')
    done = process("play", "--text", "--speed", "500", "--profile", str(tmp_path))
    assert done.returncode == 0
    assert "settings.json:1: voice.rate_wpm" in done.stderr
    assert (config / "settings.json.broken").exists()


def test_nothing_to_say_is_a_problem(capsys: pytest.CaptureFixture[str], profile: str) -> None:
    code, _, err = run(capsys, "say", "  ", "--profile", profile)
    assert code == 1
    assert "nothing to say" in err


@pytest.mark.real_voice
def test_a_phrase_is_written_as_a_wave_file(tmp_path: Path) -> None:
    out = tmp_path / "switch.wav"
    done = process("say", "And switch sides.", "--out", str(out), "--profile", str(tmp_path / "p"))
    if "no voice" in done.stderr:
        pytest.skip(done.stderr)
    assert done.returncode == 0, done.stderr
    with wave.open(str(out)) as sound:
        assert 0.6 < sound.getnframes() / sound.getframerate() < 2.5


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["list"],
        ["catalogue", "export"],
        ["timeline", "desk-chair-2"],
        ["play", "--text", "--speed", "50"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_reader_that_goes_away_ends_the_command_without_a_word(
    profile: str, arguments: list[str]
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "backease_desktop", "--profile", profile, *arguments],
        cwd=ROOT,
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        timeout=PATIENCE_S,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full disk to try")
@pytest.mark.parametrize("command", [["list"], ["play", "--text", "--speed", "50"]], ids=str)
def test_an_output_that_is_full_is_one_line(profile: str, command: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "backease_desktop", "--profile", profile, *command],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=PATIENCE_S,
        )
    assert (done.returncode, done.stderr) == (1, "backease: the output: No space left on device\n")


def test_the_program_answers_to_the_word_by_which_it_starts_its_voice(tmp_path: Path) -> None:
    child = subprocess.run(
        [sys.executable, "-m", "backease_desktop", "--speech-child", str(tmp_path)],
        cwd=ROOT,
        input="",
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )
    first = json.loads(child.stdout.splitlines()[0])
    assert ("engine" in first, child.returncode) in ((True, 0), (False, NO_VOICE))
    assert child.stderr == ""


@pytest.mark.real_voice
@pytest.mark.parametrize("voice", ["nope", "gmw/en-uss", "+f3", "gmw/en-us "])
def test_a_voice_that_is_not_there_is_named_with_some_that_are(tmp_path: Path, voice: str) -> None:
    out = tmp_path / "x.wav"
    done = process(
        "say", "Hello.", "--voice", voice, "--out", str(out), "--profile", str(tmp_path / "p")
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"backease: no voice has the id {voice!r}; there ")
    assert len(done.stderr.splitlines()) == 1
    assert not out.exists()


def test_the_history_is_read_for_each_routine_and_not_for_each_phrase(
    capsys: pytest.CaptureFixture[str], profile: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = list[Kept]()

    def counted(kept: Kept) -> History:
        read.append(kept)
        return read_history(kept)

    monkeypatch.setattr(shelf, "read_history", counted)
    code, out, _ = run(capsys, "--profile", profile, "list")
    assert code == 0
    assert 0 < len(read) <= 3 * len(out.splitlines())
