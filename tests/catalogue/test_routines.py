"""The shipped routines: programmes that follow the articles, and desk sets that keep their word."""

from itertools import pairwise
from pathlib import Path

import pytest

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.routine import Routine, RoutineKind
from backease_desktop.core.catalogue.words import Equipment, Place
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.storage.wording_files import load_wording
from tests.catalogue.test_doses import ROWS

WORDING = load_wording(Path(__file__).parents[2] / "catalogue" / "wording")

DESK_SETS = {"desk-chair-2": 2, "desk-standing-5": 5, "desk-no-mat-7": 7, "mat-12": 12}
"""Our own sets, with the minutes that their names promise."""


def steps_of(routine: Routine) -> list[tuple[str, str]]:
    return [(step.exercise, step.prescription) for step in routine.steps]


def at_150_words_a_minute(text: str) -> Ms:
    return Ms(400 * len(text.split()) + 200)


def minutes(routine: Routine, catalogue: Catalogue) -> float:
    timeline = compile_timeline(routine, catalogue, Preferences(), WORDING, at_150_words_a_minute)
    return timeline.duration / MINUTE


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


def test_desk_sets_are_the_ones_that_are_promised(shipped: Catalogue) -> None:
    ours = {r.id for r in shipped.routines.values() if r.kind is RoutineKind.DESK}

    assert ours == set(DESK_SETS)


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
        id_: set(shipped.equipment_of(shipped.routines[id_])) for id_ in DESK_SETS if "desk" in id_
    }

    assert {id_: things - at_hand for id_, things in needed.items() if things - at_hand} == {}


def test_a_desk_set_takes_each_position_once(shipped: Catalogue) -> None:
    for id_ in ("desk-chair-2", "desk-standing-5", "desk-no-mat-7"):
        routine = shipped.routines[id_]
        positions = [shipped.exercise_of(step).position for step in routine.steps]
        changes = sum(a is not b for a, b in pairwise(positions))
        assert changes + 1 == len(set(positions)), id_


def test_about_twenty_exercises_need_no_floor(shipped: Catalogue) -> None:
    no_floor = [e for e in shipped.exercises.values() if e.place is not Place.MAT]

    assert len(no_floor) >= 20
