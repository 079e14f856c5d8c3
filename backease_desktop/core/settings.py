"""Settings: what a person may choose, with limits, titles and help in one place.

The file, the settings page and the documentation are made from these structs. Files from older or
newer versions may lack fields or have more of them: both are fine.
"""

from enum import StrEnum
from typing import Annotated

from backease_desktop.core.catalogue.words import Order, Side
from backease_desktop.core.fields import Fields, field
from backease_desktop.core.voice import VoiceChoice


class Section(Fields, frozen=True, kw_only=True):
    """A page of the settings."""


class DoseChoice(StrEnum):
    """How much to do."""

    AUTO = "auto"
    GENTLE = "gentle"
    STANDARD = "standard"
    FULL = "full"


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

    @property
    def talks(self) -> bool:
        """Whether words are said in a session."""
        return self in (Say.EVERYTHING, Say.CUES)


class Music(StrEnum):
    """What the music of other programs does to make room."""

    LEAVE = "leave"
    QUIET = "quiet"
    PAUSE = "pause"


class MusicTime(StrEnum):
    """How long the music of other programs makes room."""

    SESSION = "session"
    WORDS = "words"


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


class SessionSettings(Section, frozen=True, kw_only=True):
    """Session."""

    dose: Annotated[
        DoseChoice,
        field(
            "Effort",
            "How much of what an article allows. By itself it is gentle in your first week.",
        ),
    ] = DoseChoice.AUTO
    first_side: Annotated[Side, field("First side", "The side that comes first.")] = Side.RIGHT
    order: Annotated[
        Order,
        field(
            "Order",
            "Of an article's programme: the article's order, or ours with the warm-up first.",
        ),
    ] = Order.ARTICLE
    prepare_s: Annotated[
        int, field("Time to get ready", "Seconds before each exercise, at least.", ge=4, le=60)
    ] = 7
    switch_s: Annotated[int, field("Time to switch sides", "Seconds, at least.", ge=4, le=30)] = 6
    relax_s: Annotated[int, field("Time to let go", "Seconds, at the end.", ge=2, le=60)] = 4
    position_s: Annotated[
        int,
        field("Time to change position", "Seconds from one position to another.", ge=10, le=120),
    ] = 12
    floor_s: Annotated[
        int,
        field("Time to get to the floor", "Seconds down to the floor, or up.", ge=10, le=120),
    ] = 25
    breath_s: Annotated[
        int,
        field("Length of a breath", "Seconds in and out, where breath is the pace.", ge=5, le=10),
    ] = 6
    wait_for_me: Annotated[
        bool, field("Wait for me", "After a change of position, wait until I go on.")
    ] = False
    ask_how: Annotated[
        bool,
        field(
            "Ask how it was",
            "Your back from 0 to 10, before and after a session, and how it was. All can be left.",
        ),
    ] = True
    guidance: Annotated[
        Guidance,
        field(
            "How to get into position",
            "The movement, too. Learn: in full the first three times, then briefly.",
        ),
    ] = Guidance.LEARN


class VoiceSettings(Section, frozen=True, kw_only=True):
    """Voice and sound."""

    say: Annotated[Say, field("What is said", "Everything, cues only, tones only, silent.")] = (
        Say.EVERYTHING
    )
    voice: Annotated[
        str | None, field("Voice", "The natural voice, or a voice of this computer.")
    ] = None
    rate_wpm: Annotated[
        int,
        field(
            "Speed",
            "The natural voice is calm or brisk; another speaks so many words a minute, of which "
            "150 to 170 are understood best.",
            ge=120,
            le=240,
        ),
    ] = 150
    volume: Annotated[int, field("Voice volume", "Percent.", ge=0, le=100)] = 80
    tone_volume: Annotated[int, field("Tone volume", "Percent.", ge=0, le=100)] = 70
    device: Annotated[
        str | None,
        field(
            "Sound device",
            "Where sessions are heard. One that is not there gives way to the system's.",
        ),
    ] = None
    captions: Annotated[bool, field("Captions", "Show what is said.")] = True
    music: Annotated[
        Music,
        field(
            "Your music",
            "What other programs play makes room for a session. So far on Linux only.",
        ),
    ] = Music.LEAVE
    music_time: Annotated[
        MusicTime,
        field(
            "How long it makes room",
            "For the whole session, or only while words are spoken.",
        ),
    ] = MusicTime.SESSION

    def choice(self, suited: str | None) -> VoiceChoice:
        """The voice that was chosen; `suited` is the one of the language if none was."""
        return VoiceChoice(self.voice or suited, self.rate_wpm)


class AppearanceSettings(Section, frozen=True, kw_only=True):
    """Appearance."""

    theme: Annotated[Theme, field("Theme", "Light, dark, high contrast, or as the system.")] = (
        Theme.SYSTEM
    )
    text_percent: Annotated[
        int, field("Text size", "Percent, on top of the system's text size.", ge=80, le=200)
    ] = 100
    motion: Annotated[
        MotionChoice, field("Motion", "Reduced shows figures as stills and drops transitions.")
    ] = MotionChoice.SYSTEM
    figure_mirror: Annotated[
        bool,
        field(
            "Figures as in a mirror",
            "A figure that faces you has its right side at your right, as your mirror image.",
        ),
    ] = False
    screen: Annotated[
        str | None,
        field(
            "Screen for full screen",
            "Such as a television. One that is not there gives way to the window's own.",
        ),
    ] = None
    keep_awake: Annotated[
        bool, field("Keep the screen on", "While a session plays the screen does not go dark.")
    ] = True


class KeySettings(Section, frozen=True, kw_only=True):
    """Keys from everywhere."""

    everywhere: Annotated[
        bool,
        field(
            "Listen for two keys whatever window is in front",
            "Ctrl+Alt+B answers a break card that is seen, Ctrl+Alt+P pauses a session that is on.",
        ),
    ] = False


class ClosingSettings(Section, frozen=True, kw_only=True):
    """Start and close."""

    stay: Annotated[
        bool,
        field(
            "Go on reminding when the window is closed",
            "Off: closing the window ends the program. Ctrl+Q always does.",
        ),
    ] = True


class Settings(Fields, frozen=True, kw_only=True):
    """Everything that can be chosen."""

    session: SessionSettings = SessionSettings()
    voice: VoiceSettings = VoiceSettings()
    appearance: AppearanceSettings = AppearanceSettings()
    keys: KeySettings = KeySettings()
    closing: ClosingSettings = ClosingSettings()
