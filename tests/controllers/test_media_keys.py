"""Media keys: they move the session that is on, and are the music's at all other times."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from backease_desktop.controllers.media_keys import MediaKeys
from backease_desktop.core.now_playing import MediaWish
from backease_desktop.core.units import Ms
from tests.controllers.conftest import Stage
from tests.fakes.media import FakeControls


@pytest.fixture
def controls() -> FakeControls:
    return FakeControls()


@pytest.fixture
def keys(stage: Stage, controls: FakeControls) -> Iterator[MediaKeys]:
    owner = QObject()
    yield MediaKeys(stage.session, controls, lambda exercise: f"file:///{exercise}.png", owner)
    owner.deleteLater()


@pytest.mark.usefixtures("keys")
def test_a_session_is_shown_from_its_first_moment_to_its_end(
    stage: Stage, controls: FakeControls
) -> None:
    stage.session.entrance.start("short")
    assert controls.shown is None
    stage.speaker.render_all()
    stage.settle()
    assert controls.shown is not None
    stage.run_to("hold")
    assert controls.shown.artwork == f"file:///{stage.now.segment.exercise}.png"
    stage.session.stop()
    assert controls.shown is None


@pytest.mark.usefixtures("keys")
def test_play_and_pause_mean_one_thing_each_and_the_toggle_both(
    stage: Stage, controls: FakeControls
) -> None:
    stage.play()
    controls.wish_made.emit(MediaWish.PLAY)
    assert stage.session.is_playing
    for wish, plays in [
        (MediaWish.PAUSE, False),
        (MediaWish.PAUSE, False),
        (MediaWish.PLAY, True),
        (MediaWish.TOGGLE, False),
        (MediaWish.TOGGLE, True),
        (MediaWish.STOP, False),
    ]:
        controls.wish_made.emit(wish)
        assert stage.session.is_playing is plays
    assert stage.session.is_on, "no key of a headset ends a session"


@pytest.mark.usefixtures("keys")
def test_next_and_previous_move_by_what_skip_and_back_move_by(
    stage: Stage, controls: FakeControls
) -> None:
    stage.play()
    stage.run_to("hold")
    before = stage.now.segment.block
    controls.wish_made.emit(MediaWish.NEXT)
    assert stage.now.segment.block > before
    controls.wish_made.emit(MediaWish.PREVIOUS)
    assert stage.now.segment.block == before


@pytest.mark.usefixtures("keys")
def test_a_seek_leads_to_the_part_of_that_moment(stage: Stage, controls: FakeControls) -> None:
    stage.play()
    stage.run_to("hold")
    timeline, last = stage.now.timeline, len(stage.now.timeline.segments) - 1
    controls.sought.emit(Ms(timeline.starts[last] + 1))
    assert stage.now.index == last
    controls.sought.emit(Ms(-5_000))
    assert stage.now.index == 0


def test_keys_without_a_session_do_nothing_and_the_window_can_be_asked_for(
    keys: MediaKeys, stage: Stage, controls: FakeControls
) -> None:
    asked: list[bool] = []
    keys.window_requested.connect(lambda: asked.append(True))
    for wish in MediaWish:
        controls.wish_made.emit(wish)
    controls.sought.emit(Ms(5_000))
    assert (asked, stage.session.is_on) == ([], False)
    stage.play()
    controls.wish_made.emit(MediaWish.RAISE)
    assert asked == [True]


def test_a_picture_that_came_late_is_shown(keys: MediaKeys, stage: Stage) -> None:
    controls = FakeControls()
    drawn: list[str] = []
    late = MediaKeys(stage.session, controls, lambda _: drawn[-1] if drawn else "", keys)
    stage.play()
    stage.run_to("hold")
    assert controls.shown is not None
    assert controls.shown.artwork == ""
    drawn.append("file:///late.png")
    late.show_again()
    assert controls.shown.artwork == "file:///late.png"
