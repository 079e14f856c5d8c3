"""`backease compose`."""

import json
from pathlib import Path

import pytest

from tests.cli.running import run


def test_it_prints_a_session_that_fits_as_json(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    asked = ("--profile", str(tmp_path), "compose", "--minutes", "5", "--place", "chair", "--json")

    code, out, err = run(capsys, *asked)
    made = json.loads(out)

    assert (code, err) == (0, "")
    assert 240 <= made["duration_s"] <= 300
    assert made["routine"]["duration_s"] == made["duration_s"]
    assert made["routine"]["places"] == ["chair"]
    assert made["routine"]["steps"]
    assert made["strength_s"] >= made["work_s"] / 3
    assert run(capsys, *asked)[1] == out
    assert run(capsys, *asked, "--seed", "1")[1] != out


def test_it_prints_the_session_to_read(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    asked = ("--profile", str(tmp_path), "compose", "--minutes", "7", "--place", "mat")

    code, out, _ = run(capsys, *asked, "--areas", "core,lower-back")

    first, *_, last = out.splitlines()
    assert code == 0
    assert first.startswith("On the mat, ")
    assert last.endswith("of it is strength.")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--minutes", "60", "--place", "chair"), 1, "Choose fewer minutes or another place."),
        (("--minutes", "5", "--place", "mat", "--areas", "soul"), 1, "no area is called 'soul'"),
        (("--minutes", "5", "--place", "mat", "--with", "gun"), 1, "no thing is called 'gun'"),
        (("--minutes", "0", "--place", "mat"), 2, "not a whole number from 1 to 60"),
        (("--minutes", "5"), 2, "--place"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    words: tuple[str, ...],
    code: int,
    said: str,
) -> None:
    found, out, err = run(capsys, "--profile", str(tmp_path), "compose", *words)

    assert (found, out) == (code, "")
    assert said in err


def test_what_somebody_must_avoid_never_comes_and_what_is_left_is_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    run(capsys, "--profile", str(tmp_path), "me", "set", "rather-not", "floor")

    code, out, err = run(
        capsys, "--profile", str(tmp_path), "compose", "--minutes", "5", "--place", "mat"
    )

    assert (code, out) == (1, "")
    assert "Nothing is left for this place (mat)" in err
