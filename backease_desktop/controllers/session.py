"""The session: feeds time and wishes to the player, and hands on what comes out.

One clock rules screen and sound. Cues are handed to the sound output `LOOK_AHEAD` before they are
due, so that a busy window cannot make them late; a command cuts what sounds and goes on from the
new place.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from backease_desktop.controllers.cue_journal import CueJournal
from backease_desktop.controllers.ports import Clock, EventLog, ScreenAwake, Speaker
from backease_desktop.controllers.rehearsal import Rehearsal
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.controllers.sound_track import SoundTrack
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.player.events import (
    CueDue,
    Finished,
    Interrupted,
    PlayerEvent,
    SegmentStarted,
    Upcoming,
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
        preparing: phrases that are ready, of how many; only if it takes more than half a second.
        changed: it moved; carries its `Snapshot`.
        paused_by_sleep: the computer slept, so the session waits.
        hurt: an exercise was left because it hurt; carries the easier `Exercise` or None.
        ended: it is over; carries its `SessionRecord`.
        message: something to tell the person once, such as that there is no sound.
    """

    preparing = Signal(int, int)
    changed = Signal(object)
    paused_by_sleep = Signal()
    hurt = Signal(object)
    ended = Signal(object)
    message = Signal(str)

    def __init__(
        self,
        *,
        clock: Clock,
        catalogue: Catalogue,
        settings: SettingsController,
        speaker: Speaker,
        track: SoundTrack,
        rehearsal: Rehearsal,
        awake: ScreenAwake,
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
        self._awake = awake
        self._log = log
        self._routine: Routine | None = None
        self._start_at_step: int | None = None
        self._player: Player | None = None
        self._tally = Tally()
        self._waits_for_answer = False
        self._journal = CueJournal(log)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._speed = speed
        self._timer.timeout.connect(self.tick)
        rehearsal.progressed.connect(self.preparing)
        rehearsal.ready.connect(self._on_rehearsed)
        speaker.lost.connect(self._on_voice_lost)
        settings.changed.connect(self._on_settings_changed)
        track.cue_started.connect(self._journal.heard)
        track.cue_discarded.connect(self._journal.discarded)

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
        return self._waits_for_answer

    # Wishes

    def start(self, routine_id: str) -> None:
        """Prepare a routine of the catalogue and play it.

        Raises:
            KeyError: the catalogue has no such routine.
        """
        routine = self._catalogue.routines[routine_id]
        self._settings.remember_routine(routine_id)
        self.start_routine(routine)

    def start_routine(self, routine: Routine) -> None:
        """Prepare any routine whose exercises are in the catalogue, and play it."""
        self.stop()
        self._routine = routine
        self._start_at_step, self._tally = None, Tally()
        self._track.choose(self._settings.settings.voice)
        self._track.open()
        if self._settings.settings.appearance.keep_awake:
            self._awake.hold(self._routine.name)
        self._rehearsal.start(self._routine)

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

    def leave_hurting(self) -> None:
        """End the exercise at once because it hurts, and ask what to do instead."""
        player = self._player
        if player is None or player.segment.exercise is None:
            return
        exercise = self._catalogue.exercises[player.segment.exercise]
        self._tally.note_hurt(exercise.id)
        self._stop_time("hurts", CueKind.HURTS, player)
        self._waits_for_answer = True
        self.hurt.emit(self._catalogue.exercises.get(exercise.easier or ""))

    def go_on_after_hurting(self, *, easier: bool) -> None:
        """Go on with the easier exercise in place of the one that hurt, or with the next one."""
        player, self._waits_for_answer = self._player, False
        if player is None or self._routine is None:
            return
        step = player.segment.step
        left = self._catalogue.exercises.get(player.segment.exercise or "")
        if not easier or step is None or left is None or left.easier is None:
            self._transport("next_exercise", Player.next_exercise)
            self.resume()
            return
        self._routine = self._routine.with_exercise(step, self._catalogue.exercises[left.easier])
        self._start_at_step = step
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
        self._journal.restart()
        if self._start_at_step is None:
            self._log.write(
                "session_started",
                routine=timeline.routine,
                duration_ms=timeline.duration,
                dose=timeline.dose,
            )
        events = player.play(now)
        if self._start_at_step is not None:
            events = player.jump(now, timeline.first_of_step(self._start_at_step))
        self._handle(events)

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

        self._command(name, leave)

    def _command(self, name: str, act: Callable[[Ms], list[PlayerEvent]]) -> None:
        self._log_now("command", command=name)
        now = self._clock()
        self.tick()
        if self._player is not None:
            self._track.cut()
            self._journal.clear()
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
            self._journal.plan(self._track.schedule(upcoming))
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
                self._journal.began(event, player.elapsed)
            case CueDue():
                self._on_cue_due(event, player)
            case Interrupted():
                self._track.cut()
                self._log_now("paused", reason="sleep", gap_ms=event.gap)
                self._rehearsal.render_count_in(player.segment, player.remaining)
                self.paused_by_sleep.emit()
            case Finished():
                pass

    def _on_cue_due(self, event: CueDue, player: Player) -> None:
        """Play it if it was not seen coming, as the first cue at a new place is not."""
        at = Ms(self._clock() - (player.elapsed - event.due))
        coming = Upcoming(event.cue, event.number, event.due, at)
        self._journal.plan(self._track.schedule([coming]))
        self._journal.due(event, player.elapsed, is_open=self._track.is_open)

    def _end(self) -> None:
        player, self._player = self._player, None
        self._waits_for_answer = False
        assert player is not None
        self._timer.stop()
        self._journal.clear()
        record = self._tally.record(player)
        self._settings.remember_met(record.exercises)
        if record.is_done and record.routine in self._catalogue.routines:
            self._settings.remember_done(record.routine)
        self._log.write(
            "session_ended",
            routine=record.routine,
            finished=record.is_finished,
            elapsed_ms=record.elapsed,
            exercises=list(record.exercises),
        )
        self._let_go()
        self.ended.emit(record)

    def _let_go(self) -> None:
        self._routine = None
        self._rehearsal.cancel()
        self._awake.release()
        self._track.close()
        self._track.forget()

    # What others say

    def _on_voice_lost(self, reason: str) -> None:
        self.message.emit(f"{reason} Tones and captions go on.")

    def _on_settings_changed(self) -> None:
        if self._player is not None:
            self._track.choose(self._settings.settings.voice)

    def _log_now(self, name: str, /, **fields: object) -> None:
        at = self._player.elapsed if self._player else None
        self._log.write(name, at_ms=at, **fields)
