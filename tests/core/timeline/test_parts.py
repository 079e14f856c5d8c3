"""Doses, layout, cards and exports: the parts that a timeline is made with."""

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.catalogue.export import exported as exported_catalogue
from backease_desktop.core.catalogue.search import Query, found
from backease_desktop.core.catalogue.words import DoseLevel, Order, SideMode
from backease_desktop.core.timeline import layout
from backease_desktop.core.timeline.cards import card_of
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.dose import dose_of, in_words
from backease_desktop.core.timeline.export import clock_time, cue_sheet, exported
from backease_desktop.core.timeline.phrasing import Phrasing
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.routine_card import RoutineCard, entry_of_card
from backease_desktop.core.timeline.segments import CueKind
from backease_desktop.core.timeline.voicing import Voicing
from backease_desktop.core.tones import TONE_LENGTH
from backease_desktop.core.units import Ms
from tests.fakes.small_catalogue import by_letters, english, exercise, small_catalogue
from tests.fakes.timeline_rules import broken_rules

CATALOGUE, WORDING, VOICING = small_catalogue(), english(), Voicing(by_letters)


@pytest.mark.parametrize(
    ("level", "seconds"), [(DoseLevel.GENTLE, 15), (DoseLevel.STANDARD, 20), (DoseLevel.FULL, 30)]
)
def test_a_level_picks_from_the_range(level: DoseLevel, seconds: int) -> None:
    twist = CATALOGUE.exercises["twist"]
    assert dose_of(twist, twist.prescriptions[0], level).hold == seconds * 1000


@given(st.integers(1, 30), st.integers(0, 10), st.sampled_from(list(DoseLevel)))
def test_an_alternating_dose_is_even_and_close_to_the_range(
    least: int, more: int, level: DoseLevel
) -> None:
    swings = exercise("swings", "standing", "alternate", reps={"min": least, "max": least + more})
    reps = dose_of(swings, swings.prescriptions[0], level).reps
    assert reps % 2 == 0
    assert max(2, least) <= reps <= max(2, least + more + (more == 0 and least % 2))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("twist", "hold 20 s · each side"),
        ("bird-dog", "10 × 4 s · sides in turn"),
        ("rolls", "10 times"),
        ("cat-cow", "7 breaths"),
        ("lifts", "5 × 6 s · 2 sets · each side"),
        ("glide", "10 × 3 s · the side that hurts"),
        ("feet-up", "hold 7 min"),
    ],
)
def test_a_dose_is_a_short_line(name: str, words: str) -> None:
    of = CATALOGUE.exercises[name]
    assert in_words(dose_of(of, of.prescriptions[0], DoseLevel.STANDARD)) == words


@given(st.integers(1000, 700_000), st.integers(20, 400), st.booleans())
def test_a_hold_keeps_its_length_and_its_cues_their_places(
    duration: int, per_letter: int, with_tip: bool
) -> None:
    voicing = Voicing(lambda text: Ms(min(1200, per_letter * len(text))))
    phrasing = Phrasing(voicing, WORDING)
    words = voicing.spoken(CueKind.TIP, "Keep your shoulders low.")
    has_room = with_tip and layout.has_room_for_tip(Ms(duration), words, phrasing)
    cues = layout.hold(Ms(duration), words if has_room else None, phrasing)
    assert cues[0].kind is CueKind.START
    assert cues[0].at == 0
    if duration >= 5000:
        for one, other in pairwise(cues):
            assert one.end <= other.at


def test_a_tone_without_words_is_as_long_as_the_tone() -> None:
    tick = VOICING.sounded(CueKind.END_TICK)
    assert tick.length == TONE_LENGTH[tick.tone]  # type: ignore[index]


def test_a_breath_lasts_as_long_as_is_chosen_unless_its_words_need_more() -> None:
    timeline = compile_timeline(
        CATALOGUE.routines["only-cat-cow"], CATALOGUE, Preferences(), WORDING, by_letters
    )
    assert timeline.segments[3].duration * 2 == Preferences().breath


def test_a_card_says_what_a_picker_must_know() -> None:
    card: RoutineCard = card_of(
        CATALOGUE.routines["everything"], CATALOGUE, Preferences(), WORDING, by_letters
    )
    assert card.has_affected
    assert [place.value for place in card.places] == ["chair", "mat", "standing"]
    assert len(card.steps) == len(CATALOGUE.exercises)
    assert card.duration > 60_000


