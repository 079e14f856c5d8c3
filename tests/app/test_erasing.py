"""Everything can be erased while the program runs, and it leaves nothing behind when it ends."""

from pathlib import Path

from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from backease_desktop.ui.components.sheet import Sheet
from backease_desktop.ui.places import PROGRESS
from backease_desktop.ui.progress.progress_page import ProgressPage
from tests.app.running import Run


def open_sheet(page: ProgressPage) -> Sheet:
    (sheet,) = [one for one in page.findChildren(Sheet) if one.is_open]
    return sheet


def test_erasing_ends_the_program_and_leaves_no_file(
    run: Run, tmp_path: Path, qtbot: QtBot
) -> None:
    run.open()
    run.window.show_page(PROGRESS)
    page = run.window.page(PROGRESS)
    assert isinstance(page, ProgressPage)
    page.empty.goal.numbers[3].click()
    page.kept.click()
    listed = [row[0] for row in page.kept_view.table.shown.rows]
    assert any(name.endswith(".jsonl") for name in listed)
    page.kept_view.erase.click()
    open_sheet(page).choose("erase")
    qtbot.waitUntil(lambda: any(one.is_open for one in page.findChildren(Sheet)))
    quits = QSignalSpy(run.program.life.quit_requested)
    open_sheet(page).choose("close")
    assert quits.count() == 1
    run.program.close()
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["events"]
