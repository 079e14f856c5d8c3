"""What runs sessions: the controllers, and the studio that they use."""

import logging
from dataclasses import dataclass

from PySide6.QtCore import QObject

from backease_desktop.audio.tones import tone
from backease_desktop.bootstrap.clocks import local_now, today
from backease_desktop.bootstrap.shelf import Shelf
from backease_desktop.bootstrap.studio import Studio
from backease_desktop.controllers.awake import keep_awake
from backease_desktop.controllers.bookmarks import Bookmarks
from backease_desktop.controllers.door import Door
from backease_desktop.controllers.hurting import Hurting
from backease_desktop.controllers.ports import Journal
from backease_desktop.controllers.rehearsal import Rehearsal
from backease_desktop.controllers.said import Said
from backease_desktop.controllers.session import SessionController
from backease_desktop.controllers.session_notes import SessionNotes
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.controllers.sound_track import SoundTrack
from backease_desktop.core.bookmark import Bookmark
from backease_desktop.diagnostics.event_log import EventLogFile, NoEventLog
from backease_desktop.storage.bookmark_files import BookmarkFiles
from backease_desktop.storage.newest_writer import NewestWriter
from backease_desktop.storage.telling_store import TellingStore
from backease_desktop.system.keep_awake.screen_awake import ScreenAwake

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Playing:
    """What runs sessions."""

    controller: SessionController
    hurting: Hurting
    rehearsal: Rehearsal
    track: SoundTrack
    studio: Studio
    notes: SessionNotes
    said: Said
    bookmarks: Bookmarks
    bookmark_files: BookmarkFiles
    bookmark_writer: NewestWriter[Bookmark]

    def close(self) -> None:
        """End whatever is on."""
        self.controller.stop()
        self.studio.close()
        self.bookmark_writer.close()
        self.bookmark_files.close()


def build_playing(
    shelf: Shelf,
    settings: SettingsController,
    log: EventLogFile | NoEventLog,
    journal: Journal,
    door: Door,
    awake: ScreenAwake,
    studio: Studio,
    owner: QObject,
) -> Playing:
    """Put together what runs sessions.

    Args:
        shelf: what was read.
        settings: the settings and the profile.
        log: the event log.
        journal: of what happens.
        door: that every routine comes through.
        awake: keeps the screen on.
        studio: the clock, the voice and the sound.
        owner: owns all the objects.
    """
    track = SoundTrack(output=studio.output, tone=tone, parent=owner)
    rehearsal = Rehearsal(
        speaker=studio.renderer,
        track=track,
        speaking_time=shelf.speaking_time,
        wording=shelf.wording,
        settings=settings,
        parent=owner,
    )
    controller = SessionController(
        clock=studio.clock,
        door=door,
        settings=settings,
        track=track,
        rehearsal=rehearsal,
        log=log,
        speed=studio.speed,
        parent=owner,
    )
    notes = SessionNotes(controller, journal, owner)
    keep_awake(controller, settings, awake)
    hurting = Hurting(controller, door, owner)
    said = Said(journal, notes, hurting, today, owner)
    files = BookmarkFiles(shelf.kept.folders.data, local_now)
    writer = NewestWriter(TellingStore(files, "place in the session", logger.warning))
    return Playing(
        controller,
        hurting,
        rehearsal,
        track,
        studio,
        notes,
        said,
        _bookmarks(controller, notes, files, writer, door, owner),
        files,
        writer,
    )


def _bookmarks(
    controller: SessionController,
    notes: SessionNotes,
    files: BookmarkFiles,
    writer: NewestWriter[Bookmark],
    door: Door,
    owner: QObject,
) -> Bookmarks:
    """The place of the session that is on, in a file of its own."""
    return Bookmarks(
        controller,
        notes,
        store=writer,
        found=files,
        catalogue=lambda: door.catalogue,
        now=local_now,
        parent=owner,
    )
