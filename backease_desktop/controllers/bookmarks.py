"""Keeps the place of the session that is on, and offers it once after the session was cut off.

Rules: the place is written with each new segment, with each pause and once a second while time
moves the session, and taken away when the session ends. What was cut off is offered at most once,
one at each start: the newest that did not end all the same, as where the power went just then.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

import msgspec
from PySide6.QtCore import QObject, QTimer

from backease_desktop.controllers.session import SessionController
from backease_desktop.controllers.session_notes import SessionNotes
from backease_desktop.core.bookmark import Bookmark, bookmark_of
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.player.player import Status
from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.core.values import kept_value

EVERY_MS = 1_000
NOWHERE = Bookmark()

Longer = tuple[int, int, int]
"""A segment's index, how far it had come, and by how much it was made longer."""


class BookmarkStore(Protocol):
    """Keeps the place of the session that is on."""

    def save(self, bookmark: Bookmark) -> None:
        """Have it written, whole or not at all; the empty one takes it away."""


class CutOff(Protocol):
    """The places of sessions that were cut off."""

    def cut_off(self) -> Sequence[Bookmark]:
        """All of them, the newest first."""

    def forget(self, session: str) -> None:
        """One has been offered."""


class Bookmarks(QObject):
    """The bookmark.

    Args:
        session: plays, and goes on.
        notes: know its id in the journal.
        store: keeps the bookmark.
        found: what was cut off.
        catalogue: what can be played by now.
        now: the wall clock, aware.
    """

    def __init__(
        self,
        session: SessionController,
        notes: SessionNotes,
        *,
        store: BookmarkStore,
        found: CutOff,
        catalogue: Callable[[], Catalogue],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._notes = notes
        self._store = store
        self._found = found
        self._catalogue = catalogue
        self._now = now
        self._snapshot: Snapshot | None = None
        self._longer: tuple[Longer, ...] = ()
        self._written: tuple[int, Status] | None = None
        self._each_second = QTimer(self, interval=EVERY_MS)
        self._each_second.timeout.connect(self._on_second)
        session.changed.connect(self._on_changed)
        session.closed.connect(self._on_closed)

    def take(self) -> Bookmark | None:
        """The place to offer; None if there is none, or it was offered before."""
        for found in self._found.cut_off():
            self._found.forget(found.session)
            is_over = self._notes.is_over(found.session)
            if not is_over and found.is_offered(self._now()) and self._routine_of(found):
                return found
        return None

    def go_on(self, bookmark: Bookmark) -> None:
        """Go on with the session that was cut off, where it was."""
        routine = self._routine_of(bookmark)
        mine = None if routine is None else self._session.entrance.let_in(routine)
        if mine is not None:
            self._session.play(mine, mark=bookmark)
            self._notes.go_on(bookmark.session)
            self._longer = bookmark.longer

    def write(self) -> None:
        """Write down where the session stands now."""
        snapshot, record = self._snapshot, self._session.record
        routine, session = self._session.routine, self._notes.current
        if snapshot is None or record is None or routine is None or session is None:
            return
        tally = self._session.tally
        mark = bookmark_of(session, routine, snapshot, tally, record.played, self._now())
        self._store.save(mark.with_(longer=self._longer))

    def _on_second(self) -> None:
        self._session.tick()
        self.write()

    def _on_changed(self, snapshot: Snapshot) -> None:
        before, self._snapshot = self._snapshot, snapshot
        if before is not None and before.timeline is not snapshot.timeline:
            self._longer = _longer(self._longer, before, snapshot)
        if snapshot.status in (Status.FINISHED, Status.STOPPED):
            return
        place = (snapshot.index, snapshot.status)
        if place == self._written:
            return
        self._written = place
        if self._session.is_playing:
            self._each_second.start()
        else:
            self._each_second.stop()
        self.write()

    def _on_closed(self) -> None:
        self._each_second.stop()
        had, self._written, self._snapshot, self._longer = self._written, None, None, ()
        if had is not None:
            self._store.save(NOWHERE)

    def _routine_of(self, bookmark: Bookmark) -> Routine | None:
        """The routine, if everything in it is still there."""
        try:
            routine = kept_value(Routine, bookmark.routine)
        except msgspec.ValidationError:
            return None
        for step in routine.steps:
            exercise = self._catalogue().exercises.get(step.exercise)
            if exercise is None:
                return None
            if step.dose is None and exercise.prescription(step.prescription or "") is None:
                return None
        return routine


def _longer(known: tuple[Longer, ...], before: Snapshot, now: Snapshot) -> tuple[Longer, ...]:
    """What was made longer, with a segment that is longer now; none of another timeline."""
    pairs = list(zip(before.timeline.segments, now.timeline.segments, strict=False))
    changed = [index for index, (was, is_now) in enumerate(pairs) if was != is_now]
    if len(before.timeline.segments) != len(now.timeline.segments) or len(changed) != 1:
        return ()
    was, is_now = pairs[changed[0]]
    return (*known, (changed[0], now.offset, is_now.duration - was.duration))
