"""The page of what was given, held together with what brings it in."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.pieces import Pieces
from backease_desktop.ui.components.file_choice import file_to_read
from backease_desktop.ui.look.style import Look

if TYPE_CHECKING:
    from backease_desktop.controllers.bringing_in import BringingIn
    from backease_desktop.core.reminder.roster import Reminder
    from backease_desktop.ui.share.given_page import GivenPage

ToRead = Callable[[QWidget, str, str], Path | None]
"""Asks for a file; tests answer in its place."""


def given_page(
    look: Look,
    catalogue: Catalogue,
    bringing_in: "Callable[[], BringingIn]",
    leave: Callable[[], None],
    say: Callable[[str], None],
    remind: Callable[["Reminder"], None],
    to_read: ToRead = file_to_read,
) -> "GivenPage":
    """The page.

    Args:
        look: the theme and the fonts.
        catalogue: the exercises that a line may name.
        bringing_in: reads and keeps; made when the page is shown.
        leave: leads back home.
        say: says something once.
        remind: has a reminder.
        to_read: asks for a file.
    """
    # Loaded on first use, as is every page but home: the first paint does not wait for it.
    from backease_desktop.ui.share.given_page import GivenPage

    page = GivenPage(look, catalogue.exercises)
    page.left.connect(leave)
    page.grow(_join(page, bringing_in, say, remind, to_read))
    return page


def _join(
    page: "GivenPage",
    made_bringing_in: "Callable[[], BringingIn]",
    say: Callable[[str], None],
    remind: Callable[["Reminder"], None],
    to_read: ToRead,
) -> Pieces[None]:
    # Loaded on first use, in pieces: the page is shown without.
    from backease_desktop.core.paste import making  # noqa: F401

    yield None
    # Loaded on first use, too.
    from backease_desktop.core.paste import read  # noqa: F401

    yield None
    # Loaded on first use, too.
    from backease_desktop.core.reminder.prescribed import reminder_for
    from backease_desktop.ui.share.line_words import asked_words

    yield None
    bringing_in = made_bringing_in()
    yield None

    def tell() -> None:
        page.tell_open(bringing_in.open_count, is_ready=bringing_in.is_ready)
        asked = bringing_in.asked
        page.offer_reminder(asked_words(asked) if asked else "")

    def on_made(routine_id: str) -> None:
        if page.remind.isChecked() and (asked := bringing_in.asked) is not None:
            remind(reminder_for(routine_id, page.name.text().strip() or routine_id, asked))

    def on_lines_read() -> None:
        page.show_lines(bringing_in.lines, bringing_in.open_count)
        tell()
        if bringing_in.lines:
            page.go_on()

    def on_line_changed(number: int) -> None:
        page.show_line(bringing_in.line(number))
        tell()
        page.go_on()

    def on_file_requested() -> None:
        kinds = _tr("What others gave (*.backease *.txt *.json *.png *.jpg *.jpeg);;All files (*)")
        if (path := to_read(page, _tr("Open a file or a photo"), kinds)) is not None:
            bringing_in.look_into(path)

    bringing_in.lines_read.connect(on_lines_read)
    bringing_in.line_changed.connect(on_line_changed)
    bringing_in.pack_found.connect(page.show_pack)
    bringing_in.failed.connect(say)
    bringing_in.made.connect(on_made)
    bringing_in.kept.connect(lambda _routine: page.text.clear())
    page.read_requested.connect(bringing_in.read)
    page.file_requested.connect(on_file_requested)
    page.answered.connect(bringing_in.answer)
    page.left_out.connect(lambda number, is_out: bringing_in.leave_out(number, is_out=is_out))
    page.keep_requested.connect(bringing_in.keep_lines)
    page.take_requested.connect(bringing_in.keep_pack)
    on_lines_read()


def _tr(text: str) -> str:
    return QCoreApplication.translate("share", text)
