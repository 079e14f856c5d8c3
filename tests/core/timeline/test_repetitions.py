"""Doses, and the repetitions and breaths that are made of them: numbers at their limits."""

import pytest

from backease_desktop.core.catalogue.words import DoseLevel, Side, SideMode
from backease_desktop.core.timeline.blocks import Block
from backease_desktop.core.timeline.dose import DEFAULT_REST, Dose, dose_of, in_words
from backease_desktop.core.timeline.phrasing import Phrasing
from backease_desktop.core.timeline.repetitions import Rep
from backease_desktop.core.timeline.segments import CueKind, Segment, SegmentKind
from backease_desktop.core.timeline.telling import TipPlace, tip_of, words_of_repetition
from backease_desktop.core.timeline.voicing import AFTER_TONE, GAP, Voicing
from backease_desktop.core.tones import TONE_LENGTH, ToneName
from backease_desktop.core.units import Ms
from tests.fakes.small_catalogue import english, exercise

WORDING = english()


def phrasing(length: int) -> Phrasing:
    return Phrasing(Voicing(lambda _: Ms(length)), WORDING)


def block(
    id_: str, sides: str, length: int, more: dict[str, object] | None = None, **dose: object
) -> list[Segment]:
    """The segments of a block whose phrases all take as long."""
    of = exercise(id_, "standing", sides, more, **dose)
    laid_out = dose_of(of, of.prescriptions[0], DoseLevel.STANDARD)
    side = None if sides == "none" else Side.RIGHT
    frame = Segment(SegmentKind.HOLD, Ms(0), block=1)
    made = Block(of, laid_out, frame, side, None, Ms(6_000), phrasing(length))
    return list(made.segments())


# Doses


@pytest.mark.parametrize(
    ("least", "most", "reps"),
    [(1, 1, 2), (2, 2, 2), (3, 3, 4), (1, 5, 2), (2, 5, 2), (5, 5, 6), (4, 6, 4), (5, 8, 6)],
)
def test_an_odd_number_that_alternates_is_the_even_one_below_if_the_source_allows_it(
    least: int, most: int, reps: int
) -> None:
    of = exercise("swing", "standing", "alternate", reps={"min": least, "max": most})
    assert dose_of(of, of.prescriptions[0], DoseLevel.STANDARD).reps == reps


def test_what_a_source_leaves_open_is_one_set_one_time_with_a_rest_of_half_a_minute() -> None:
    of = exercise("hang", "standing", "none", hold_s=7)
    assert dose_of(of, of.prescriptions[0], DoseLevel.FULL) == Dose(
        SideMode.NONE, Ms(7_000), reps=1, breaths=None, sets=1, rest=DEFAULT_REST
    )
    assert DEFAULT_REST == 30_000


def test_sides_of_a_prescription_come_before_those_of_its_exercise() -> None:
    of = exercise("reach", "standing", "each", reps=3)
    own = of.prescriptions[0].with_(sides=SideMode.NONE)
    assert dose_of(of, own, DoseLevel.FULL).sides is SideMode.NONE
    assert dose_of(of, of.prescriptions[0], DoseLevel.FULL).sides is SideMode.EACH


@pytest.mark.parametrize(
    ("hold", "words"), [(119, "hold 119 s"), (120, "hold 2 min"), (121, "hold 121 s"),
                        (60, "hold 60 s"), (180, "hold 3 min")],
)  # fmt: skip
def test_whole_minutes_are_told_as_minutes_from_two_on(hold: int, words: str) -> None:
    dose = Dose(SideMode.NONE, Ms(hold * 1_000), reps=1, breaths=None, sets=1, rest=Ms(0))
    assert in_words(dose) == words


# Repetitions


@pytest.mark.parametrize(("number", "count", "is_half"), [
    (4, 7, False), (5, 8, True), (4, 8, False), (6, 8, False), (5, 9, True), (6, 10, True),
])  # fmt: skip
def test_the_middle_is_announced_from_eight_repetitions_on(
    number: int, count: int, is_half: bool
) -> None:
    assert Rep(number, count, None, alternates=False).is_half is is_half


@pytest.mark.parametrize(("number", "is_told"), [(1, True), (2, True), (3, False), (4, True)])
def test_words_are_told_in_the_first_two_and_the_last(number: int, is_told: bool) -> None:
    rep = Rep(number, 4, None, alternates=False)
    assert rep.is_told is is_told
    assert rep.is_last is (number == 4)


@pytest.mark.parametrize(("hold", "is_said"), [(4, False), (5, True)])
def test_release_is_said_after_a_hold_that_has_end_ticks(hold: int, is_said: bool) -> None:
    segments = block("press", "none", 100, reps=3, hold_s=hold)
    released = [cue for s in segments for cue in s.cues if cue.kind is CueKind.RELEASE]
    assert [bool(cue.phrases) for cue in released] == [is_said, is_said]


