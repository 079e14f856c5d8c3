"""`backease export ROUTINE --audio FILE`: chapters are those of the timeline."""

import json
from pathlib import Path

import pytest

from backease_desktop.core.timeline.segments import SegmentKind
from tests.audio.file.marked import marks_of
from tests.cli.running import run

ROUTINE = "desk-chair-2"


@pytest.mark.parametrize("ending", [".mp3", ".opus", ".wav"])
def test_each_exercise_and_side_is_a_chapter_where_the_timeline_has_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"chair{ending}"
    profile = ("--profile", str(tmp_path / "profile"))

    code, said, err = run(capsys, *profile, "export", ROUTINE, "--audio", str(out))
    planned = json.loads(run(capsys, *profile, "timeline", ROUTINE, "--json")[1])

    assert (code, err) == (0, "")
    begins = [0] + [
        segment["start_ms"]
        for before, segment in zip(planned["segments"], planned["segments"][1:], strict=False)
        if segment["exercise"]
        and (
            segment["exercise"] != before["exercise"]
            or segment["kind"] in (SegmentKind.SWITCH, SegmentKind.REST)
        )
    ]
    marks = marks_of(out)
    assert len(marks) == len(begins) == 5
    for (at, _), begin in zip(marks, begins, strict=True):
        assert abs(at - begin) <= 20
    assert [title for _, title in marks][1:3] == [
        "Seated side bend, right arm up",
        "Seated side bend, left arm up",
    ]
    assert "0:00  At the chair" in said


def test_a_name_that_is_no_sound_is_told_before_anything_is_made(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "chair.flac"

    code, said, err = run(
        capsys, "--profile", str(tmp_path / "p"), "export", ROUTINE, "--audio", str(out)
    )

    assert (code, said) == (1, "")
    assert "should end in one of .wav, .mp3, .opus" in err


def test_what_somebody_must_avoid_is_not_in_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    profile = ("--profile", str(tmp_path / "profile"))
    run(capsys, *profile, "me", "add", "fusion")
    avoided = json.loads(run(capsys, *profile, "timeline", ROUTINE, "--json")[1])["changed"]

    _, said, _ = run(capsys, *profile, "export", ROUTINE, "--audio", str(tmp_path / "a.wav"))

    assert avoided
    assert "Seated twist" not in said
