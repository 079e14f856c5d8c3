"""Every field of a snapshot, by hand: what a screen would show at moments that are easily told."""

import pytest

from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.player.player import Player, Status
from backease_desktop.core.player.snapshot import CAPTION_STAYS, Next, Snapshot, snapshot_of
from backease_desktop.core.timeline.segments import (
    Channel,
    Cue,
    CueKind,
    Segment,
    SegmentKind,
    Timeline,
)
from backease_desktop.core.units import Ms

LONG = ("Lie on your back with both knees bent.", "Rest your arms beside you on the floor.")
"""Together too long to be read at a glance."""


def cue(at: int, text: str, kind: CueKind = CueKind.START) -> Cue:
    return Cue(Ms(at), Ms(1_000), kind, Channel.VOICE, text)


def in_parts(at: int) -> Cue:
    return Cue(
        Ms(at), Ms(4_000), CueKind.SETUP, Channel.VOICE, " ".join(LONG),
        parts=LONG, parts_at=(Ms(0), Ms(2_000)),
    )  # fmt: skip


def of(step: int, kind: SegmentKind, block: int, *cues: Cue, rep: int | None = None) -> Segment:
    name = ("dog", "plank")[step]
    reps = 2 if rep else None
    return Segment(kind, Ms(10_000), block, step, name, name.title(), cues=cues, rep=rep, reps=reps)


KINDS = SegmentKind
TIMELINE = Timeline(
    "two",
    "Two",
    DoseLevel.STANDARD,
    150,
    (
        Segment(KINDS.INTRO, Ms(10_000), 0, cues=(cue(0, "Two."),)),
        of(0, KINDS.PREPARE, 1, in_parts(1_000)),
        of(0, KINDS.HOLD, 2, cue(0, "Hold it."), cue(9_000, "", CueKind.END_TICK)),
        of(0, KINDS.RELAX, 3),
        of(1, KINDS.PREPARE, 4),
        of(1, KINDS.MOVE, 5, rep=1),
        of(1, KINDS.MOVE, 5, rep=2),
        of(1, KINDS.RELAX, 6),
        Segment(KINDS.OUTRO, Ms(10_000), 7),
    ),
)


def player_at(index: int, offset: int = 0) -> tuple[Player, Ms]:
    player = Player(TIMELINE)
    player.play(Ms(0))
    player.jump(Ms(0), index)
    for now in range(0, offset, 1_000):
        player.advance(Ms(now))
    player.advance(Ms(offset))
    return player, Ms(offset)


def shown(index: int, offset: int = 0) -> Snapshot:
    return snapshot_of(player_at(index, offset)[0])


def test_a_snapshot_tells_where_the_session_stands() -> None:
    assert shown(2, 2_500) == Snapshot(
        status=Status.PLAYING,
        timeline=TIMELINE,
        index=2,
        segment=TIMELINE.segments[2],
        offset=Ms(2_500),
        remaining=Ms(7_500),
        is_counting_in=False,
        countdown=8,
        fraction=0.25,
        elapsed=Ms(22_500),
        left=Ms(67_500),
        exercise_number=1,
        exercise_count=2,
        then=KINDS.RELAX,
        next=Next("plank", "Plank", Ms(17_500)),
        caption="Hold it.",
        can_extend=True,
        is_waiting=False,
    )


def test_in_a_count_in_the_countdown_is_its_own_and_the_place_stays() -> None:
    player, now = player_at(2, 2_500)
    player.pause(now)
    assert snapshot_of(player).status is Status.PAUSED
    player.resume(now, Segment(KINDS.PREPARE, Ms(4_000), 2, cues=(cue(0, "Go on."),)))
    player.advance(Ms(now + 1_000))
    counting = snapshot_of(player)
    assert (counting.status, counting.is_counting_in) == (Status.COUNTING_IN, True)
    assert (counting.remaining, counting.countdown, counting.fraction) == (3_000, 3, 0.25)
    assert (counting.offset, counting.elapsed, counting.index) == (2_500, 22_500, 2)
    assert counting.caption == "Go on."
    assert not counting.can_extend


@pytest.mark.parametrize(("index", "number"), [(0, 0), (1, 1), (3, 1), (4, 2), (7, 2), (8, 2)])
def test_the_number_of_the_exercise_is_nought_in_the_intro_and_the_last_one_in_the_outro(
    index: int, number: int
) -> None:
    assert (shown(index).exercise_number, shown(index).exercise_count) == (number, 2)


@pytest.mark.parametrize(
    ("index", "following"),
    [
        (0, Next("dog", "Dog", Ms(9_000))),
        (1, Next("plank", "Plank", Ms(29_000))),
        (3, Next("plank", "Plank", Ms(9_000))),
        (4, None),
        (8, None),
    ],
)
def test_the_next_exercise_is_told_with_the_time_until_its_preview(
    index: int, following: Next | None
) -> None:
    assert shown(index, 1_000).next == following


@pytest.mark.parametrize(
    ("index", "kind"),
    [
        (0, None), (1, KINDS.HOLD), (2, KINDS.RELAX), (3, None), (4, KINDS.MOVE), (5, None),
        (6, KINDS.RELAX), (7, None), (8, None),
    ],
)  # fmt: skip
def test_what_comes_then_is_of_this_exercise_and_not_before_the_last_repetition(
    index: int, kind: SegmentKind | None
) -> None:
    assert shown(index).then is kind


@pytest.mark.parametrize(
    ("offset", "caption"),
    [
        (999, ""), (1_000, LONG[0]), (2_999, LONG[0]), (3_000, LONG[1]), (5_000, LONG[1]),
        (5_000 + CAPTION_STAYS, LONG[1]), (5_001 + CAPTION_STAYS, ""),
    ],
)  # fmt: skip
def test_a_caption_comes_with_its_words_and_stays_for_a_while(offset: int, caption: str) -> None:
    assert shown(1, offset).caption == caption


def test_a_tone_without_words_leaves_the_caption_as_it_was() -> None:
    assert shown(2, 3_500).caption == "Hold it."
    assert shown(2, 9_500).caption == ""


@pytest.mark.parametrize(("text", "is_whole"), [("x" * 32, True), ("x" * 33, False)])
def test_a_caption_of_sixty_five_letters_is_shown_in_parts(text: str, is_whole: bool) -> None:
    whole = f"{text[1:]} {text[:32]}"
    said = Cue(
        Ms(0), Ms(2_000), CueKind.SETUP, Channel.VOICE, whole,
        parts=(text[1:], text[:32]), parts_at=(Ms(0), Ms(1_000)),
    )  # fmt: skip
    one = Timeline("o", "O", DoseLevel.STANDARD, 150, (of(0, KINDS.PREPARE, 0, said),))
    player = Player(one)
    player.play(Ms(0))
    assert snapshot_of(player).caption == (whole if is_whole else text[1:])


def test_a_session_that_is_over_is_full_and_has_nothing_left() -> None:
    player, now = player_at(8)
    player.next(now)
    over = snapshot_of(player)
    assert (over.status, over.index) == (Status.FINISHED, 8)
    assert (over.left, over.remaining, over.countdown, over.fraction) == (0, 0, 0, 1.0)
