"""The window of `backease figure ID`: the figure of a file, drawn anew whenever it is saved."""

import os
import sys
from pathlib import Path

from backease_desktop.bootstrap.clocks import clock
from backease_desktop.bootstrap.opening import telling_why_not
from backease_desktop.bootstrap.signals import EndSignals
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.settings import Theme
from backease_desktop.storage.catalogue_figures import read_figure
from backease_desktop.storage.paths import bundled
from backease_desktop.storage.watched_file import WatchedFile
from backease_desktop.system.needs.display import no_display
from backease_desktop.ui.figure.viewer import FigureViewer, viewer_application
from backease_desktop.ui.look.icons import Icons
from backease_desktop.ui.look.style import Look


def watch(file: Path, theme: Theme, side: str) -> int:
    """Open the window and run until it is closed; an exit code.

    Raises:
        ReportedError: there is no display.
    """
    absent = no_display(os.environ)
    if absent:
        raise ReportedError(f"{absent}; --svg FILE or --png FILE need none")
    with telling_why_not():
        app = viewer_application(sys.argv[:1])
    EndSignals(app).end_requested.connect(app.quit)
    viewer = FigureViewer(Look(app, Icons(bundled("resources") / "icons")), theme, side, clock)
    watched = WatchedFile(file, viewer)
    watched.changed.connect(lambda: show_file(viewer, file))
    show_file(viewer, file)
    viewer.show()
    return app.exec()


def show_file(viewer: FigureViewer, file: Path) -> None:
    """Show what the file says now."""
    read = read_figure(file)
    title = read.exercise.name if read.exercise else file.name
    viewer.show_figure(title, read.film, [str(problem) for problem in read.problems])
