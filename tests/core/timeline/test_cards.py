"""A routine's card, its entry for the search, and what a compiled routine knows of itself."""

from dataclasses import replace

import pytest

from backease_desktop.core.catalogue.catalogue import Source, catalogue_of
from backease_desktop.core.catalogue.search import Entry
from backease_desktop.core.catalogue.words import Area, DoseLevel, Equipment, Place, Position, Side
from backease_desktop.core.timeline.cards import card_of
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.fitting import fitting
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.routine_card import (
    RoutineCard,
    RoutineStep,
    entry_of_card,
    the_one_for,
)
from backease_desktop.core.timeline.segments import SegmentKind, Timeline
from backease_desktop.core.units import MINUTE, Ms
from tests.fakes.small_catalogue import by_letters, english, exercise, routine

WORDING = english()
SOURCE = Source(id="000", title="An article", file="000.txt", about="An article.")
TURN = exercise("turn", "sitting", "affected", hold_s=10)
LIFT = exercise("lift", "supine", "none", {"equipment": ["mat", "towel"]}, reps=5)
KNEEL = exercise("kneel", "kneeling", "each", hold_s=20)
TWO = routine("two", "turn", "lift").with_(source="000")
CATALOGUE = catalogue_of(
    [SOURCE], [TURN, LIFT, KNEEL], [TWO, routine("lift-it", "lift"), routine("kneel", "kneel")]
)


def card(name: str, preferences: Preferences | None = None) -> RoutineCard:
    return card_of(
        CATALOGUE.routines[name], CATALOGUE, preferences or Preferences(), WORDING, by_letters
    )


def compiled(name: str, **choices: object) -> Timeline:
    preferences = replace(Preferences(), **choices)  # type: ignore[arg-type]
    return compile_timeline(CATALOGUE.routines[name], CATALOGUE, preferences, WORDING, by_letters)


def test_a_card_says_everything_of_its_routine() -> None:
    assert card("two") == RoutineCard(
        id="two",
        name="Two",
        about="A routine of the small catalogue.",
        is_desk_set=TWO.kind == "desk",
        source_title="An article",
        duration=compiled("two").duration,
        places=(Place.CHAIR, Place.MAT),
        equipment=CATALOGUE.equipment_of(TWO),
        areas=(Area.CORE,),
        steps=(
            RoutineStep("turn", "Turn", "hold 10 s · the side that hurts", is_assumed=False),
            RoutineStep("lift", "Lift", "5 times", is_assumed=False),
        ),
        has_affected=True,
        meant_for=None,
        is_own=TWO.kind == "own",
    )
    assert set(card("two").equipment) == {Equipment.MAT, Equipment.TOWEL}


def test_a_card_lasts_as_long_as_the_dose_that_is_chosen() -> None:
    gentle = Preferences(affected_side=Side.LEFT, dose=DoseLevel.GENTLE)
    assert card("two", gentle).duration < card("two").duration
    assert not card("lift-it").has_affected
    assert card("lift-it").source_title is None


def test_a_routine_is_found_by_every_word_of_its_card_and_by_its_name_first() -> None:
    of = card("two").with_(
        name="Épaules", about="Zum Üben.", areas=(Area.CORE,), equipment=(),
        places=(Place.CHAIR,), duration=Ms(7),
    )  # fmt: skip
    assert entry_of_card(of) == Entry(
        "two",
        "epaules zum uben. turn lift core chair",
        frozenset([Place.CHAIR]),
        frozenset([Area.CORE]),
        Ms(7),
        " epaules ",
    )


@pytest.mark.parametrize(("over", "is_short"), [(0, True), (1, False)])
def test_a_routine_is_short_enough_up_to_half_a_minute_more(over: int, is_short: bool) -> None:
    little = card("two").with_(id="little", duration=Ms(MINUTE))
    longer = card("two").with_(id="longer", duration=Ms(5 * MINUTE + MINUTE // 2 + over))
    found = the_one_for([little, longer], Place.MAT, Ms(5 * MINUTE), ())
    assert found is (longer if is_short else little)
    fits = fitting([little, longer], Place.MAT, Ms(5 * MINUTE))
    assert (longer in fits) is is_short


@pytest.mark.parametrize(("under", "first"), [(0, "desk"), (1, "plain")])
def test_a_desk_set_stands_first_if_it_fills_six_tenths_of_the_time(under: int, first: str) -> None:
    plain = card("two").with_(id="plain", is_desk_set=False, duration=Ms(3 * MINUTE))
    desk = plain.with_(id="desk", is_desk_set=True, duration=Ms(3 * MINUTE - under))
    assert fitting([plain, desk], Place.MAT, Ms(5 * MINUTE))[0].id == first


# What a compiled routine knows of itself


def test_a_timeline_names_its_routine_dose_and_rate() -> None:
    made = compiled("two", dose=DoseLevel.FULL, rate_wpm=190)
    assert (made.routine, made.name) == ("two", "Two")
    assert (made.dose, made.rate_wpm) == (DoseLevel.FULL, 190)


def test_blocks_rise_by_one_from_the_intro_to_the_outro() -> None:
    made = compiled("two")
    blocks = [segment.block for segment in made.segments]
    assert sorted(set(blocks)) == list(range(blocks[-1] + 1))
    assert blocks == sorted(blocks)
    assert [s.kind for s in made.segments if s.block == blocks[-1]] == [SegmentKind.OUTRO]


def test_every_segment_of_an_exercise_knows_its_step_and_its_position() -> None:
    body = compiled("two").segments[1:-1]
    known = {(s.step, s.exercise, s.name, s.position) for s in body}
    assert known == {
        (0, "turn", "Turn", Position.SITTING),
        (1, "lift", "Lift", Position.SUPINE),
    }


def test_a_timeline_finds_a_segment_by_its_time_its_block_and_its_step() -> None:
    made = compiled("two")
    for index, (segment, start) in enumerate(zip(made.segments, made.starts, strict=True)):
        assert made.index_at(start) == made.index_at(Ms(start + segment.duration - 1)) == index
        assert made.segments[made.first_of_block(segment.block)].block == segment.block
        assert made.first_of_block(segment.block) <= index
    assert made.index_at(Ms(-1)) == 0
    assert made.index_at(made.duration) == len(made.segments) - 1
    assert made.first_of_step(1) == next(i for i, s in enumerate(made.segments) if s.step == 1)
    assert made.step_count == 2


def test_whoever_gets_up_slowly_ends_on_the_floor_and_is_not_spared_words() -> None:
    assert compiled("lift-it").segments[-1].cues[0].phrases[1:] == (WORDING.get_up_slowly,)
    assert compiled("lift-it", talks=False).segments[-1].cues[0].phrases == (WORDING.outro,)
