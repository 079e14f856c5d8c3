"""The renderer with a voice pack: what the pack holds needs no process, what it lacks does."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from backease_desktop.core.clip import Clip
from backease_desktop.core.voice import Pace, VoiceChoice
from backease_desktop.speech.cache import ClipCache
from backease_desktop.speech.pack.voice_pack import VoicePack
from backease_desktop.speech.renderer import ClipRenderer
from tests.fakes.tts import entries, fake_command, sound_of
from tests.fakes.voice_pack import PACK, PHRASES

pytestmark = pytest.mark.starts_programs

NATURAL = VoiceChoice()
PACKED = VoicePack(PACK)


class Desk:
    """A renderer with the small pack, and what it answered."""

    def __init__(self, folder: Path, qtbot: QtBot, *orders: str) -> None:
        self.log = folder / "log"
        self.lost: list[str] = []
        self._qtbot = qtbot
        self.cache = ClipCache(folder / "clips")
        self.renderer = ClipRenderer(
            cache=self.cache, pack=PACKED, command=fake_command(self.log, *orders)
        )
        self.renderer.lost.connect(self.lost.append)

    def say(self, *texts: str, voice: VoiceChoice = NATURAL) -> dict[str, Clip | None]:
        """Every text with its clip, or None where it has none."""
        said: dict[str, Clip | None] = {}
        ticket = self.renderer.ask(texts, voice)
        ticket.ready.connect(said.__setitem__)
        ticket.failed.connect(lambda text, _reason: said.update({text: None}))
        self._qtbot.waitUntil(lambda: not ticket.is_owed)
        return said


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Desk]:
    made = Desk(tmp_path, qtbot, *getattr(request, "param", ()))
    yield made
    made.renderer.close()
    made.cache.close()


def packed(text: str, pace: Pace = Pace.CALM) -> Clip | None:
    return PACKED.find(text, pace)


def test_what_the_pack_holds_comes_without_a_process(desk: Desk) -> None:
    assert desk.say(*PHRASES) == {text: packed(text) for text in PHRASES}
    assert entries(desk.log) == []


def test_a_fast_voice_is_the_brisk_one(desk: Desk) -> None:
    assert desk.say("Two.", voice=VoiceChoice(None, 200)) == {"Two.": packed("Two.", Pace.BRISK)}
    assert packed("Two.", Pace.BRISK) != packed("Two.")


def test_what_the_pack_lacks_is_rendered_and_comes_too(desk: Desk) -> None:
    said = desk.say("Two.", "Wiggle.", "Hold it.")
    assert said == {
        "Two.": packed("Two."),
        "Wiggle.": Clip(sound_of("Wiggle.")),
        "Hold it.": packed("Hold it."),
    }
    assert entries(desk.log) == ["start", "None/150/Wiggle."]


def test_a_chosen_voice_turns_the_pack_off(desk: Desk) -> None:
    said = desk.say("Two.", voice=VoiceChoice("a"))
    assert said == {"Two.": Clip(sound_of("Two."))}


def test_a_voice_that_this_system_has_not_is_replaced_by_the_natural_one(desk: Desk) -> None:
    assert desk.say("Two.", voice=VoiceChoice("unknown")) == {"Two.": packed("Two.")}
    assert desk.renderer.available


@pytest.mark.parametrize("desk", [("mute",), ("stillborn",)], indirect=True)
def test_on_a_system_without_a_voice_the_pack_speaks_and_nothing_is_lost(desk: Desk) -> None:
    assert desk.say("Wiggle.", "Two.") == {"Wiggle.": None, "Two.": packed("Two.")}
    assert desk.say("Hold it.", voice=VoiceChoice("a")) == {"Hold it.": packed("Hold it.")}
    assert desk.renderer.available
    assert desk.lost == []


def test_a_chosen_voice_that_dies_is_followed_by_the_natural_one(desk: Desk) -> None:
    said = desk.say("die", "die again", "Two.", voice=VoiceChoice("a"))
    assert said == {"die": None, "die again": None, "Two.": packed("Two.")}
    assert desk.lost == []


def test_a_closed_renderer_has_no_voice(desk: Desk) -> None:
    desk.renderer.close()
    assert not desk.renderer.available


def test_what_the_pack_holds_is_at_hand_as_it_would_be_answered(desk: Desk) -> None:
    for text in PHRASES:
        assert desk.renderer.has(text, NATURAL)
        assert desk.renderer.at_hand(text, NATURAL) == packed(text)


def test_what_it_lacks_and_what_another_voice_shall_say_must_be_asked_for(desk: Desk) -> None:
    for text, voice in (("Nobody has said this.", NATURAL), (PHRASES[0], VoiceChoice("a", 150))):
        assert not desk.renderer.has(text, voice)
        assert desk.renderer.at_hand(text, voice) is None


def test_a_damaged_clip_is_not_at_hand(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    shutil.copytree(PACK, tmp_path / "pack")
    clips = tmp_path / "pack" / "calm.clips"
    data = bytearray(clips.read_bytes())
    data[-1] ^= 1
    clips.write_bytes(data)
    pack = VoicePack(tmp_path / "pack")
    lost = [text for text in PHRASES if not pack.has(text, Pace.CALM)]
    assert len(lost) == 1
    assert pack.find(lost[0], Pace.CALM) is None
    assert "damaged" in caplog.text
