"""What is let into a hold: what is optional gives way, and nothing is let in that would crowd."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.timeline import layout
from backease_desktop.core.timeline.count_in import COUNT_IN, count_in_of, resume_phrases
from backease_desktop.core.timeline.phrasing import MOST_TIMES, Phrasing
from backease_desktop.core.timeline.segments import Channel, Cue, CueKind, Segment, SegmentKind
from backease_desktop.core.timeline.voicing import AFTER_TONE, GAP, Voicing
from backease_desktop.core.tones import TONE_LENGTH, ToneName
from backease_desktop.core.units import Ms
from tests.fakes.small_catalogue import english

WORDING = english()


def phrasing(length: int = 1_000) -> Phrasing:
    return Phrasing(Voicing(lambda _: Ms(length)), WORDING)


def tip(length: int) -> Cue:
    return Cue(Ms(0), Ms(length), CueKind.TIP, Channel.VOICE, "Slowly.")


def placed(duration: int, length: int = 1_000, of_tip: int | None = None) -> list[tuple[str, int]]:
    words = None if of_tip is None else tip(of_tip)
    cues = layout.hold(Ms(duration), words, phrasing(length))
    return [(cue.kind.value, cue.at) for cue in cues if cue.kind is not CueKind.END_TICK]


# What a hold says


@pytest.mark.parametrize(
    ("duration", "cues"),
    [
        (4_999, [("start", 0)]),
        (19_999, [("start", 0)]),
        (20_000, [("start", 0), ("halfway", 10_000)]),
        (29_999, [("start", 0), ("halfway", 14_999)]),
        (30_000, [("start", 0), ("halfway", 15_000), ("ten_left", 20_000)]),
        (119_999, [("start", 0), ("halfway", 59_999), ("ten_left", 109_999)]),
        (120_000, [("start", 0), ("minute_left", 60_000), ("ten_left", 110_000)]),
        (149_999, [("start", 0), ("minute_left", 89_999), ("ten_left", 139_999)]),
        (
            150_000,
            [("start", 0), ("minute_left", 30_000), ("minute_left", 90_000), ("ten_left", 140_000)],
        ),
    ],
)
def test_each_length_of_a_hold_has_its_optional_cues(
    duration: int, cues: list[tuple[str, int]]
) -> None:
    assert placed(duration) == cues


@pytest.mark.parametrize(
    ("duration", "start"),
    [
        (5_000, "Hold it."),
        (19_000, "Hold it."),
        (20_000, WORDING.hold_for[0].format(length="twenty seconds")),
        (119_000, WORDING.hold_for[0].format(length=WORDING.length(Ms(119_000)))),
        (120_000, WORDING.rest_here.format(length="two minutes")),
    ],
)
def test_the_start_of_a_hold_says_its_length_from_twenty_seconds_on(
    duration: int, start: str
) -> None:
    cue = layout.hold(Ms(duration), None, phrasing())[0]
    assert (cue.text, cue.channel) == (start, Channel.VOICE)


def test_a_short_hold_and_one_that_is_not_told_begin_with_a_tone_that_is_shown_as_words() -> None:
    for cue in (
        layout.hold(Ms(4_999), None, phrasing())[0],
        layout.hold(Ms(5_000), None, phrasing(), is_told=False)[0],
    ):
        assert (cue.kind, cue.channel, cue.text) == (CueKind.START, Channel.TONE, "Hold it.")
        assert (cue.tone, cue.length) == (ToneName.START, TONE_LENGTH[ToneName.START])
    assert layout.hold(Ms(4_999), None, phrasing().at_step(1))[0].text == WORDING.hold[1]


@pytest.mark.parametrize(("over", "channel"), [(0, Channel.VOICE), (1, Channel.TONE)])
def test_a_start_that_would_run_into_the_ticks_is_a_tone(over: int, channel: Channel) -> None:
    lead = TONE_LENGTH[ToneName.START] + AFTER_TONE
    start, tick, *_ = layout.hold(Ms(5_000), None, phrasing(2_000 - GAP - lead + over))
    assert (start.channel, start.text, tick.at) == (channel, "Hold it.", 2_000)
    assert start.end + GAP <= tick.at


@pytest.mark.parametrize(("duration", "ticks"), [(4_999, 0), (5_000, 3)])
def test_a_hold_has_end_ticks_from_five_seconds_on(duration: int, ticks: int) -> None:
    cues = layout.hold(Ms(duration), None, phrasing())
    at = [duration - cue.at for cue in cues if cue.kind is CueKind.END_TICK]
    assert at == [3_000, 2_000, 1_000][:ticks]


# What gives way


def test_an_optional_cue_gives_way_to_the_tip_if_less_than_two_seconds_lie_between() -> None:
    # Halfway of 24 s begins at 12 s.
    assert ("halfway", 12_000) in placed(24_000, 600, of_tip=6_000)
    assert ("halfway", 12_000) not in placed(24_000, 600, of_tip=6_001)


def test_halfway_gives_way_to_ten_seconds_if_less_than_two_seconds_lie_between() -> None:
    lead = TONE_LENGTH[ToneName.HALFWAY] + AFTER_TONE
    # Halfway of 30 s begins at 15 s, ten seconds at 20 s.
    assert ("halfway", 15_000) in placed(30_000, 3_000 - lead)
    assert ("halfway", 15_000) not in placed(30_000, 3_001 - lead)


def test_what_would_run_into_the_ticks_is_not_said() -> None:
    # Ten seconds are left, 3.3 of them are for the ticks; of 40 s, 14 may be words.
    lead = TONE_LENGTH[ToneName.HALFWAY] + AFTER_TONE
    assert ("ten_left", 30_000) in placed(40_000, 6_700 - lead)
    assert ("ten_left", 30_000) not in placed(40_000, 6_701 - lead)


def test_words_are_at_most_thirty_five_hundredths_of_a_hold() -> None:
    start = TONE_LENGTH[ToneName.START] + AFTER_TONE
    halfway = TONE_LENGTH[ToneName.HALFWAY] + AFTER_TONE
    most = (7_000 - start - halfway) // 2
    assert ("halfway", 10_000) in placed(20_000, most)
    assert ("halfway", 10_000) not in placed(20_000, most + 1)


@given(st.integers(12_000, 90_000), st.integers(500, 4_000), st.integers(500, 9_000))
def test_a_tip_has_room_if_it_stands_alone_ends_in_time_and_leaves_quiet(
    duration: int, length: int, of_tip: int
) -> None:
    start = TONE_LENGTH[ToneName.START] + AFTER_TONE + length
    has_room = (
        start <= 3_700 and of_tip <= duration - 9_000 and 100 * (start + of_tip) <= 35 * duration
    )
    assert layout.has_room_for_tip(Ms(duration), tip(of_tip), phrasing(length)) is has_room


def test_a_tip_ends_five_seconds_before_its_hold_even_where_more_words_might_be_said() -> None:
    assert layout.has_room_for_tip(Ms(12_000), tip(3_000), phrasing(100))
    assert not layout.has_room_for_tip(Ms(12_000), tip(3_001), phrasing(100))


def test_a_hold_below_twelve_seconds_has_no_room_for_a_tip() -> None:
    assert layout.has_room_for_tip(Ms(12_000), tip(100), phrasing(100))
    assert not layout.has_room_for_tip(Ms(11_999), tip(100), phrasing(100))


# Rows and numbers


def test_a_row_begins_where_it_is_told_to_and_keeps_its_gap() -> None:
    cues = [tip(1_000), tip(2_000), tip(500)]
    assert [cue.at for cue in layout.row(cues)] == [0, 1_000 + GAP, 3_000 + 2 * GAP]
    assert [cue.at for cue in layout.row(cues, 700, 10)] == [700, 1_710, 3_720]
    assert layout.end_of(layout.row(cues, 700, 10)) == 4_220
    assert layout.end_of([]) == 0


@pytest.mark.parametrize(
    ("said", "least", "body", "duration"),
    [(0, 2_000, 500, 3_000), (0, 9_000, 500, 9_000), (4_000, 2_000, 500, 7_500),
     (4_000, 7_501, 500, 7_501)],
)  # fmt: skip
def test_a_count_in_takes_the_last_three_seconds_behind_time_for_the_body(
    said: int, least: int, body: int, duration: int
) -> None:
    before = [tip(said)] if said else []
    cues, length = layout.counted_in(before, Ms(least), phrasing().voicing, WORDING, Ms(body))
    assert length == duration
    counts = [(cue.text, duration - cue.at) for cue in cues[len(before) :]]
    assert counts == [("Three", 3_000), ("Two", 2_000), ("One", 1_000)]
    assert {cue.kind for cue in cues[len(before) :]} == {CueKind.COUNT_IN}


def test_a_count_in_after_a_pause_belongs_to_the_hold_that_goes_on() -> None:
    hold = Segment(SegmentKind.HOLD, Ms(30_000), 7, landmark="left leg up")
    lead = count_in_of(hold, Ms(12_000), phrasing().voicing, WORDING)
    resume = TONE_LENGTH[ToneName.RESUME] + AFTER_TONE
    assert (lead.kind, lead.block) == (SegmentKind.PREPARE, 7)
    assert lead.duration == resume + 2_150 + GAP + COUNT_IN
    assert lead.cues[0].phrases == ("Left leg up.", "Hold it for twelve seconds.")
    assert resume_phrases(Segment(SegmentKind.HOLD, Ms(1), 0), Ms(5_000), WORDING) == (
        "Hold it for five seconds.",
    )


# Words that wear out


def test_a_form_that_was_said_often_enough_gives_way_to_the_next_one() -> None:
    one = phrasing().at_step(1)
    said = [one.cue(CueKind.SWITCH, WORDING.switch).text for _ in range(MOST_TIMES * 3 + 1)]
    first, second, third = WORDING.switch[1], WORDING.switch[2], WORDING.switch[0]
    assert said == [*[first] * 12, *[second] * 12, *[third] * 12, first]


def test_a_cue_takes_the_tone_that_it_is_given_with_words_and_without() -> None:
    one = phrasing()
    tones = [one.cue(CueKind.IN, ("Lift.",), ToneName.REP).tone for _ in range(MOST_TIMES + 1)]
    assert set(tones) == {ToneName.REP}
    assert one.quiet(CueKind.IN, "Lift.", ToneName.REP).tone is ToneName.REP
    assert one.quiet(CueKind.OUT, "Lower.").tone is ToneName.RELEASE
