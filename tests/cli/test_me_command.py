"""`backease me`: what is kept, what is refused in one clear line, and what it changes elsewhere."""

import json
from pathlib import Path

import pytest

from tests.cli.running import run


@pytest.fixture
def profile(tmp_path: Path) -> str:
    return str(tmp_path / "p")


Out = pytest.CaptureFixture[str]


def me(capsys: Out, profile: str, *words: str) -> dict[str, object]:
    code, out, err = run(capsys, "--profile", profile, "me", *words, "--json")
    assert (code, err) == (0, "")
    told: dict[str, object] = json.loads(out)
    return told


def test_what_was_said_is_kept_and_cleared(capsys: Out, profile: str) -> None:
    me(capsys, profile, "add", "disc")
    me(capsys, profile, "set", "pregnancy-week", "14")
    me(capsys, profile, "set", "affected-side", "left")
    me(capsys, profile, "set", "rather-not", "prone,kneel")

    told = me(capsys, profile, "show")
    assert told["conditions"] == ["disc", "pregnancy"]
    assert told["pregnancy-week"] == 14
    assert told["affected-side"] == "left"
    assert told["rather-not"] == ["kneel", "prone"]
    assert me(capsys, profile, "remove", "disc")["conditions"] == ["pregnancy"]
    cleared = me(capsys, profile, "clear")
    assert (cleared["conditions"], cleared["rather-not"]) == ([], [])
    assert me(capsys, profile, "show") == cleared


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("add", "flu"), "no condition is called 'flu'; there are "),
        (("add",), "me add wants a condition"),
        (("set", "pregnancy-week", "0"), "pregnancy-week should be a whole number from 1 to 42"),
        (("set", "pregnancy-week", "٣"), "pregnancy-week should be a whole number from 1 to 42"),
        (("set", "due-date", "soon"), "due-date should be a date such as 2027-05-01"),
        (("set", "due-date", "2001-01-01"), "due-date should lie within the next 42 weeks"),
        (("set", "affected-side", "up"), "affected-side should be one of left, right, both"),
        (("set", "rather-not", "fly"), "rather-not should be one of kneel, floor"),
        (("set", "shoes", "43"), "no key is called 'shoes'; there are pregnancy-week"),
        (("set", "affected-side"), "me set affected-side wants a value"),
        (("show", "disc"), "me show takes nothing more"),
    ],
)
def test_what_cannot_be_said_is_told_in_one_line_and_keeps_nothing(
    capsys: Out, profile: str, words: tuple[str, ...], expected: str
) -> None:
    code, out, err = run(capsys, "--profile", profile, "me", *words)

    assert (code, out) == (1, "")
    assert expected in err
    assert len(err.splitlines()) == 1
    assert me(capsys, profile, "show")["conditions"] == []


def timeline(capsys: Out, profile: str, *words: str) -> dict[str, object]:
    code, out, _ = run(capsys, "--profile", profile, "timeline", "mat-12", "--json", *words)
    assert code == 0
    told: dict[str, object] = json.loads(out)
    return told


def exercises(told: dict[str, object]) -> set[str]:
    segments = told["segments"]
    assert isinstance(segments, list)
    return {segment["exercise"] for segment in segments if segment["exercise"]}


def test_a_timeline_is_as_it_is_for_me_and_the_articles_for_anybody(
    capsys: Out, profile: str
) -> None:
    plain = timeline(capsys, profile)
    assert plain["changed"] == []
    me(capsys, profile, "set", "pregnancy-week", "30")
    mine = timeline(capsys, profile)

    assert isinstance(mine["changed"], list)
    avoided = {one["exercise"] for one in mine["changed"] if one["action"] == "avoid"}
    assert avoided
    assert not avoided & exercises(mine)
    named = {one["instead"] for one in mine["changed"] if one["instead"]}
    assert named <= exercises(mine)
    anybody = timeline(capsys, profile, "--for-anybody")
    assert exercises(anybody) == exercises(plain)
    assert anybody["changed"] == []
