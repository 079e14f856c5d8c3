"""Which voice speaks and how fast: the words that settings, controllers and the renderer share."""

from dataclasses import dataclass

DEFAULT_RATE_WPM = 150
"""Understood best by recognisers at 150 to 170 words a minute; 200 doubles the errors."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice that this system has.

    Attributes:
        id: what the voice program calls it, for instance `gmw/en-us`.
        name: what a person calls it.
        languages: codes such as `en-us`, best first; may be empty.
    """

    id: str
    name: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """A voice at a speed.

    Attributes:
        id: a `Voice.id`, or None for the best English voice of the system.
        rate_wpm: nominal words a minute.
    """

    id: str | None = None
    rate_wpm: int = DEFAULT_RATE_WPM
