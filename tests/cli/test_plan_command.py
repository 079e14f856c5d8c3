"""`backease plan`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.fakes.shipped_catalogue import CATALOGUE_FOLDER

RULES = CATALOGUE_FOLDER / "plan.yaml"
THREE = ("--days", "3", "--minutes", "10", "--places", "chair,mat")
Plan = Callable[..., tuple[int, str, str]]


@pytest.fixture
def plan(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Plan:
    return lambda *words: run(capsys, "--profile", str(tmp_path), "plan", *words)


def test_a_plan_is_started_shown_changed_and_thrown_away(plan: Plan) -> None:
    assert plan("show")[:2] == (0, "No plan is on.\n")
    code, out, _ = plan("start", *THREE)
    assert code == 0
    assert out.startswith("Week 1 of 6: 0 of 18 sessions done (3 a week, 10 minutes, chair, mat).")
    assert "Plank: Plank on your knees, hold 10 s (rung 1 of 6)" in out

    assert "backease: a plan is on" in plan("start", *THREE)[2]
    assert "0 of 12 sessions done (2 a week, 10" in plan("change", "--days", "2")[1]
    told = json.loads(plan("show", "--json")[1])
    assert (told["days"], told["minutes"], told["places"]) == (2, 10, ["chair", "mat"])
    assert {"id": "plank", "rung": 1, "hold_s": 10}.items() <= told["ladders"][1].items()

    assert plan("stop")[1] == "No plan is on.\n"
    assert json.loads(plan("show", "--json")[1]) == {"on": False}


def test_the_shipped_rules_are_proved(plan: Plan) -> None:
    code, out, err = plan("prove", "--json")

    found = json.loads(out)
    assert (code, err, found["violations"]) == (0, "", [])
    assert found["states"] > 100


def test_rules_that_were_tampered_with_fail_by_name(plan: Plan, tmp_path: Path) -> None:
    tampered = tmp_path / "plan.yaml"
    tampered.write_text(RULES.read_text("utf-8").replace("sessions: 3", "sessions: 1"), "utf-8")

    code, out, err = plan("prove", str(tampered))

    assert code == 1
    assert " 0 violations" not in out
    assert "up: plank goes up after 1 good sessions in a row" in err


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ("weeks: 6", "weeks: six", "weeks: Input should be a valid integer"),
        ("    source: ours", "    sauce: ours", "ladders.0.source: Field required"),
        ("ladders:", "ladders: [", "not YAML"),
    ],
)
def test_a_file_that_is_no_rules_is_told_in_a_sentence(
    plan: Plan, tmp_path: Path, was: str, becomes: str, said: str
) -> None:
    broken = tmp_path / "plan.yaml"
    broken.write_text(RULES.read_text("utf-8").replace(was, becomes, 1), "utf-8")

    code, out, err = plan("prove", str(broken))

    assert (code, out) == (1, "")
    assert said in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("start", "--days", "3"), "a plan wants three answers"),
        (("start", "--days", "3", "--minutes", "9", "--places", "bed"), "no place is called 'bed'"),
        (("change", "--days", "3"), "no plan is on"),
        (("resume",), "no plan is on"),
        (("show", "some.yaml"), "plan show takes no file"),
    ],
)
def test_what_cannot_be_done_is_told(plan: Plan, words: tuple[str, ...], said: str) -> None:
    code, out, err = plan(*words)

    assert (code, out) == (1, "")
    assert said in err
