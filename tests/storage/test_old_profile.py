"""What versions without a journal had kept in the profile."""

import json
from datetime import date
from pathlib import Path

import pytest

from backease_desktop.core.journal.entries import ProfileChanged, TakenOver
from backease_desktop.storage.old_profile import side_taken_over, taken_over


def test_what_was_met_and_done_is_taken_over_and_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "profile.json"
    said = {
        "understood": True,
        "met": {"plank": 3, "bridge": -1},
        "met_on": {"plank": "2026-11-10"},
        "done": ["mat-12"],
        "last_routine": "desk-chair-2",
    }
    path.write_text(json.dumps(said), encoding="utf-8")

    assert taken_over(path) == TakenOver(
        met={"plank": 3},
        met_on={"plank": date(2026, 11, 10)},
        done=("mat-12",),
        last_routine="desk-chair-2",
    )
    assert json.loads(path.read_text("utf-8")) == said


def test_a_profile_that_has_none_of_it_leaves_nothing_to_take_over(tmp_path: Path) -> None:
    path = tmp_path / "profile.json"
    assert taken_over(path) is None
    path.write_text('{"understood": true}', encoding="utf-8")
    assert taken_over(path) is None
    path.write_text("broken", encoding="utf-8")
    assert taken_over(path) is None


@pytest.mark.parametrize(
    ("said", "side"),
    [
        ('{"session": {"affected_side": "left"}}', "left"),
        ('{"session": {"affected_side": "right"}}', "right"),
        ('{"session": {"affected_side": "both"}}', None),
        ('{"session": {"affected_side": ["left"]}}', None),
        ('{"session": {}}', None),
        ("{}", None),
    ],
)
def test_a_side_is_taken_over_from_settings_where_one_was_chosen(
    tmp_path: Path, said: str, side: str | None
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(said, encoding="utf-8")

    expected = None if side is None else ProfileChanged(field="side", value=side)
    assert side_taken_over(path) == expected
    assert [one.name for one in tmp_path.iterdir()] == ["settings.json"]
    assert path.read_text("utf-8") == said
