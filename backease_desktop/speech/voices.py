"""The voices that can write a phrase to a file: pyttsx3's, and macOS's own `say`.

Rules, each of them a fault of pyttsx3 2.99 that was reproduced:
    * The first `runAndWait` after `init` does not wait, so an empty one is run at once.
    * A property set just before a phrase cancels it, because espeak queues both and the driver then
      believes that it still speaks. So properties are set only when they change, and espeak's queue
      is emptied (`Synchronize`) before each phrase. What was cancelled all the same says so
      (`completed` is false) and is done again.
    * On Windows everything after the first phrase is cut unless the proxy is marked busy.
      WORKAROUND: https://github.com/nateshmbhat/pyttsx3/issues/419
    * Properties that cannot be set raise nothing; an `error` event tells.
    * On macOS pyttsx3 writes AIFF whatever the name, in the background. `say` writes the WAV that
      we want and waits for it, so pyttsx3 is not asked there.
"""

import platform
import subprocess
import sys
import threading
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

from backease_desktop.core.clip import SAMPLE_RATE
from backease_desktop.speech.espeak import espeak_version, load_espeak

ATTEMPTS = 3
ESPEAK_DEFAULT = "gmw/en-us"
"""The espeak voice that recognisers understand best; its own default is British and is not."""

_WRITTEN_WITHIN = 7.0  # seconds; the program outside gives up on us after eight


class VoiceError(RuntimeError):
    """The voice did not write the phrase."""


class UnknownVoiceError(VoiceError):
    """This system has no voice of that name."""


class PhraseVoice(Protocol):
    """Something that writes phrases to WAV files, one at a time."""

    @property
    def name(self) -> str:
        """Which voice program this is: `espeak`, `sapi5` or `say`."""

    @property
    def version(self) -> str:
        """Everything that could make the same phrase sound different."""

    def write(self, text: str, voice: str | None, rate: int, wav: Path) -> None:
        """Write the phrase; `voice` is an id of `voices`, or None for the best English one.

        Raises:
            UnknownVoiceError: there is no such voice.
            VoiceError: it was not written.
        """

    def voices(self) -> list[tuple[str, str, list[str]]]:
        """Id, name and languages (as in `en-us`) of every voice."""


def open_voice(scratch: Path) -> PhraseVoice:
    """The voice of this system.

    Raises:
        NoEspeakError, RuntimeError, ImportError, OSError: there is none.
    """
    return SayVoice() if sys.platform == "darwin" else Pyttsx3Voice(scratch)


