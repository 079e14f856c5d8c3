"""A timeline as other programs and people read it: every field and second of one."""

import pytest

from backease_desktop.core.catalogue.words import DoseLevel, Side
from backease_desktop.core.timeline.export import clock_time, cue_sheet, exported
from backease_desktop.core.timeline.segments import (
    Channel,
    Cue,
    CueKind,
    Segment,
    SegmentKind,
    Timeline,
)
from backease_desktop.core.tones import ToneName
from backease_desktop.core.units import Ms

TIMELINE = Timeline(
    "desk",
    "At the desk",
    DoseLevel.GENTLE,
    170,
    (
        Segment(
            SegmentKind.INTRO,
            Ms(62_500),
            0,
            cues=(
                Cue(
                    Ms(20),
                    Ms(2_480),
                    CueKind.INTRO,
                    Channel.VOICE,
                    "At the desk. One exercise.",
                    ToneName.NEXT,
                    ("At the desk.", "One exercise."),
                    (Ms(160), Ms(1_400)),
                ),
            ),
        ),
        Segment(
            SegmentKind.MOVE,
            Ms(4_050),
            3,
            step=0,
            exercise="leg-raise",
            name="Leg raise",
            side=Side.LEFT,
            landmark="left leg up",
            rep=2,
            reps=5,
            set_number=1,
            sets=2,
            cues=(
                Cue(Ms(0), Ms(700), CueKind.REP, Channel.VOICE, "Two.", ToneName.REP),
                Cue(
                    Ms(1_000), Ms(90), CueKind.OUT, Channel.TONE, "Lower.", ToneName.RELEASE
                ),
                Cue(Ms(2_000), Ms(90), CueKind.END_TICK, Channel.TONE, "", ToneName.TICK),
                Cue(Ms(3_050), Ms(950), CueKind.TIP, Channel.TONE, "Slowly."),
            ),
        ),
    ),
)  # fmt: skip


def test_every_field_of_an_exported_timeline_is_what_it_says() -> None:
    assert exported(TIMELINE) == {
        "routine": "desk",
        "duration_ms": 66_550,
        "dose": "gentle",
        "rate_wpm": 170,
        "segments": [
            {
                "index": 0,
                "kind": "intro",
                "start_ms": 0,
                "duration_ms": 62_500,
                "exercise": None,
                "side": None,
                "landmark": None,
                "rep": None,
                "reps": None,
                "set": None,
                "block": 0,
                "cues": [
                    {
                        "at_ms": 20,
                        "length_ms": 2_480,
                        "kind": "intro",
                        "channel": "voice",
                        "text": "At the desk. One exercise.",
                        "phrases": ["At the desk.", "One exercise."],
                        "tone": "next",
                    }
                ],
            },
            {
                "index": 1,
                "kind": "move",
                "start_ms": 62_500,
                "duration_ms": 4_050,
                "exercise": "leg-raise",
                "side": "left",
                "landmark": "left leg up",
                "rep": 2,
                "reps": 5,
                "set": 1,
                "block": 3,
                "cues": [
                    _cue(62_500, 700, "rep", "voice", "Two.", "rep", "Two."),
                    _cue(63_500, 90, "out", "tone", "Lower.", "release"),
                    _cue(64_500, 90, "end_tick", "tone", "", "tick"),
                    _cue(65_550, 950, "tip", "tone", "Slowly.", None),
                ],
            },
        ],
    }


def _cue(
    at: int, length: int, kind: str, channel: str, text: str, tone: str | None, *phrases: str
) -> dict[str, object]:
    return {
        "at_ms": at,
        "length_ms": length,
        "kind": kind,
        "channel": channel,
        "text": text,
        "phrases": list(phrases),
        "tone": tone,
    }


def test_a_cue_sheet_has_the_seconds_of_every_segment_and_cue() -> None:
    assert list(cue_sheet(TIMELINE)) == [
        "At the desk · 1:06 · dose gentle",
        "   0:00  intro      62.5 s",
        '                              0:00.0   2.5 s  intro        "At the desk. One exercise."',
        "   1:02  move        4.0 s  Leg raise · left leg up · 2 of 5",
        '                              1:02.5   0.7 s  rep          "Two."',
        "                              1:03.5   0.1 s  out          (tone release, shows “Lower.”)",
        "                              1:04.5   0.1 s  end_tick     (tone tick)",
        "                              1:05.5   0.9 s  tip          (no tone, shows “Slowly.”)",
    ]


@pytest.mark.parametrize(
    ("moment", "text"),
    [(0, "0:00.0"), (9_900, "0:09.9"), (59_000, "0:59.0"), (59_960, "0:59.9"), (60_000, "1:00.0"),
     (754_300, "12:34.3")],
)  # fmt: skip
def test_a_moment_has_its_tenth_of_a_second(moment: int, text: str) -> None:
    assert clock_time(Ms(moment), tenths=True) == text
