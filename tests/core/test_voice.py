"""The words that settings, controllers and the renderer share about voices."""

from backease_desktop.core.settings import VoiceSettings
from backease_desktop.core.voice import DEFAULT_RATE_WPM, Voice, VoiceChoice


def test_without_a_choice_the_voice_speaks_as_the_settings_do() -> None:
    assert VoiceChoice() == VoiceChoice(None, VoiceSettings().rate_wpm)
    assert VoiceSettings().rate_wpm == DEFAULT_RATE_WPM


def test_voices_and_choices_are_values() -> None:
    assert Voice("a", "Anna", ("en",)) == Voice("a", "Anna", ("en",))
    assert len({VoiceChoice("a", 150), VoiceChoice("a", 150), VoiceChoice("a", 170)}) == 2
