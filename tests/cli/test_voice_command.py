"""`backease voice`: the shipped script beside the pack, and what rendering needs."""

import json
from pathlib import Path

import pytest

from backease_desktop.cli import voice_command
from backease_desktop.cli.voice_command import coverage_of
from backease_desktop.core.voice import Pace
from backease_desktop.speech.pack.voice_pack import VoicePack
from tests.cli.running import run
from tests.fakes.voice_pack import PACK, PHRASES


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """The small pack in the place of the shipped one, and a script of two of its phrases."""
    monkeypatch.setattr(voice_command, "_pack_folder", lambda: PACK)
    monkeypatch.setattr(
        voice_command, "shipped_phrases", lambda: frozenset({"Two.", "Hold it.", "Lift."})
    )


def test_coverage_tells_what_is_missing_and_what_nobody_says() -> None:
    pack = VoicePack(PACK)
    found = coverage_of(pack, frozenset({"Two.", "Hold it.", "Lift."}))
    assert (found.phrases, found.in_pack) == (3, 2)
    assert (found.missing, found.unused) == (["Lift."], ["And relax."])
    seconds = sum((pack.length(t, p) or 0) / 1000 for t in PHRASES for p in Pace)
    assert found.seconds == pytest.approx(seconds, abs=0.1)
    assert found.bytes == sum(path.stat().st_size for path in PACK.iterdir())


def test_without_a_pack_everything_is_missing() -> None:
    found = coverage_of(None, frozenset({"Two."}))
    assert (found.in_pack, found.missing, found.bytes, found.seconds) == (0, ["Two."], 0, 0)


@pytest.mark.usefixtures("small")
def test_check_as_json_has_the_fields_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "voice", "check", "--json")
    assert (code, err) == (1, "")
    found = json.loads(out)
    assert list(found) == ["phrases", "in_pack", "missing", "unused", "bytes", "seconds"]
    assert found["missing"] == ["Lift."]


@pytest.mark.usefixtures("small")
def test_check_names_what_is_wrong_in_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "voice", "check")
    assert code == 1
    assert out.splitlines()[0].startswith("2 of 3 phrases are in the pack")
    assert out.splitlines()[1:] == ["missing: Lift.", "not said any more: And relax."]


@pytest.mark.usefixtures("small")
def test_a_long_list_is_cut_and_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    script = frozenset({*PHRASES, *(f"Number {n}." for n in range(25))})
    monkeypatch.setattr(voice_command, "shipped_phrases", lambda: script)
    _, out, _ = run(capsys, "voice", "check")
    assert len(out.splitlines()) == 1 + 20 + 1
    assert out.splitlines()[-1] == "missing: 5 more; --json names them all"


@pytest.mark.usefixtures("small")
def test_a_script_that_is_covered_is_success(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voice_command, "shipped_phrases", lambda: frozenset(PHRASES))
    assert run(capsys, "voice", "check")[0] == 0


def test_the_shipped_pack_covers_the_shipped_script(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "voice", "check")
    assert (code, err) == (0, "")
    assert len(out.splitlines()) == 1


@pytest.mark.usefixtures("small")
def test_render_says_what_it_needs_where_it_is_not_there(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, out, err = run(capsys, "voice", "render", "--environment", str(tmp_path / "none"))
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1
    for words in ("hibari-tts 0.2.1", "onnxruntime", "--install", str(tmp_path / "none")):
        assert words in err


@pytest.mark.usefixtures("small")
def test_render_outside_of_a_checkout_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(voice_command, "bundled", lambda name: tmp_path / name)
    code, _, err = run(capsys, "voice", "render")
    assert code == 1
    assert "in a checkout" in err
