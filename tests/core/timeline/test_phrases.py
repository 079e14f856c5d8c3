"""What a voice pack is made from: whatever may be said in a session or a break is named."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backease_desktop.core.catalogue.catalogue import Source, catalogue_of
from backease_desktop.core.catalogue.words import DoseLevel, Order, Place, Side
from backease_desktop.core.settings import Guidance
from backease_desktop.core.timeline.compile import compile_timeline, phrases_of
from backease_desktop.core.timeline.phrases import every_phrase
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.sayings import place_phrase
from backease_desktop.core.units import MINUTE, SECOND, Ms
from backease_desktop.core.wording import sentence
from tests.fakes.small_catalogue import english, exercise, routine

WORDING = english()
SOURCE = Source(id="000", title="An article", file="000.txt", about="An article.")
EXERCISES = (
    exercise("lifts", "side-lying", "each", {"load": "isometric"}, reps={"min": 4, "max": 9}),
    exercise("turn", "sitting", "affected", hold_s={"min": 10, "max": 30}),
    exercise("sway", "standing", "none", {"where": "beside the desk"}, reps=6, sets=2, rest_s=25),
)
LADDER = routine("ladder", "lifts", "turn").model_copy(
    update={"our_order": ("turn", "lifts"), "say": "The ladder"}
)
CATALOGUE = catalogue_of([SOURCE], EXERCISES, [LADDER])


@cache
def phrases() -> frozenset[str]:
    return every_phrase(CATALOGUE, WORDING)


@settings(max_examples=25)
@given(
    st.lists(st.sampled_from(["lifts", "turn", "sway"]), min_size=1, max_size=4),
    st.builds(
        Preferences,
        dose=st.sampled_from(DoseLevel),
        first_side=st.sampled_from(Side),
        affected_side=st.sampled_from([None, *Side]),
        order=st.sampled_from(Order),
        wait_for_me=st.booleans(),
        guidance=st.sampled_from(Guidance),
        met=st.dictionaries(st.sampled_from(["lifts", "turn", "sway"]), st.sampled_from([0, 3, 6])),
    ),
)
def test_whatever_is_put_together_is_said_in_phrases_that_are_named(
    names: list[str], preferences: Preferences
) -> None:
    own = routine("ladder", *names).model_copy(update={"say": "The ladder"})
    for of in (own, LADDER):
        compiled = compile_timeline(of, CATALOGUE, preferences, WORDING, lambda _: Ms(700))
        assert set(phrases_of(compiled)) - phrases() == set()


@pytest.mark.parametrize("count", range(2, 13))
def test_every_place_in_a_session_of_up_to_twelve_exercises_is_named(count: int) -> None:
    places = {place_phrase(number, count, WORDING) for number in range(1, count + 1)}
    assert sentence(WORDING.count_of_exercises(count)) in phrases()
    assert places <= phrases()
    assert len(places) == count


def test_whatever_may_be_left_of_a_hold_after_a_pause_is_named() -> None:
    left = [Ms(seconds * SECOND) for seconds in range(1, 91)]
    left += [Ms(minutes * MINUTE) for minutes in range(1, 11)]
    said = {WORDING.resume.format(length=WORDING.length(one)) for one in left}
    assert said <= phrases()
    assert len(said) == 98  # one minute and two are reached by seconds too


def test_the_calls_and_the_lengths_of_sessions_are_named() -> None:
    offers = {
        WORDING.call_to(Ms(minutes * MINUTE), place) for minutes in range(1, 21) for place in Place
    }
    lengths = {sentence(WORDING.in_minutes(Ms(minutes * MINUTE))) for minutes in range(1, 151)}
    breaks = {WORDING.pause, WORDING.hurts, WORDING.voice_test, WORDING.reminder_alone}
    assert offers | lengths | breaks <= phrases()


def test_every_form_of_what_recurs_is_named() -> None:
    forms = (
        WORDING.hold, WORDING.halfway, WORDING.ten_left, WORDING.switch, WORDING.relax,
        WORDING.release, WORDING.dose.each_side,
    )  # fmt: skip
    assert {form for each in forms for form in each} <= phrases()


def test_no_more_is_named_than_a_catalogue_has_words_for() -> None:
    """A pack of clips that are never heard would be a waste of everybody's disk."""
    bare = every_phrase(catalogue_of([], [], []), WORDING)
    more = phrases() - bare
    assert {"The ladder.", "Lifts.", "The next one is beside the desk."} <= more
    assert not any("None" in phrase for phrase in phrases())
    assert len(bare) < len(phrases()) < len(bare) + 100
