"""Giving a routine away from the window: the person says where the file goes.

Whether photos go along is said twice: before there is a file, and with what came of it.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from backease_desktop.bootstrap.sharing import given_away, shared_file
from backease_desktop.bootstrap.shelf import Shelf
from backease_desktop.core.catalogue.manifest import SUFFIX
from backease_desktop.core.errors import ReportedError
from backease_desktop.disk import write_file

Asks = Callable[[str, str], Path | None]
"""Asks where a file goes, by what it is about and the name that is suggested."""


def give_away(shelf: Shelf, routine_id: str, asks: Asks, say: Callable[[str], None]) -> None:
    """Write a routine with all that others lack into a `.backease` file, and say what came of it.

    Args:
        shelf: where the routine is.
        routine_id: of a routine of the catalogue; what was put together for now has no file.
        asks: asks where the file goes.
        say: says something once.
    """
    routine = shelf.catalogue.routines.get(routine_id)
    if routine is None:
        say(_tr("What was put together for now cannot be given away."))
        return
    try:
        pack = given_away(shelf, routine_id)
        data = shared_file(pack, None)
    except ReportedError as error:
        say(str(error))
        return
    photos = len(pack.photos)
    path = asks(_title(photos), f"{routine_id}{SUFFIX}")
    if path is None:
        return
    try:
        write_file(path, data)
    except OSError as error:
        say(f"{path}: {error.strerror}")
    else:
        say(_told(photos).format(name=routine.name, file=path.name, n=photos))


def _title(photos: int) -> str:
    if photos == 0:
        return _tr("Give a routine away")
    if photos == 1:
        return _tr("Give a routine away, with its photo")
    return _tr("Give a routine away, with its {n} photos").format(n=photos)


def _told(photos: int) -> str:
    if photos == 0:
        return _tr("{name} is in {file}.")
    if photos == 1:
        return _tr("{name} is in {file}, with a photo.")
    return _tr("{name} is in {file}, with {n} photos.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("giving", text)
