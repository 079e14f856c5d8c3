"""What is changed for a person, told to programs and in lines."""

from datetime import date

from backease_desktop.core.person.export import change_line, exported_changes
from backease_desktop.core.person.person import NOBODY
from backease_desktop.core.person.tailored import tailored
from backease_desktop.core.person.verdict import Asking
from tests.core.person.test_tailored import SHIPPED, routine_of

PERSON = NOBODY.with_condition("pregnancy-16").with_condition("stenosis").with_condition("disc")
MINE = tailored(
    routine_of("bridge", "forward-fold", "standing-back-extension", "neck-turn"),
    Asking(PERSON, date(2026, 11, 26)),
    SHIPPED,
)


def test_each_change_names_exercise_action_condition_and_what_comes_instead() -> None:
    told = [
        (one["exercise"], one["action"], one["condition"], one["instead"], one["comes"])
        for one in exported_changes(MINE.changes)
    ]

    assert told == [
        ("bridge", "avoid", "pregnancy-16", "all-fours-pelvic-tilt", False),
        ("forward-fold", "modify", "pregnancy", None, True),
        ("standing-back-extension", "ask", "stenosis", "wall-pelvic-tilt", True),
    ]


def test_every_reason_has_its_source_and_the_day_of_our_last_look() -> None:
    for one in exported_changes(MINE.changes):
        for reason in one["reasons"]:
            assert all(reason[field] for field in ("reason", "source", "reviewed"))


def test_a_line_says_what_comes_of_it_and_on_whose_word() -> None:
    lines = [change_line(one, SHIPPED) for one in MINE.changes]

    assert lines[0].startswith("Pelvic tilt on all fours comes instead of Bridge. Flat on the back")
    assert lines[1].startswith("Forward fold is changed: Bend only as far as there is room")
    assert lines[2].startswith("Standing back extension: ask first.")
    assert all("reviewed 2026-" in line for line in lines)


def test_one_that_gives_way_to_another_and_then_to_none_is_told_twice() -> None:
    person = NOBODY.with_condition("pregnancy-16")
    twice = tailored(
        routine_of("neck-turn", *["bridge"] * len(SHIPPED.exercises)),
        Asking(person, date(2026, 11, 26)),
        SHIPPED,
    )

    lines = [change_line(one, SHIPPED) for one in twice.changes]

    assert lines[0].startswith("Pelvic tilt on all fours comes instead of Bridge. Flat")
    assert "comes instead of Bridge where it comes again." in lines[1]
    assert lines[-1].startswith("Bridge is left out where it comes again. Flat")
