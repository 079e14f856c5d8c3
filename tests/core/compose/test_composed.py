"""Sessions that fit: length, place, order, strength, and nothing that is not right."""

from collections import Counter
from collections.abc import Collection
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.catalogue.catalogue import Catalogue, catalogue_of
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.catalogue.words import (
    Area,
    DoseLevel,
    Equipment,
    Load,
    Place,
    Position,
    SideMode,
)
from backease_desktop.core.compose.composed import (
    Composed,
    Note,
    NothingFitsError,
    composed,
)
from backease_desktop.core.compose.wanted import AT_HAND, Wanted
from backease_desktop.core.person.person import NOBODY, Person
from backease_desktop.core.person.tailored import tailored
from backease_desktop.core.person.verdict import Asking, verdict
from backease_desktop.core.speaking_time import estimate
from backease_desktop.core.timeline.compile import phrases_of, session_timeline
from backease_desktop.core.timeline.phrases import every_phrase
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.segments import SegmentKind, Timeline
from backease_desktop.core.units import MINUTE, Ms
from tests.fakes.shipped_catalogue import shipped_catalogue
from tests.fakes.small_catalogue import english

SHIPPED = shipped_catalogue()
WORDING = english()
TODAY = date(2026, 11, 26)
CONDITIONS = sorted({rule.condition for rule in SHIPPED.rules})
LENGTHS: dict[str, Ms] = {}
LEAST_DIFFERENT = {2: 1, 3: 4, 5: 4, 7: 7, 10: 8, 15: 8, 20: 8}
"""By the minutes: of eight seeds that draw anew, how many sessions differ at any place and dose. In
two minutes at the full dose one exercise alone may fit."""


def length(text: str) -> Ms:
    return LENGTHS.setdefault(text, estimate(text, 150))


def somebody(*conditions: str) -> Person:
    person = NOBODY
    for condition in conditions:
        person = person.with_condition(condition)
    return person


class Room:
    """Where somebody has sessions put together; timelines are laid out once each."""

    def __init__(
        self,
        person: Person = NOBODY,
        dose: DoseLevel = DoseLevel.GENTLE,
        hurt: dict[str, int] | None = None,
        catalogue: Catalogue = SHIPPED,
    ) -> None:
        self.catalogue = catalogue
        self.asking = Asking(person, TODAY, hurt or {})
        self.preferences = Preferences(dose=dose)
        self._known: dict[tuple[str, object], Timeline] = {}

    def lay_out(self, routine: Routine) -> Timeline:
        key = routine.id, routine.steps
        if key not in self._known:
            mine = tailored(routine, self.asking, self.catalogue)
            assert mine.routine == routine, "what was put together needs no change by the door"
            self._known[key] = session_timeline(mine, self.preferences, WORDING, length)
        return self._known[key]

    def compose(self, minutes: float, place: Place, **more: object) -> Composed:
        wanted = Wanted(Ms(round(minutes * MINUTE)), place, **more)  # type: ignore[arg-type]
        return composed(wanted, self.asking, self.catalogue, "At the chair", self.lay_out)


def steps_of(made: Composed) -> tuple[str, ...]:
    return tuple(step.exercise for step in made.routine.steps)


def check(made: Composed, room: Room, minutes: float, place: Place) -> None:
    """Everything that holds of any session that was put together."""
    known = room.catalogue.exercises
    exercises = [known[id_] for id_ in steps_of(made)]
    assert 0.8 * minutes * MINUTE <= made.timeline.duration <= minutes * MINUTE
    assert {one.place for one in exercises} == {place}
    assert all(verdict(one, room.asking, room.catalogue).is_done for one in exercises)
    assert not set(steps_of(made)) & set(room.asking.hurt)
    assert all(one.sides is not SideMode.AFFECTED for one in exercises)
    assert len(exercises) <= 12
    assert max(Counter(steps_of(made)).values()) <= 2
    positions = [one.position for one in exercises]
    assert sum(a is not b for a, b in pairwise(positions)) == len(set(positions)) - 1
    kinds = ["warm" if e.load is Load.MOVING else "long" for e in exercises if not e.strengthens]
    assert kinds == sorted(kinds, reverse=True), "what warms up comes before what is held long"
    strong = [index for index, one in enumerate(exercises) if one.strengthens]
    assert strong == list(range(strong[0], strong[-1] + 1)) if strong else True
    work = Counter[bool]()
    for segment in made.timeline.segments:
        if segment.kind in (SegmentKind.HOLD, SegmentKind.MOVE) and segment.exercise:
            work[known[segment.exercise].strengthens] += segment.duration
    share = work[True] / work.total()
    is_weak = minutes >= 5 and share < 1 / 3
    assert is_weak == (Note.LITTLE_STRENGTH in made.notes)
    assert made.share == pytest.approx(share)


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("dose", DoseLevel)
def test_five_hundred_sessions_fit_and_have_their_third_of_strength(
    place: Place, dose: DoseLevel
) -> None:
    """They are drawn from all over: seeds that draw anew give other sessions."""
    room = Room(dose=dose)
    for minutes in LEAST_DIFFERENT:
        different = set()
        for seed in range(0, 96, 12):
            made = room.compose(minutes, place, seed=seed)
            check(made, room, minutes, place)
            assert not made.notes
            different.add(steps_of(made))
        assert len(different) >= LEAST_DIFFERENT[minutes], minutes


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("condition", CONDITIONS)
def test_for_each_condition_sessions_fit_and_have_nothing_that_is_avoided(
    place: Place, condition: str
) -> None:
    """`check` asks the rules themselves; where nothing is left, that is said instead."""
    room = Room(somebody(condition))
    for minutes in (2, 5, 10):
        for seed in (0, 12):
            try:
                made = room.compose(minutes, place, seed=seed)
            except NothingFitsError as error:
                said = str(error)
            else:
                said = "It fits this place."
                check(made, room, minutes, place)
            assert "this place" in said


