"""A session recorded: every phrase of it is waited for, and stands at its moment."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from backease_desktop.audio.file.recorder import Recorder
from backease_desktop.audio.tones import tone
from backease_desktop.controllers.recording import Recording
from backease_desktop.core.settings import Say, VoiceSettings
from backease_desktop.core.speaking_time import estimate
from backease_desktop.core.timeline.compile import compile_timeline, phrases_of
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.segments import Timeline
from backease_desktop.core.timeline.voicing import Lengths
from backease_desktop.core.voice import VoiceChoice
from tests.fakes.ports import FakeSpeaker
from tests.fakes.small_catalogue import english, routine, small_catalogue


def lay_out(lengths: Lengths) -> Timeline:
    return compile_timeline(
        routine("own", "twist"), small_catalogue(), Preferences(), english(), lengths
    )


class Room:
    """A recording with a voice that answers when it is told to."""

    def __init__(self, owner: QObject, say: Say = Say.EVERYTHING) -> None:
        self.speaker = FakeSpeaker()
        self.recorder = Recorder(owner)
        self.recording = Recording(
            speaker=self.speaker,
            output=self.recorder,
            tone=tone,
            speaking_time=lambda text, voice: estimate(text, voice.rate_wpm),
            voice=VoiceSettings(say=say),
            choice=VoiceChoice(),
            parent=owner,
        )
        self.finished: list[Timeline] = []
        self.recording.finished.connect(self.finished.append)


@pytest.fixture
def owner(qapp: QObject) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    owner.deleteLater()


def test_it_waits_for_every_phrase_however_long_that_takes(owner: QObject, qtbot: QtBot) -> None:
    room = Room(owner)
    room.recording.start(lay_out)
    qtbot.waitUntil(lambda: bool(room.speaker.asked))
    assert not room.finished
    while room.speaker.asked:
        room.speaker.render_all()
        qtbot.waitUntil(lambda: bool(room.finished or room.speaker.asked))

    sound = b"".join(room.recorder.samples(room.finished[0].duration))
    assert any(sound)


def test_what_is_at_hand_is_asked_of_nobody(owner: QObject, qtbot: QtBot) -> None:
    room = Room(owner)
    room.speaker.shipped = set(phrases_of(lay_out(lambda text: estimate(text, 150))))

    room.recording.start(lay_out)
    qtbot.waitUntil(lambda: bool(room.finished))

    assert room.speaker.asked == []


def test_silence_for_sessions_is_not_silence_for_a_file(owner: QObject, qtbot: QtBot) -> None:
    room = Room(owner, Say.SILENT)
    room.speaker.shipped = set(phrases_of(lay_out(lambda text: estimate(text, 150))))
    room.recording.start(lay_out)
    qtbot.waitUntil(lambda: bool(room.finished))

    assert any(b"".join(room.recorder.samples(room.finished[0].duration)))


def test_a_phrase_that_nobody_can_say_holds_nothing_up(owner: QObject, qtbot: QtBot) -> None:
    room = Room(owner)
    room.recording.start(lay_out)
    qtbot.waitUntil(lambda: bool(room.speaker.asked))
    room.speaker.available = False
    room.speaker.render_all()
    qtbot.waitUntil(lambda: bool(room.finished))

    assert room.finished[0].duration > 0


def test_a_recording_that_is_not_wanted_any_more_says_nothing(owner: QObject, qtbot: QtBot) -> None:
    room = Room(owner)
    room.recording.start(lay_out)
    qtbot.waitUntil(lambda: bool(room.speaker.asked))
    room.recording.cancel()
    room.speaker.render_all()

    assert room.finished == []
