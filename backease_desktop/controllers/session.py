"""The session: feeds time and commands to the player, and hands on what comes out.

One clock rules screen and sound. Cues are handed on before they are due (`cue_sound`); a command
cuts what sounds and goes on from the new place. In a long pause the sound rests.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from backease_desktop.controllers.beginning import begin, log_start
from backease_desktop.controllers.cue_sound import CueSound
from backease_desktop.controllers.door import Door
from backease_desktop.controllers.ending import log_end
from backease_desktop.controllers.entrance import Entrance
from backease_desktop.controllers.ports import Clock, EventLog
from backease_desktop.controllers.rehearsal import Rehearsal
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.controllers.sound_track import SoundTrack
from backease_desktop.core.bookmark import Bookmark
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.person.tailored import Tailored
from backease_desktop.core.player.events import CueDue, Interrupted, PlayerEvent, SegmentStarted
from backease_desktop.core.player.player import Player, Status
from backease_desktop.core.player.snapshot import snapshot_of
from backease_desktop.core.session_record import SessionRecord
from backease_desktop.core.tally import Tally
from backease_desktop.core.timeline.segments import CueKind, Segment, Timeline
from backease_desktop.core.units import SECOND, Ms

EXTENSION = Ms(10 * SECOND)


class SessionController(QObject):
    """Runs one session after another.

    Signals:
        opened: a session is wanted, and is being prepared; carries its `Routine`.
        began: it plays for the first time.
        preparing: phrases that are ready, of how many; only if it takes more than half a second.
        changed: it moved; carries its `Snapshot`.
        paused_by_sleep: the computer slept, so the session waits.
        ended: what was played is over; carries its `SessionRecord`.
        closed: nothing is on any more, whether something was played or not.
    """

    opened = Signal(object)
    began = Signal()
    preparing = Signal(int, int)
    changed = Signal(object)
    paused_by_sleep = Signal()
    ended = Signal(object)
    closed = Signal()

    def __init__(
        self,
        *,
        clock: Clock,
        door: Door,
        settings: SettingsController,
        track: SoundTrack,
        rehearsal: Rehearsal,
        log: EventLog,
        speed: float = 1.0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self.entrance = Entrance(door, settings, self)
        self.entrance.opened.connect(self.play)
        self._settings = settings
        self._track = track
        self._rehearsal = rehearsal
        self._log = log
        self._routine: Routine | None = None
        self._start_at_step: int | None = None
        self._mark: Bookmark | None = None
        self._player: Player | None = None
        self._tally = Tally()
        self._cues = CueSound(track, log)
        self._speed = speed
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        rehearsal.progressed.connect(self.preparing)
        rehearsal.ready.connect(self._on_rehearsed)
        settings.changed.connect(self._on_settings_changed)

    # What is on

    @property
    def is_on(self) -> bool:
        """Whether a session plays, is paused or is being prepared."""
        return self._player is not None or self._rehearsal.is_on

    @property
    def is_playing(self) -> bool:
        """Whether time moves the session."""
        return self._player is not None and self._player.is_running

    @property
    def segment(self) -> Segment | None:
        """The segment that is on, if a session is."""
        return None if self._player is None else self._player.segment

    @property
    def routine(self) -> Routine | None:
        """What is played or prepared, as it is played."""
        return self._routine

    @property
    def record(self) -> SessionRecord | None:
        """What was done so far in the session that is on."""
        return None if self._player is None else self._tally.record(self._player)

    @property
    def tally(self) -> Tally:
        """What was done in the session that is on, or was last."""
        return self._tally

    # Commands

    def play(self, mine: Tailored, step: int | None = None, mark: Bookmark | None = None) -> None:
        """Prepare what has come through the door, and play it from a step or a bookmark on."""
        self.stop()
        self._routine = mine.routine
        self._start_at_step, self._mark = step, mark
        self._tally = Tally() if mark is None else mark.tally
        self._track.choose(self._settings.settings.voice)
        self._track.open()
        self.opened.emit(mine.routine)
        self._rehearsal.start(mine, mark)

    def toggle(self) -> None:
        """Pause, or go on."""
        if self.is_playing:
            self.pause()
        else:
            self.resume()

    def pause(self) -> None:
        """Stop the time, and say so."""
        if self.is_playing:
            self.stand_still("pause", CueKind.PAUSE)
        else:
            self._track.wait_no_more()

    def stand_still(self, command: str, words: CueKind) -> None:
        """Stop the time because of a command, and say so in these words."""
        if (player := self._player) is None:
            return
        self._command(command, player.pause)
        if player.status is Status.PAUSED:
            self._track.say_now(self._rehearsal.cue(words))
            self._log_now("paused")
            self._rehearsal.render_count_in(player.segment, player.remaining)

    def resume(self) -> None:
        """Go on: a hold behind a count-in, anything else from its start."""
        if self._player is not None and self._player.status is Status.PAUSED:
            self._track.once_open(self._end_pause)

    def _end_pause(self) -> None:
        if (player := self._player) is not None and player.status is Status.PAUSED:
            self._go_on(player, self._rehearsal.count_in(player.segment, player.remaining))

    def _go_on(self, player: Player, count_in: Segment | None) -> None:
        self._command("resume", lambda now: player.resume(now, count_in))
        self._log_now("resumed")

    def next(self) -> None:
        """Go to the next block."""
        self._transport("next", Player.next)

    def previous(self) -> None:
        """Restart the block, or go to the one before."""
        self._transport("previous", Player.previous)

    def again(self) -> None:
        """Do the exercise again, from its preview."""
        self._transport("again", Player.again)

    def next_exercise(self) -> None:
        """Leave the exercise and go to the next."""
        self._transport("next_exercise", Player.next_exercise)

    def jump(self, index: int) -> None:
        """Go to the start of a segment."""
        self._transport("jump", lambda player, now: player.jump(now, index))

    def extend(self) -> None:
        """Ten seconds more of what is on. Nothing is cut, the words go on."""
        if self._player is not None:
            self._log_now("command", command="extend")
            self._handle(self._player.extend(self._clock(), EXTENSION))

    def exchange(self, step: int, exercise: Exercise) -> None:
        """Go on at a step of the routine, with another exercise in it."""
        if self._routine is not None:
            self._routine = self._routine.with_exercise(step, exercise)
            self.rearrange(step)

    def rearrange(self, step: int | None = None) -> None:
        """Begin a step again, or else the one that is on, by the settings as they are now."""
        if self._routine is None or self._player is None:
            return
        if (mine := self.entrance.let_in(self._routine)) is None:
            self.stop()
            return
        self._routine = mine.routine
        step = self._player.segment.step if step is None else step
        self._start_at_step = mine.near(step)
        self._rehearsal.start(mine)

    def stop(self) -> None:
        """End the session here."""
        if self._rehearsal.is_on and self._player is None:
            self._let_go()
            self.closed.emit()
        if self._player is not None:
            self._log_now("command", command="stop")
            self._handle(self._player.stop(self._clock()))
            self._end()

    # How it runs

    def _on_rehearsed(self, timeline: Timeline) -> None:
        before, player = self._player, Player(timeline)
        mark, self._mark = self._mark, None
        self._player = player
        self._cues.restart()
        if before is not None:
            self._tally.note_exchange(before)
        else:
            log_start(timeline, self._log)
        self._handle(begin(player, self._clock(), self._start_at_step, mark))
        if mark is not None:
            self._go_on(player, self._rehearsal.lead_in(timeline, player.elapsed))
        if before is None:
            self.began.emit()

    def _transport(self, name: str, move: Callable[[Player, Ms], list[PlayerEvent]]) -> None:
        if (player := self._player) is not None:
            self._command(name, lambda now: move(player, now), is_jump=True)

    def _command(
        self, name: str, act: Callable[[Ms], list[PlayerEvent]], *, is_jump: bool = False
    ) -> None:
        self._log_now("command", command=name)
        now = self._clock()
        self.tick()
        if self._player is not None:
            self._cues.cut()
            if is_jump:
                self._tally.note_jump()
            self._handle(act(now))

    def tick(self) -> None:
        """Tell the player the time."""
        if self._player is not None:
            self._handle(self._player.advance(self._clock()))

    def _handle(self, events: list[PlayerEvent]) -> None:
        player = self._player
        assert player is not None
        for event in events:
            self._on_event(event)
        if player.is_running:
            wait = self._cues.look_ahead(player, self._clock())
            self._timer.start(max(1, round(wait / self._speed)))
        else:
            self._timer.stop()
            self._track.rest_soon()
        self.changed.emit(snapshot_of(player))
        if player.status is Status.FINISHED:
            self._end()

    def _on_event(self, event: PlayerEvent) -> None:
        player = self._player
        assert player is not None
        self._tally.note(event)
        match event:
            case SegmentStarted():
                self._cues.began(event, player)
            case CueDue():
                self._cues.due(event, player, self._clock())
            case Interrupted():
                self._cues.cut()
                self._log_now("paused", reason="sleep", gap_ms=event.gap)
                self._rehearsal.render_count_in(player.segment, player.remaining)
                self.paused_by_sleep.emit()

    def _end(self) -> None:
        player, self._player = self._player, None
        assert player is not None
        if self._routine is not None:
            self.entrance.note_end(self._routine, player.segment.step)
        self._timer.stop()
        self._cues.forget()
        record = self._tally.record(player)
        log_end(record, self._log)
        self._let_go()
        self.ended.emit(record)
        self.closed.emit()

    def _let_go(self) -> None:
        self._routine = None
        self._rehearsal.cancel()
        self._track.close()
        self._track.forget()

    # What others say

    def _on_settings_changed(self) -> None:
        if self._player is not None:
            self._track.choose(self._settings.settings.voice)

    def _log_now(self, name: str, /, **fields: object) -> None:
        at = self._player.elapsed if self._player else None
        self._log.write(name, at_ms=at, **fields)
