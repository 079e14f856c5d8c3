"""The announcer: a tone and a phrase, once, outside of sessions.

States, and what leads from one to the next:

    off ── announce ─▶ opening ── opened ─▶ tone ── over ─┬─▶ words ── over ─▶ off   finished
                                                          └─▶ waiting ── rendered ─▶ words
    off ── announce, no tone ─▶ waiting ── rendered ─▶ opening ── opened ─▶ words
    any ── no sound, no voice, too late ─▶ ending ── what sounds is over ─▶ off   failed
    any ── stop ─▶ off

Rules:
1. The tone waits for nothing but the device. The words follow it: at once if they are rendered by
   then, which they are from the second time on, or else as soon as they are.
2. Where the words cannot be had the tone sounds all the same; it has failed nevertheless.
3. The output is opened for it and closed after it. One that a session has opened is left alone.
4. One of `finished` and `failed` follows each `announce`, never during the call, unless `stop`
   comes before.
"""

from enum import Enum, auto

from PySide6.QtCore import QObject, QTimer, Signal

from backease_desktop.controllers.ports import SoundOutput, Speaker, Ticket, ToneBox
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.clip import Clip
from backease_desktop.core.settings import Say
from backease_desktop.core.timeline.voicing import AFTER_TONE
from backease_desktop.core.tones import ToneName
from backease_desktop.core.units import SECOND, Ms
from backease_desktop.core.wording import Wording

ECHO = Ms(400)
"""How long the sound stays open after the last sample, for the device to play it."""
PATIENCE = Ms(10 * SECOND)
"""How long words may take to be rendered, once nothing else is left to do."""
_TONE, _WORDS = -10, -11
"""Tokens of the clips, which no session has."""


class _State(Enum):
    OFF = auto()
    OPENING = auto()
    TONE = auto()
    WAITING = auto()
    WORDS = auto()
    ENDING = auto()


class Announcer(QObject):
    """Announces one thing at a time.

    Args:
        speaker: renders the phrases.
        output: plays them; shared with sessions.
        tone: gives the tones.
        wording: knows the voice of the language.
        settings: voice, speed, volume, and whether anything is to be heard.
        echo: how long the output stays open after the last sample.
        patience: how long a phrase may take when there is nothing but it to wait for.
        parent: the owner.

    Signals:
        finished: all that was asked for was played.
        failed: not all of it could be; the reason.
    """

    finished = Signal()
    failed = Signal(str)

    def __init__(
        self,
        *,
        speaker: Speaker,
        output: SoundOutput,
        tone: ToneBox,
        wording: Wording,
        settings: SettingsController,
        echo: Ms = ECHO,
        patience: Ms = PATIENCE,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._speaker = speaker
        self._output = output
        self._tone_box = tone
        self._wording = wording
        self._settings = settings
        self._echo = echo
        self._patience = patience
        self._state = _State.OFF
        self._has_output = False
        self._tone: Clip | None = None
        self._text: str | None = None
        self._words: Clip | None = None
        self._ticket: Ticket | None = None
        self._scale = 1.0
        self._trouble = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timer_timeout)
        output.opened.connect(self._on_output_opened)
        output.discarded.connect(self._on_output_discarded)
        output.lost.connect(self._on_output_lost)

    @property
    def is_on(self) -> bool:
        """Whether something is being announced."""
        return self._state is not _State.OFF

    def announce(self, tone: ToneName | None, text: str | None, *, volume: float = 1.0) -> None:
        """Let a tone sound, say a phrase, or both; what is still being announced ends.

        Args:
            tone: sounds first.
            text: is said after it.
            volume: 0 to 1, of the volumes in the settings.
        """
        self.stop()
        self._tone = self._tone_box(tone) if tone is not None else None
        self._text, self._words = text, None
        self._scale, self._trouble = volume, ""
        if self._settings.settings.voice.say is Say.SILENT:
            self._end("sound is switched off in the settings")
        elif not self._output.is_closed:
            self._end("the sound is in use")
        else:
            self._begin()

    def stop(self) -> None:
        """Be quiet, and say no more of it."""
        self._state = _State.OFF
        self._timer.stop()
        self._want_no_words()
        if self._has_output:
            self._has_output = False
            self._output.close()

    # How it goes on

    def _begin(self) -> None:
        if self._text is not None:
            self._ask_for(self._text)
        if self._tone is not None:
            self._open()
        else:
            self._go_on_to_words()

    def _ask_for(self, text: str) -> None:
        voice = self._settings.settings.voice
        if voice.say.talks:
            self._ticket = self._speaker.ask([text], voice.choice(self._wording.voice))
            self._ticket.ready.connect(self._on_clip_ready)
            self._ticket.failed.connect(self._on_clip_failed)
        else:
            self._do_without_words("words are switched off in the settings")

    def _want_no_words(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    def _do_without_words(self, reason: str) -> None:
        self._text, self._trouble = None, reason

    def _open(self) -> None:
        self._state, self._has_output = _State.OPENING, True
        self._output.open()

    def _play_tone(self, tone: Clip) -> None:
        self._state = _State.TONE
        volume = self._scale * self._settings.settings.voice.tone_volume / 100
        self._output.play(tone, None, voice=False, volume=volume, token=_TONE)
        self._timer.start(tone.length + AFTER_TONE)

    def _go_on_to_words(self) -> None:
        """The tone is over, or there is none, or the words have come."""
        if self._text is None:
            self._end(self._trouble)
        elif self._words is None:
            self._state = _State.WAITING
            self._timer.start(self._patience)
        elif not self._has_output:
            self._timer.stop()
            self._open()
        else:
            self._play_words(self._words)

    def _play_words(self, words: Clip) -> None:
        self._state = _State.WORDS
        volume = self._scale * self._settings.settings.voice.volume / 100
        self._output.play(words, None, voice=True, volume=volume, token=_WORDS)
        self._timer.start(words.length + self._echo)

    def _end(self, trouble: str = "") -> None:
        """Nothing more is played: close when what sounds has been heard."""
        self._want_no_words()
        self._state, self._trouble = _State.ENDING, trouble
        self._timer.start(self._echo if self._output.is_open and self._has_output else 0)

    def _on_timer_timeout(self) -> None:
        match self._state:
            case _State.TONE:
                self._go_on_to_words()
            case _State.WAITING:
                self._end("the voice takes too long")
            case _:
                trouble = self._trouble
                self.stop()
                self.failed.emit(trouble) if trouble else self.finished.emit()

    # What others say

    def _on_clip_ready(self, _text: str, clip: Clip) -> None:
        self._words = clip
        if self._state is _State.WAITING:
            self._go_on_to_words()

    def _on_clip_failed(self, _text: str, reason: str) -> None:
        self._do_without_words(reason)
        if self._state is _State.WAITING:
            self._go_on_to_words()

    def _on_output_opened(self) -> None:
        if self._state is not _State.OPENING:
            return
        if self._tone is not None:
            self._play_tone(self._tone)
        else:
            self._go_on_to_words()

    def _on_output_discarded(self, token: int) -> None:
        if self._has_output and token in (_TONE, _WORDS):
            self._end("the sound device is too slow")

    def _on_output_lost(self, reason: str) -> None:
        if self._has_output:
            self._end(reason)
