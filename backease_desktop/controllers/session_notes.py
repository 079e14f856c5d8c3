"""What the journal is told of sessions, while they are played.

A line is written when a session begins, at each new place (exercise, side, set), when
an exercise is done, and at the end; so whatever happens to the program, all but the last moment is
known.
"""

from typing import Literal

from PySide6.QtCore import QObject

from backease_desktop.controllers.ports import Journal
from backease_desktop.controllers.session import SessionController
from backease_desktop.core.journal.entries import (
    ExerciseDone,
    SegmentReached,
    SessionEnded,
    SessionStarted,
)
from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.core.session_record import SessionRecord
from backease_desktop.core.timeline.segments import Segment


class SessionNotes(QObject):
    """Writes sessions down.

    Args:
        session: plays them.
        journal: keeps what happened.
    """

    def __init__(
        self, session: SessionController, journal: Journal, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._journal = journal
        self._current: str | None = None
        self._last: str | None = None
        self._cut_off: str | None = None
        self._place: tuple[object, ...] | None = None
        self._done: tuple[str, ...] = ()
        session.changed.connect(self._on_changed)
        session.ended.connect(self._on_ended)
        session.closed.connect(self._on_closed)

    @property
    def current(self) -> str | None:
        """The id of the session that is on; None where none has begun."""
        return self._current

    @property
    def last(self) -> str | None:
        """The id of the session that is on, or was last in this run of the program."""
        return self._last

    def is_over(self, session: str) -> bool:
        """Whether the journal knows of a session's end."""
        told = self._journal.history.session(session)
        return told is not None and told.how is not None

    def go_on(self, session: str) -> None:
        """What plays next is this session, which was cut off; it has begun already."""
        self._cut_off = session

    def _on_changed(self, snapshot: Snapshot) -> None:
        if self._current is None:
            self._begin(snapshot)
        place = _place(snapshot.segment)
        if place == self._place:
            return
        self._place = place
        record = self._session.record
        if record is None or self._current is None:
            return
        self._note_done(record)
        segment = snapshot.segment
        self._journal.append(
            SegmentReached(
                session=self._current,
                at_ms=snapshot.timeline.starts[snapshot.index],
                played_ms=record.played,
                index=snapshot.index,
                exercise=segment.exercise,
                side=segment.side,
                rep=segment.rep,
            )
        )

    def _on_closed(self) -> None:
        self._cut_off = None

    def _begin(self, snapshot: Snapshot) -> None:
        cut_off, self._cut_off = self._cut_off, None
        if cut_off is not None:
            told = self._journal.history.session(cut_off)
            self._current = self._last = cut_off
            self._place, self._done = None, () if told is None else told.exercises
            return
        timeline = snapshot.timeline
        started = self._journal.append(
            SessionStarted(
                routine=timeline.routine,
                name=timeline.name,
                duration_ms=timeline.duration,
                dose=timeline.dose,
                exercises=tuple(dict.fromkeys(s.exercise for s in timeline.segments if s.exercise)),
            )
        )
        self._current = self._last = started.id
        self._place, self._done = None, ()

    def _on_ended(self, record: SessionRecord) -> None:
        if self._current is None:
            return
        self._note_done(record)
        seen = {*record.exercises, *record.hurt}
        self._journal.append(
            SessionEnded(
                session=self._current,
                how=_how(record),
                played_ms=record.played,
                fraction=record.fraction,
                exercises=record.exercises,
                skipped=tuple(one for one in record.planned if one not in seen),
            )
        )
        self._current = self._place = None

    def _note_done(self, record: SessionRecord) -> None:
        """Write down the exercises that were done since the last time."""
        assert self._current is not None
        for exercise in record.exercises:
            if exercise not in self._done:
                self._journal.append(ExerciseDone(session=self._current, exercise=exercise))
        self._done = (*self._done, *(one for one in record.exercises if one not in self._done))


def _how(record: SessionRecord) -> Literal["finished", "stopped", "hurt"]:
    if record.stopped_hurting:
        return "hurt"
    return "finished" if record.is_finished else "stopped"


def _place(segment: Segment) -> tuple[object, ...]:
    """What tells places apart from which a session can go on."""
    return segment.step, segment.block, segment.side
