"""Music makes room for a session or for its words, in the way that was chosen."""

import pytest

from backease_desktop.controllers.music import RoomInMusic
from backease_desktop.core.player.player import Status
from backease_desktop.core.settings import Music, MusicTime, Say
from backease_desktop.core.timeline.segments import Channel, CueKind
from backease_desktop.core.units import SECOND
from tests.controllers.conftest import Stage


class Room:
    """Remembers in what way the music makes room now."""

    def __init__(self) -> None:
        self.how = Music.LEAVE
        self.times = 0
        self.forgotten = 0

    def make_room(self, how: Music) -> None:
        if self.how is Music.LEAVE:
            self.how = how
            self.times += 1

    def give_back(self) -> None:
        self.how = Music.LEAVE

    def forget(self) -> None:
        self.forgotten += 1


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.fixture(autouse=True)
def making(stage: Stage, room: Room) -> RoomInMusic:
    return RoomInMusic(stage.session, stage.settings, stage.track, room)


def for_words(stage: Stage, how: Music = Music.PAUSE) -> None:
    stage.settings.set_field("voice", "music", how)
    stage.settings.set_field("voice", "music_time", MusicTime.WORDS)


def is_said(stage: Stage) -> bool:
    """Whether a word of the timeline sounds at this moment."""
    now = stage.now
    cues = (cue for cue in now.segment.cues if cue.channel is Channel.VOICE)
    return any(cue.at <= now.offset < cue.end for cue in cues)


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


def test_for_words_there_is_room_at_every_word_and_none_in_a_long_silence(
    stage: Stage, room: Room
) -> None:
    for_words(stage)
    stage.play("only-feet-up")
    silent, longest, changes = 0, 0, 0
    was = room.how
    while stage.now.status is Status.PLAYING:
        if is_said(stage):
            assert room.how is Music.PAUSE, stage.now.elapsed
        silent = 0 if room.how is Music.PAUSE or is_said(stage) else silent + 50
        longest, changes = max(longest, silent), changes + (room.how is not was)
        was = room.how
        stage.run(50)
    assert longest > 20 * SECOND
    assert room.times < 15
    assert room.how is Music.LEAVE
    assert room.forgotten == 1


def test_for_words_there_is_none_without_a_voice(stage: Stage, room: Room) -> None:
    for_words(stage)
    stage.settings.set_field("voice", "say", Say.TONES)
    stage.play()
    stage.run(30_000)
    assert room.times == 0


def test_in_a_pause_there_is_room_while_it_is_said_that_it_is_one(
    stage: Stage, room: Room, making: RoomInMusic
) -> None:
    for_words(stage, Music.QUIET)
    stage.play("only-feet-up")
    stage.run_to("hold")
    stage.run(30_000)
    assert room.how is Music.LEAVE
    stage.session.pause()
    assert room.how is Music.QUIET
    assert making.outside.interval() == stage.rehearsal.cue(CueKind.PAUSE).length
    making.outside.stop()
    making.outside.timeout.emit()
    assert room.how is Music.LEAVE
    stage.session.resume()
    assert room.how is Music.QUIET


def test_what_waits_for_the_person_gives_the_music_back(
    stage: Stage, room: Room, making: RoomInMusic
) -> None:
    for_words(stage)
    stage.settings.set_field("session", "wait_for_me", True)
    stage.play("only-plank")
    for _ in range(20_000):
        if stage.now.is_waiting:
            break
        stage.run(50)
    assert stage.now.is_waiting
    assert not making.outside.isActive()
    assert room.how is Music.LEAVE
    stage.session.resume()
    stage.run(1000)
    assert room.how is Music.PAUSE


def test_for_how_long_can_be_chosen_in_mid_session(stage: Stage, room: Room) -> None:
    for_words(stage)
    stage.play("only-feet-up")
    stage.run_to("hold")
    stage.run(30_000)
    assert room.how is Music.LEAVE
    stage.settings.set_field("voice", "music_time", MusicTime.SESSION)
    assert room.how is Music.PAUSE
    stage.settings.set_field("voice", "music_time", MusicTime.WORDS)
    assert room.how is Music.LEAVE
