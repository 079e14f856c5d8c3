"""What a voice pack is made from: whatever may be said in a session or a break is named."""

from functools import cache

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
LADDER = routine("ladder", "lifts", "turn").with_(
    **{"our_order": ("turn", "lifts"), "say": "The ladder"}
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
    own = routine("ladder", *names).with_(say="The ladder")
    for of in (own, LADDER):
        compiled = compile_timeline(of, CATALOGUE, preferences, WORDING, lambda _: Ms(700))
        assert set(phrases_of(compiled)) - phrases() == set()


def places(count: int) -> set[str]:
    return {place_phrase(number, count, WORDING) for number in range(1, count + 1)}


def left_of_a_hold() -> set[str]:
    left = [Ms(seconds * SECOND) for seconds in range(1, 91)]
    left += [Ms(minutes * MINUTE) for minutes in range(1, 11)]
    return {WORDING.resume.format(length=WORDING.length(one)) for one in left}


def lengths() -> set[str]:
    return {sentence(WORDING.in_minutes(Ms(minutes * MINUTE))) for minutes in range(1, 151)}


def of_breaks() -> set[str]:
    """All that is said whatever the routine is, put together anew."""
    named = {WORDING.pause, WORDING.hurts, WORDING.voice_test, WORDING.reminder_alone}
    for forms in (
        WORDING.hold,
        WORDING.halfway,
        WORDING.ten_left,
        WORDING.switch,
        WORDING.relax,
        WORDING.release,
        WORDING.dose.each_side,
    ):
        named.update(forms)
    for count in range(2, 13):
        named |= {sentence(WORDING.count_of_exercises(count)), *places(count)}
    named |= {sentence(WORDING.changed_for_you(count)) for count in range(1, 13)}
    for minutes in range(1, 21):
        named |= {WORDING.call_to(Ms(minutes * MINUTE), place) for place in Place}
    return named | left_of_a_hold() | lengths()


def test_without_a_catalogue_what_is_named_is_what_any_session_and_break_may_say() -> None:
    assert every_phrase(catalogue_of([], [], []), WORDING) == of_breaks()


def test_there_is_a_phrase_for_each_place_each_rest_of_a_hold_and_each_length() -> None:
    assert [len(places(count)) for count in (2, 12)] == [2, 12]
    assert len(left_of_a_hold()) == 98  # one minute and two are reached by seconds too
    assert len(lengths()) == 60 + 18  # from an hour on in fives


def test_a_catalogue_adds_its_own_words_and_no_others() -> None:
    more = phrases() - of_breaks()
    assert {"The ladder.", "Lifts.", "The next one is beside the desk."} <= more
    assert {"Four times.", "Six times.", "Nine times."} <= more
    assert not any("None" in phrase for phrase in more)
    assert len(more) < 100
