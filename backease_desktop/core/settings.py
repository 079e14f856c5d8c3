"""Settings: what a person may choose, with limits, titles and help in one place.

The file, the settings page and the documentation are made from these models. Files from older or
newer versions may lack fields or have more of them: both are fine.
"""

from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from backease_desktop.core.catalogue.words import Side


class Section(BaseModel):
    """A page of the settings: frozen, checked, and deaf to fields that it does not know."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class DoseChoice(StrEnum):
    """How much to do."""

    AUTO = "auto"
    GENTLE = "gentle"
    STANDARD = "standard"
    FULL = "full"


class AffectedSide(StrEnum):
    """The side that exercises for one affected side are done on."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"


class Guidance(StrEnum):
    """How often the way into a position is told."""

    LEARN = "learn"
    ALWAYS = "always"
    NEVER = "never"


class Say(StrEnum):
    """How much is said."""

    EVERYTHING = "everything"
    CUES = "cues"
    TONES = "tones"
    SILENT = "silent"


class Theme(StrEnum):
    """The colours of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class MotionChoice(StrEnum):
    """Whether things move."""

    SYSTEM = "system"
    FULL = "full"
    REDUCED = "reduced"


def _field(default: Any, title: str, help_text: str, **limits: Any) -> Any:  # noqa: ANN401
    return Field(default=default, title=title, description=help_text, **limits)


class SessionSettings(Section):
    """Session."""

    dose: DoseChoice = _field(
        DoseChoice.AUTO,
        "Dose",
        "How much of each article's range is done. Automatic is gentle in your first week.",
    )
    first_side: Side = _field(Side.RIGHT, "First side", "The side that comes first.")
    affected_side: AffectedSide = _field(
        AffectedSide.BOTH,
        "Affected side",
        "Exercises for one affected side, such as the nerve glide, are done on this side.",
    )
    prepare_s: int = _field(
        7, "Time to get ready", "Seconds before each exercise, at least.", ge=4, le=60
    )
    switch_s: int = _field(6, "Time to switch sides", "Seconds, at least.", ge=4, le=30)
    relax_s: int = _field(4, "Time to relax", "Seconds after each exercise.", ge=2, le=60)
    position_s: int = _field(
        12, "Time to change position", "Seconds to get down to the floor or up.", ge=10, le=120
    )
    wait_for_me: bool = _field(
        False,
        "Wait for me",
        "After a change of position, wait until I go on.",
    )
    guidance: Guidance = _field(
        Guidance.LEARN,
        "How to get into position",
        "Learn: told in full the first three times, then briefly, then no more.",
    )


class VoiceSettings(Section):
    """Voice and sound."""

    say: Say = _field(Say.EVERYTHING, "What is said", "Everything, cues only, tones only, silent.")
    voice: str | None = _field(None, "Voice", "A voice of this computer.")
    rate_wpm: int = _field(
        150, "Speed", "Words a minute; 150 to 170 is understood best.", ge=120, le=240
    )
    volume: int = _field(80, "Voice volume", "Percent.", ge=0, le=100)
    tone_volume: int = _field(70, "Tone volume", "Percent.", ge=0, le=100)
    captions: bool = _field(True, "Captions", "Show what is said.")


class AppearanceSettings(Section):
    """Appearance."""

    theme: Theme = _field(Theme.SYSTEM, "Theme", "Light, dark, high contrast, or as the system.")
    text_percent: int = _field(
        100, "Text size", "Percent, on top of the system's text size.", ge=80, le=200
    )
    motion: MotionChoice = _field(
        MotionChoice.SYSTEM, "Motion", "Reduced shows figures as stills and drops transitions."
    )
    keep_awake: bool = _field(
        True, "Keep the screen on", "While a session plays the screen does not go dark."
    )


class ClosingSettings(Section):
    """Start and close."""

    stay: bool = _field(
        True,
        "Go on reminding when the window is closed",
        "Off: closing the window ends the program. Ctrl+Q always does.",
    )


class Settings(BaseModel):
    """Everything that can be chosen."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    session: SessionSettings = SessionSettings()
    voice: VoiceSettings = VoiceSettings()
    appearance: AppearanceSettings = AppearanceSettings()
    closing: ClosingSettings = ClosingSettings()