def test_a_repetition_with_two_words_halves_its_time_and_one_without_keeps_it() -> None:
    words = {"in": "Up", "out": "down", "seconds_per_rep": 5.0}
    assert {s.duration for s in block("calf", "none", 1, words, reps=4)} == {2_500}
    plain = {"seconds_per_rep": 5.0}
    assert {s.duration for s in block("calf", "none", 1, plain, reps=4)} == {5_000}


def test_going_into_a_hold_and_out_of_it_takes_what_the_exercise_says() -> None:
    slow = {"seconds_to_move": 4.5}
    moves = [s for s in block("calf", "none", 1, slow, reps=2, hold_s=6) if s.motion]
    assert [(s.motion, s.duration) for s in moves] == [("in", 4_500), ("out", 4_500), ("in", 4_500)]


def test_words_longer_than_a_movement_stretch_every_repetition_alike() -> None:
    segments = block("calf", "none", 3_000, {"in": "Up", "out": "down"}, reps=8)
    release = TONE_LENGTH[ToneName.RELEASE] + AFTER_TONE
    assert {s.duration for s in segments[1::2]} == {release + 3_000 + GAP}
    assert len({s.duration for s in segments[0::2]}) == 1


def test_a_breath_is_longer_if_its_words_need_it_tone_and_gap_included() -> None:
    lead = TONE_LENGTH[ToneName.BREATHE_IN] + AFTER_TONE
    halves = block("sigh", "none", 2_900, breaths=2)
    assert {s.duration for s in halves} == {lead + 2_900 + GAP}
    assert {type(s.duration) for s in block("sigh", "none", 1, breaths=2)} == {int}


def test_every_segment_of_a_side_has_the_landmark_of_that_side() -> None:
    told = {"left": "left arm up", "right": "right arm up"}
    for segments in (
        block("row", "alternate", 100, reps=4),
        block("row", "each", 100, hold_s=10),
        block("row", "each", 100, breaths=2),
    ):
        assert all(s.side and s.landmark == told[s.side] for s in segments)


def test_breaths_are_counted_like_repetitions_and_a_hold_is_not() -> None:
    breaths = block("sigh", "none", 1, breaths=3)
    assert [(s.rep, s.reps) for s in breaths] == [(n, 3) for n in (1, 1, 2, 2, 3, 3)]
    assert [(s.rep, s.reps) for s in block("rest", "none", 1, hold_s=9)] == [(None, None)]


# Words


@pytest.mark.parametrize(
    ("dose", "place"),
    [
        ({"reps": 2}, TipPlace.CLOSING),
        ({"reps": 1}, TipPlace.PREPARE),
        ({"hold_s": 11}, TipPlace.PREPARE),
        ({"hold_s": 12}, TipPlace.HOLD),
        ({"hold_s": 11, "reps": 2}, TipPlace.CLOSING),
        ({"hold_s": 12, "reps": 2}, TipPlace.HOLD),
        ({"breaths": 9}, TipPlace.PREPARE),
    ],
)
def test_the_tip_is_said_where_there_is_room(dose: dict[str, object], place: TipPlace) -> None:
    of = exercise("reach", "standing", "none", **dose)
    laid_out = dose_of(of, of.prescriptions[0], DoseLevel.STANDARD)
    assert tip_of(of, laid_out, phrasing(100), is_told=True).place is place


def test_words_of_a_repetition_are_each_named_once_in_order() -> None:
    phases = [
        {"to": "hold", "seconds": 2, "say": "round"},
        {"to": "out", "seconds": 2, "say": "level"},
        {"to": "setup", "seconds": 2, "say": "round"},
    ]
    of = exercise("wave", "all-fours", "none", {"phases": phases}, reps=3)
    assert words_of_repetition(of) == ("Round.", "Level.")
    both = exercise("lift", "supine", "none", {"in": "Lift", "out": "and lower"}, reps=3)
    assert words_of_repetition(both) == ("Lift.", "And lower.")
    assert words_of_repetition(exercise("sway", "standing", "none", reps=3)) == ()


def test_a_cue_of_words_has_the_tone_of_its_kind_or_the_one_it_is_given() -> None:
    voicing = Voicing(lambda _: Ms(1_000))
    relax = voicing.spoken(CueKind.RELAX, "Relax.")
    assert (relax.tone, relax.length) == (
        ToneName.RELAX,
        TONE_LENGTH[ToneName.RELAX] + AFTER_TONE + 1_000,
    )
    warned = voicing.spoken(CueKind.RELAX, "Relax.", tone=ToneName.WARN)
    assert warned.tone is ToneName.WARN
    tip = voicing.spoken(CueKind.TIP, "Slowly.")
    assert (tip.tone, tip.length, tip.parts) == (None, 1_000, ())
    two = voicing.spoken(CueKind.SWITCH, "One.", "Two.")
    assert two.parts_at == (Ms(220), Ms(1_370))
    assert [two.part_at(Ms(at)) for at in (0, 1_369, 1_370)] == ["One.", "One.", "Two."]
    assert voicing.sounded(CueKind.TIP, "Slowly.", ToneName.REST).tone is ToneName.REST
