"""Music makes room from a session's first moment to its end, in the way that was chosen."""

import pytest

from backease_desktop.controllers.music import make_room_for
from backease_desktop.core.settings import Music
from tests.controllers.conftest import Stage


class Room:
    """Remembers in what way the music makes room now."""

    def __init__(self) -> None:
        self.how = Music.LEAVE

    def make_room(self, how: Music) -> None:
        if self.how is Music.LEAVE:
            self.how = how

    def give_back(self) -> None:
        self.how = Music.LEAVE


@pytest.fixture
def room(stage: Stage) -> Room:
    room = Room()
    make_room_for(stage.session, stage.settings, room)
    return room


def test_music_makes_room_from_the_first_moment_to_the_end(stage: Stage, room: Room) -> None:
    stage.settings.set_field("voice", "music", Music.PAUSE)
    stage.session.entrance.start("short")
    assert room.how is Music.LEAVE
    stage.speaker.render_all()
    stage.settle()
    assert room.how is Music.PAUSE
    stage.session.pause()
    assert room.how is Music.PAUSE
    stage.session.stop()
    assert room.how is Music.LEAVE


def test_music_goes_on_unless_somebody_has_chosen_otherwise(stage: Stage, room: Room) -> None:
    stage.play()
    assert room.how is Music.LEAVE


def test_another_choice_counts_at_once_and_other_settings_change_nothing(
    stage: Stage, room: Room
) -> None:
    stage.play()
    stage.settings.set_field("voice", "music", Music.QUIET)
    assert room.how is Music.QUIET
    stage.settings.set_field("voice", "volume", 50)
    assert room.how is Music.QUIET
    stage.settings.set_field("voice", "music", Music.LEAVE)
    assert room.how is Music.LEAVE
    stage.session.stop()
    stage.settings.set_field("voice", "music", Music.PAUSE)
    assert room.how is Music.LEAVE
