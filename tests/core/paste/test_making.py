"""From clear lines to a routine that can be played; the rest is handed back."""

from dataclasses import replace

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.words import Action, Position, SideMode
from backease_desktop.core.paste.making import AS_SHOWN, Given, Made, pack_of
from backease_desktop.core.paste.read import read_text
from backease_desktop.core.person.person import Person
from backease_desktop.core.person.verdict import Asking, verdict
from backease_desktop.core.values import words_of
from tests.core.paste.test_lines import catalogue, words
from tests.core.person.test_verdict import TODAY

GIVEN = Given("From my physio", "My physiotherapist", "2026-11-29")


def made(text: str) -> Made:
    return pack_of(read_text(text, words()), GIVEN, catalogue(), words().lexicon)


def joined(one: Made) -> Catalogue:
    assert one.pack is not None
    old = catalogue()
    return replace(
        old,
        exercises={**old.exercises, **{e.id: e for e in one.pack.exercises}},
        sources={**old.sources, **{s.id: s for s in one.pack.sources}},
    )


def test_a_clear_line_is_a_step_with_the_lines_own_dose() -> None:
    pack = made("Bird dog 3x10 each side, hold 5 s\nIce 10 min").pack
    assert pack is not None
    (step,) = pack.routines[0].steps

    assert step.exercise == "bird-dog"
    assert step.dose is not None
    fields = ("hold_s", "reps", "sets", "sides")
    assert {name: words_of(getattr(step.dose, name)) for name in fields} == {
        "hold_s": {"min": 5, "max": 5},
        "reps": {"min": 10, "max": 10},
        "sets": {"min": 3, "max": 3},
        "sides": SideMode.EACH,
    }


def test_what_is_unsure_is_handed_back_with_the_reason() -> None:
    one = made("Bridge 3x10\nShoulder rolls x10\nPlank 30")

    assert one.pack is not None
    assert len(one.pack.routines[0].steps) == 1
    assert [why for _, why in one.left] == ["which of these is meant?", "“30” has no unit"]


def test_without_a_clear_line_there_is_no_pack() -> None:
    assert made("Bridge\nHello").pack is None


def test_what_is_unknown_is_a_new_exercise_with_its_own_words() -> None:
    pack = made("Clamshells with band 3x15 each side").pack
    assert pack is not None
    (new,) = pack.exercises

    assert new.name.startswith("Clamshells")
    assert "Clamshells with band 3x15 each side" in new.text
    assert (new.position, new.where, new.unclassified) == (Position.STANDING, AS_SHOWN, True)
    assert new.equipment == ("band",)


def test_the_position_of_a_line_is_that_of_the_new_exercise() -> None:
    pack = made("Side lying clamshells 3x15 each side").pack
    assert pack is not None
    assert (pack.exercises[0].position, pack.exercises[0].where) == (Position.SIDE_LYING, None)


def test_whoever_has_a_condition_is_asked_before_an_exercise_of_which_nothing_is_known() -> None:
    one = made("Clamshells 3x15")
    assert one.pack is not None
    having = Person(conditions=("osteoporosis",))

    assert verdict(one.pack.exercises[0], Asking(Person(), TODAY), joined(one)).action is None
    asked = verdict(one.pack.exercises[0], Asking(having, TODAY), joined(one))
    assert asked.action is Action.ASK
    assert [(rule.condition, rule.source) for rule in asked.rules] == [
        ("osteoporosis", "Our own caution.")
    ]


def test_numbers_that_cannot_be_are_told_and_left_out() -> None:
    one = made("Bridge 3x10\nCalf raises 999 reps\nChild's pose 2 hours")

    assert [why for _, why in one.left] == [
        "999 repetitions are too many; the most is 200",
        "7200 seconds of a hold are too many; the most is 1800",
    ]


def test_two_new_exercises_of_one_name_have_two_ids() -> None:
    pack = made("Clamshells 3x15\nClamshells 2x10").pack
    assert pack is not None
    assert [one.id for one in pack.exercises] == ["clamshells", "clamshells-2"]


def test_each_side_of_what_is_done_with_both_at_once_is_no_fault() -> None:
    pack = made("Bridge 3x10 each side").pack
    assert pack is not None
    assert pack.routines[0].steps[0].dose is not None
    assert pack.routines[0].steps[0].dose.sides is None


def test_a_long_name_ends_with_a_whole_word() -> None:
    words_of_a_line = "Standing hip circles with both hands on the kitchen worktop 10 reps"
    pack = made(words_of_a_line).pack
    assert pack is not None
    (new,) = pack.exercises

    assert len(new.name) <= 48
    assert set(new.name.split()) <= set(words_of_a_line.split())
