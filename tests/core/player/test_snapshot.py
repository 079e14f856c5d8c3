"""What a screen is told to come next."""

import pytest

from backease_desktop.core.player.player import Player
from backease_desktop.core.player.snapshot import snapshot_of
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.segments import SegmentKind
from backease_desktop.core.units import Ms
from tests.fakes.small_catalogue import by_letters, english, small_catalogue

CATALOGUE = small_catalogue()


def test_a_long_cue_is_shown_phrase_by_phrase_and_a_short_one_whole() -> None:
    routine = CATALOGUE.routines["only-bridge"]
    timeline = compile_timeline(routine, CATALOGUE, Preferences(), english(), by_letters)
    player = Player(timeline)
    player.play(Ms(0))
    shown = []
    for now in range(0, timeline.starts[3], 50):
        player.advance(Ms(now))
        shown.append(snapshot_of(player).caption)
    captions = [caption for caption in dict.fromkeys(shown) if caption]
    assert captions[:5] == [
        "Only-Bridge.",
        "One exercise.",
        "Two minutes.",
        "You need a mat and a towel.",
        "Stop if anything hurts.",
    ]
    assert "Ten times. Six seconds each." in captions


@pytest.mark.parametrize(
    ("routine", "counts"),
    [("only-rolls", True), ("only-curls", True), ("only-cat-cow", True), ("only-camel", False)],
)
def test_the_large_number_is_the_repetition_where_nothing_is_held(
    routine: str, counts: bool
) -> None:
    of = CATALOGUE.routines[routine]
    timeline = compile_timeline(of, CATALOGUE, Preferences(), english(), by_letters)
    player = Player(timeline)
    player.play(Ms(0))
    for index, segment in enumerate(timeline.segments):
        player.jump(Ms(0), index)
        is_move = segment.kind is SegmentKind.MOVE
        assert snapshot_of(player).counts_repetitions is (counts and is_move)


def test_relax_is_announced_in_the_last_repetition_and_not_before() -> None:
    routine = CATALOGUE.routines["only-arms"]
    timeline = compile_timeline(routine, CATALOGUE, Preferences(), english(), by_letters)
    player = Player(timeline)
    player.play(Ms(0))
    announced = {}
    for index, segment in enumerate(timeline.segments):
        player.jump(Ms(0), index)
        if segment.rep is not None:
            announced[segment.rep] = snapshot_of(player).then
    assert announced.pop(20) is SegmentKind.RELAX
    assert set(announced.values()) == {None}
