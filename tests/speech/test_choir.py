"""All voices of the voice process as one: who says what."""

from pathlib import Path

import pytest

from backease_desktop.speech import choir
from backease_desktop.speech.choir import Choir, open_choir
from backease_desktop.speech.voices import UnknownVoiceError, VoiceError

PHRASE = "Sciatic nerve glide."


class System:
    """A system with the voice "a"."""

    name = "system"
    version = "1.51"

    def write(self, text: str, voice: str | None, rate: int, wav: Path) -> None:
        wav.write_text(f"system {voice} {rate} {text}", encoding="utf-8")

    def voices(self) -> list[tuple[str, str, list[str]]]:
        return [("a", "Anna", ["en"])]


class Natural:
    """The natural voice."""

    version = "hibari-tts 0.2.1"

    def write(self, text: str, rate: int, wav: Path) -> None:
        if text == "深呼吸":
            raise VoiceError("makes nothing of it")
        wav.write_text(f"natural {rate} {text}", encoding="utf-8")


def said(voices: Choir, voice: str | None, tmp_path: Path, text: str = "Hold it.") -> str:
    voices.write(text, voice, 150, tmp_path / "phrase.wav")
    return (tmp_path / "phrase.wav").read_text(encoding="utf-8")


@pytest.mark.parametrize("voice", [None, "heart"])
def test_the_natural_voice_speaks_where_none_was_chosen(voice: str | None, tmp_path: Path) -> None:
    assert said(Choir(System(), Natural()), voice, tmp_path) == "natural 150 Hold it."


@pytest.mark.parametrize("voice", [None, "heart"])
def test_without_the_natural_voice_the_system_chooses_its_own(
    voice: str | None, tmp_path: Path
) -> None:
    assert said(Choir(System(), None), voice, tmp_path) == "system None 150 Hold it."


def test_what_the_natural_voice_makes_nothing_of_is_said_by_the_system(tmp_path: Path) -> None:
    assert said(Choir(System(), Natural()), None, tmp_path, "深呼吸") == "system None 150 深呼吸"
    with pytest.raises(VoiceError, match="nothing"):
        said(Choir(None, Natural()), None, tmp_path, "深呼吸")


def test_a_chosen_voice_is_the_systems(tmp_path: Path) -> None:
    assert said(Choir(System(), Natural()), "a", tmp_path) == "system a 150 Hold it."


def test_without_a_system_a_chosen_voice_is_an_unknown_one(tmp_path: Path) -> None:
    voices = Choir(None, Natural())
    assert said(voices, None, tmp_path) == "natural 150 Hold it."
    assert voices.voices() == []
    with pytest.raises(UnknownVoiceError):
        said(voices, "a", tmp_path)


def test_a_system_voice_is_told_how_a_hard_word_is_said(tmp_path: Path) -> None:
    assert said(Choir(System(), None), None, tmp_path, PHRASE) == (
        "system None 150 sigh attic nerve glide."
    )
    assert said(Choir(System(), Natural()), None, tmp_path, PHRASE) == f"natural 150 {PHRASE}"


def test_the_version_changes_with_everything_that_changes_the_sound(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    versions = {
        Choir(System(), None).version,
        Choir(System(), Natural()).version,
        Choir(None, Natural()).version,
    }
    monkeypatch.setattr(choir, "SPELLING", {"bug": "bugg"})
    versions.add(Choir(System(), None).version)
    assert len(versions) == 4


def refuse(*_: object) -> Natural:
    raise OSError("a library of it is missing")


def test_a_natural_voice_that_does_not_load_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(choir, "is_installed", lambda: True)
    monkeypatch.setattr(choir, "InstalledVoice", refuse)
    monkeypatch.setattr(choir, "open_voice", lambda _: System())
    assert said(open_choir(tmp_path), None, tmp_path) == "system None 150 Hold it."
    assert "a library of it is missing" in caplog.text
    caplog.clear()


def test_a_system_without_a_voice_is_one_only_where_the_natural_is_missing_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choir, "open_voice", refuse)
    monkeypatch.setattr(choir, "is_installed", lambda: False)
    with pytest.raises(OSError, match="missing"):
        open_choir(tmp_path)
    monkeypatch.setattr(choir, "is_installed", lambda: True)
    monkeypatch.setattr(choir, "InstalledVoice", Natural)
    assert said(open_choir(tmp_path), None, tmp_path) == "natural 150 Hold it."