def test_a_card_shows_the_order_that_is_chosen() -> None:
    two = CATALOGUE.routines["short"].with_(our_order=("rolls", "twist"))
    orders = {
        order: [
            step.exercise
            for step in card_of(two, CATALOGUE, Preferences(order=order), WORDING, by_letters).steps
        ]
        for order in Order
    }
    assert orders == {Order.ARTICLE: ["twist", "rolls"], Order.OURS: ["rolls", "twist"]}


def test_a_routine_is_found_by_the_exercises_in_it() -> None:
    cards = [
        card_of(routine, CATALOGUE, Preferences(), WORDING, by_letters)
        for routine in CATALOGUE.routines.values()
    ]
    entries = [entry_of_card(card) for card in cards]
    name = cards[0].steps[-1].name
    with_it = [card.id for card in cards if name in [step.name for step in card.steps]]
    assert set(found(entries, Query(words=name))) == set(with_it)
    assert len(with_it) < len(cards)


@pytest.mark.parametrize("name", [routine.id for routine in CATALOGUE.routines.values()])
def test_an_exported_timeline_counts_from_the_start_of_the_session(name: str) -> None:
    timeline = compile_timeline(
        CATALOGUE.routines[name], CATALOGUE, Preferences(), WORDING, by_letters
    )
    data = json.loads(json.dumps(exported(timeline)))
    assert data["duration_ms"] == sum(s["duration_ms"] for s in data["segments"])
    for before, segment in pairwise(data["segments"]):
        assert segment["start_ms"] == before["start_ms"] + before["duration_ms"]
    for segment in data["segments"]:
        for cue in segment["cues"]:
            assert 0 <= cue["at_ms"] - segment["start_ms"] <= segment["duration_ms"]
            assert cue["channel"] in ("voice", "tone")
    assert broken_rules(timeline) == []


def test_a_cue_sheet_has_a_line_for_every_segment_and_cue() -> None:
    timeline = compile_timeline(
        CATALOGUE.routines["short"], CATALOGUE, Preferences(), WORDING, by_letters
    )
    lines = list(cue_sheet(timeline))
    assert len(lines) == 1 + len(timeline.segments) + sum(len(s.cues) for s in timeline.segments)


def test_a_cue_sheet_tells_a_tone_from_words() -> None:
    bridge = CATALOGUE.routines["only-bridge"]
    loud, quiet = (
        list(cue_sheet(compile_timeline(bridge, CATALOGUE, chosen, WORDING, by_letters)))
        for chosen in (Preferences(), Preferences(voice=False))
    )
    assert sum('"Lift."' in line for line in loud) == 3
    assert any("(tone release, shows “And lower.”)" in line for line in loud)
    assert any(line.endswith("(tone tick)") for line in loud)
    assert not any('"' in line for line in quiet)
    assert any("(no tone, shows “Sit tall with both feet flat" in line for line in quiet)


@pytest.mark.parametrize(
    ("moment", "text"), [(0, "0:00"), (59_999, "0:59"), (61_000, "1:01"), (3_600_000, "60:00")]
)
def test_session_times_are_minutes_and_seconds(moment: int, text: str) -> None:
    assert clock_time(Ms(moment)) == text


@given(st.integers(0, 10**7))
def test_tenths_never_make_sixty_seconds(moment: int) -> None:
    seconds = float(clock_time(Ms(moment), tenths=True).split(":")[1])
    assert 0 <= seconds < 60


def test_an_exported_catalogue_has_every_field_of_the_contract() -> None:
    data = json.loads(json.dumps(exported_catalogue(CATALOGUE, lambda _: Ms(90_500))))
    assert data["version"] == 1
    glide = next(e for e in data["exercises"] if e["id"] == "glide")
    assert glide["sides"] == SideMode.AFFECTED
    assert glide["landmarks"] == {"left": "left arm up", "right": "right arm up"}
    dose = glide["prescriptions"][0]
    assert dose["hold_s"] == {"min": 3, "max": 3}
    assert {"section", "breaths", "sets", "sides", "assumed", "name_inferred"} <= dose.keys()
    everything = next(r for r in data["routines"] if r["id"] == "everything")
    assert everything["duration_s"] == 90
    assert everything["steps"][0] == {
        "exercise": "twist",
        "prescription_source": "000",
        "prescription": "000",
        "dose": None,
    }
