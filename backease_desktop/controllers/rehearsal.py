"""Rehearsal: before a session starts, every phrase of it is rendered and laid out exactly.

A draft timeline, with lengths as far as they are known, says which phrases are needed. What is at
hand is not waited for: its lengths are exact, and the sound track fetches each clip with its cue.
When the clips of all others are there the timeline is compiled again with true lengths, which may
bring in a phrase or two more, so this goes round until nothing is missing. A voice that is slow
does not keep the person waiting for ever: after `PATIENCE` the session starts with what is ready,
and clips may still arrive.

A session starts when its sound runs, so that its first words are heard, or when it is known that
there is none (three seconds at most, see `SoundTrack.settled`); and never during a call, so that
the page it is seen on is painted first.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from backease_desktop.controllers.ports import Speaker, Ticket
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.controllers.sound_track import SoundTrack
from backease_desktop.core.bookmark import Bookmark
from backease_desktop.core.clip import Clip
from backease_desktop.core.person.tailored import Tailored
from backease_desktop.core.speaking_time import CLIP_MARGIN, SpeakingTime
from backease_desktop.core.timeline.compile import phrases_of, session_timeline
from backease_desktop.core.timeline.count_in import count_in_of, resume_phrases
from backease_desktop.core.timeline.lead_in import lead_in_of
from backease_desktop.core.timeline.segments import Cue, CueKind, Segment, SegmentKind, Timeline
from backease_desktop.core.timeline.voicing import Voicing
from backease_desktop.core.units import Ms
from backease_desktop.core.voice import VoiceChoice
from backease_desktop.core.wording import Wording

PATIENCE = Ms(2_500)
SHOW_AFTER = Ms(500)
"""Progress is shown only if it takes longer than this."""


class Rehearsal(QObject):
    """Gets the clips of one session after another.

    Signals:
        progressed: how many phrases are ready, of how many; only if it takes a while. When all
            are, the sound is waited for.
        ready: the timeline, laid out with the lengths of the clips that there are.
    """

    progressed = Signal(int, int)
    ready = Signal(object)

    def __init__(
        self,
        *,
        speaker: Speaker,
        track: SoundTrack,
        speaking_time: SpeakingTime,
        wording: Wording,
        settings: SettingsController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._speaker = speaker
        self._track = track
        self._speaking_time = speaking_time
        self._wording = wording
        self._settings = settings
        self._compile: Callable[[], Timeline] | None = None
        self._laid_out: Timeline | None = None
        """What was compiled last, if no length has changed since."""
        self._mark: Bookmark | None = None
        self._voice = VoiceChoice()
        self._wanted: list[str] = []
        self._missing: set[str] = set()
        self._tickets: list[Ticket] = []
        """What this session has asked for."""
        self._ahead: Ticket | None = None
        self._is_slow = False
        self._is_waiting_for_sound = False
        self._patience = self._timer(PATIENCE, self.give_up_waiting)
        self._show = self._timer(SHOW_AFTER, self.show_progress)
        self._turn = self._timer(Ms(0), self._begin)
        track.settled.connect(self._on_track_settled)

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

    def start(self, mine: Tailored, mark: Bookmark | None = None) -> None:
        """Rehearse a routine, by the settings as they are; `ready` follows, not at once.

        Args:
            mine: what has come through the door.
            mark: where a session is to go on that was cut off; it is laid out as it was then.
        """
        self.cancel()
        self._track.open()
        known = self._settings
        preferences = known.preferences if mark is None else known.before(mark.session)
        # The timeline is one with and without a voice, so a voice may come and go in mid-session.
        preferences = replace(preferences, voice=True)

        def compile_now() -> Timeline:
            timeline = session_timeline(mine, preferences, self._wording, self._length)
            return timeline if mark is None else mark.lengthened(timeline)

        self._compile, self._mark = compile_now, mark
        self._voice = voice = self._voice_now
        self._track.fetch_from(lambda text: self._speaker.at_hand(text, voice))
        self._show.start()
        if not self._speaks:
            self._wanted = []
            self._finish()
            return
        self._patience.start()
        self._laid_out = compile_now()
        self._ask([*self._phrases(self._laid_out), self._wording.pause, self._wording.hurts])

    def prepare(self, mine: Tailored) -> None:
        """Have the clips of a routine rendered and kept on disk, for a session that may come."""
        if self._ahead is not None:
            self._ahead.cancel()
            self._ahead = None
        if not self._speaks:
            return
        voice = self._voice_now
        draft = session_timeline(
            mine,
            replace(self._settings.preferences, voice=True),
            self._wording,
            lambda text: self._speaking_time(text, voice),
        )
        missing = [text for text in phrases_of(draft) if not self._speaker.has(text, voice)]
        if missing:
            self._ahead = self._speaker.ask(missing, voice, ahead=True)

    def cancel(self) -> None:
        """Stop rehearsing, and want no more clips for the session that it was for."""
        self._clear()
        for ticket in self._tickets:
            ticket.cancel()
        self._tickets.clear()

    def _clear(self) -> None:
        self._compile = self._laid_out = None
        self._is_slow = self._is_waiting_for_sound = False
        self._missing.clear()
        for timer in (self._patience, self._show, self._turn):
            timer.stop()

    def cue(self, kind: CueKind) -> Cue:
        """What is said at once when something is pressed: at a pause, or when it hurts."""
        text = {CueKind.PAUSE: self._wording.pause, CueKind.HURTS: self._wording.hurts}[kind]
        return Voicing(self._length).spoken(kind, text)

    def render_count_in(self, segment: Segment, remaining: Ms) -> None:
        """Have the words rendered with which a hold would go on now."""
        phrases = resume_phrases(segment, remaining, self._wording)
        missing = [phrase for phrase in phrases if not self._is_here(phrase)]
        if missing and segment.kind is SegmentKind.HOLD and self._speaker.available:
            self._render(missing)

    def count_in(self, segment: Segment, remaining: Ms) -> Segment | None:
        """What leads back into a hold; None for anything else, which begins again."""
        if segment.kind is not SegmentKind.HOLD:
            return None
        return count_in_of(segment, remaining, Voicing(self._length), self._wording)

    def lead_in(self, timeline: Timeline, at: Ms) -> Segment | None:
        """What leads back to the moment at which a session was cut off."""
        return lead_in_of(timeline, at, Voicing(self._length), self._wording)

    def _phrases(self, timeline: Timeline) -> list[str]:
        """Every phrase of a session, those first that lead back to where it goes on."""
        mark = self._mark
        lead_in = None if mark is None else self.lead_in(timeline, mark.place_in(timeline))
        first = () if lead_in is None else (p for cue in lead_in.cues for p in cue.phrases)
        return list(dict.fromkeys((*first, *phrases_of(timeline))))

    def _length(self, text: str) -> Ms:
        """How long a phrase takes: its clip's length where the clip is here."""
        clip = self._track.clips.get(text)
        if clip is not None:
            return Ms(clip.length + CLIP_MARGIN)
        return self._speaking_time(text, self._voice)

    def _is_here(self, text: str) -> bool:
        return text in self._track.clips or self._speaker.has(text, self._voice)

    def _ask(self, texts: list[str]) -> None:
        missing = [text for text in texts if not self._is_here(text)]
        self._wanted, self._missing = texts, set(missing)
        if missing:
            self._render(missing)
        else:
            self._finish()

    @property
    def _voice_now(self) -> VoiceChoice:
        return self._settings.settings.voice.choice(self._wording.voice)

    @property
    def _speaks(self) -> bool:
        return self._settings.settings.voice.say.talks and self._speaker.available

    def _render(self, texts: list[str]) -> None:
        ticket = self._speaker.ask(texts, self._voice)
        ticket.ready.connect(self._on_clip_ready)
        ticket.failed.connect(self._on_clip_failed)
        self._tickets.append(ticket)

    def _on_clip_ready(self, text: str, clip: Clip) -> None:
        self._track.add(text, clip)
        self._laid_out = None
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
        self._laid_out = self._compile()
        phrases = self._phrases(self._laid_out)
        new = [text for text in phrases if text not in self._wanted]
        if new:
            self._ask([*self._wanted, *new])
        else:
            self._finish()

    def show_progress(self) -> None:
        """It takes a while: from now on, tell how far it is."""
        self._is_slow = True
        self.progressed.emit(len(self._wanted) - len(self._missing), len(self._wanted))

    def _finish(self) -> None:
        """Wait for no more clips: begin once it is known whether there is sound."""
        self._patience.stop()
        if self._track.is_opening:
            self._is_waiting_for_sound = True
        else:
            self._turn.start()

    def _on_track_settled(self) -> None:
        if self._is_waiting_for_sound:
            self._turn.start()

    def give_up_waiting(self) -> None:
        """It takes too long: begin with the clips that there are."""
        self._finish()

    def _begin(self) -> None:
        if self._compile is None:
            return
        timeline = self._laid_out or self._compile()
        self._clear()
        self.ready.emit(timeline)
