"""Every choice of a person reaches the session: each setting does what its name says."""

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from backease_desktop.core.catalogue.words import DoseLevel, Order, Side
from backease_desktop.core.person.person import Person, SideThatHurts
from backease_desktop.core.profile import Profile
from backease_desktop.core.settings import (
    DoseChoice,
    Guidance,
    Say,
    SessionSettings,
    Settings,
    VoiceSettings,
)
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.preferences import Preferences, Telling, preferences_of
from backease_desktop.core.timeline.segments import CueKind, Segment, SegmentKind
from backease_desktop.core.units import Ms
from tests.fakes.small_catalogue import english, small_catalogue

CATALOGUE, WORDING = small_catalogue(), english()
TODAY = date(2026, 11, 17)
NO_TIME = Ms(1)
"""Words so short that every segment lasts as long as is chosen."""


def chosen(**session: object) -> Preferences:
    return preferences_of(
        Settings(session=SessionSettings(**session)),  # type: ignore[arg-type]
        Profile(),
        {},
        TODAY,
    )


def segments(routine: str, preferences: Preferences, kind: SegmentKind) -> list[Segment]:
    compiled = compile_timeline(
        CATALOGUE.routines[routine], CATALOGUE, preferences, WORDING, lambda _: NO_TIME
    )
    return [segment for segment in compiled.segments if segment.kind is kind]


def seconds(routine: str, preferences: Preferences, kind: SegmentKind) -> list[float]:
    return [segment.duration / 1000 for segment in segments(routine, preferences, kind)]


def test_every_preference_comes_from_its_own_choice() -> None:
    settings = Settings(
        session=SessionSettings(
            dose=DoseChoice.FULL,
            first_side=Side.LEFT,
            order=Order.OURS,
            prepare_s=21,
            switch_s=22,
            relax_s=23,
            position_s=24,
            floor_s=40,
            breath_s=9,
            wait_for_me=True,
            guidance=Guidance.ALWAYS,
        ),
        voice=VoiceSettings(say=Say.EVERYTHING, rate_wpm=130),
    )
    right = Person(side=SideThatHurts.RIGHT)
    assert preferences_of(settings, Profile(), {"plank": 4}, TODAY, person=right) == Preferences(
        dose=DoseLevel.FULL,
        rate_wpm=130,
        voice=True,
        talks=True,
        first_side=Side.LEFT,
        affected_side=Side.RIGHT,
        order=Order.OURS,
        prepare=Ms(21_000),
        first_prepare=Ms(21_000),
        switch=Ms(22_000),
        relax=Ms(23_000),
        position=Ms(24_000),
        floor=Ms(40_000),
        breath=Ms(9_000),
        wait_for_me=True,
        guidance=Guidance.ALWAYS,
        met={"plank": 4},
    )


def test_what_nobody_has_chosen_is_what_a_session_is_made_for() -> None:
    profile = Profile(first_start=TODAY - timedelta(days=365))
    settled, plain = preferences_of(Settings(), profile, {}, TODAY), Preferences()
    for each in fields(Preferences):
        assert getattr(settled, each.name) == getattr(plain, each.name), each.name


def test_both_sides_are_done_unless_one_is_affected() -> None:
    for side in (None, SideThatHurts.BOTH, SideThatHurts.NEITHER):
        person = Person(side=side)
        made = preferences_of(Settings(), Profile(), {}, TODAY, person=person)
        assert made.affected_side is None


@pytest.mark.parametrize(
    ("say", "voice", "talks"),
    [
        (Say.EVERYTHING, True, True),
        (Say.CUES, True, False),
        (Say.TONES, False, True),
        (Say.SILENT, False, True),
    ],
)
def test_what_is_heard_and_what_is_said_are_two_things(say: Say, voice: bool, talks: bool) -> None:
    made = preferences_of(Settings(voice=VoiceSettings(say=say)), Profile(), {}, TODAY)
    assert (made.voice, made.talks) == (voice, talks)


def test_time_to_get_ready_is_the_length_of_what_comes_before_a_start() -> None:
    told = replace(chosen(prepare_s=15), guidance=Guidance.NEVER)
    assert seconds("short", told, SegmentKind.PREPARE) == [15, 15]
    assert seconds("short", chosen(prepare_s=5), SegmentKind.PREPARE)[0] == 10


def test_only_the_first_exercise_has_ten_seconds_at_least() -> None:
    short = replace(chosen(prepare_s=5), guidance=Guidance.NEVER)
    assert seconds("short", short, SegmentKind.PREPARE) == [10, 5]


def test_time_to_change_position_is_the_length_of_turning_over() -> None:
    turning = seconds("everything", chosen(position_s=17), SegmentKind.POSITION)
    assert set(turning) == {17, 25}


def test_time_to_get_down_to_the_floor_is_its_own_and_never_less_than_turning_over() -> None:
    assert set(seconds("everything", chosen(floor_s=33), SegmentKind.POSITION)) == {12, 33}
    assert chosen(floor_s=20, position_s=30).floor == 30_000


def test_time_to_switch_sides_and_to_let_go_are_lengths_too() -> None:
    assert seconds("only-twist", chosen(switch_s=19), SegmentKind.SWITCH) == [19]
    assert seconds("only-twist", chosen(relax_s=31), SegmentKind.RELAX) == [31]


def test_a_breath_is_as_long_as_is_chosen_in_and_out_together() -> None:
    halves = seconds("only-cat-cow", chosen(breath_s=10), SegmentKind.MOVE)
    assert set(halves) == {5}
    assert all(isinstance(s.duration, int) for s in segments(
        "only-cat-cow", chosen(), SegmentKind.MOVE
    ))  # fmt: skip


def test_whoever_wants_to_be_waited_for_is_told_how_to_go_on_at_every_change() -> None:
    waiting = segments("everything", chosen(wait_for_me=True), SegmentKind.POSITION)
    assert all(segment.waits for segment in waiting)
    told = [[c.text for c in s.cues if c.kind is CueKind.WAIT] for s in waiting]
    assert told == [[WORDING.position.wait]] * len(waiting)


@pytest.mark.parametrize(
    ("guidance", "talks", "times", "telling"),
    [
        (Guidance.LEARN, True, 0, Telling.FULL),
        (Guidance.LEARN, True, 2, Telling.FULL),
        (Guidance.LEARN, True, 3, Telling.SHORT),
        (Guidance.LEARN, True, 5, Telling.SHORT),
        (Guidance.LEARN, True, 6, Telling.WORDS),
        (Guidance.ALWAYS, True, 6, Telling.FULL),
        (Guidance.NEVER, True, 0, Telling.NOTHING),
        (Guidance.ALWAYS, False, 0, Telling.NOTHING),
    ],
)
def test_how_much_is_told_follows_from_how_often_it_was_met(
    guidance: Guidance, talks: bool, times: int, telling: Telling
) -> None:
    preferences = Preferences(guidance=guidance, talks=talks, met={"plank": times, "rolls": 9})
    assert preferences.telling("plank") is telling
    met_never = Preferences(guidance=guidance, talks=talks).telling("twist")
    assert met_never is (Telling.NOTHING if telling is Telling.NOTHING else Telling.FULL)
