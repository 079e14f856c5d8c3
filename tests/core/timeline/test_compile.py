"""The timeline's grammar: what follows what, with what words, and how long it lasts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.catalogue.words import DoseLevel, Side
from backease_desktop.core.settings import Guidance
from backease_desktop.core.timeline.compile import compile_timeline, phrases_of
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.segments import (
    Channel,
    CueKind,
    Segment,
    SegmentKind,
    Timeline,
)
from backease_desktop.core.timeline.voicing import GAP
from backease_desktop.core.units import Ms
from tests.fakes.small_catalogue import by_letters, english, small_catalogue
from tests.fakes.timeline_rules import broken_rules

CATALOGUE, WORDING = small_catalogue(), english()


def timeline(name: str, per_letter: int = 60, **choices: object) -> Timeline:
    preferences = replace(Preferences(), **choices)  # type: ignore[arg-type]
    return compile_timeline(
        CATALOGUE.routines[name],
        CATALOGUE,
        preferences,
        WORDING,
        lambda text: Ms(per_letter * len(text)),
    )


def kinds(compiled: Timeline) -> list[str]:
    return [segment.kind.value for segment in compiled.segments]


def words(segment: Segment) -> list[str]:
    return [cue.text for cue in segment.cues if cue.text]


def counted(name: str) -> list[str]:
    """What is counted in the repetitions of a routine."""
    moves = only(timeline(name), SegmentKind.MOVE)
    kinds = (CueKind.START, CueKind.REP)
    return [cue.text for move in moves for cue in move.cues if cue.kind in kinds]


def only(compiled: Timeline, kind: SegmentKind) -> list[Segment]:
    return [segment for segment in compiled.segments if segment.kind is kind]


# Grammar


def test_a_hold_on_each_side_has_a_switch_between_and_relaxes_once() -> None:
    assert kinds(timeline("only-twist")) == [
        "intro", "prepare", "hold", "switch", "hold", "relax", "outro",
    ]  # fmt: skip


def test_a_hold_on_the_mat_begins_with_time_to_get_down() -> None:
    assert kinds(timeline("only-plank"))[:3] == ["intro", "position", "prepare"]


def test_repetitions_with_a_hold_go_in_hold_and_come_out() -> None:
    block = kinds(timeline("only-glide", affected_side=Side.LEFT))[2:-2]
    assert block == ["move", "hold", "move"] * 9 + ["move", "hold"]


def test_sets_rest_between_and_relax_after_the_last() -> None:
    compiled = timeline("only-lifts")
    assert kinds(compiled).count("rest") == 1
    assert kinds(compiled).count("relax") == 1
    assert kinds(compiled).count("switch") == 2
    rest = only(compiled, SegmentKind.REST)[0]
    assert words(rest)[0] == "Rest for twenty seconds."
    assert rest.duration == 20_000


def test_an_affected_side_is_the_only_side() -> None:
    sides = {s.side for s in timeline("only-glide", affected_side=Side.LEFT).segments}
    assert sides == {Side.LEFT, None}


def test_without_an_affected_side_both_sides_are_done() -> None:
    assert kinds(timeline("only-glide")).count("switch") == 1


def test_the_first_side_is_a_choice() -> None:
    assert [s.side for s in only(timeline("only-twist"), SegmentKind.HOLD)] == ["right", "left"]
    left = timeline("only-twist", first_side=Side.LEFT)
    assert [s.side for s in only(left, SegmentKind.HOLD)] == ["left", "right"]


def test_an_alternating_dose_counts_both_sides() -> None:
    reps = only(timeline("only-arms"), SegmentKind.MOVE)
    assert len(reps) == 20
    assert [s.side for s in reps[:4]] == ["right", "left", "right", "left"]


def test_the_exercises_change_position_with_time_to_do_so() -> None:
    compiled = timeline("everything")
    for before, segment in zip(compiled.segments, compiled.segments[1:], strict=False):
        if segment.step and segment.step != before.step and segment.position != before.position:
            assert segment.kind is SegmentKind.POSITION
            assert segment.duration >= 10_000


# Words


def test_a_switch_says_switch_sides_then_the_landmark_then_counts_in() -> None:
    switch = only(timeline("only-twist"), SegmentKind.SWITCH)[0]
    assert words(switch)[0].lower().endswith("switch sides.")
    assert words(switch)[1:] == ["Left arm up.", "Three", "Two", "One"]


def test_a_count_in_ends_one_second_before_the_start() -> None:
    for segment in timeline("everything").segments:
        counts = [cue.at for cue in segment.cues if cue.kind is CueKind.COUNT_IN]
        if counts:
            assert [segment.duration - at for at in counts] == [3000, 2000, 1000]


def test_a_long_hold_says_its_length_halfway_and_ten_seconds() -> None:
    hold = only(timeline("only-plank", dose=DoseLevel.FULL), SegmentKind.HOLD)[0]
    spoken = [(cue.kind, cue.at) for cue in hold.cues if cue.kind is not CueKind.END_TICK]
    assert spoken == [
        (CueKind.START, 0),
        (CueKind.TIP, 4000),
        (CueKind.HALFWAY, 30_000),
        (CueKind.TEN_LEFT, 50_000),
    ]
    assert hold.cues[0].text == WORDING.hold_for[0].format(length="one minute")


@pytest.mark.parametrize(
    ("dose", "left"),
    [
        (DoseLevel.GENTLE, ["Two minutes left.", "One minute left."]),
        (DoseLevel.FULL, ["Five minutes left.", "Two minutes left.", "One minute left."]),
    ],
)
def test_a_long_rest_says_five_two_and_one_minute_left_and_never_hold(
    dose: DoseLevel, left: list[str]
) -> None:
    rest = only(timeline("only-feet-up", dose=dose), SegmentKind.HOLD)[0]
    assert [cue.text for cue in rest.cues if cue.kind is CueKind.MINUTE_LEFT] == left
    assert rest.cues[0].text.startswith("Rest here for")
    assert "hold" not in " ".join(words(rest)).lower()


def test_ticks_mean_ending_and_stand_on_the_last_three_seconds() -> None:
    for hold in only(timeline("everything"), SegmentKind.HOLD):
        ticks = [hold.duration - c.at for c in hold.cues if c.kind is CueKind.END_TICK]
        assert ticks == ([3000, 2000, 1000] if hold.duration >= 5000 else [])


def test_repetitions_are_counted_and_the_last_is_announced() -> None:
    assert counted("only-rolls") == [
        "And one.", "Two.", "Three.", "Four.", "Five.", "Six.", "Seven.", "Eight.", "Nine.",
        "Last one.",
    ]  # fmt: skip


def test_alternating_repetitions_say_the_side_between_the_numbers() -> None:
    assert counted("only-arms")[:5] == [
        "And one. Right.", "Left.", "Two. Right.", "Left.", "Three. Right.",
    ]  # fmt: skip
    assert counted("only-arms")[-1] == "Last one. Left."


def test_breaths_are_paced_in_and_out() -> None:
    half, other = only(timeline("only-cat-cow"), SegmentKind.MOVE)[:2]
    assert words(half) + words(other) == ["Breathe in.", "Breathe out."]
    assert half.duration == other.duration == 3000


@pytest.mark.parametrize(
    ("met", "said"), [(0, "full"), (2, "full"), (3, "short"), (5, "short"), (6, None)]
)
def test_a_set_up_is_told_in_full_three_times_then_briefly_then_no_more(
    met: int, said: str | None
) -> None:
    prepare = only(timeline("only-rolls", met={"rolls": met}), SegmentKind.PREPARE)[0]
    setups = [cue.text for cue in prepare.cues if cue.kind is CueKind.SETUP]
    expected = {
        "full": ["Sit tall with both feet flat on the floor."],
        "short": ["Sit tall, feet flat."],
        None: [],
    }
    assert setups == expected[said]


def test_a_set_up_that_is_always_wanted_is_always_told() -> None:
    always = timeline("only-rolls", met={"rolls": 99}, guidance=Guidance.ALWAYS)
    assert CueKind.SETUP in [cue.kind for cue in only(always, SegmentKind.PREPARE)[0].cues]


def test_cues_only_leaves_out_all_that_is_not_needed() -> None:
    spare = timeline("everything", talks=False)
    said = {cue.kind for segment in spare.segments for cue in segment.cues}
    assert not said & {CueKind.SETUP, CueKind.TIP, CueKind.COME_OUT}


# Time


@given(
    st.sampled_from([r.id for r in CATALOGUE.routines.values()]),
    st.integers(20, 160),
    st.sampled_from(list(DoseLevel)),
    st.booleans(),
    st.sampled_from([None, *Side]),
    st.booleans(),
)
def test_no_choice_and_no_length_of_words_breaks_a_rule(
    name: str,
    per_letter: int,
    dose: DoseLevel,
    voice: bool,
    affected: Side | None,
    talks: bool,
) -> None:
    compiled = timeline(
        name, per_letter, dose=dose, voice=voice, affected_side=affected, talks=talks
    )
    assert broken_rules(compiled) == []


@given(st.sampled_from([r.id for r in CATALOGUE.routines.values()]), st.integers(20, 160))
def test_with_and_without_a_voice_the_timeline_is_one(name: str, per_letter: int) -> None:
    loud, quiet = timeline(name, per_letter), timeline(name, per_letter, voice=False)
    assert loud.starts == quiet.starts
    assert [[(c.at, c.kind, c.text) for c in s.cues] for s in loud.segments] == [
        [(c.at, c.kind, c.text) for c in s.cues] for s in quiet.segments
    ]
    assert {c.channel for s in quiet.segments for c in s.cues} == {Channel.TONE}


def test_words_that_take_longer_stretch_what_lies_between_holds_and_never_a_hold() -> None:
    brisk, slow = timeline("everything", 40), timeline("everything", 150)
    assert slow.duration > brisk.duration
    assert [s.duration for s in only(brisk, SegmentKind.HOLD)] == [
        s.duration for s in only(slow, SegmentKind.HOLD)
    ]


def test_a_preview_is_followed_by_its_set_up_after_a_gap() -> None:
    prepare = only(timeline("only-rolls"), SegmentKind.PREPARE)[0]
    kinds = [cue.kind for cue in prepare.cues]
    preview, setup = kinds.index(CueKind.PREVIEW), kinds.index(CueKind.SETUP)
    assert setup == preview + 2  # the dose stands between
    assert prepare.cues[setup].at == prepare.cues[setup - 1].end + GAP


def test_phrases_are_named_once_in_the_order_of_need() -> None:
    phrases = phrases_of(timeline("short"))
    assert len(phrases) == len(set(phrases))
    assert phrases[0].startswith("Short.")
    assert by_letters(phrases[-1]) == by_letters(WORDING.outro)
