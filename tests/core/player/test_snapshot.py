"""What a screen is told to come next."""

from backease_desktop.core.player.player import Player
from backease_desktop.core.player.snapshot import snapshot_of
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.segments import SegmentKind
from backease_desktop.core.units import Ms
from tests.fakes.small_catalogue import by_letters, english, small_catalogue

CATALOGUE = small_catalogue()


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
