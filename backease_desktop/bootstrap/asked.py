"""What the command line asks of the window; a start that only hands it over loads no more."""

from pathlib import Path
from typing import NamedTuple


class Asked(NamedTuple):
    """What the command line asks of the window.

    Attributes:
        profile: folder for all data of this run, or None for the system's.
        event_log: file that events are appended to, or None.
        start: id of a routine to start at once, or None.
        show: id of a routine to show, or None; open: a file to look into, or None.
        background: stay without a window, to remind.
    """

    profile: Path | None = None
    event_log: Path | None = None
    start: str | None = None
    background: bool = False
    show: str | None = None
    open: Path | None = None

    @property
    def handed_over(self) -> list[str]:
        """What the running program is asked for."""
        if self.start:
            return ["--start", self.start]
        if self.open:
            return ["--open", str(self.open.absolute())]
        return ["--show", self.show] if self.show else []
