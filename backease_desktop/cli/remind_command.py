"""`backease remind`: talk to the running program about its reminders."""

import argparse
import re

from PySide6.QtCore import QCoreApplication

from backease_desktop.core.errors import ReportedError
from backease_desktop.core.plain_text import printable
from backease_desktop.core.reminder.roster import LONGEST_MINUTES
from backease_desktop.storage.paths import folders
from backease_desktop.system.single_instance import NobodyRunsError, ask

_UNITS = {"": 1, "m": 1, "h": 60}
_NEEDS_TIME = ("every", "pause")
_TAKES_TIME = (*_NEEDS_TIME, "snooze")


def remind(options: argparse.Namespace) -> int:
    """Ask, and print the answer."""
    request: dict[str, object] = {"remind": options.what}
    if options.time is not None:
        if options.what not in _TAKES_TIME:
            raise ReportedError(f"remind {options.what} takes no time")
        request["minutes"] = minutes_of(options.time)
    elif options.what in _NEEDS_TIME:
        raise ReportedError(f"remind {options.what} needs a time, such as 45m or 1h")
    app = QCoreApplication([])
    try:
        answer = ask(folders(options.profile).data, request)
    except NobodyRunsError as error:
        raise ReportedError("BackEase is not running; start it with: backease") from error
    print(printable(str(answer.get("words", ""))))
    del app
    return 0


def minutes_of(text: str) -> int:
    """A time such as "45m", "1h" or "45" in minutes.

    Raises:
        ReportedError: it is not such a time.
    """
    found = re.fullmatch(r"(\d{1,5})\s*([mh]?)", text.strip().lower())
    minutes = int(found[1]) * _UNITS[found[2]] if found else 0
    if minutes > LONGEST_MINUTES:
        raise ReportedError(f"{text} is too long; the longest is {LONGEST_MINUTES // 60}h")
    if minutes < 1:
        raise ReportedError(f"{text!r} is not a time; write minutes or hours, such as 45m or 1h")
    return minutes
