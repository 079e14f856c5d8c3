"""The renderer: phrases go in, clips come out, from the disk or from the voice process.

Rules:
    * Clips that were kept come first and need no voice. The others follow in the order in which
      they were asked for, one at a time.
    * Nothing is delivered from inside a call: signals come from the event loop.
    * When the voice process dies, hangs or talks nonsense it is started anew and the phrase is
      tried once more; then this phrase has failed. `LOSSES_IN_A_ROW` of that with no clip between
      them, or a system without a voice, and the voice is lost for good: said once, and from then
      on every phrase that was not kept fails at once.
    * The process is started when something needs it, and ended when nothing has for a while.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from backease_desktop.core.clip import Clip
from backease_desktop.core.units import Ms
from backease_desktop.core.voice import Voice, VoiceChoice
from backease_desktop.speech.cache import ClipCache
from backease_desktop.speech.replies import Answer, Ready, Refused, Rendered, Voices
from backease_desktop.speech.voice_process import CHILD_COMMAND, VoiceProcess

LOSSES_IN_A_ROW = 3

START_LIMIT = Ms(10_000)
PHRASE_LIMIT = Ms(8_000)
IDLE_LIMIT = Ms(20_000)


@dataclass(frozen=True, slots=True)
class _Phrase:
    text: str
    voice: VoiceChoice
    is_second_try: bool = False


@dataclass(frozen=True, slots=True)
class _Listing:
    is_second_try: bool = False


class ClipRenderer(QObject):
    """Renders phrases to clips, in the background.

    Args:
        cache: where clips are kept; the caller closes it.
        command: starts the voice process; a frozen program gives its own.
        phrase_limit: how long one phrase may take.
        start_limit: how long the process may take to be ready.
        idle_limit: how long the process stays when nothing is asked.

    Signals:
        clip_ready: a text that was asked for, and its `Clip`.
        clip_failed: a text that has no clip, and why.
        voices_listed: a `tuple[Voice, ...]`, empty where there is no voice.
        lost: the voice is gone for good, and why. Said once.
        drained: all that was asked for has been answered.
    """

    clip_ready = Signal(str, object)
    clip_failed = Signal(str, str)
    voices_listed = Signal(object)
    lost = Signal(str)
    drained = Signal()

    def __init__(
        self,
        *,
        cache: ClipCache,
        command: Sequence[str] = CHILD_COMMAND,
        phrase_limit: Ms = PHRASE_LIMIT,
        start_limit: Ms = START_LIMIT,
        idle_limit: Ms = IDLE_LIMIT,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._cache = cache
        self._new: deque[_Phrase] = deque()
        self._missing: deque[_Phrase | _Listing] = deque()
        self._asked: _Phrase | _Listing | None = None
        self._asked_is_wanted = True
        self._owes_drained = False
        self._losses = 0
        self._lost_because = ""
        self._unknown_voices: set[str | None] = set()
        self._process = VoiceProcess(
            command, start_limit=start_limit, answer_limit=phrase_limit, parent=self
        )
        self._process.ready.connect(self._on_ready)
        self._process.no_voice.connect(self._lose)
        self._process.answered.connect(self._on_answered)
        self._process.gone.connect(self._on_gone)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._on_turn)
        self._idle = QTimer(self, singleShot=True, interval=idle_limit)
        self._idle.timeout.connect(self._process.end)

    @property
    def available(self) -> bool:
        """Whether there may be a voice: false once it is lost."""
        return not self._lost_because

    @property
    def process_runs(self) -> bool:
        """Whether a voice process is there, which costs memory."""
        return self._process.is_running

    @property
    def process_id(self) -> int:
        """The id of the voice process in this system; 0 if there is none."""
        return self._process.id

    def request(self, texts: Iterable[str], voice: VoiceChoice) -> None:
        """Ask for the clips of these texts; those already asked for are not asked for again."""
        waiting = {(phrase.text, phrase.voice) for phrase in self._waiting()}
        for text in texts:
            if (text, voice) not in waiting:
                waiting.add((text, voice))
                self._new.append(_Phrase(text, voice))
        self._owes_drained = True
        self._turn.start()

    def list_voices(self) -> None:
        """Ask for `voices_listed`."""
        if _Listing() not in self._missing:
            self._missing.append(_Listing())
        self._owes_drained = True
        self._turn.start()

    def cancel(self) -> None:
        """Forget everything that was asked for; none of it is answered any more."""
        self._new.clear()
        self._missing.clear()
        self._asked_is_wanted = False
        self._owes_drained = False

    def close(self) -> None:
        """Stop for good: end the process and forget everything that was asked for."""
        self.cancel()
        self._lost_because = "closed"
        self._turn.stop()
        self._idle.stop()
        self._asked = None
        self._process.close()

    def _waiting(self) -> list[_Phrase]:
        asked = [self._asked] if self._asked_is_wanted else []
        return [job for job in (*self._new, *self._missing, *asked) if isinstance(job, _Phrase)]

    def _on_turn(self) -> None:
        """Look up one new phrase, or else bring on the next that has to be rendered."""
        if self._new:
            self._turn.start()
            phrase = self._new.popleft()
            if not self._deliver_kept(phrase):
                self._missing.append(phrase)
                self._process_next()
        elif not self._process_next():
            self._rest()

    def _process_next(self) -> bool:
        """Bring the next missing phrase on its way; false when nothing is left to wait for."""
        if self._asked is not None:
            return True
        if not self._missing:
            return False
        self._idle.stop()
        if not self.available:
            self._turn.start()
            self._fail(self._missing.popleft(), self._lost_because)
        elif self._process.is_idle:
            self._turn.start()
            self._ask(self._missing.popleft())
        else:
            self._process.start()
        return True

    def _rest(self) -> None:
        """Nothing is left to do."""
        if self._process.is_running:
            self._idle.start()
        if self._owes_drained:
            self._owes_drained = False
            self.drained.emit()

    def _ask(self, job: _Phrase | _Listing) -> None:
        if isinstance(job, _Listing):
            self._asked, self._asked_is_wanted = job, True
            self._process.ask(list="voices")
        elif not self._deliver_kept(job):
            self._asked, self._asked_is_wanted = job, True
            voice = self._known(job.voice)
            self._process.ask(
                say=job.text,
                voice=voice.id,
                rate=voice.rate_wpm,
                file=str(self._process.sound_file),
            )

    def _deliver_kept(self, phrase: _Phrase) -> bool:
        """Asked twice for each phrase: the second time it may be there, or the engine be known."""
        clip = self._cache.find(self._known(phrase.voice), phrase.text)
        if clip is not None:
            self.clip_ready.emit(phrase.text, clip)
        return clip is not None

    def _known(self, voice: VoiceChoice) -> VoiceChoice:
        """The choice, or the default voice where the chosen one has left this system."""
        return replace(voice, id=None) if voice.id in self._unknown_voices else voice

    def _on_ready(self, ready: Ready) -> None:
        self._cache.engine = f"{ready.engine} {ready.version}"
        self._turn.start()

    def _on_answered(self, answer: Answer) -> None:
        job, wanted = self._asked, self._asked_is_wanted
        self._turn.start()
        match job, answer:
            case _Phrase(), Rendered():
                clip = self._read_clip(answer.frames)
                if clip is None:
                    self._process.end()
                    self._on_gone("the voice process wrote no sound")
                    return
                self._cache.keep(self._known(job.voice), job.text, clip)
                self._losses = 0
                self._asked = None
                if wanted:
                    self.clip_ready.emit(job.text, clip)
            case _Listing(), Voices():
                self._losses = 0
                self._asked = None
                if wanted:
                    self.voices_listed.emit(tuple(Voice(*voice) for voice in answer.voices))
            case _Phrase(), Refused(unknown_voice=True) if job.voice.id is not None:
                self._unknown_voices.add(job.voice.id)
                self._asked = None
                if wanted:
                    self._missing.appendleft(job)
            case ((_Phrase() | _Listing()), Refused()):
                self._asked = None
                if wanted:
                    self._fail(job, answer.error)
            case _:
                self._process.end()
                self._on_gone("the voice process answered another question")

    def _read_clip(self, frames: int) -> Clip | None:
        try:
            samples = self._process.sound_file.read_bytes()
            self._process.sound_file.unlink()
        except OSError:
            return None
        return Clip(samples) if len(samples) == 2 * frames > 0 else None

    def _on_gone(self, reason: str) -> None:
        job, self._asked = self._asked, None
        self._losses += 1
        self._turn.start()
        if self._losses >= LOSSES_IN_A_ROW:
            self._lose(reason)
        if job is None or not self._asked_is_wanted:
            return
        if self.available and not job.is_second_try:
            self._missing.appendleft(replace(job, is_second_try=True))
        else:
            self._fail(job, reason)

    def _lose(self, reason: str) -> None:
        self._lost_because = reason
        self._idle.stop()
        self._turn.start()
        self.lost.emit(reason)

    def _fail(self, job: _Phrase | _Listing, reason: str) -> None:
        if isinstance(job, _Phrase):
            self.clip_failed.emit(job.text, reason)
        else:
            self.voices_listed.emit(())
