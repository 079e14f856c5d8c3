"""The voice test: one sentence with the settings as they are, so that a person can judge them."""

from PySide6.QtCore import QObject, Signal

from backease_desktop.controllers.announcer import Announcer
from backease_desktop.controllers.ports import SoundOutput, Speaker, ToneBox
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.settings import Say
from backease_desktop.core.tones import ToneName
from backease_desktop.core.wording import Wording


class VoiceTest(QObject):
    """Says the test sentence.

    Signals:
        said: it was said to its end.
        failed: it could not be said; the reason, in a sentence.
    """

    said = Signal()
    failed = Signal(str)

    def __init__(
        self,
        *,
        speaker: Speaker,
        output: SoundOutput,
        tone: ToneBox,
        wording: Wording,
        settings: SettingsController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._wording = wording
        self._settings = settings
        self._announcer = Announcer(
            speaker=speaker,
            output=output,
            tone=tone,
            wording=wording,
            settings=settings,
            parent=self,
        )
        self._announcer.finished.connect(self.said)
        self._announcer.failed.connect(self.failed)

    def start(self) -> None:
        """Say the sentence, or play a tone where no words are wanted; a test that is on ends."""
        wants_words = self._settings.settings.voice.say is not Say.TONES
        text = self._wording.voice_test if wants_words else None
        self._announcer.announce(ToneName.START, text)

    def stop(self) -> None:
        """Be quiet."""
        self._announcer.stop()
