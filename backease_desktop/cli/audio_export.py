"""`backease export ROUTINE --audio FILE`: a session as it would sound, to take along."""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from backease_desktop.audio.file.sound_file import check_name
from backease_desktop.bootstrap.clocks import today
from backease_desktop.bootstrap.journal import open_journal
from backease_desktop.bootstrap.kept import build_settings
from backease_desktop.bootstrap.shelf import Shelf
from backease_desktop.bootstrap.signals import EndSignals
from backease_desktop.bootstrap.studio import studio_here
from backease_desktop.bootstrap.take_along import TakeAlong
from backease_desktop.controllers.door import Door
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.plain_text import printable
from backease_desktop.core.timeline.chapters import chapters_of
from backease_desktop.core.timeline.export import clock_time
from backease_desktop.core.timeline.segments import Timeline


def record(shelf: Shelf, routine: Routine, out: Path) -> int:
    """Record a routine as it is for the person, and print its chapters.

    Raises:
        ReportedError: nothing of it is left for them, or the file cannot be written.
    """
    check_name(out)
    app = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    journal = open_journal(shelf.kept, partial(print, file=sys.stderr), app)
    studio = studio_here(shelf, app, mute=True)
    made: list[Timeline] = []

    def on_finished(timeline: Timeline) -> None:
        made.append(timeline)
        app.quit()

    try:
        door = Door(shelf.catalogue, journal, today, app)
        settings = build_settings(shelf.kept, journal, app)
        recorded = TakeAlong(shelf, door, settings, studio.renderer, app).record(routine)
        recorded.finished.connect(on_finished)
        EndSignals(app).end_requested.connect(app.quit)
        app.exec()
        if not made:
            raise ReportedError("it was ended before the recording was whole")
        recorded.write(made[0], out)
    finally:
        studio.close()
        journal.close()
    for chapter in chapters_of(made[0]):
        print(f"{clock_time(chapter.start):>7}  {printable(chapter.title)}")
    print(f"{printable(routine.name)} in {printable(str(out))}, {clock_time(made[0].duration)}")
    return 0
