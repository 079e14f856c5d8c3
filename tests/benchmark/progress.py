"""The page of progress with ten years behind it: until it is painted, and until it is again."""

import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmark.figures import Figure, Target, median_figure
from tests.benchmark.ten_years import DAYS, FIRST, write_years

OPEN = Target(300)
SIZE = (1133, 800)


def progress(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """How long the page takes where the history is known, as it is when somebody opens it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Loaded here: the other parts measure processes of their own, without Qt in this one.
    from PySide6.QtWidgets import QApplication

    from backease_desktop.storage.journal_reader import JournalReader
    from backease_desktop.ui.figure.figures import Figures
    from backease_desktop.ui.look.icons import Icons
    from backease_desktop.ui.look.style import Look
    from backease_desktop.ui.progress.progress_page import ProgressPage
    from tests.fakes.ports import FakeClock
    from tests.fakes.small_catalogue import CATALOGUE_FOLDER, small_catalogue

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    icons = Icons(CATALOGUE_FOLDER.parent / "resources" / "icons")
    look = Look(app, icons)
    figures = Figures(lambda: small_catalogue(), look, FakeClock(), look)
    write_years(folder / "journal", DAYS)
    reader = JournalReader(folder / "journal", print)
    history = reader.history
    reader.close()
    today = max(session.day for session in history.sessions)
    assert today > datetime(FIRST.year + 9, 1, 1, tzinfo=UTC).date()
    pages: list[ProgressPage] = []

    def first() -> None:
        page = ProgressPage(look, figures.thumbnails, str)
        page.resize(*SIZE)
        page.show_history(history, today)
        page.show()
        page.make_whole()
        page.grab()
        pages.append(page)

    def again() -> None:
        pages[-1].show_history(history, today)
        pages[-1].grab()

    times = 3 if quick else 9
    yield median_figure(
        "progress", "first shown", [_spent(first) for _ in range(times)], "ms", OPEN
    )
    yield median_figure("progress", "shown anew", [_spent(again) for _ in range(times)], "ms", OPEN)
    for page in pages:
        page.deleteLater()


def _spent(deed: Callable[[], None]) -> float:
    start = time.perf_counter()
    deed()
    return (time.perf_counter() - start) * 1000
