"""The shipped routines: programmes that follow the articles, and desk sets that keep their word."""

from itertools import combinations, pairwise
from pathlib import Path

import pytest

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.routine import Order, Routine, RoutineKind
from backease_desktop.core.catalogue.words import DoseLevel, Equipment, Place
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.storage.wording_files import load_wording
from tests.catalogue.test_doses import ROWS

AT_FIRST = Preferences(dose=DoseLevel.GENTLE)
"""What a person begins with."""
WORDING = load_wording(Path(__file__).parents[2] / "catalogue" / "wording")

DESK_SETS = {"desk-chair-2": 2, "desk-standing-5": 5, "desk-no-mat-7": 7, "mat-12": 12}
"""Our own sets, with the minutes that their names promise."""

AT_THE_CHAIR = (
    "desk-chair-eyes",
    "desk-chair-hands",
    "desk-chair-hips",
    "desk-chair-legs",
    "desk-chair-neck",
    "desk-chair-posture",
    "desk-chair-shoulders",
    "desk-chair-turn",
    "desk-chair-upper-back",
    "desk-chair-wrists",
)
STANDING = (
    "desk-stand-hamstrings",
    "desk-stand-legs",
    "desk-stand-open",
    "desk-stand-reach",
    "wall-stand-2",
)
SHORT_SETS = AT_THE_CHAIR + STANDING
"""Our sets of two to three minutes, so that a short break is not the same one every time."""


def steps_of(routine: Routine) -> list[tuple[str, str]]:
    return [(step.exercise, step.prescription) for step in routine.steps]


def at_150_words_a_minute(text: str) -> Ms:
    return Ms(400 * len(text.split()) + 200)


def minutes(routine: Routine, catalogue: Catalogue) -> float:
    timeline = compile_timeline(routine, catalogue, AT_FIRST, WORDING, at_150_words_a_minute)
    return timeline.duration / MINUTE


def changes(routine: Routine, catalogue: Catalogue) -> int:
    """How often the position changes."""
    positions = [catalogue.exercise_of(step).position for step in routine.steps]
    return sum(a is not b for a, b in pairwise(positions))


def programmes(catalogue: Catalogue) -> list[Routine]:
    return [r for r in catalogue.routines.values() if r.kind is RoutineKind.PROGRAMME]


def test_each_article_and_each_section_has_one_programme(shipped: Catalogue) -> None:
    wanted = [(source.id, None) for source in shipped.sources.values() if source.file]
    wanted += [(s.id, section) for s in shipped.sources.values() for section in s.sections]

    assert sorted(((str(p.source), p.section) for p in programmes(shipped)), key=str) == sorted(
        wanted, key=str
    )


def test_a_programme_is_its_part_of_the_article_in_the_articles_order(shipped: Catalogue) -> None:
    rows = [row.split()[:2] for row in ROWS]
    for programme in programmes(shipped):
        key = f"{programme.source}/{programme.section}" if programme.section else programme.source
        told = [
            (exercise.rstrip("?"), dose)
            for dose, exercise in rows
            if dose == key or dose.startswith(f"{key}/")
        ]
        assert steps_of(programme) == told, programme.id


@pytest.mark.parametrize(("routine", "promised"), DESK_SETS.items())
def test_a_desk_set_lasts_about_as_long_as_its_name_says(
    shipped: Catalogue, routine: str, promised: int
) -> None:
    lasts = minutes(shipped.routines[routine], shipped)

    assert 0.8 * promised <= lasts <= 1.2 * promised


@pytest.mark.parametrize("routine", SHORT_SETS)
def test_a_short_set_lasts_two_to_three_minutes(shipped: Catalogue, routine: str) -> None:
    assert 1.4 <= minutes(shipped.routines[routine], shipped) <= 3.5


def test_desk_sets_are_the_ones_that_are_promised(shipped: Catalogue) -> None:
    ours = {r.id for r in shipped.routines.values() if r.kind is RoutineKind.DESK}

    assert ours == {*DESK_SETS, *SHORT_SETS}


def test_short_sets_stay_where_they_begin(shipped: Catalogue) -> None:
    places = {id_: shipped.places_of(shipped.routines[id_]) for id_ in SHORT_SETS}

    assert {id_: places[id_] for id_ in AT_THE_CHAIR} == dict.fromkeys(AT_THE_CHAIR, (Place.CHAIR,))
    assert {id_: places[id_] for id_ in STANDING} == dict.fromkeys(STANDING, (Place.STANDING,))


def test_no_two_short_sets_have_more_than_one_exercise_in_common(shipped: Catalogue) -> None:
    chosen = {
        id_: {step.exercise for step in shipped.routines[id_].steps}
        for id_ in (*SHORT_SETS, "desk-chair-2")
    }
    alike = [(a, b) for a, b in combinations(chosen, 2) if len(chosen[a] & chosen[b]) > 1]

    assert alike == []


def test_our_order_warms_up_first_and_changes_position_no_more_often(shipped: Catalogue) -> None:
    restless = []
    for programme in programmes(shipped):
        own, ours = (changes(programme.in_order(order), shipped) for order in Order)
        if ours > own:
            restless.append(f"{programme.id}: {ours} changes of position, the article has {own}")
    unordered = [p.id for p in programmes(shipped) if not p.our_order]

    assert restless == []
    assert unordered == []


def test_sets_for_the_desk_need_no_floor(shipped: Catalogue) -> None:
    places = {id_: shipped.places_of(shipped.routines[id_]) for id_ in DESK_SETS}

    assert places == {
        "desk-chair-2": (Place.CHAIR,),
        "desk-standing-5": (Place.STANDING,),
        "desk-no-mat-7": (Place.CHAIR, Place.STANDING),
        "mat-12": (Place.MAT,),
    }


def test_sets_for_the_desk_need_only_what_stands_there(shipped: Catalogue) -> None:
    at_hand = {Equipment.CHAIR, Equipment.DESK}
    needed = {
        id_: set(shipped.equipment_of(shipped.routines[id_]))
        for id_ in (*DESK_SETS, *SHORT_SETS)
        if "desk" in id_
    }

    assert {id_: things - at_hand for id_, things in needed.items() if things - at_hand} == {}


def test_a_desk_set_takes_each_position_once(shipped: Catalogue) -> None:
    for id_ in ("desk-chair-2", "desk-standing-5", "desk-no-mat-7"):
        routine = shipped.routines[id_]
        assert changes(routine, shipped) + 1 == len(shipped.positions_of(routine)), id_


def test_more_than_half_of_the_exercises_need_no_floor(shipped: Catalogue) -> None:
    no_floor = [e for e in shipped.exercises.values() if e.place is not Place.MAT]

    assert len(no_floor) > len(shipped.exercises) / 2
