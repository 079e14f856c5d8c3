"""Rehearsal: before a session starts, every phrase of it is rendered and laid out exactly.

A draft timeline with estimated lengths says which phrases are needed. When their clips are there
the timeline is compiled again with true lengths, which may bring in a phrase or two more, so this
goes round until nothing is missing. A voice that is slow does not keep the person waiting for
ever: after `PATIENCE` the session starts with what is ready, and clips may still arrive.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from backease_desktop.controllers.ports import Speaker
from backease_desktop.controllers.sound_track import SoundTrack
from backease_desktop.core.clip import Clip
from backease_desktop.core.timeline.compile import phrases_of
from backease_desktop.core.timeline.segments import Timeline
from backease_desktop.core.timeline.voicing import Lengths
from backease_desktop.core.units import Ms
from backease_desktop.core.voice import VoiceChoice

PATIENCE = Ms(2_500)
SHOW_AFTER = Ms(500)
"""Progress is shown only if it takes longer than this."""
MARGIN = Ms(10)
"""Added to each clip's length: the mixer rounds to whole frames."""

Compile = Callable[[Lengths], Timeline]


class Rehearsal(QObject):
    """Gets the clips of one session after another.

    Signals:
        progressed: how many phrases are ready, of how many; only if it takes a while.
        ready: the timeline, laid out with the lengths of the clips that there are.
    """

    progressed = Signal(int, int)
    ready = Signal(object)

    def __init__(
        self,
        *,
        speaker: Speaker,
        track: SoundTrack,
        estimate: Callable[[str, int], Ms],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._speaker = speaker
        self._track = track
        self._estimate = estimate
        self._compile: Compile | None = None
        self._voice = VoiceChoice()
        self._wanted: list[str] = []
        self._missing: set[str] = set()
        self._is_slow = False
        self._patience = self._timer(PATIENCE, self._finish)
        self._show = self._timer(SHOW_AFTER, self._on_taking_long)
        speaker.clip_ready.connect(self._on_clip_ready)
        speaker.clip_failed.connect(self._on_clip_failed)

    def _timer(self, interval: Ms, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

    @property
    def is_on(self) -> bool:
        """Whether a session is being rehearsed."""
        return self._compile is not None

    def start(
        self, compile_with: Compile, voice: VoiceChoice, extra: list[str], *, talks: bool
    ) -> None:
        """Rehearse a session; `ready` follows, at once if there is nothing to render.

        Args:
            compile_with: compiles the routine's timeline with given lengths.
            voice: the voice to render with.
            extra: phrases that may be needed beside the timeline's ("Paused.").
            talks: whether words are to be heard.
        """
        self.cancel()
        self._compile, self._voice = compile_with, voice
        draft = compile_with(self.lengths)
        if not talks or not self._speaker.available:
            self._finish()
            return
        self._patience.start()
        self._show.start()
        self._ask([*phrases_of(draft), *extra])

    def cancel(self) -> None:
        """Stop rehearsing."""
        self._compile, self._is_slow = None, False
        self._missing.clear()
        self._patience.stop()
        self._show.stop()
        self._speaker.cancel()

    def lengths(self, text: str) -> Ms:
        """How long a phrase takes: its clip's length, or an estimate that is rather too long."""
        clip = self._track.clips.get(text)
        if clip is not None:
            return Ms(clip.length + MARGIN)
        return self._estimate(text, self._voice.rate_wpm)

    def render(self, text: str) -> None:
        """Have a phrase rendered that will be needed soon."""
        if text not in self._track.clips and self._speaker.available:
            self._speaker.request([text], self._voice)

    def _ask(self, texts: list[str]) -> None:
        missing = [text for text in texts if text not in self._track.clips]
        self._wanted, self._missing = texts, set(missing)
        if missing:
            self._speaker.request(missing, self._voice)
        else:
            self._finish()

    def _on_clip_ready(self, text: str, clip: Clip) -> None:
        self._track.add(text, clip)
        self._settle(text)

    def _on_clip_failed(self, text: str, _reason: str) -> None:
        self._settle(text)

    def _settle(self, text: str) -> None:
        if text not in self._missing:
            return
        self._missing.discard(text)
        if self._is_slow:
            self.progressed.emit(len(self._wanted) - len(self._missing), len(self._wanted))
        if not self._missing:
            self._check_again()

    def _check_again(self) -> None:
        """True lengths may have let in phrases that the draft had no room for."""
        assert self._compile is not None
        phrases = phrases_of(self._compile(self.lengths))
        new = [text for text in phrases if text not in self._wanted]
        if new:
            self._ask([*self._wanted, *new])
        else:
            self._finish()

    def _on_taking_long(self) -> None:
        self._is_slow = True
        self.progressed.emit(len(self._wanted) - len(self._missing), len(self._wanted))

    def _finish(self) -> None:
        if self._compile is None:
            return
        timeline = self._compile(self.lengths)
        self._compile, self._is_slow = None, False
        self._missing.clear()
        self._patience.stop()
        self._show.stop()
        self.ready.emit(timeline)
