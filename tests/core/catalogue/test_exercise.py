"""An exercise says everything that a session will need, or is refused."""

from typing import Any

import pytest
from pydantic import ValidationError

from backease_desktop.core.catalogue.exercise import Landmarks
from backease_desktop.core.catalogue.words import PLACE_OF, Place, Position, Side
from tests.core.catalogue.samples import HOLD, exercise

SIDES = {"left": "left arm up", "right": "right arm up"}


@pytest.mark.parametrize("sides", ["each", "alternate", "affected"])
def test_sides_need_landmarks(sides: str) -> None:
    with pytest.raises(ValidationError, match="landmarks: an exercise with sides needs"):
        exercise(sides=sides)

    assert exercise(sides=sides, landmarks=SIDES).landmarks is not None


def test_a_prescription_with_sides_needs_landmarks_too() -> None:
    with pytest.raises(ValidationError, match="landmarks: an exercise with sides needs"):
        exercise(prescriptions=[{**HOLD, "sides": "each"}])


def test_breaths_need_words_for_in_and_out() -> None:
    breaths = [{"source": "clinic", "breaths": 5}]
    with pytest.raises(ValidationError, match="needs words for in and out"):
        exercise(prescriptions=breaths)

    paced = exercise(prescriptions=breaths, breath={"in": "grow", "out": "sink"})
    assert paced.breath is not None
    assert (paced.breath.inwards, paced.breath.outwards) == ("grow", "sink")


def test_one_source_prescribes_an_exercise_once() -> None:
    with pytest.raises(ValidationError, match="'clinic' is given twice"):
        exercise(prescriptions=[HOLD, HOLD])


@pytest.mark.parametrize(
    ("field", "limit"),
    [
        ("setup", 12),
        ("setup_short", 6),
        ("movement", 14),
        ("breath_hint", 10),
        ("where", 6),
        ("tip", 8),
        ("release", 8),
        ("say", 6),
    ],
)
def test_spoken_words_are_counted(field: str, limit: int) -> None:
    words = ["word"] * limit
    assert exercise(**{field: " ".join(words)})
    with pytest.raises(ValidationError, match=f"at most {limit}"):
        exercise(**{field: " ".join([*words, "more"])})


def test_the_words_of_a_repetition_come_in_pairs_of_at_most_three() -> None:
    rep = exercise(**{"in": "Lift", "out": "and lower"})
    assert (rep.rep_in, rep.rep_out) == ("Lift", "and lower")
    with pytest.raises(ValidationError, match="in, out: a repetition needs both words"):
        exercise(**{"in": "Lift"})
    with pytest.raises(ValidationError, match="at most 3"):
        exercise(**{"in": "Lift your hips up", "out": "and lower"})


ROUND = {"to": "hold", "seconds": 2.5, "say": "round up"}
LEVEL = {"to": "setup", "seconds": 2, "say": "and level"}


def test_phases_come_back_and_lead_to_the_hold_once() -> None:
    assert [phase.to for phase in exercise(phases=[ROUND, LEVEL]).phases] == ["hold", "setup"]
    with pytest.raises(ValidationError, match="comes back `to: setup`"):
        exercise(phases=[LEVEL, ROUND])
    with pytest.raises(ValidationError, match="exactly one phase `to: hold`"):
        exercise(phases=[LEVEL, LEVEL])
    with pytest.raises(ValidationError, match="exactly one phase `to: hold`"):
        exercise(phases=[ROUND, ROUND, LEVEL])
    with pytest.raises(ValidationError, match="leave out `in` and `out`"):
        exercise(phases=[ROUND, LEVEL], **{"in": "Lift", "out": "and lower"})


def test_phases_without_a_hold_may_lead_anywhere() -> None:
    reps = [{"source": "clinic", "reps": 5}]
    circle = [{**ROUND, "to": "up"}, LEVEL]
    assert len(exercise(phases=circle, prescriptions=reps).phases) == 2


@pytest.mark.parametrize(
    ("changes", "seconds"),
    [
        ({"position": "sitting"}, 6),
        ({"position": "standing"}, 6),
        ({"position": "supine"}, 10),
        ({"position": "side-lying"}, 14),
        ({"position": "kneeling", "seconds_to_switch": 14}, 14),
    ],
)
def test_changing_sides_takes_longer_on_the_floor_and_longest_where_the_body_turns(
    changes: dict[str, Any], seconds: float
) -> None:
    assert exercise(**changes).switching == seconds


@pytest.mark.parametrize(
    ("changes", "first"),
    [
        ({}, False),
        ({"load": "moving"}, False),
        ({"load": "isometric"}, True),
        ({"load": "loaded"}, True),
        ({"release_first": True}, True),
    ],
)
def test_whoever_holds_a_load_is_told_the_way_out_first(
    changes: dict[str, Any], first: bool
) -> None:
    assert exercise(**changes).tells_way_out_first is first


def test_a_dose_of_ours_says_why() -> None:
    ours = {"source": "ours", "hold_s": 10}
    with pytest.raises(ValidationError, match="reason: a dose of ours says why"):
        exercise(prescriptions=[ours])
    assert exercise(prescriptions=[{**ours, "reason": "Half of the full one."}])


@pytest.mark.parametrize("word", ["Arch", "arching", "arched", "ARCHES"])
def test_nothing_spoken_says_arch(word: str) -> None:
    with pytest.raises(ValidationError, match='never say "arch"'):
        exercise(tip=f"{word} your back.")


def test_words_that_only_look_like_arch_may_be_said() -> None:
    assert exercise(tip="Starch is not the archbishop.")


@pytest.mark.parametrize("id_", ["Bow", "bow_down", "bow--down", "-bow", "bow down", "böw", ""])
def test_ids_are_small_letters_digits_and_hyphens(id_: str) -> None:
    with pytest.raises(ValidationError):
        exercise(id_, name="A bow")


@pytest.mark.parametrize(
    "changes",
    [{"colour": "red"}, {"areas": []}, {"prescriptions": []}, {"seconds_per_rep": 0.5}],
)
def test_what_makes_no_sense_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        exercise(**changes)


def test_the_spoken_name_is_the_name_unless_another_is_given() -> None:
    assert exercise(name="Cat-camel").spoken_name == "Cat-camel"
    assert exercise(name="Cat-camel", say="Cat camel").spoken_name == "Cat camel"


def test_a_prescription_is_found_by_its_key() -> None:
    bow = exercise(prescriptions=[HOLD, {**HOLD, "section": "core"}])

    assert bow.prescription("clinic/core") is bow.prescriptions[1]
    assert bow.prescription("clinic/hips") is None


def test_each_side_has_its_landmark() -> None:
    landmarks = Landmarks(left="left arm up", right="right arm up")

    assert landmarks.of(Side.LEFT) == "left arm up"
    assert landmarks.of(Side.LEFT.other) == "right arm up"


def test_every_position_has_a_place() -> None:
    assert set(PLACE_OF) == set(Position)
    assert exercise(position="supine").place is Place.MAT
