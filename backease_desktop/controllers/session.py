"""The session: feeds time and wishes to the player, and hands on what comes out.

One clock rules screen and sound. Cues are handed to the sound output `LOOK_AHEAD` before they are
due, so that a busy window cannot make them late; a command cuts what sounds and goes on from the
new place.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from backease_desktop.controllers.cue_sound import CueSound
from backease_desktop.controllers.ending import keep
from backease_desktop.controllers.hurting import Hurting
from backease_desktop.controllers.ports import Clock, EventLog
from backease_desktop.controllers.rehearsal import Rehearsal
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.controllers.sound_track import SoundTrack
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.routine import Routine, single_exercise
from backease_desktop.core.player.events import (
    CueDue,
    Finished,
    Interrupted,
    PlayerEvent,
    SegmentStarted,
)
from backease_desktop.core.player.player import Player, Status
from backease_desktop.core.player.snapshot import snapshot_of
from backease_desktop.core.tally import Tally
from backease_desktop.core.timeline.segments import CueKind, Timeline
from backease_desktop.core.units import SECOND, Ms

TICK = Ms(50)
LOOK_AHEAD = Ms(600)
EXTENSION = Ms(10 * SECOND)


class SessionController(QObject):
    """Runs one session after another.

    Signals:
        opened: a session is wanted, and is being prepared; carries its `Routine`.
        began: it plays for the first time.
        preparing: phrases that are ready, of how many; only if it takes more than half a second.
        changed: it moved; carries its `Snapshot`.
        paused_by_sleep: the computer slept, so the session waits.
        hurt: an exercise was left because it hurt; carries the easier `Exercise` or None.
        ended: what was played is over; carries its `SessionRecord`.
        closed: nothing is on any more, whether something was played or not.
    """

    opened = Signal(object)
    began = Signal()
    preparing = Signal(int, int)
    changed = Signal(object)
    paused_by_sleep = Signal()
    hurt = Signal(object)
    ended = Signal(object)
    closed = Signal()

    def __init__(
        self,
        *,
        clock: Clock,
        catalogue: Catalogue,
        settings: SettingsController,
        track: SoundTrack,
        rehearsal: Rehearsal,
        log: EventLog,
        speed: float = 1.0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._catalogue = catalogue
        self._settings = settings
        self._track = track
        self._rehearsal = rehearsal
        self._log = log
        self._routine: Routine | None = None
        self._last: Routine | None = None
        self._start_at_step: int | None = None
        self._player: Player | None = None
        self._tally = Tally()
        self._hurting = Hurting(catalogue)
        self._cues = CueSound(track, log)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._speed = speed
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
    def waits_for_answer(self) -> bool:
        """Whether an exercise was left because it hurt, and what to do instead is not said yet."""
        return self._hurting.waits

    # Wishes

    def start(self, routine_id: str) -> None:
        """Prepare a routine of the catalogue and play it.

        Raises:
            KeyError: the catalogue has no such routine.
        """
        routine = self._catalogue.routines[routine_id]
        self._settings.remember_routine(routine_id)
        self.start_routine(routine)

    def try_exercise(self, exercise_id: str) -> None:
        """Prepare one exercise of the catalogue by itself and play it.

        Raises:
            KeyError: the catalogue has no such exercise.
        """
        self.start_routine(single_exercise(self._catalogue.exercises[exercise_id]))

    def repeat(self) -> None:
        """Play once more what was played last."""
        if self._last is not None:
            self.start_routine(self._last)

    def start_routine(self, routine: Routine) -> None:
        """Prepare any routine whose exercises are in the catalogue, and play it."""
        self.stop()
        self._routine = self._last = routine
        self._start_at_step, self._tally = None, Tally()
        self._track.choose(self._settings.settings.voice)
        self._track.open()
        self.opened.emit(routine)
        self._rehearsal.start(routine)

    def toggle(self) -> None:
        """Pause, or go on."""
        if self.is_playing:
            self.pause()
        else:
            self.resume()

    def pause(self) -> None:
        """Stop the time, and say so."""
        if self._player is not None and self._player.is_running:
            self._stop_time("pause", CueKind.PAUSE, self._player)

    def resume(self) -> None:
        """Go on: a hold behind a count-in, anything else from its start."""
        player = self._player
        if player is None or player.status is not Status.PAUSED:
            return
        self._hurting.forget()
        count_in = self._rehearsal.count_in(player.segment, player.remaining)
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
        """Leave the exercise and go to the next; after one that hurt, go on with that."""
        goes_on = self._hurting.waits
        self._transport("next_exercise", Player.next_exercise)
        if goes_on:
            self.resume()

    def jump(self, index: int) -> None:
        """Go to the start of a segment."""
        self._transport("jump", lambda player, now: player.jump(now, index))

    def extend(self) -> None:
        """Ten seconds more of what is on. Nothing is cut, the words go on."""
        if self._player is not None:
            self._log_now("command", command="extend")
            self._handle(self._player.extend(self._clock(), EXTENSION))

    def leave_hurting(self) -> None:
        """End the exercise at once because it hurts, and ask what to do instead."""
        player = self._player
        if player is None or player.segment.exercise is None:
            return
        self._tally.note_hurt(player.segment.exercise)
        self._stop_time("hurts", CueKind.HURTS, player)
        self._hurting.leave(player.segment)
        self.hurt.emit(self._hurting.easier)

    def take_easier(self) -> None:
        """Go on with the easier exercise in place of the one that hurt, or with the next one."""
        if self._routine is None or not self._hurting.waits:
            return
        if self._hurting.easier is None:
            self.next_exercise()
            return
        self._routine = self._hurting.eased(self._routine)
        self._start_at_step = self._hurting.step
        self._hurting.forget()
        self._rehearsal.start(self._routine)

    def stop(self) -> None:
        """End the session here."""
        if self._rehearsal.is_on and self._player is None:
            self._let_go()
        if self._player is not None:
            self._log_now("command", command="stop")
            self._handle(self._player.stop(self._clock()))
            self._end()

    # How it runs

    def _on_rehearsed(self, timeline: Timeline) -> None:
        now = self._clock()
        self._player = player = Player(timeline)
        self._cues.restart()
        if self._start_at_step is not None:
            player.play(now)
            self._handle(player.jump(now, timeline.first_of_step(self._start_at_step)))
            return
        self._log.write(
            "session_started",
            routine=timeline.routine,
            duration_ms=timeline.duration,
            dose=timeline.dose,
        )
        self._handle(player.play(now))
        self.began.emit()

    def _stop_time(self, name: str, kind: CueKind, player: Player) -> None:
        self._command(name, player.pause)
        if player.status is Status.PAUSED:
            self._track.say_now(self._rehearsal.cue(kind))
            self._log_now("paused")
            self._rehearsal.render_count_in(player.segment, player.remaining)

    def _transport(self, name: str, move: Callable[[Player, Ms], list[PlayerEvent]]) -> None:
        player = self._player
        if player is None:
            return

        def leave(now: Ms) -> list[PlayerEvent]:
            self._tally.note_jump()
            return move(player, now)

        self._hurting.forget()
        self._command(name, leave)

    def _command(self, name: str, act: Callable[[Ms], list[PlayerEvent]]) -> None:
        self._log_now("command", command=name)
        now = self._clock()
        self.tick()
        if self._player is not None:
            self._cues.cut()
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
            upcoming = player.upcoming(LOOK_AHEAD)
            self._cues.schedule(upcoming)
            # The next look is when the next cue is due, so that its number appears with it.
            wait = min(TICK, *(coming.at - self._clock() for coming in upcoming[:1]), TICK)
            self._timer.start(max(1, round(wait / self._speed)))
        else:
            self._timer.stop()
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
            case Finished():
                pass

    def _end(self) -> None:
        player, self._player = self._player, None
        self._hurting.forget()
        assert player is not None
        self._timer.stop()
        self._cues.forget()
        record = self._tally.record(player)
        keep(record, self._settings, self._catalogue, self._log)
        self._let_go()
        self.ended.emit(record)

    def _let_go(self) -> None:
        self._routine = None
        self._rehearsal.cancel()
        self._track.close()
        self._track.forget()
        self.closed.emit()

    # What others say

    def _on_settings_changed(self) -> None:
        if self._player is not None:
            self._track.choose(self._settings.settings.voice)

    def _log_now(self, name: str, /, **fields: object) -> None:
        at = self._player.elapsed if self._player else None
        self._log.write(name, at_ms=at, **fields)