@given(
    conditions=st.sets(st.sampled_from(CONDITIONS), max_size=4),
    hurt=st.sets(st.sampled_from(sorted(SHIPPED.exercises)), max_size=12),
    minutes=st.integers(1, 25),
    place=st.sampled_from(Place),
    seed=st.integers(0, 10**6),
    areas=st.frozensets(st.sampled_from(Area), max_size=2),
)
def test_whoever_it_is_for_it_fits_or_says_why_not(
    conditions: set[str],
    hurt: set[str],
    minutes: int,
    place: Place,
    seed: int,
    areas: frozenset[Area],
) -> None:
    room = Room(somebody(*sorted(conditions)), hurt=dict.fromkeys(hurt, 1))
    try:
        made = room.compose(minutes, place, seed=seed, areas=areas)
    except NothingFitsError as error:
        said = str(error)
    else:
        said = "It fits this place."
        check(made, room, minutes, place)
        again = Room(somebody(*sorted(conditions)), hurt=dict.fromkeys(hurt, 1))
        assert again.compose(minutes, place, seed=seed, areas=areas) == made
    assert "this place" in said


@pytest.mark.parametrize(
    ("place", "minutes"),
    [(Place.CHAIR, 2), (Place.CHAIR, 5), (Place.STANDING, 3), (Place.STANDING, 7), (Place.MAT, 7)],
)
def test_twelve_seeds_give_at_least_eight_different_sessions(place: Place, minutes: int) -> None:
    room = Room()

    made = {steps_of(room.compose(minutes, place, seed=seed)) for seed in range(12)}

    assert len(made) >= 8


def test_what_was_done_today_stays_away_as_long_as_the_time_can_be_filled() -> None:
    room, done = Room(), frozenset[str]()
    for seed in range(4):
        made = room.compose(2, Place.CHAIR, seed=seed, done_today=done)
        assert not done & set(steps_of(made))
        assert Note.DONE_TODAY not in made.notes
        done |= set(steps_of(made))


def test_where_everything_was_done_today_it_comes_again_and_that_is_said() -> None:
    done = frozenset(SHIPPED.exercises)

    made = Room().compose(5, Place.CHAIR, done_today=done)

    assert made.notes == (Note.DONE_TODAY,)


def test_wanted_areas_come_alone_where_they_can_and_with_others_where_not() -> None:
    room = Room()
    core = room.compose(10, Place.MAT, areas=frozenset({Area.CORE}))
    wrists = room.compose(10, Place.CHAIR, areas=frozenset({Area.WRISTS}))

    assert all(Area.CORE in SHIPPED.exercises[id_].areas for id_ in steps_of(core))
    assert core.notes == ()
    assert sum(Area.WRISTS in SHIPPED.exercises[id_].areas for id_ in steps_of(wrists)) >= 3
    assert wrists.notes == (Note.OTHER_AREAS,)


def test_eyes_and_wrists_come_only_if_they_are_wanted() -> None:
    room = Room()
    for seed in range(20):
        for id_ in steps_of(room.compose(5, Place.CHAIR, seed=seed)):
            assert not set(SHIPPED.exercises[id_].areas) <= {Area.EYES, Area.WRISTS}


def test_a_thing_that_is_not_at_hand_is_not_needed() -> None:
    room = Room()
    with_band = AT_HAND | {Equipment.BAND}
    rows = {
        things: [
            seed
            for seed in range(30)
            if "seated-row" in steps_of(room.compose(7, Place.CHAIR, seed=seed, things=things))
        ]
        for things in (AT_HAND, with_band)
    }

    assert rows[AT_HAND] == []
    assert rows[with_band] != []


def test_where_nothing_of_the_kind_is_allowed_it_says_that_there_is_little_strength() -> None:
    strong = {id_: 1 for id_, one in SHIPPED.exercises.items() if one.strengthens}

    made = Room(hurt=strong).compose(5, Place.CHAIR)

    assert made.strength == 0
    assert Note.LITTLE_STRENGTH in made.notes


def test_what_is_harder_than_what_hurt_does_not_come_either() -> None:
    room = Room(hurt={"knees-plank": 1, "sit-to-stand": 1})
    for place in Place:
        for seed in range(0, 60, 12):
            made = set(steps_of(room.compose(15, place, seed=seed)))
            assert not made & {"knees-plank", "plank", "forearm-plank"}
            assert not made & {"sit-to-stand", "mini-squat", "wall-sit", "lunge"}


