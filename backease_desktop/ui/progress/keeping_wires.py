"""What is kept, held together with the files: exported, brought in, moved, erased.

Everything that goes wrong is one sentence, said where the page says things; everything that cannot
be taken back is asked about once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from backease_desktop.controllers.errands import Errand
from backease_desktop.controllers.keeping import Erased, Keeping, TakenIn
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.file_choice import file_to_read, file_to_write, folder_to_use
from backease_desktop.ui.components.sheet import Option, Sheet
from backease_desktop.ui.progress.progress_page import ProgressPage
from backease_desktop.ui.progress.progress_words import size_words
from backease_desktop.ui.progress.waiting import Waiting

ERASE, KEEP, CLOSE = "erase", "keep", "close"
KINDS = {"csv": "csv", "json": "json", "ics": "ics", "fit": "zip", "fhir": "json"}
"""Formats, and the endings of their files; FIT is a ZIP of activities."""
SHOWN_LEFT = 3

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class FileChoice:
    """Asks for files and folders; tests answer in its place."""

    to_write: Callable[[QWidget, str, str], Path | None] = file_to_write
    to_read: Callable[[QWidget, str, str], Path | None] = file_to_read
    folder: Callable[[QWidget, str], Path | None] = folder_to_use


def wire_keeping(
    page: ProgressPage,
    keeping: Callable[[], Keeping],
    exercises: Callable[[], Mapping[str, Exercise]],
    say: Callable[[str], None],
    quit_program: Callable[[], None],
    choice: FileChoice | None = None,
) -> None:
    """Join the page to the files.

    Args:
        page: the page of progress.
        keeping: the files; asked for on first use.
        exercises: all that there are, by id.
        say: says something once.
        quit_program: ends the program, after everything was erased.
        choice: asks the person for files.
    """
    asks = choice or FileChoice()
    export, end = Sheet(page.look, page), Sheet(page.look, page)
    wait = Waiting(page.look, page)
    wait.stop_requested.connect(lambda: keeping().errands.stop())

    def show_kept() -> None:
        page.open_kept()
        tell_kept()

    def tell_kept() -> None:
        page.kept_view.show_files(keeping().files(), keeping().folder)

    def trying(title: str, errand: Errand[Any, R], words: Callable[[R], str]) -> None:
        def told(sentence: str) -> None:
            say(sentence)
            if page.kept_view.isVisible():
                tell_kept()

        wait.begin(title, keeping().errands)
        keeping().errands.run(errand, lambda came: told(words(came)), told)

    def on_format_chosen(kind: str) -> None:
        name = f"backease-history.{KINDS[kind]}"
        if (path := asks.to_write(page, _tr("Export the history"), name)) is not None:
            errand = keeping().export(kind, path, exercises())
            trying(_tr("Exporting…"), errand, lambda count: exported_words(count, path))

    def on_import_requested() -> None:
        kinds = _tr("History of BackEase (*.json)")
        if (path := asks.to_read(page, _tr("Bring in a history"), kinds)) is not None:
            trying(_tr("Bringing in…"), keeping().bring_in(path), brought_in_words)

    def on_move_requested() -> None:
        if (path := asks.folder(page, _tr("Keep my history in this folder"))) is not None:
            errand = keeping().move_to(path)
            trying(_tr("Copying and checking…"), errand, lambda count: moved_words(count, path))

    def on_end_answered(answer: str) -> None:
        if answer == ERASE:
            keeping().errands.run(keeping().erase(), lambda done: say_erased(end, done), say)
        elif answer == CLOSE:
            quit_program()
        else:
            return_to(page.kept_view.erase)

    def on_end_dismissed() -> None:
        if end.options[0].name == CLOSE:  # there is no way back by then
            quit_program()
        else:
            return_to(page.kept_view.erase)

    def return_to(*askers: Button) -> None:
        """Let whoever uses keys alone go on where they asked."""
        for asker in askers:
            if asker.isVisible():
                asker.setFocus(Qt.FocusReason.OtherFocusReason)

    page.kept_requested.connect(show_kept)
    page.export_requested.connect(lambda: ask_format(export))
    page.import_requested.connect(on_import_requested)
    page.kept_view.move_requested.connect(on_move_requested)
    page.kept_view.erase_requested.connect(lambda: ask_to_erase(end, len(keeping().files())))
    export.chosen.connect(on_format_chosen)
    export.dismissed.connect(lambda: return_to(page.overview.export, page.kept_view.export))
    end.chosen.connect(on_end_answered)
    end.dismissed.connect(on_end_dismissed)


def ask_format(sheet: Sheet) -> None:
    """Ask in which format: a name of `KINDS`."""
    secondary = Kind.SECONDARY
    sheet.ask(
        _tr("Export the history"),
        _tr("The file is yours: it lies where you put it, and goes nowhere by itself."),
        Option("csv", _tr("Table (CSV)"), secondary, note=_tr("For a spreadsheet")),
        Option("ics", _tr("Calendar (ICS)"), secondary, note=_tr("An entry for each session")),
        Option(
            "fit", _tr("Activities (FIT)"), secondary, note=_tr("For Garmin, Strava and others")
        ),
        Option("fhir", _tr("Health record (FHIR)"), secondary, note=_tr("For a practice")),
        Option("json", _tr("Everything (JSON)"), secondary, note=_tr("To bring in again")),
        footer=_tr("Esc goes back."),
    )


def ask_to_erase(sheet: Sheet, count: int) -> None:
    """Ask once whether everything is to go: `ERASE` or `KEEP`."""
    sheet.ask(
        _tr("Erase everything?"),
        _tr(
            "All {n} files go: history, settings, reminders, logs. In a folder that several "
            "computers share, their history goes as well. It cannot be taken back."
        ).format(n=count),
        Option(KEEP, _tr("Keep it"), Kind.SECONDARY, (Qt.Key.Key_Escape,), "Esc"),
        Option(ERASE, _tr("Erase everything"), Kind.DANGER),
    )


def say_erased(sheet: Sheet, done: Erased) -> None:
    """Say what was done; `CLOSE` is the one way on, because nothing is known any more."""
    words = _tr("{n} files with {size} are gone.").format(n=done.count, size=size_words(done.size))
    if done.left:
        named = "\n".join(done.left[:SHOWN_LEFT])
        words += " " + _tr("{n} could not be taken away:").format(n=len(done.left)) + f"\n{named}"
    sheet.ask(
        _tr("Everything is erased") if not done.left else _tr("Not everything could be erased"),
        words,
        Option(CLOSE, _tr("Close BackEase"), Kind.PRIMARY, (), "⏎"),
    )


def exported_words(count: int, path: Path) -> str:
    """What was exported, and where to."""
    words = _tr("1 session is in {path}") if count == 1 else _tr("{n} sessions are in {path}")
    return words.format(n=count, path=path)


def brought_in_words(taken: TakenIn) -> str:
    """What came of a history that was brought in."""
    words = _tr("{n} entries are new.").format(n=taken.new)
    if taken.wrong:
        first = taken.wrong[0]
        words += " " + _tr("{n} cannot be used: {first}").format(n=len(taken.wrong), first=first)
    return words


def moved_words(count: int, path: Path) -> str:
    """That the history has moved."""
    return _tr("Your history is in {path} now: {n} entries, copied and checked.").format(
        path=path, n=count
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("keeping", text)
