"""`backease desktop`: the program in this user's applications menu, for who came by pip."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from backease_desktop.bootstrap.at_menu import menu_here
from backease_desktop.core.errors import ReportedError
from backease_desktop.system.menu import entry_of_the_system


def desktop(options: argparse.Namespace) -> int:
    """Add the entry, or remove it.

    Raises:
        ReportedError: this system has no such menu, it has the entry for everybody, or a file
            cannot be written.
    """
    menu = menu_here(options.profile)
    if menu is None:
        raise ReportedError("the menu entry is made by the installer here; see the README")
    if options.what == "remove":
        had = menu.is_there()
        with _telling_why():
            menu.remove()
        print("Removed from the applications menu." if had else "It was not in the menu.")
        return 0
    if (system := entry_of_the_system(os.environ)) is not None:
        raise ReportedError(f"{system} is there for everybody; another entry would hide it")
    if menu.why_not:
        raise ReportedError(menu.why_not)
    with _telling_why():
        menu.add()
    print("BackEase is in the applications menu now:")
    for path in menu.files:
        print(f"  {path}")
    print("`backease desktop remove` takes it out again.", file=sys.stderr)
    return 0


@contextmanager
def _telling_why() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ReportedError(f"{error.filename}: {error.strerror}") from error
