"""The rules of the plan, read from their file."""

from pathlib import Path

import pytest

from backease_desktop.storage.plan_file import PlanError, load_plan_rules
from tests.fakes.shipped_catalogue import CATALOGUE_FOLDER

SHIPPED = CATALOGUE_FOLDER / "plan.yaml"


def test_the_shipped_rules_are_six_weeks_with_ladders() -> None:
    rules = load_plan_rules(SHIPPED)

    assert rules.weeks == 6
    assert [ladder.id for ladder in rules.ladders][:2] == ["bridge", "plank"]
    assert rules.walking.minutes[-1] == 30


def test_a_file_that_is_missing_or_no_rules_says_which_and_why(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match=r"none\.yaml: cannot be read"):
        load_plan_rules(tmp_path / "none.yaml")
    broken = tmp_path / "plan.yaml"
    broken.write_text(SHIPPED.read_text("utf-8").replace("after", "x").replace("sessions: 3", ""))
    with pytest.raises(PlanError, match=r"plan\.yaml: up\.sessions: "):
        load_plan_rules(broken)