class Pyttsx3Voice:
    """pyttsx3 as a writer of files: espeak-ng on Linux, SAPI 5 on Windows."""

    def __init__(self, scratch: Path) -> None:
        self.name = "sapi5" if sys.platform == "win32" else "espeak"
        self._espeak = load_espeak(scratch) if self.name == "espeak" else None
        system = espeak_version(self._espeak) if self._espeak else platform.version()
        self.version = f"{system}, pyttsx3 {version('pyttsx3')}"
        # Loaded here because the library must be in memory before pyttsx3 looks for it.
        import pyttsx3

        self._engine = pyttsx3.init(self.name)
        self._finished = threading.Event()
        self._completed: list[bool] = []
        self._errors: list[str] = []
        self._engine.connect("finished-utterance", self._on_finished)
        self._engine.connect("error", self._on_error)
        self._engine.runAndWait()
        self._set: tuple[str, int] | None = None
        self._ids = {voice for voice, _, _ in self.voices()}
        self._default = self._best_english()

    def write(self, text: str, voice: str | None, rate: int, wav: Path) -> None:
        """See `PhraseVoice.write`."""
        self._choose(voice or self._default, rate)
        for _ in range(ATTEMPTS):
            if self._espeak is not None:
                self._espeak.espeak_Synchronize()
            wav.unlink(missing_ok=True)
            self._completed.clear()
            self._errors.clear()
            self._finished.clear()
            if self.name == "sapi5":
                self._engine.proxy.setBusy(True)
            self._engine.save_to_file(text, str(wav))
            self._engine.runAndWait()
            # SAPI writes before it returns and does not always tell; espeak tells, from its thread.
            if self._espeak is not None:
                self._finished.wait(_WRITTEN_WITHIN)
            if self._errors:
                raise VoiceError(self._errors[0])
            if self.name == "sapi5" or self._completed == [True]:
                return
        raise VoiceError(f"the voice cancelled the phrase {ATTEMPTS} times")

    def voices(self) -> list[tuple[str, str, list[str]]]:
        """See `PhraseVoice.voices`."""
        return [
            (voice.id, voice.name, [str(language) for language in voice.languages or ()])
            for voice in self._engine.getProperty("voices")
        ]

    def _best_english(self) -> str:
        if ESPEAK_DEFAULT in self._ids:
            return ESPEAK_DEFAULT
        english = (
            voice
            for voice, _, languages in self.voices()
            if any(language.lower().startswith("en") for language in languages)
        )
        return next(english, self._engine.getProperty("voice") or "")

    def _choose(self, voice: str, rate: int) -> None:
        if self._set == (voice, rate):
            return
        # Variants such as `gmw/en-us+f3` are good though they are not listed.
        if voice and voice.partition("+")[0] not in self._ids:
            raise UnknownVoiceError(voice)
        self._set = None
        self._errors.clear()
        self._engine.proxy.setBusy(False)
        if voice:
            self._engine.setProperty("voice", voice)
        self._engine.setProperty("rate", rate)
        if self._errors:
            raise UnknownVoiceError(f"{voice}: {self._errors[0]}")
        self._set = (voice, rate)

    def _on_finished(self, completed: bool = False, **_: object) -> None:
        self._completed.append(completed)
        self._finished.set()

    def _on_error(self, exception: object = None, **_: object) -> None:
        self._errors.append(str(exception) or type(exception).__name__)
        self._finished.set()


class SayVoice:
    """The `say` command that every macOS has."""

    def __init__(self, command: str = "/usr/bin/say") -> None:
        self.name = "say"
        self.version = platform.mac_ver()[0] or platform.release()
        self._command = command
        self._ids = {voice: languages for voice, _, languages in self.voices()}
        english = (v for v, languages in self._ids.items() if languages[0].startswith("en"))
        self._default = "Samantha" if "Samantha" in self._ids else next(english, None)

    def write(self, text: str, voice: str | None, rate: int, wav: Path) -> None:
        """See `PhraseVoice.write`."""
        if voice is not None and voice not in self._ids:
            raise UnknownVoiceError(voice)
        chosen = voice or self._default
        form = ["--file-format=WAVE", f"--data-format=LEI16@{SAMPLE_RATE}"]
        options = ["-r", str(rate), "-o", str(wav), *form]
        if chosen is not None:
            options += ["-v", chosen]
        # The text goes in on stdin, so that one that begins with a dash is not an option.
        self._run([*options, "-f", "-"], text)

    def voices(self) -> list[tuple[str, str, list[str]]]:
        """See `PhraseVoice.voices`."""
        found = []
        for line in self._run(["-v", "?"]).splitlines():
            # For example "Eddy (English (US))  en_US    # Hello! My name is Eddy."
            words = line.partition("#")[0].split()
            if len(words) >= 2:
                name = " ".join(words[:-1])
                found.append((name, name, [words[-1].replace("_", "-").lower()]))
        return found

    def _run(self, options: list[str], text: str = "") -> str:
        try:
            done = subprocess.run(
                [self._command, *options],
                input=text,
                capture_output=True,
                check=True,
                encoding="utf-8",
                errors="replace",
                timeout=_WRITTEN_WITHIN,
            )
        except subprocess.CalledProcessError as error:
            raise VoiceError(
                error.stderr.strip() or f"say ended with {error.returncode}"
            ) from error
        except (OSError, subprocess.TimeoutExpired) as error:
            raise VoiceError(str(error)) from error
        return done.stdout
