"""The announcer: tone first, words when they are there, one ending, and a session left alone."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from backease_desktop.controllers.announcer import PATIENCE, Announcer
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.controllers.sound_track import SoundTrack
from backease_desktop.controllers.voice_test import VoiceTest
from backease_desktop.core.profile import Profile
from backease_desktop.core.settings import Say, Settings, VoiceSettings
from backease_desktop.core.tones import ToneName
from backease_desktop.core.units import Ms
from backease_desktop.core.voice import VoiceChoice
from tests.controllers.conftest import TODAY
from tests.fakes.journal import MemoryJournal
from tests.fakes.ports import FakeOutput, FakeSpeaker, MemoryStore, clip_of_length, fake_tone
from tests.fakes.small_catalogue import english

TEXT = "Time to stretch."
NEXT = ToneName.NEXT


@dataclass
class Booth:
    """An announcer with its speaker and its output."""

    owner: QObject
    speaker: FakeSpeaker = field(default_factory=lambda: FakeSpeaker(per_letter=1))
    output: FakeOutput = field(default_factory=FakeOutput)
    ends: list[str] = field(default_factory=list)

    def settings(self, voice: VoiceSettings) -> SettingsController:
        return SettingsController(
            settings=Settings(voice=voice),
            profile=Profile(),
            settings_store=MemoryStore(),
            profile_store=MemoryStore(),
            journal=MemoryJournal(),
            today=lambda: TODAY,
            parent=self.owner,
        )

    def announcer(
        self, voice: VoiceSettings | None = None, *, patience: Ms = PATIENCE
    ) -> Announcer:
        announcer = Announcer(
            speaker=self.speaker,
            output=self.output,
            tone=fake_tone,
            wording=english(),
            settings=self.settings(voice or VoiceSettings()),
            echo=Ms(0),
            patience=patience,
            parent=self.owner,
        )
        announcer.finished.connect(lambda: self.ends.append("finished"))
        announcer.failed.connect(self.ends.append)
        return announcer

    @staticmethod
    def settle() -> None:
        """Let the sound open."""
        QCoreApplication.processEvents()

    @property
    def heard(self) -> list[str]:
        return ["words" if played.voice else "tone" for played in self.output.played]


@pytest.fixture
def booth(qapp: QObject) -> Iterator[Booth]:
    owner = QObject()
    yield Booth(owner)
    owner.deleteLater()


def until_over(qtbot: QtBot, announcer: Announcer) -> None:
    qtbot.waitUntil(lambda: not announcer.is_on)


def test_words_that_are_ready_follow_the_tone_and_never_cut_it(booth: Booth, qtbot: QtBot) -> None:
    announcer = booth.announcer()
    announcer.announce(NEXT, TEXT)
    booth.speaker.render_all()
    booth.settle()
    assert booth.heard == ["tone"]
    until_over(qtbot, announcer)
    assert booth.heard == ["tone", "words"]
    assert booth.ends == ["finished"]
    assert booth.output.is_closed


def test_the_tone_does_not_wait_for_the_words(booth: Booth, qtbot: QtBot) -> None:
    announcer = booth.announcer()
    announcer.announce(NEXT, TEXT)
    booth.settle()
    assert booth.heard == ["tone"]
    assert booth.speaker.asked == [(TEXT, VoiceChoice(english().voice, 150))]
    with qtbot.waitSignal(announcer.finished):
        booth.speaker.render_all()
    assert booth.heard == ["tone", "words"]


def test_words_alone_open_the_sound_when_they_are_there(booth: Booth, qtbot: QtBot) -> None:
    announcer = booth.announcer()
    announcer.announce(None, TEXT)
    assert booth.output.is_closed
    with qtbot.waitSignal(announcer.finished):
        booth.speaker.render_all()
    assert booth.heard == ["words"]
    assert booth.output.is_closed


def test_volume_voice_and_speed_are_those_of_the_settings(booth: Booth, qtbot: QtBot) -> None:
    chosen = VoiceSettings(voice="gmw/en", rate_wpm=180, volume=60, tone_volume=40)
    announcer = booth.announcer(chosen)
    announcer.announce(NEXT, TEXT, volume=0.5)
    assert booth.speaker.asked == [(TEXT, VoiceChoice("gmw/en", 180))]
    booth.speaker.render_all()
    until_over(qtbot, announcer)
    assert [played.volume for played in booth.output.played] == [pytest.approx(0.2), 0.3]


def test_without_a_voice_the_tone_sounds_all_the_same(booth: Booth, qtbot: QtBot) -> None:
    announcer = booth.announcer()
    announcer.announce(NEXT, TEXT)
    booth.speaker.fail_all()
    until_over(qtbot, announcer)
    assert booth.heard == ["tone"]
    assert booth.ends == ["it coughed"]


def test_a_voice_that_never_answers_is_not_waited_for_for_ever(booth: Booth, qtbot: QtBot) -> None:
    announcer = booth.announcer(patience=Ms(0))
    announcer.announce(NEXT, TEXT)
    until_over(qtbot, announcer)
    assert booth.ends == ["the voice takes too long"]
    booth.speaker.render_all()
    assert booth.heard == ["tone"]
    assert booth.output.is_closed


@pytest.mark.parametrize("tone", [NEXT, None])
def test_without_a_sound_device_it_has_failed_and_lets_go_of_it(
    booth: Booth, qtbot: QtBot, tone: ToneName | None
) -> None:
    booth.output.works = False
    announcer = booth.announcer()
    announcer.announce(tone, TEXT)
    booth.speaker.render_all()
    until_over(qtbot, announcer)
    assert booth.ends == ["no sound card"]
    assert booth.output.is_closed


@pytest.mark.parametrize("works", [True, False])
def test_a_session_keeps_its_sound_and_so_it_does_when_it_has_lost_it(
    booth: Booth, qtbot: QtBot, works: bool
) -> None:
    booth.output.works = works
    booth.output.open()
    announcer = booth.announcer()
    announcer.announce(NEXT, TEXT)
    assert booth.ends == []
    until_over(qtbot, announcer)
    assert booth.ends == ["the sound is in use"]
    assert booth.heard == []
    assert not booth.output.is_closed


def test_a_session_that_begins_gets_the_sound(booth: Booth, qtbot: QtBot) -> None:
    announcer = booth.announcer()
    track = SoundTrack(output=booth.output, tone=fake_tone, parent=booth.owner)
    track.output_wanted.connect(announcer.stop)
    announcer.announce(NEXT, TEXT)
    booth.settle()
    with qtbot.waitSignal(track.settled):
        track.open()
    booth.speaker.render_all()
    assert booth.output.is_open
    assert booth.heard == ["tone"]
    assert booth.ends == []


@pytest.mark.parametrize("is_ours", [True, False])
def test_a_clip_of_ours_that_comes_too_late_was_not_heard(
    booth: Booth, qtbot: QtBot, is_ours: bool
) -> None:
    announcer = booth.announcer()
    announcer.announce(NEXT, None)
    booth.settle()
    booth.output.discarded.emit(booth.output.played[0].token if is_ours else 3)
    until_over(qtbot, announcer)
    assert booth.ends == (["the sound device is too slow"] if is_ours else ["finished"])


def test_where_tones_are_wanted_no_words_are_rendered(booth: Booth, qtbot: QtBot) -> None:
    announcer = booth.announcer(VoiceSettings(say=Say.TONES))
    announcer.announce(NEXT, TEXT)
    assert booth.speaker.asked == []
    until_over(qtbot, announcer)
    assert booth.heard == ["tone"]
    assert booth.ends == ["words are switched off in the settings"]


def test_silent_is_silent(booth: Booth, qtbot: QtBot) -> None:
    announcer = booth.announcer(VoiceSettings(say=Say.SILENT))
    announcer.announce(NEXT, TEXT)
    until_over(qtbot, announcer)
    assert booth.heard == []
    assert booth.ends == ["sound is switched off in the settings"]


def test_stopped_it_says_no_more_and_nothing_runs(booth: Booth) -> None:
    announcer = booth.announcer()
    announcer.announce(NEXT, TEXT)
    booth.settle()
    announcer.stop()
    booth.speaker.render_all()
    assert not announcer.is_on
    assert booth.heard == ["tone"]
    assert booth.ends == []
    assert booth.output.is_closed


def test_of_two_only_the_second_is_said(booth: Booth, qtbot: QtBot) -> None:
    announcer = booth.announcer()
    announcer.announce(NEXT, "One.")
    announcer.announce(None, "Two, and longer.")
    booth.speaker.render_all()
    until_over(qtbot, announcer)
    words = [played.clip for played in booth.output.played if played.voice]
    assert words == [clip_of_length(len("Two, and longer."))]
    assert booth.ends == ["finished"]


@pytest.mark.parametrize("tone", [NEXT, None])
@pytest.mark.parametrize("text", [TEXT, None])
@pytest.mark.parametrize("has_device", [True, False])
@pytest.mark.parametrize("voice", ["ready", "broken", "dumb"])
def test_it_ends_once_and_is_heard_in_order_whatever_fails(
    booth: Booth,
    qtbot: QtBot,
    tone: ToneName | None,
    text: str | None,
    has_device: bool,
    voice: str,
) -> None:
    booth.output.works = has_device
    announcer = booth.announcer(patience=Ms(0))
    announcer.announce(tone, text)
    assert booth.ends == []
    if voice == "ready":
        booth.speaker.render_all()
    elif voice == "broken":
        booth.speaker.fail_all()
    until_over(qtbot, announcer)
    tones = ["tone"] if tone and has_device else []
    words = ["words"] if text and has_device and voice == "ready" else []
    assert booth.heard == tones + words
    opens = tone is not None or (text is not None and voice == "ready")
    is_whole = (has_device or not opens) and (text is None or voice == "ready")
    assert len(booth.ends) == 1
    assert (booth.ends == ["finished"]) == is_whole
    assert booth.output.is_closed


def voice_test_of(booth: Booth, voice: VoiceSettings) -> VoiceTest:
    test = VoiceTest(
        speaker=booth.speaker,
        output=booth.output,
        tone=fake_tone,
        wording=english(),
        settings=booth.settings(voice),
        parent=booth.owner,
    )
    test.said.connect(lambda: booth.ends.append("said"))
    test.failed.connect(booth.ends.append)
    return test


@pytest.mark.parametrize(
    ("say", "heard", "end"),
    [
        (Say.EVERYTHING, ["tone", "words"], "said"),
        (Say.TONES, ["tone"], "said"),
        (Say.SILENT, [], "sound is switched off in the settings"),
    ],
)
def test_the_voice_test_lets_the_settings_be_heard(
    booth: Booth, qtbot: QtBot, say: Say, heard: list[str], end: str
) -> None:
    test = voice_test_of(booth, VoiceSettings(say=say))
    test.start()
    booth.speaker.render_all()
    qtbot.waitUntil(lambda: booth.ends == [end])
    assert booth.heard == heard


def test_a_voice_test_waits_for_a_device_that_sleeps(booth: Booth, qtbot: QtBot) -> None:
    booth.output.sleeps = True
    test = voice_test_of(booth, VoiceSettings())
    test.start()
    booth.speaker.render_all()
    booth.settle()
    assert (booth.heard, booth.ends) == ([], [])
    booth.output.wake()
    qtbot.waitUntil(lambda: booth.ends == ["said"])
    assert booth.heard == ["tone", "words"]


def test_a_voice_test_may_fail_once_and_be_heard_the_next_time(booth: Booth, qtbot: QtBot) -> None:
    test = voice_test_of(booth, VoiceSettings())
    booth.output.works = False
    test.start()
    qtbot.waitUntil(lambda: booth.ends == ["no sound card"])
    booth.output.works = True
    test.start()
    booth.speaker.render_all()
    qtbot.waitUntil(lambda: booth.ends == ["no sound card", "said"])


def test_a_voice_test_can_be_ended(booth: Booth) -> None:
    test = voice_test_of(booth, VoiceSettings())
    test.start()
    booth.settle()
    test.stop()
    booth.speaker.render_all()
    assert booth.heard == ["tone"]
    assert booth.ends == []
    assert booth.output.is_closed
