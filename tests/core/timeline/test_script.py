"""What is told before, in and after an exercise, and how it fades; see `script.md`'s parts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.catalogue.words import DoseLevel, Side
from backease_desktop.core.settings import Guidance
from backease_desktop.core.timeline.blocks import Block
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.dose import dose_of
from backease_desktop.core.timeline.exercise_part import BODY_TIME, TO_COME_OUT
from backease_desktop.core.timeline.phrases import every_phrase
from backease_desktop.core.timeline.phrasing import MOST_TIMES, Phrasing
from backease_desktop.core.timeline.preferences import Preferences, Telling
from backease_desktop.core.timeline.repetitions import Rep, start_of
from backease_desktop.core.timeline.sayings import dose_phrases, intro_phrases
from backease_desktop.core.timeline.segments import Cue, CueKind, Segment, SegmentKind, Timeline
from backease_desktop.core.timeline.telling import TipPlace, tip_of, told_before
from backease_desktop.core.timeline.voicing import BETWEEN_PHRASES, Voicing
from backease_desktop.core.timeline.way_there import WayThere
from backease_desktop.core.units import Ms
from tests.fakes.script_rules import unheard
from tests.fakes.small_catalogue import by_letters, english, exercise, small_catalogue

CATALOGUE, WORDING = small_catalogue(), english()


def phrasing() -> Phrasing:
    return Phrasing(Voicing(by_letters), WORDING)


def timeline(name: str, per_letter: int = 40, **choices: object) -> Timeline:
    preferences = replace(Preferences(), **choices)  # type: ignore[arg-type]
    return compile_timeline(
        CATALOGUE.routines[name],
        CATALOGUE,
        preferences,
        WORDING,
        lambda text: Ms(per_letter * len(text)),
    )


def said(compiled: Timeline, *kinds: CueKind) -> list[str]:
    return [c.text for s in compiled.segments for c in s.cues if c.kind in kinds]


def spoken(compiled: Timeline, *kinds: CueKind) -> list[str]:
    return [c.text for s in compiled.segments for c in s.cues if c.kind in kinds and c.phrases]


def of_kind(compiled: Timeline, kind: SegmentKind) -> list[Segment]:
    return [segment for segment in compiled.segments if segment.kind is kind]


# Before the start


@given(
    st.sampled_from([r.id for r in CATALOGUE.routines.values()]),
    st.integers(20, 120),
    st.sampled_from(list(DoseLevel)),
    st.sampled_from([None, *Side]),
    st.booleans(),
)
def test_whoever_meets_an_exercise_anew_hears_all_of_it_in_order(
    name: str, per_letter: int, dose: DoseLevel, affected: Side | None, waits: bool
) -> None:
    compiled = timeline(name, per_letter, dose=dose, affected_side=affected, wait_for_me=waits)
    assert unheard(compiled, CATALOGUE.routines[name], CATALOGUE) == []


def test_the_intro_names_what_must_be_at_hand() -> None:
    intro = said(timeline("only-bridge"), CueKind.INTRO)[0]
    assert intro.startswith("Only-Bridge. One exercise. Two minutes.")
    assert intro.endswith("You need a mat and a towel. Stop if anything hurts.")
    assert intro_phrases("Desk", 2, Ms(60_000), ["chair", "desk"], WORDING) == (
        "Desk.", "Two exercises.", "One minute.", "Stop if anything hurts.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "words"),
    [(1, "One exercise was changed for you."), (2, "Two exercises were changed for you.")],
)
def test_the_intro_says_how_many_exercises_are_changed(changed: int, words: str) -> None:
    intro = intro_phrases("Desk", 3, Ms(60_000), [], WORDING, changed)

    assert intro[-2:] == (words, "Stop if anything hurts.")


@pytest.mark.parametrize(
    ("name", "phrases"),
    [
        ("twist", ("Twenty seconds.", "Each side.")),
        ("bird-dog", ("Five times.", "Four seconds each.", "Each side in turn.")),
        ("rolls", ("Ten times.",)),
        ("cat-cow", ("Seven slow breaths.",)),
        ("lifts", ("Five times.", "Six seconds each.", "Two sets.", "Each side.")),
        ("feet-up", ("Seven minutes.",)),
    ],
)
def test_a_dose_is_told_in_phrases_that_combine(name: str, phrases: tuple[str, ...]) -> None:
    of = CATALOGUE.exercises[name]
    dose = dose_of(of, of.prescriptions[0], DoseLevel.STANDARD)
    assert dose_phrases(dose, WORDING) == phrases


def test_a_session_of_one_exercise_does_not_say_one_of_one() -> None:
    assert said(timeline("only-bridge"), CueKind.PREVIEW) == ["Bridge."]
    assert said(timeline("short"), CueKind.PREVIEW) == [
        "One of two. Twist. Right arm up.", "Two of two. Rolls.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("met", "heard"),
    [
        (0, [CueKind.SETUP, CueKind.MOVEMENT, CueKind.BREATH_HINT]),
        (2, [CueKind.SETUP, CueKind.MOVEMENT, CueKind.BREATH_HINT]),
        (3, [CueKind.SETUP, CueKind.MOVEMENT]),
        (6, [CueKind.MOVEMENT]),
    ],
)
def test_what_is_told_before_fades_with_meeting_it(met: int, heard: list[CueKind]) -> None:
    prepare = of_kind(timeline("only-bridge", met={"bridge": met}), SegmentKind.PREPARE)[0]
    kinds = (CueKind.SETUP, CueKind.MOVEMENT, CueKind.BREATH_HINT)
    told = [cue for cue in prepare.cues if cue.kind in kinds]
    assert [cue.kind for cue in told] == heard
    short = [cue.text for cue in told if cue.kind is CueKind.MOVEMENT]
    assert short == (["Lift. And lower."] if met >= 3 else [
        "Lift your hips until shoulders, hips and knees make one line."
    ])  # fmt: skip
    assert CueKind.DOSE in [cue.kind for cue in prepare.cues]


def test_nothing_but_the_dose_is_told_to_whom_wants_no_guidance() -> None:
    kinds = (CueKind.SETUP, CueKind.MOVEMENT, CueKind.BREATH_HINT)
    assert said(timeline("only-bridge", guidance=Guidance.NEVER), *kinds) == []
    assert (
        told_before(CATALOGUE.exercises["bridge"], Telling.NOTHING, phrasing(), is_there=False)
        == []
    )


def test_the_same_set_up_is_not_told_twice_to_a_body_that_is_there() -> None:
    rolls, arms = CATALOGUE.exercises["rolls"], CATALOGUE.exercises["arms"]
    way = WayThere(rolls, None, WORDING)
    assert not way.is_none
    assert way.onwards(arms).is_none
    assert not way.onwards(CATALOGUE.exercises["plank"]).is_none
    told = told_before(arms, Telling.FULL, phrasing(), is_there=True)
    assert CueKind.SETUP not in [cue.kind for cue in told]


@given(st.integers(20, 200))
def test_the_body_has_time_after_the_last_word(per_letter: int) -> None:
    for prepare in of_kind(timeline("everything", per_letter), SegmentKind.PREPARE):
        first = next(i for i, c in enumerate(prepare.cues) if c.kind is CueKind.COUNT_IN)
        pause = prepare.cues[first].at - prepare.cues[first - 1].end
        of = CATALOGUE.exercises[prepare.exercise or ""]
        assert pause >= BODY_TIME[of.place]


# The way there


def test_how_to_get_down_to_the_floor_and_up_is_told_once() -> None:
    told = said(timeline("everything"), CueKind.POSITION)
    position = WORDING.position
    for phrase in (position.kneel_down, position.lie_down, position.get_up):
        assert sum(phrase in text for text in told) <= 1
    assert any(position.get_up in text for text in told)


def test_a_thing_that_is_needed_now_is_fetched_even_if_nobody_moves() -> None:
    lying = exercise("at-the-wall", "supine", "none", {"equipment": ["mat", "wall"]}, reps=5)
    way = WayThere(CATALOGUE.exercises["bridge"], None, WORDING).onwards(lying)
    assert way.takes_time
    assert [cue.text for cue in way.cues(phrasing())] == ["Move to the wall."]


def test_a_chair_is_not_fetched_by_whoever_sits_on_it() -> None:
    twist = exercise("turn", "sitting", "none", {"equipment": ["chair"]}, reps=5)
    assert WayThere(twist, None, WORDING).new_things == ()
    assert [cue.text for cue in WayThere(twist, None, WORDING).cues(phrasing())] == [
        "The first one is on the chair."
    ]


def test_an_exercise_may_say_where_it_is_done() -> None:
    pose = exercise("pose", "kneeling", "none", {"where": "on both knees"}, reps=5)
    half = exercise("half", "kneeling", "none", reps=5)
    assert "on both knees" in WayThere(pose, None, WORDING).cues(phrasing())[0].text
    assert WayThere(pose, half, WORDING).moves


def test_waiting_is_offered_once_and_only_to_whom_the_floor_is_new() -> None:
    assert said(timeline("everything"), CueKind.WAIT) == [WORDING.position.offer]
    assert said(timeline("everything", met={"plank": 1}), CueKind.WAIT) == []
    assert said(timeline("everything", met={"twist": 9}), CueKind.WAIT) == [WORDING.position.offer]


def test_going_down_to_the_floor_takes_longer_than_turning_over() -> None:
    segments = of_kind(timeline("everything", 1), SegmentKind.POSITION)
    assert {segment.duration for segment in segments} == {12_000, 25_000}


# In the repetitions


def test_the_words_of_a_repetition_are_spoken_in_the_first_two_and_the_last() -> None:
    bridge = timeline("only-bridge", dose=DoseLevel.GENTLE)
    assert spoken(bridge, CueKind.IN) == ["Lift."] * 3
    assert spoken(bridge, CueKind.OUT) == ["And lower."] * 2
    assert said(bridge, CueKind.OUT) == ["And lower."] * 7
    starts = [s.cues[0] for s in of_kind(bridge, SegmentKind.HOLD)]
    assert [bool(cue.phrases) for cue in starts] == [True, True, *[False] * 5, True]


def test_a_repetition_with_words_is_in_and_out_in_segments_of_their_own() -> None:
    moves = of_kind(timeline("only-curls"), SegmentKind.MOVE)
    assert len(moves) == 2 * 5 * 2
    assert [cue.kind for cue in moves[0].cues] == [CueKind.START, CueKind.IN]
    assert [cue.kind for cue in moves[1].cues] == [CueKind.OUT]
    assert len({move.duration for move in moves[4:10]}) == 1


def test_every_phase_of_a_repetition_has_its_time_and_its_words() -> None:
    camel = timeline("only-camel", 20, dose=DoseLevel.GENTLE)
    work = [s for s in camel.segments if s.rep == 3]
    assert [s.kind.value for s in work] == ["move", "hold", "move", "move", "move"]
    assert [s.duration for s in work] == [2500, 3000, 2000, 2500, 2000]
    assert [(s.leads_from, s.leads_to) for s in work if s.kind is SegmentKind.MOVE] == [
        ("setup", "hold"), ("hold", "setup"), ("setup", "out"), ("out", "setup"),
    ]  # fmt: skip
    assert spoken(camel, CueKind.IN, CueKind.OUT)[:4] == [
        "Round up.", "And level.", "Let it sink.", "And level.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "count", "side", "words"),
    [
        (1, 10, None, ["And one."]),
        (2, 10, None, ["Two."]),
        (6, 10, None, ["Six.", "Halfway."]),
        (4, 7, None, ["Four."]),
        (9, 10, None, ["Nine."]),
        (10, 10, None, ["Last one."]),
        (1, 10, Side.RIGHT, ["And one. Right."]),
        (2, 10, Side.LEFT, ["Left."]),
        (3, 10, Side.RIGHT, ["Two. Right."]),
        (10, 10, Side.LEFT, ["Last one. Left."]),
    ],
)
def test_each_start_says_its_number_its_side_and_the_middle(
    number: int, count: int, side: Side | None, words: list[str]
) -> None:
    rep = Rep(number, count, side, alternates=side is not None)
    assert [cue.text for cue in start_of(rep, phrasing())] == words


@given(st.integers(20, 160), st.sampled_from(list(DoseLevel)))
def test_all_repetitions_have_one_pace_but_for_the_tip(per_letter: int, dose: DoseLevel) -> None:
    moves = of_kind(timeline("only-bridge", per_letter, dose=dose), SegmentKind.MOVE)
    without_tip = [m for m in moves if CueKind.TIP not in [cue.kind for cue in m.cues]]
    by_motion = {(m.motion, m.duration) for m in without_tip}
    assert len(by_motion) == 2


# The tip


@pytest.mark.parametrize(
    ("name", "dose", "place"),
    [
        ("twist", DoseLevel.GENTLE, TipPlace.HOLD),
        ("bird-dog", DoseLevel.FULL, TipPlace.CLOSING),
        ("rolls", DoseLevel.FULL, TipPlace.CLOSING),
        ("cat-cow", DoseLevel.FULL, TipPlace.PREPARE),
        ("feet-up", DoseLevel.GENTLE, TipPlace.HOLD),
    ],
)
def test_the_tip_has_its_place_at_every_dose(name: str, dose: DoseLevel, place: TipPlace) -> None:
    of = CATALOGUE.exercises[name]
    laid_out = dose_of(of, of.prescriptions[0], dose)
    assert tip_of(of, laid_out, phrasing(), is_told=True).place is place


def test_the_tip_takes_the_same_time_on_the_side_that_does_not_say_it() -> None:
    of = exercise("kicks", "standing", "each", reps=6)
    blocks = [
        Block(
            of,
            dose_of(of, of.prescriptions[0], DoseLevel.FULL),
            Segment(SegmentKind.HOLD, Ms(0), block=1),
            side,
            tip_of(of, dose_of(of, of.prescriptions[0], DoseLevel.FULL), phrasing(), is_told=told),
            Ms(6000),
            phrasing(),
        )
        for side, told in ((Side.RIGHT, True), (Side.LEFT, False))
    ]
    right, left = (list(block.segments()) for block in blocks)
    assert [s.duration for s in right] == [s.duration for s in left]
    tips = [[c.kind for s in side for c in s.cues].count(CueKind.TIP) for side in (right, left)]
    assert tips == [1, 0]


# The way out


def test_whoever_holds_a_load_hears_the_way_out_before_relax() -> None:
    relax = of_kind(timeline("only-bridge"), SegmentKind.RELAX)[0]
    assert [cue.kind for cue in relax.cues] == [CueKind.COME_OUT, CueKind.RELAX]
    assert relax.cues[1].at - relax.cues[0].end == TO_COME_OUT


def test_whoever_stretches_hears_relax_first() -> None:
    relax = of_kind(timeline("only-twist"), SegmentKind.RELAX)[0]
    assert [cue.kind for cue in relax.cues] == [CueKind.RELAX, CueKind.COME_OUT]
    assert relax.cues[0].at == 0


def test_a_session_that_ends_on_the_floor_says_get_up_slowly() -> None:
    assert said(timeline("only-bridge"), CueKind.OUTRO) == ["Session complete. Get up slowly."]
    assert said(timeline("only-twist"), CueKind.OUTRO) == ["Session complete."]


# Words that do not wear out


def test_a_phrase_is_said_twelve_times_in_each_form_and_then_its_tone_alone() -> None:
    one = phrasing()
    cues = [one.cue(CueKind.RELAX, WORDING.relax) for _ in range(60)]
    assert sum(bool(cue.phrases) for cue in cues) == MOST_TIMES * len(WORDING.relax)
    assert all(cue.text in WORDING.relax for cue in cues)
    assert not cues[-1].phrases


def test_each_exercise_takes_the_next_form_by_rule() -> None:
    one = phrasing()
    texts = [one.at_step(step).cue(CueKind.SWITCH, WORDING.switch).text for step in range(4)]
    assert texts == [*WORDING.switch, WORDING.switch[0]]


def test_a_cue_of_several_phrases_is_as_long_as_they_are_with_a_breath_between() -> None:
    cue: Cue = Voicing(by_letters).spoken(CueKind.SETUP, "One.", "Two two.")
    assert cue.length == by_letters("One.") + BETWEEN_PHRASES + by_letters("Two two.")
    assert (cue.text, cue.phrases) == ("One. Two two.", ("One.", "Two two."))


def test_every_phrase_of_the_small_catalogue_is_named_once() -> None:
    phrases = every_phrase(CATALOGUE, WORDING)
    assert {"Bridge.", "Lift.", "Left arm up.", "Hold it for twelve seconds.", "Paused."} <= phrases
