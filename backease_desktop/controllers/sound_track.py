"""The sound track of a session: turns upcoming cues into clips at exact moments.

A cue is its tone and, a moment later, its words. Clips that were rendered are kept for the session;
those that are at hand, such as a voice pack's, are fetched for each cue when it is handed on.
What there is no clip for, or what is not to be heard, leaves its place empty: the tone alone, or
nothing; the session goes on all the same.

An open output wakes the computer many times a second, also where nothing sounds, and keeps a
headset from others. So it rests while a session is paused for long; whoever goes on opens it first.
"""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from backease_desktop.controllers.ports import SoundOutput, ToneBox
from backease_desktop.core.clip import SAMPLE_RATE, Clip
from backease_desktop.core.player.events import Upcoming
from backease_desktop.core.settings import Say, VoiceSettings
from backease_desktop.core.timeline.segments import Cue
from backease_desktop.core.timeline.voicing import AFTER_TONE, BETWEEN_PHRASES, GAP
from backease_desktop.core.tones import TONE_LENGTH
from backease_desktop.core.units import Ms

RESTS_AFTER = Ms(10_000)
"""So long after a pause began the output is closed: most pauses are shorter."""
_UNNUMBERED = -1


class SoundTrack(QObject):
    """Plays cues.

    Signals:
        cue_started: a cue is heard; its number and the clock's reading of its first sample.
        cue_discarded: a cue came too late to be played; its number.
        said: words are said at once, which no timeline knows of; their `Cue`.
        settled: after `open`: whether there is sound is known now, three seconds later at most.
        output_wanted: a session is about to open the output: whoever else uses it lets go now.
    """

    cue_started = Signal(int, object)
    cue_discarded = Signal(int)
    said = Signal(object)
    settled = Signal()
    output_wanted = Signal()

    def __init__(
        self, *, output: SoundOutput, tone: ToneBox, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._output = output
        self._tone = tone
        self._clips: dict[str, Clip] = {}
        self._at_hand: Callable[[str], Clip | None] = _nothing
        self._voice = VoiceSettings()
        self._scheduled: set[int] = set()
        self._is_opening = False
        self._go_on: Callable[[], None] | None = None
        """Waits for the output."""
        self._rest = QTimer(self, singleShot=True, interval=RESTS_AFTER)
        self._rest.timeout.connect(self.rest)
        output.opened.connect(self._on_output_settled)
        output.lost.connect(self._on_output_settled)
        output.started.connect(self._on_output_started)
        output.discarded.connect(self._on_output_discarded)

    @property
    def clips(self) -> Mapping[str, Clip]:
        """The clips that there are, by phrase."""
        return self._clips

    def choose(self, voice: VoiceSettings) -> None:
        """Use these settings from the next cue on; clips of another voice are forgotten."""
        if (voice.voice, voice.rate_wpm) != (self._voice.voice, self._voice.rate_wpm):
            self._clips.clear()
            self._at_hand = _nothing
        self._voice = voice

    def fetch_from(self, at_hand: Callable[[str], Clip | None]) -> None:
        """Have a place where clips are at hand, for phrases that none was added for."""
        self._at_hand = at_hand

    def add(self, text: str, clip: Clip) -> None:
        """Have a clip for a phrase."""
        self._clips[text] = clip

    def forget(self) -> None:
        """Give the memory of all clips back."""
        self._clips.clear()
        self._at_hand = _nothing
        self._scheduled.clear()

    def open(self) -> None:
        """Open the sound output, unless nothing is to be heard."""
        self.output_wanted.emit()
        if self._voice.say is not Say.SILENT and self._output.is_closed:
            self._is_opening = True
            self._output.open()

    def close(self) -> None:
        """Close the sound output."""
        self._output.cut()
        self.rest()

    def once_open(self, go_on: Callable[[], None]) -> None:
        """Open the output and go on: now where it runs, else when it does, or is known not to."""
        self.open()
        if self._is_opening:
            self._go_on = go_on
        else:
            go_on()

    def wait_no_more(self) -> None:
        """Do not go on when the output opens, after all."""
        self._go_on = None

    def rest_soon(self) -> None:
        """Close the output in a while, unless something is scheduled before."""
        self._rest.start()

    @property
    def rests_soon(self) -> bool:
        """Whether the output will be closed in a while."""
        return self._rest.isActive()

    def rest(self) -> None:
        """Close the output until it is opened again; what was rendered is kept."""
        self._rest.stop()
        self._is_opening, self._go_on = False, None
        self._output.close()

    def schedule(self, upcoming: Iterable[Upcoming]) -> list[Upcoming]:
        """Let cues sound at their moments; one that is scheduled already is left alone.

        Returns:
            The newly scheduled ones that will be heard.
        """
        self._rest.stop()
        heard = []
        for coming in upcoming:
            if coming.number not in self._scheduled:
                self._scheduled.add(coming.number)
                if self._play(coming.cue, coming.at, coming.number) and self._output.is_open:
                    heard.append(coming)
        return heard

    def say_now(self, cue: Cue) -> None:
        """Cut what sounds and let this cue sound at once, even where the output rests."""
        if self._output.is_closed:
            self.open()
            self.rest_soon()
        self.cut()
        self._play(cue, None, _UNNUMBERED)
        self.said.emit(cue)

    def cut(self) -> None:
        """Silence, at once; cues may be scheduled again."""
        self._output.cut()
        self._scheduled.clear()

    @property
    def is_opening(self) -> bool:
        """Whether it is not known yet if anything can be heard."""
        return self._is_opening

    @property
    def is_open(self) -> bool:
        """Whether anything can be heard."""
        return self._output.is_open

    def _clip_of(self, cue: Cue) -> Clip | None:
        if not self._voice.say.talks:
            return None
        found = (self._clips.get(phrase) or self._at_hand(phrase) for phrase in cue.phrases)
        clips = [clip for clip in found if clip is not None]
        if not clips:
            return None
        clip = clips[0]
        for following in clips[1:]:
            clip = _one_behind_the_other(clip, BETWEEN_PHRASES, following)
        lead = TONE_LENGTH[cue.tone] + AFTER_TONE if cue.tone else 0
        # A clip that came after the timeline was laid out by an estimate may not fit its place.
        return clip if lead + clip.length < cue.length + GAP else None

    def _play(self, cue: Cue, at: Ms | None, number: int) -> bool:
        """Whether anything of it is to be heard."""
        if self._voice.say is Say.SILENT:
            return False
        lead = Ms(0)
        clip = self._clip_of(cue)
        if cue.tone is not None:
            volume = self._voice.tone_volume / 100
            token = 2 * number
            self._output.play(self._tone(cue.tone), at, voice=False, volume=volume, token=token)
            lead = Ms(TONE_LENGTH[cue.tone] + AFTER_TONE)
        if clip is not None:
            token = 2 * number + 1 if lead else 2 * number
            volume = self._voice.volume / 100
            begins = Ms(at + lead) if at is not None else None
            if begins is None and lead:
                clip = _one_behind_the_other(Clip(b""), lead, clip)
            self._output.play(clip, begins, voice=True, volume=volume, token=token)
        return cue.tone is not None or clip is not None

    def _on_output_settled(self) -> None:
        self._is_opening = False
        self.settled.emit()
        go_on, self._go_on = self._go_on, None
        if go_on is not None:
            go_on()

    def _on_output_started(self, token: int, at: Ms) -> None:
        if token >= 0 and token % 2 == 0:
            self.cue_started.emit(token // 2, at)

    def _on_output_discarded(self, token: int) -> None:
        if token >= 0 and token % 2 == 0:
            self.cue_discarded.emit(token // 2)


def _nothing(_phrase: str) -> Clip | None:
    return None


def _one_behind_the_other(one: Clip, gap: Ms, other: Clip) -> Clip:
    silence = b"\0\0" * (gap * SAMPLE_RATE // 1000)
    return Clip(one.samples + silence + other.samples)