def test_where_everything_is_avoided_it_says_why_in_a_sentence() -> None:
    hurt = dict.fromkeys(SHIPPED.exercises, 2)
    with pytest.raises(NothingFitsError, match=r"Nothing is left .* \(It hurt\)"):
        Room(hurt=hurt).compose(2, Place.CHAIR)
    with pytest.raises(NothingFitsError, match=r"Getting down|floor"):
        Room(somebody("floor")).compose(5, Place.MAT)


def test_minutes_that_cannot_be_filled_are_told_with_what_can() -> None:
    with pytest.raises(NothingFitsError, match=r"fills \d+ minutes, not 60 minutes"):
        Room().compose(60, Place.CHAIR)
    with pytest.raises(NothingFitsError, match=r"fills 1 minute: the shortest takes \d+ seconds"):
        Room().compose(0.75, Place.MAT)
    nothing = catalogue_of([], [], [], [])
    with pytest.raises(NothingFitsError, match="no exercise for this place"):
        Room(catalogue=nothing).compose(5, Place.CHAIR)


def test_everything_that_is_said_is_said_by_the_voice_of_the_pack() -> None:
    known, room = every_phrase(SHIPPED, WORDING), Room()
    for place in Place:
        for seed in range(0, 96, 12):
            made = room.compose(10, place, seed=seed, things=frozenset(Equipment))
            named = made.routine.with_(name=WORDING.fitted[place])
            assert not set(phrases_of(room.lay_out(named.with_(id="named")))) - known


def test_on_the_mat_one_ends_on_ones_back_rather_than_in_the_middle_of_ways() -> None:
    order = list(Position)
    down = ("all-fours", "kneeling", "prone", "side-lying", "supine")
    for seed in range(20):
        path = [
            SHIPPED.exercises[id_].position
            for id_ in steps_of(Room().compose(7, Place.MAT, seed=seed))
        ]
        assert set(path) <= set(order)
        assert [down.index(one) for one in path] == sorted(down.index(one) for one in path)


# Where packs bring hundreds


def often(times: int, exercises: Collection[Exercise] | None = None) -> Catalogue:
    """The shipped catalogue, with some of its exercises so many times more under other ids."""
    wanted = SHIPPED.exercises.values() if exercises is None else exercises
    more = [
        one.with_(
            id=f"{one.id}-{n}",
            easier=one.easier and f"{one.easier}-{n}",
            harder=one.harder and f"{one.harder}-{n}",
        )
        for n in range(times)
        for one in wanted
    ]
    known = [*SHIPPED.exercises.values(), *more]
    return catalogue_of(SHIPPED.sources.values(), known, (), SHIPPED.rules)


@pytest.fixture(scope="module")
def many() -> Catalogue:
    return often(12)


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("condition", ["", *CONDITIONS[:4]])
def test_of_hundreds_what_fits_comes_and_others_in_each_turn(
    many: Catalogue, place: Place, condition: str
) -> None:
    room = Room(somebody(*([condition] if condition else [])), catalogue=many)
    few = Room(somebody(*([condition] if condition else [])))
    for minutes in (2, 5, 10):
        met = set[str]()
        for turn in range(4):
            try:
                made = room.compose(minutes, place, seed=12 * turn)
            except NothingFitsError:
                with pytest.raises(NothingFitsError):
                    few.compose(minutes, place, seed=12 * turn)
                continue
            check(made, room, minutes, place)
            met |= set(steps_of(made))
        assert not met or len(met) > len(steps_of(made))


def test_of_hundreds_only_a_few_are_measured(many: Catalogue) -> None:
    room = Room(catalogue=many)
    room.compose(5, Place.CHAIR)
    measured = {steps[0].exercise for _, steps in room._known if len(steps) == 1}
    assert len(measured) <= 48
    there = [one for one in many.exercises.values() if one.place is Place.CHAIR]
    assert len(there) > 300


def test_what_was_done_today_stays_away_also_where_nothing_else_was_drawn() -> None:
    """Of hundreds that were done, and of one that was not, the one comes."""
    chair = [one for one in SHIPPED.exercises.values() if one.place is Place.CHAIR]
    room = Room(catalogue=often(12, chair))
    fresh = steps_of(Room().compose(5, Place.CHAIR))
    done = frozenset(room.catalogue.exercises) - set(fresh)

    made = room.compose(5, Place.CHAIR, done_today=done)

    assert set(steps_of(made)) <= set(fresh)
    assert not made.notes


def test_where_a_few_of_hundreds_cannot_fill_the_time_all_are_tried() -> None:
    """The few cannot have the wanted area with a third of strength; it is said, as of all."""
    eyes = [one for one in SHIPPED.exercises.values() if Area.EYES in one.areas]
    room = Room(catalogue=often(60, eyes))
    made = room.compose(10, Place.CHAIR, areas=frozenset({Area.EYES}))
    check(made, room, 10, Place.CHAIR)
    assert Note.OTHER_AREAS in made.notes or Note.LITTLE_STRENGTH in made.notes
