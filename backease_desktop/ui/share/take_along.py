"""A routine taken along as sound: asks where to, and says how it goes."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from backease_desktop.controllers.ports import SignalLike
from backease_desktop.core.person.tailored import NothingLeftError
from backease_desktop.core.timeline.segments import Timeline
from backease_desktop.ui.components.file_choice import file_to_write


class Recorded(Protocol):
    """A recording on its way."""

    @property
    def finished(self) -> SignalLike:
        """Everything is there to be written; carries the `Timeline`."""

    @property
    def written(self) -> SignalLike:
        """The file is there."""

    @property
    def failed(self) -> SignalLike:
        """It cannot be written; a sentence."""

    def write_behind(self, timeline: Timeline, path: Path) -> None:
        """Write the file, without keeping anybody waiting."""


def take_along(
    asker: QWidget, name: str, record: Callable[[], Recorded], say: Callable[[str], None]
) -> None:
    """Record a routine into a file that the person chooses.

    Args:
        asker: the widget that asks for the file.
        name: of the routine.
        record: begins to record it.
        say: tells something once.
    """
    path = file_to_write(asker, _tr("Take along as sound"), f"{name}.mp3")
    if path is None:
        return
    if not path.suffix:
        path = path.with_suffix(".mp3")
    try:
        recorded = record()
    except NothingLeftError as error:
        say(str(error))
        return
    done = _tr("{name} is in {file}.").format(name=name, file=path)
    recorded.finished.connect(lambda timeline: recorded.write_behind(timeline, path))
    recorded.written.connect(lambda _: say(done))
    recorded.failed.connect(say)
    say(_tr("{name} is being recorded.").format(name=name))


def _tr(text: str) -> str:
    return QCoreApplication.translate("share", text)
