"""Recording: a session as it would sound, every phrase of it, handed to an output that remembers.

As `rehearsal`, it goes round until no phrase is missing; but nobody waits with a mat under them, so
it waits for each. A phrase that nobody can say leaves its tone alone.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from backease_desktop.controllers.ports import SoundOutput, Speaker, Ticket, ToneBox
from backease_desktop.controllers.sound_track import SoundTrack
from backease_desktop.core.clip import Clip
from backease_desktop.core.player.events import Upcoming
from backease_desktop.core.settings import Say, VoiceSettings
from backease_desktop.core.speaking_time import CLIP_MARGIN, SpeakingTime
from backease_desktop.core.timeline.compile import phrases_of
from backease_desktop.core.timeline.segments import Timeline
from backease_desktop.core.timeline.voicing import Lengths
from backease_desktop.core.units import Ms
from backease_desktop.core.voice import VoiceChoice


class Recording(QObject):
    """Hands one session to an output.

    Args:
        speaker: says what is not at hand.
        output: remembers what it is to play.
        tone: gives the tones.
        speaking_time: how long phrases take.
        voice: the person's settings; where they want silence, all is said all the same.
        choice: the voice that these come to.
        parent: the owner.

    Signals:
        progressed: how many phrases were rendered, of how many.
        finished: everything was handed over; carries the `Timeline`.
    """

    progressed = Signal(int, int)
    finished = Signal(object)

    def __init__(
        self,
        *,
        speaker: Speaker,
        output: SoundOutput,
        tone: ToneBox,
        speaking_time: SpeakingTime,
        voice: VoiceSettings,
        choice: VoiceChoice,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._speaker = speaker
        self._speaking_time = speaking_time
        self._choice = choice
        self._track = SoundTrack(output=output, tone=tone, parent=self)
        self._track.choose(voice if voice.say.talks else voice.with_(say=Say.EVERYTHING))
        self._track.fetch_from(lambda text: speaker.at_hand(text, choice))
        self._lay_out: Callable[[Lengths], Timeline] | None = None
        self._asked: set[str] = set()
        self._missing: set[str] = set()
        self._ticket: Ticket | None = None
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._go_on)

    def start(self, lay_out: Callable[[Lengths], Timeline]) -> None:
        """Record the session that `lay_out` makes of the lengths of its phrases."""
        self._lay_out = lay_out
        self._turn.start()

    def cancel(self) -> None:
        """Nothing more is wanted."""
        self._lay_out = None
        self._turn.stop()
        if self._ticket is not None:
            self._ticket.cancel()

    def _length(self, text: str) -> Ms:
        clip = self._track.clips.get(text)
        if clip is not None:
            return Ms(clip.length + CLIP_MARGIN)
        return self._speaking_time(text, self._choice)

    def _go_on(self) -> None:
        assert self._lay_out is not None
        timeline = self._lay_out(self._length)
        missing = [
            text
            for text in phrases_of(timeline)
            if text not in self._asked and not self._speaker.has(text, self._choice)
        ]
        if missing and self._speaker.available:
            self._asked |= set(missing)
            self._missing = set(missing)
            self._ticket = self._speaker.ask(missing, self._choice)
            self._ticket.ready.connect(self._on_ready)
            self._ticket.failed.connect(self._on_failed)
            return
        moments = (
            Ms(start + cue.at)
            for segment, start in zip(timeline.segments, timeline.starts, strict=True)
            for cue in segment.cues
        )
        cues = (cue for segment in timeline.segments for cue in segment.cues)
        self._track.schedule(
            Upcoming(cue, number, at, at)
            for number, (cue, at) in enumerate(zip(cues, moments, strict=True))
        )
        self.finished.emit(timeline)

    def _on_ready(self, text: str, clip: Clip) -> None:
        self._track.add(text, clip)
        self._settle(text)

    def _on_failed(self, text: str, _reason: str) -> None:
        self._settle(text)

    def _settle(self, text: str) -> None:
        self._missing.discard(text)
        self.progressed.emit(len(self._asked) - len(self._missing), len(self._asked))
        if not self._missing and self._lay_out is not None:
            self._turn.start()
