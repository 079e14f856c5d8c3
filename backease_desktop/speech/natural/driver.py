"""The natural voice as a driver of pyttsx3: `pyttsx3.init(NAME)` after `register()`.

Rules, learned from pyttsx3 2.99:
    * A driver is a module `pyttsx3.drivers.<name>` with a function `buildDriver`; pyttsx3 finds it
      among the loaded modules, so it need not lie in pyttsx3's own folder.
    * While a driver is built the proxy has no queue yet: it is never told anything then.
    * A phrase is written, and said to be finished, inside `save_to_file`. So the loop has nothing
      to wait for: it lets the queue run, and ends.
"""

import sys
import wave
from typing import Any

from backease_desktop.core.clip import SAMPLE_RATE
from backease_desktop.core.voice import DEFAULT_RATE_WPM, pace_of
from backease_desktop.speech.natural.synthesis import (
    LANGUAGE,
    VOICE_ID,
    VOICE_NAME,
    NaturalVoice,
)
from backease_desktop.speech.samples import SILENCE

NAME = "backease_natural"
"""What pyttsx3 calls the driver."""


def register() -> None:
    """Let pyttsx3 find the driver."""
    sys.modules[f"pyttsx3.drivers.{NAME}"] = sys.modules[__name__]


def buildDriver(proxy: Any) -> "NaturalDriver":  # noqa: ANN401  (pyttsx3 has no types)
    """What pyttsx3 asks for.

    Raises:
        ImportError: the voice is not installed.
    """
    return NaturalDriver(proxy, NaturalVoice())


class NaturalDriver:
    """Writes phrases to WAV files; it never plays.

    Args:
        proxy: pyttsx3's; told when a phrase is finished.
        voice: makes the sound.
    """

    def __init__(self, proxy: Any, voice: NaturalVoice) -> None:  # noqa: ANN401
        self._proxy = proxy
        self._voice = voice
        self._properties: dict[str, Any] = {
            "voice": VOICE_ID,
            "rate": DEFAULT_RATE_WPM,
            "volume": 1.0,
        }

    def save_to_file(self, text: str, filename: str) -> None:
        """Write a phrase, and say that it is finished.

        Raises:
            ValueError: the voice makes nothing of it, as of another script than its own.
        """
        sound = self._voice.sound(text, pace_of(self._properties["rate"]))
        if max(map(abs, sound), default=0) <= SILENCE:
            raise ValueError(f"there is nothing in “{text}” that this voice can say")
        volume = min(1.0, max(0.0, float(self._properties["volume"])))
        with wave.open(filename, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(SAMPLE_RATE)
            if volume < 1.0:
                sound = type(sound)("h", [int(value * volume) for value in sound])
            file.writeframes(sound.tobytes())
        self._proxy.notify("finished-utterance", completed=True)

    def say(self, text: str) -> None:
        """Refuse: what is said aloud goes through the program's own mixer.

        Raises:
            RuntimeError: always.
        """
        raise RuntimeError(f"this voice writes files; it does not play “{text}”")

    def getProperty(self, name: str) -> Any:  # noqa: ANN401
        """The voice there is, its version, or what was set.

        Raises:
            KeyError: there is no such property.
        """
        if name == "voices":
            # Loaded here because this module is loaded before pyttsx3 is.
            from pyttsx3.voice import Voice

            return [Voice(VOICE_ID, VOICE_NAME, [LANGUAGE], None, None)]
        if name == "version":
            return self._voice.version
        return self._properties[name]

    def setProperty(self, name: str, value: object) -> None:
        """Choose voice, rate in words a minute, or volume from 0 to 1.

        Raises:
            KeyError: there is no such property.
            ValueError: there is no such voice.
        """
        if name not in self._properties:
            raise KeyError(name)
        if name == "voice" and value != VOICE_ID:
            raise ValueError(f"there is no voice {value!r} here")
        self._properties[name] = value

    def startLoop(self) -> None:
        """Let the queue run."""
        self._proxy.setBusy(False)

    def endLoop(self) -> None:
        """Nothing is left to end."""

    def stop(self) -> None:
        """Nothing sounds."""

    def destroy(self) -> None:
        """Nothing is held but memory."""
