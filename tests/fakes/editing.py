"""A routine editor with all behind it, on a folder of its own."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject

from backease_desktop.controllers.door import Door
from backease_desktop.controllers.own_routines import OwnRoutines
from backease_desktop.controllers.routine_editor import RoutineEditor
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.profile import Profile
from backease_desktop.core.settings import Settings
from backease_desktop.core.speaking_time import estimate
from backease_desktop.storage.own_routines import OwnRoutineFiles
from tests.fakes.journal import FakeNow, MemoryJournal
from tests.fakes.ports import MemoryStore
from tests.fakes.shipped_catalogue import shipped_catalogue
from tests.fakes.small_catalogue import english

NOW = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)


class Desk:
    """Somebody who writes routines."""

    def __init__(self, data: Path, owner: QObject) -> None:
        self.data = data
        journal = MemoryJournal(FakeNow(NOW))
        self.settings = SettingsController(
            settings=Settings(),
            profile=Profile(),
            settings_store=MemoryStore(),
            profile_store=MemoryStore(),
            journal=journal,
            today=NOW.date,
            parent=owner,
        )
        self.door = Door(shipped_catalogue(), journal, NOW.date, owner)
        self.said: list[str] = []
        self.own = OwnRoutines(
            OwnRoutineFiles(data), lambda: self.door.catalogue, self.door.take_catalogue, owner
        )
        self.own.failed.connect(self.said.append)
        self.editor = RoutineEditor(
            self.own,
            self.door,
            self.settings,
            english(),
            lambda text, voice: estimate(text, voice.rate_wpm),
            owner,
        )

    @property
    def on_disk(self) -> dict[str, str]:
        """Name of each routine that a next start would find, by its id."""
        return {draft.id: draft.name for draft in OwnRoutineFiles(self.data).read()}
