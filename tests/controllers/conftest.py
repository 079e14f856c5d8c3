"""A session controller on fakes, with a clock that is moved by hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from backease_desktop.controllers.awake import keep_awake
from backease_desktop.controllers.door import Door
from backease_desktop.controllers.rehearsal import Rehearsal
from backease_desktop.controllers.session import SessionController
from backease_desktop.controllers.session_notes import SessionNotes
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.controllers.sound_track import SoundTrack
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.core.profile import Profile
from backease_desktop.core.settings import Settings
from backease_desktop.core.units import Ms
from tests.fakes.journal import MemoryJournal
from tests.fakes.ports import (
    FakeClock,
    FakeOutput,
    FakeSpeaker,
    MemoryStore,
    RecordingAwake,
    RecordingLog,
    fake_tone,
)
from tests.fakes.small_catalogue import english, small_catalogue

TODAY = date(2026, 11, 17)


@dataclass
class Stage:
    """A controller with everything around it."""

    session: SessionController
    settings: SettingsController
    rehearsal: Rehearsal
    track: SoundTrack
    clock: FakeClock
    speaker: FakeSpeaker
    output: FakeOutput
    awake: RecordingAwake
    log: RecordingLog
    journal: MemoryJournal
    notes: SessionNotes
    snapshots: list[Snapshot]

    @property
    def now(self) -> Snapshot:
        """What the screen shows."""
        return self.snapshots[-1]

    def run(self, milliseconds: int, step: int = 50) -> None:
        """Let the session's time pass."""
        for _ in range(0, milliseconds, step):
            self.clock.advance(step)
            self.output.reach(self.clock.now)
            self.session.tick()

    def run_to(self, kind: str, limit: int = 600_000) -> None:
        """Let time pass until a segment of this kind is on."""
        for _ in range(0, limit, 50):
            if self.now.segment.kind == kind:
                return
            self.run(50)
        raise AssertionError(f"no {kind} within {limit} ms")

    def play(self, routine: str = "short") -> None:
        """Start a routine whose phrases are rendered at once."""
        self.session.entrance.start(routine)
        self.speaker.render_all()
        self.settle()

    @staticmethod
    def settle() -> None:
        """Let what was asked for be answered: the sound opens, the session begins."""
        for _ in range(5):
            QCoreApplication.processEvents()


@pytest.fixture
def stage(qapp: QObject) -> Iterator[Stage]:
    owner = QObject()
    stage = stage_on(small_catalogue(), owner)
    yield stage
    stage.session.stop()
    owner.deleteLater()


def stage_on(catalogue: Catalogue, owner: QObject) -> Stage:
    """A controller on the exercises and routines of a catalogue; `owner` owns it."""
    clock, speaker, output = FakeClock(), FakeSpeaker(), FakeOutput()
    awake, log, journal = RecordingAwake(), RecordingLog(), MemoryJournal()
    wording = english()
    settings = SettingsController(
        settings=Settings(),
        profile=Profile(),
        settings_store=MemoryStore(),
        profile_store=MemoryStore(),
        journal=journal,
        today=lambda: TODAY,
        parent=owner,
    )
    track = SoundTrack(output=output, tone=fake_tone, parent=owner)
    rehearsal = Rehearsal(
        speaker=speaker,
        track=track,
        speaking_time=lambda text, _voice: Ms(70 * len(text)),
        wording=wording,
        settings=settings,
        parent=owner,
    )
    session = SessionController(
        clock=clock,
        door=Door(catalogue, journal, lambda: TODAY, owner),
        settings=settings,
        track=track,
        rehearsal=rehearsal,
        log=log,
        parent=owner,
    )
    notes = SessionNotes(session, journal, owner)
    keep_awake(session, settings, awake)
    snapshots: list[Snapshot] = []
    session.changed.connect(snapshots.append)
    return Stage(
        session,
        settings,
        rehearsal,
        track,
        clock,
        speaker,
        output,
        awake,
        log,
        journal,
        notes,
        snapshots,
    )
