"""All the voices of the voice process as one: the natural one where it is installed, the system's.

Rules:
    * Where no voice was chosen, the natural one speaks; where it is not installed or does not load,
      the system's best English one.
    * Both are loaded before the process says that it is ready, so that no phrase waits for more
      than itself. One of them is enough, and what the natural one makes nothing of is the system's.
    * Words that come out wrong are exchanged just before they are spoken (`pronunciation`).
"""

import logging
import zlib
from pathlib import Path
from typing import Protocol

from backease_desktop.speech.natural.synthesis import VOICE_ID
from backease_desktop.speech.natural.voice import InstalledVoice, is_installed
from backease_desktop.speech.pronunciation import PHONEMES, SPELLING, respelled
from backease_desktop.speech.voices import (
    PhraseVoice,
    UnknownVoiceError,
    VoiceError,
    open_voice,
)

_log = logging.getLogger(__name__)


class SingleVoice(Protocol):
    """A voice program that has one voice."""

    @property
    def version(self) -> str:
        """Everything that could make the same phrase sound different."""

    def write(self, text: str, rate: int, wav: Path) -> None:
        """Write a phrase; raises `VoiceError` where it was not written."""


def open_choir(scratch: Path) -> "Choir":
    """Every voice that there is.

    Raises:
        Exception: there is none; whatever the system's voice raised when it was loaded.
    """
    natural: SingleVoice | None = None
    if is_installed():
        try:
            natural = InstalledVoice()
        except Exception as error:  # Whatever its libraries raise here, others can speak.
            _log.warning("the natural voice does not load: %s: %s", type(error).__name__, error)
    try:
        return Choir(open_voice(scratch), natural)
    except Exception:
        if natural is None:
            raise
        return Choir(None, natural)


class Choir:
    """Voices that are asked as one, as `PhraseVoice` says.

    Args:
        system: the system's voices.
        natural: the natural voice.
    """

    def __init__(self, system: PhraseVoice | None, natural: SingleVoice | None) -> None:
        self._system = system
        self._natural = natural
        words = repr((sorted(PHONEMES.items()), sorted(SPELLING.items())))
        parts = [f"words {zlib.crc32(words.encode()):08x}"]
        if system is not None:
            parts.insert(0, f"{system.name} {system.version}")
        if natural is not None:
            parts.insert(0, natural.version)
        self.name = "natural" if natural is not None or system is None else system.name
        self.version = ", ".join(parts)

    def write(self, text: str, voice: str | None, rate: int, wav: Path) -> None:
        """See `PhraseVoice.write`."""
        wants_natural = voice in (None, VOICE_ID)
        if wants_natural and self._natural is not None:
            try:
                self._natural.write(text, rate, wav)
            except VoiceError:
                if self._system is None:
                    raise
            else:
                return
        if self._system is None:
            raise UnknownVoiceError(voice)
        self._system.write(respelled(text), None if wants_natural else voice, rate, wav)

    def voices(self) -> list[tuple[str, str, list[str]]]:
        """The voices of the system; the natural one is what speaks where none was chosen."""
        return self._system.voices() if self._system is not None else []
