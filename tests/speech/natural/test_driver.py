"""The natural voice under pyttsx3's own engine: with a stand-in for its model, and with itself."""

import sys
import wave
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest
import pyttsx3

from backease_desktop.core.clip import SAMPLE_RATE
from backease_desktop.core.voice import Pace
from backease_desktop.speech.natural import driver
from backease_desktop.speech.natural.synthesis import VOICE_ID
from backease_desktop.speech.natural.voice import InstalledVoice, is_installed
from backease_desktop.speech.voices import VoiceError


class StandIn:
    """Makes a sound of a hundred samples a letter, or refuses."""

    version = "stand-in 1"

    def __init__(self) -> None:
        self.asked: list[tuple[str, Pace]] = []

    def sound(self, text: str, pace: Pace) -> "array[int]":
        self.asked.append((text, pace))
        if text == "refuse":
            raise ValueError("will not say that")
        if text == "深呼吸":
            return array("h", [50, -50])
        return array("h", [8_000, -8_000] * 50 * len(text))


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    made = StandIn()
    monkeypatch.setattr(driver, "NaturalVoice", lambda: made)
    monkeypatch.setattr(pyttsx3, "_activeEngines", {})  # it would give the engine of another test
    yield made
    sys.modules.pop(f"pyttsx3.drivers.{driver.NAME}", None)


def read(path: Path) -> "array[int]":
    with wave.open(str(path), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        assert file.getframerate() == SAMPLE_RATE
        return array("h", file.readframes(file.getnframes()))


def test_every_phrase_is_written_whole_in_the_order_it_was_asked_for(
    model: StandIn, tmp_path: Path
) -> None:
    voice = InstalledVoice()
    for text in ("one", "three", "and relax"):
        voice.write(text, 150, tmp_path / "phrase.wav")
        assert len(read(tmp_path / "phrase.wav")) == 100 * len(text)
    assert [text for text, _ in model.asked] == ["one", "three", "and relax"]


def test_the_rate_becomes_the_nearer_pace(model: StandIn, tmp_path: Path) -> None:
    voice = InstalledVoice()
    for rate in (120, 174, 175, 240, 150):
        voice.write("one", rate, tmp_path / "phrase.wav")
    assert [pace for _, pace in model.asked] == [
        Pace.CALM,
        Pace.CALM,
        Pace.BRISK,
        Pace.BRISK,
        Pace.CALM,
    ]


def test_a_phrase_that_fails_says_why_and_costs_no_other(model: StandIn, tmp_path: Path) -> None:
    voice = InstalledVoice()
    with pytest.raises(VoiceError, match="will not say that"):
        voice.write("refuse", 150, tmp_path / "phrase.wav")
    assert not (tmp_path / "phrase.wav").exists()
    voice.write("one", 150, tmp_path / "phrase.wav")
    assert len(read(tmp_path / "phrase.wav")) == 300


def test_a_phrase_that_comes_out_silent_is_one_that_failed(model: StandIn, tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match="nothing in “深呼吸”"):
        InstalledVoice().write("深呼吸", 150, tmp_path / "phrase.wav")
    assert [text for text, _ in model.asked] == ["深呼吸"]


def test_pyttsx3_finds_voice_volume_and_version(model: StandIn, tmp_path: Path) -> None:
    InstalledVoice()
    engine = pyttsx3.init(driver.NAME)
    assert [voice.id for voice in engine.getProperty("voices")] == [VOICE_ID]
    assert engine.getProperty("version") == model.version
    engine.setProperty("volume", 0.5)
    engine.save_to_file("one", str(tmp_path / "phrase.wav"))
    engine.runAndWait()
    assert set(read(tmp_path / "phrase.wav")) == {4_000, -4_000}


@pytest.mark.real_voice
@pytest.mark.skipif(not is_installed(), reason="backease-desktop[voice] is not installed")
def test_the_real_voice_says_a_phrase_the_same_each_time(tmp_path: Path) -> None:
    voice = InstalledVoice()
    voice.write("And switch sides.", 150, tmp_path / "first.wav")
    voice.write("And switch sides.", 150, tmp_path / "again.wav")
    assert read(tmp_path / "first.wav") == read(tmp_path / "again.wav")
    assert 0.7 < len(read(tmp_path / "first.wav")) / SAMPLE_RATE < 3
