"""The voice test: one sentence with the settings as they are, so that a person can judge them."""

from PySide6.QtCore import QObject, QTimer, Signal

from backease_desktop.controllers.ports import SoundOutput, Speaker, ToneBox
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.clip import Clip
from backease_desktop.core.settings import Say
from backease_desktop.core.tones import TONE_LENGTH, ToneName
from backease_desktop.core.units import Ms
from backease_desktop.core.voice import VoiceChoice
from backease_desktop.core.wording import Wording

_AFTER = Ms(400)
"""How long the sound stays open after the last sample, for the device to play it."""
_TOKEN = -10


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
        self._speaker = speaker
        self._output = output
        self._tone = tone
        self._wording = wording
        self._settings = settings
        self._clip: Clip | None = None
        self._is_on = False
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.timeout.connect(self._on_end)
        speaker.clip_ready.connect(self._on_clip_ready)
        speaker.clip_failed.connect(self._on_clip_failed)
        output.opened.connect(self._on_opened)
        output.lost.connect(self._fail)

    def start(self) -> None:
        """Say the sentence, or play a tone where no words are wanted; a test that is on ends."""
        self.stop()
        voice = self._settings.settings.voice
        self._is_on, self._clip = True, None
        if voice.say in (Say.TONES, Say.SILENT):
            self._output.open()
            return
        choice = VoiceChoice(voice.voice or self._wording.voice, voice.rate_wpm)
        self._speaker.request([self._wording.voice_test], choice)

    def stop(self) -> None:
        """Be quiet."""
        if self._is_on:
            self._is_on = False
            self._end.stop()
            self._output.close()

    def _on_clip_ready(self, text: str, clip: Clip) -> None:
        if self._is_on and text == self._wording.voice_test:
            self._clip = clip
            self._output.open()

    def _on_clip_failed(self, text: str, reason: str) -> None:
        if text == self._wording.voice_test:
            self._fail(reason)

    def _on_opened(self) -> None:
        if not self._is_on:
            return
        voice = self._settings.settings.voice
        tone, length = self._tone(ToneName.START), TONE_LENGTH[ToneName.START]
        self._output.play(tone, None, voice=False, volume=voice.tone_volume / 100, token=_TOKEN)
        if self._clip is not None:
            length = Ms(length + self._clip.length)
            self._output.play(self._clip, None, voice=True, volume=voice.volume / 100, token=_TOKEN)
        self._end.start(length + _AFTER)

    def _on_end(self) -> None:
        self.stop()
        self.said.emit()

    def _fail(self, reason: str) -> None:
        if self._is_on:
            self.stop()
            self.failed.emit(reason)
