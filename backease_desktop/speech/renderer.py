"""The renderer: phrases go in, clips come out: of the voice pack, the disk or the voice process.

Rules:
    * Each asker holds a ticket of its own (`tickets`). What two of them want is rendered once and
      comes to both.
    * The natural voice is wanted where no other was chosen. What its pack holds comes from there.
    * Clips that were kept come first and need no voice. The others are rendered one at a time:
      within a ticket in the order in which they were asked for, between tickets in turn, so that
      one phrase never waits behind a whole session. What was asked ahead is rendered only when
      nobody waits.
    * Nothing is delivered from inside a call: answers come from the event loop.
    * When the voice process dies, hangs or talks nonsense it is started anew and the phrase is
      tried once more; then this phrase has failed. `LOSSES_IN_A_ROW` of that with no clip between
      them, or a system without a voice, and the process is lost for good: from then on every phrase
      that was not kept fails at once. Where the pack does not take its place, that is said once.
    * A phrase of a voice that this system has not, or has lost, is said by the natural one.
    * The process is started when something needs it, and ended when nothing has for a while.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from backease_desktop.core.clip import Clip
from backease_desktop.core.units import Ms
from backease_desktop.core.voice import Voice, VoiceChoice, pace_of
from backease_desktop.own_program import speech_command
from backease_desktop.speech.cache import ClipCache
from backease_desktop.speech.pack.voice_pack import VoicePack
from backease_desktop.speech.replies import Answer, Ready, Refused, Rendered, Voices
from backease_desktop.speech.tickets import ClipTicket, Phrase, VoicesTicket
from backease_desktop.speech.voice_process import VoiceProcess

LOSSES_IN_A_ROW = 3

START_LIMIT = Ms(10_000)
PHRASE_LIMIT = Ms(8_000)
IDLE_LIMIT = Ms(20_000)


@dataclass(frozen=True, slots=True)
class _Listing:
    """The list of voices."""


_Job = Phrase | _Listing
"""What the process is asked, one at a time."""


class ClipRenderer(QObject):
    """Renders phrases to clips, in the background.

    Args:
        cache: where clips are kept; the caller closes it.
        pack: the natural voice, if there is one.
        command: starts the voice process; none is our own.
        phrase_limit: how long one phrase may take.
        start_limit: how long the process may take to be ready.
        idle_limit: how long the process stays when nothing is asked.

    Signals:
        lost: there is no voice any more, and why. Said once.
    """

    lost = Signal(str)

    def __init__(
        self,
        *,
        cache: ClipCache,
        pack: VoicePack | None = None,
        command: Sequence[str] = (),
        phrase_limit: Ms = PHRASE_LIMIT,
        start_limit: Ms = START_LIMIT,
        idle_limit: Ms = IDLE_LIMIT,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._cache = cache
        self._pack = pack
        self._is_closed = False
        self._tickets: list[ClipTicket | VoicesTicket] = []
        """Whoever has had a turn of the process stands at the end."""
        self._asked: _Job | None = None
        self._stumbled: set[_Job] = set()
        """What has cost a process once."""
        self._losses = 0
        self._lost_because = ""
        self._unknown_voices: set[str | None] = set()
        self._process = VoiceProcess(
            command or speech_command(),
            start_limit=start_limit,
            answer_limit=phrase_limit,
            parent=self,
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
        """Whether there may be a voice: false once it is lost, and no pack takes its place."""
        return not self._lost_because or (self._pack is not None and not self._is_closed)

    @property
    def is_owing(self) -> bool:
        """Whether somebody waits for an answer, now or later."""
        return any(ticket.is_owed for ticket in self._tickets)

    @property
    def process_runs(self) -> bool:
        """Whether a voice process is there, which costs memory."""
        return self._process.is_running

    @property
    def process_id(self) -> int:
        """The id of the voice process in this system; 0 if there is none."""
        return self._process.id

    def ask(self, texts: Iterable[str], voice: VoiceChoice, ahead: bool = False) -> ClipTicket:
        """Ask for the clips of these texts, each of which the ticket answers once.

        Args:
            texts: in the order in which they are needed.
            voice: who says them, and how fast.
            ahead: nobody waits for them: they are rendered when there is nothing else to do.
        """
        ticket = ClipTicket(texts, voice, is_ahead=ahead)
        self._tickets.append(ticket)
        self._turn.start()
        return ticket

    def has(self, text: str, voice: VoiceChoice) -> bool:
        """Whether the pack says a phrase and is what was chosen: then nobody need ask for it."""
        pack = self._pack if voice.id is None else None
        return pack is not None and pack.has(text, pace_of(voice.rate_wpm))

    def at_hand(self, text: str, voice: VoiceChoice) -> Clip | None:
        """The clip of a phrase that the pack has."""
        pack = self._pack if voice.id is None else None
        return None if pack is None else pack.find(text, pace_of(voice.rate_wpm))

    def list_voices(self) -> VoicesTicket:
        """Ask which voices this system has."""
        ticket = VoicesTicket()
        self._tickets.append(ticket)
        self._turn.start()
        return ticket

    def close(self) -> None:
        """Stop for good: end the process; nothing that was asked for is answered any more."""
        for ticket in self._tickets:
            ticket.cancel()
        self._tickets.clear()
        self._is_closed, self._lost_because = True, "closed"
        self._turn.stop()
        self._idle.stop()
        self._asked = None
        self._process.close()

    # Whose turn it is

    def _on_turn(self) -> None:
        """Look up one phrase, and keep the process busy; rest when nothing is owed any more."""
        self._tickets = [ticket for ticket in self._tickets if ticket.is_owed]
        if self._look_one_up():
            self._turn.start()
        if self._asked is not None:
            return
        if self._tickets:
            self._process_next()
        else:
            self._rest()

    def _look_one_up(self) -> bool:
        for ticket in sorted(self._tickets, key=_is_ahead):
            if isinstance(ticket, ClipTicket) and ticket.unseen:
                phrase = ticket.unseen[0]
                if not self._deliver_kept(phrase):
                    ticket.missing.append(ticket.unseen.popleft())
                return True
        return False

    def _process_next(self) -> None:
        """Bring the next job on its way, if there is one for the process."""
        ticket = self._next_ticket()
        if ticket is None:
            return
        self._idle.stop()
        job = ticket.missing[0] if isinstance(ticket, ClipTicket) else _Listing()
        if self._lost_because:
            self._turn.start()
            if isinstance(job, _Listing) or not self._deliver_kept(job):
                self._fail(job, self._lost_because)
        elif self._process.is_idle:
            self._turn.start()
            self._tickets.remove(ticket)
            self._tickets.append(ticket)
            self._ask(job)
        else:
            self._process.start()

    def _next_ticket(self) -> ClipTicket | VoicesTicket | None:
        """The next that needs the process; one that was taken ahead only if no other is owed."""
        is_waited_for = any(not ticket.is_ahead for ticket in self._tickets if ticket.is_owed)
        for ticket in self._tickets:
            needs_it = ticket.missing if isinstance(ticket, ClipTicket) else ticket.is_owed
            if needs_it and not (ticket.is_ahead and is_waited_for):
                return ticket
        return None

    def _rest(self) -> None:
        self._stumbled.clear()
        if self._process.is_running:
            self._idle.start()

    # Questions and answers

    def _ask(self, job: _Job) -> None:
        if isinstance(job, _Listing):
            self._asked = job
            self._process.ask(list="voices")
        elif not self._deliver_kept(job):
            self._asked = job
            voice = self._known(job.voice)
            self._process.ask(
                say=job.text,
                voice=voice.id,
                rate=voice.rate_wpm,
                file=str(self._process.sound_file),
            )

    def _deliver_kept(self, phrase: Phrase) -> bool:
        """Asked twice for each phrase: the second time it may be there, or the engine be known."""
        voice = self._known(phrase.voice)
        clip = self.at_hand(phrase.text, voice) or self._cache.find(voice, phrase.text)
        if clip is not None:
            self._deliver(phrase, clip)
        return clip is not None

    def _known(self, voice: VoiceChoice) -> VoiceChoice:
        """The choice, or the natural voice where the chosen one is not there."""
        is_gone = bool(self._lost_because) or voice.id in self._unknown_voices
        return msgspec.structs.replace(voice, id=None) if is_gone else voice

    def _on_ready(self, ready: Ready) -> None:
        self._cache.engine = f"{ready.engine} {ready.version}"
        self._turn.start()

    def _on_answered(self, answer: Answer) -> None:
        self._turn.start()
        match self._asked, answer:
            case Phrase() as phrase, Rendered():
                clip = self._read_clip(answer.frames)
                if clip is None:
                    self._process.end()
                    self._on_gone("the voice process wrote no sound")
                    return
                self._cache.keep(self._known(phrase.voice), phrase.text, clip)
                self._be_well_again()
                self._deliver(phrase, clip)
            case _Listing(), Voices():
                self._be_well_again()
                self._tell_voices(tuple(Voice(*voice) for voice in answer.voices))
            case Phrase(voice=VoiceChoice(id=str() as unknown)), Refused(unknown_voice=True):
                self._unknown_voices.add(unknown)
                self._asked = None
            case (Phrase() | _Listing()) as job, Refused():
                self._asked = None
                self._fail(job, answer.error)
            case _:
                self._process.end()
                self._on_gone("the voice process answered another question")

    def _be_well_again(self) -> None:
        self._losses = 0
        self._asked = None

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
        if job is None or self._lost_because:
            return
        if job not in self._stumbled:
            self._stumbled.add(job)
        else:
            self._fail(job, reason)

    def _lose(self, reason: str) -> None:
        self._lost_because = reason
        self._idle.stop()
        self._turn.start()
        if self._pack is None:
            self.lost.emit(reason)

    # Answers to tickets: a slot may ask, cancel or close, so each list is a copy

    def _deliver(self, phrase: Phrase, clip: Clip) -> None:
        self._stumbled.discard(phrase)
        for ticket in tuple(self._tickets):
            if isinstance(ticket, ClipTicket):
                ticket.deliver(phrase, clip)

    def _fail(self, job: _Job, reason: str) -> None:
        self._stumbled.discard(job)
        if isinstance(job, _Listing):
            self._tell_voices(())
            return
        for ticket in tuple(self._tickets):
            if isinstance(ticket, ClipTicket):
                ticket.refuse(job, reason)

    def _tell_voices(self, voices: tuple[Voice, ...]) -> None:
        for ticket in tuple(self._tickets):
            if isinstance(ticket, VoicesTicket):
                ticket.deliver(voices)


def _is_ahead(ticket: ClipTicket | VoicesTicket) -> bool:
    return ticket.is_ahead
