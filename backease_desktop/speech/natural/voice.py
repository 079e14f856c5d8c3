"""The natural voice as one of the voices that write phrases, through pyttsx3 and our driver."""

from importlib.util import find_spec
from pathlib import Path

from backease_desktop.speech.natural import driver
from backease_desktop.speech.voices import VoiceError


def is_installed() -> bool:
    """Whether the extra `backease-desktop[voice]` is there; nothing is loaded to find out."""
    return find_spec("hibari") is not None


class InstalledVoice:
    """The voice, loaded and warm.

    Raises:
        Exception: whatever its packages raise where they do not fit this system.
    """

    def __init__(self) -> None:
        # Loaded here because most processes that speak never need it.
        import pyttsx3

        driver.register()
        self._errors: list[str] = []
        self._engine = pyttsx3.init(driver.NAME)
        self._engine.connect("error", self._on_error)
        self.version: str = self._engine.getProperty("version")

    def write(self, text: str, rate: int, wav: Path) -> None:
        """Write a phrase.

        Raises:
            VoiceError: it was not written.
        """
        wav.unlink(missing_ok=True)
        self._errors.clear()
        self._engine.setProperty("rate", rate)
        self._engine.save_to_file(text, str(wav))
        self._engine.runAndWait()
        if self._errors:
            raise VoiceError(self._errors[0])

    def _on_error(self, exception: object = None, **_: object) -> None:
        self._errors.append(str(exception) or type(exception).__name__)
