"""The voice process itself, with the real voice where this machine has one."""

import io
import json
import os
import subprocess
import sys
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from backease_desktop.core.clip import SAMPLE_RATE, Clip
from backease_desktop.core.voice import Voice, VoiceChoice
from backease_desktop.speech import child
from backease_desktop.speech.cache import ClipCache
from backease_desktop.speech.renderer import ClipRenderer
from backease_desktop.speech.samples import PEAK_LIMIT, TARGET_RMS, spoken_rms
from tests.speech.real_voice import no_voice_because

needs_voice = [
    pytest.mark.real_voice,
    pytest.mark.skipif(no_voice_because() != "", reason=no_voice_because()),
]


class Voiceless:
    """A voice whose phrases all fail, each in its own way."""

    name = "voiceless"
    version = "0"

    def write(self, text: str, voice: str | None, rate: int, wav: Path) -> None:
        if text == "silence":
            wav.write_bytes(
                b"RIFF\x28\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x22\x56\0\0\x44\xac\0\0\x02\0\x10\0"
                b"data\x04\0\0\0\0\0\0\0"
            )
        elif text == "rubbish":
            wav.write_bytes(b"rubbish")
        elif text != "nothing":
            raise child.UnknownVoiceError(voice)

    def voices(self) -> list[tuple[str, str, list[str]]]:
        return []


def run(tmp_path: Path, *requests: dict[str, object]) -> list[dict[str, Any]]:
    replies = io.StringIO()
    child.main(tmp_path, [json.dumps(request).encode() for request in requests], replies)
    return [json.loads(line) for line in replies.getvalue().splitlines()]


def phrase(number: int, text: str, folder: Path) -> dict[str, object]:
    file = str(folder / f"{number}.pcm")
    return {"id": number, "say": text, "voice": "x", "rate": 150, "file": file}


def test_phrases_that_fail_are_refused_one_by_one_and_leave_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "open_choir", lambda _: Voiceless())
    texts = ["silence", "rubbish", "nothing", "unknown"]
    replies = run(tmp_path, *(phrase(at, text, tmp_path) for at, text in enumerate(texts)))
    assert replies[0] == {"engine": "voiceless", "version": "0"}
    assert [reply["id"] for reply in replies[1:]] == [0, 1, 2, 3]
    assert [reply["unknown_voice"] for reply in replies[1:]] == [False, False, False, True]
    assert "only silence" in replies[1]["error"]
    assert list(tmp_path.iterdir()) == []


def test_a_system_without_a_voice_is_told_in_one_line_and_a_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_voice(_: Path) -> Voiceless:
        raise RuntimeError("nothing to speak with")

    monkeypatch.setattr(child, "open_choir", no_voice)
    replies = io.StringIO()
    assert child.main(tmp_path, [], replies) == child.NO_VOICE
    assert json.loads(replies.getvalue()) == {"error": "RuntimeError: nothing to speak with"}


def test_the_voice_process_loads_nothing_of_the_window() -> None:
    program = (
        "import sys, backease_desktop.speech.child\n"
        "print(*{name.partition('.')[0] for name in sys.modules} & {'PySide6', 'pydantic', 'yaml'})"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("\n", "")


class RealVoice:
    """A renderer with the real voice, and what came of it."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.cache = ClipCache(folder)
        self.renderer = ClipRenderer(cache=self.cache)
        self.clips: dict[str, Clip] = {}
        self.failed: dict[str, str] = {}

    def say(self, *texts: str, voice: VoiceChoice = VoiceChoice()) -> list[Clip]:  # noqa: B008
        ticket = self.renderer.ask(texts, voice)
        ticket.ready.connect(self.clips.__setitem__)
        ticket.failed.connect(self.failed.__setitem__)
        self._qtbot.waitUntil(lambda: not ticket.is_owed)
        assert self.failed == {}
        return [self.clips[text] for text in texts]


@pytest.fixture
def real(tmp_path: Path, qtbot: QtBot) -> Iterator[RealVoice]:
    made = RealVoice(tmp_path / "clips", qtbot)
    yield made
    made.renderer.close()
    made.cache.close()


class TestRealVoice:
    pytestmark = needs_voice

    def test_phrases_are_spoken_at_a_natural_length_and_the_one_loudness(
        self, real: RealVoice
    ) -> None:
        texts = ["Relax.", "And switch sides.", "Ten seconds left.", "Three", "Two", "One"]
        for text, clip in zip(texts, real.say(*texts), strict=True):
            sound = array("h", clip.samples)
            assert 0.025 < clip.length / 1000 / len(text) < 0.2, text
            assert max(sound) <= PEAK_LIMIT + 1
            assert 0.6 * TARGET_RMS < spoken_rms(sound) < 1.05 * TARGET_RMS, text

    def test_a_clip_holds_no_silence_around_the_words(self, real: RealVoice) -> None:
        (clip,) = real.say("Relax.", voice=VoiceChoice("gmw/en-us"))
        sound = array("h", clip.samples)
        edge = SAMPLE_RATE * 30 // 1000
        assert max(sound[:edge]) > 200
        assert max(sound[-edge:]) > 200

    def test_a_faster_voice_is_shorter(self, real: RealVoice) -> None:
        lengths = [
            real.say("Lie on your back with both knees bent.", voice=VoiceChoice(None, rate))[0]
            for rate in (120, 150, 200, 240)
        ]
        assert [clip.length for clip in lengths] == sorted(
            (clip.length for clip in lengths), reverse=True
        )

    def test_speed_and_voice_change_from_phrase_to_phrase_without_losing_one(
        self, real: RealVoice
    ) -> None:
        for at in range(40):
            voice = VoiceChoice(("gmw/en-us", "gmw/en-us+f3", "gmw/de")[at % 3], 120 + at)
            (clip,) = real.say(f"Number {at}", voice=voice)
            assert clip.length > 300

    def test_signs_and_other_scripts_do_no_harm(self, real: RealVoice) -> None:
        texts = ["<b>Hold</b> & relax", "Größe: 10 °", "深呼吸", "-r 500", '"quoted" \\ [[h]]']
        assert all(clip.length > 200 for clip in real.say(*texts))

    def test_english_voices_are_listed(self, real: RealVoice, qtbot: QtBot) -> None:
        listing = real.renderer.list_voices()
        with qtbot.waitSignal(listing.ready) as listed:
            pass
        voices: tuple[Voice, ...] = listed.args[0]
        assert any("en" in language for voice in voices for language in voice.languages)

    def test_a_voice_that_this_system_does_not_have_is_replaced(self, real: RealVoice) -> None:
        (clip,) = real.say("Relax.", voice=VoiceChoice("com.nobody.voice", 150))
        assert clip.length > 300

    def test_a_process_killed_between_phrases_costs_nothing(self, real: RealVoice) -> None:
        real.say("Relax.")
        os.kill(real.renderer.process_id, 9)
        real.say("Hold the position.", "And rest.")
        assert len(real.clips) == 3
