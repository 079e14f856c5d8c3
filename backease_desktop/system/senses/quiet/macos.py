"""Full screen and Focus of macOS."""

import ctypes
import json
from pathlib import Path

from PySide6.QtCore import QObject

from backease_desktop.disk import read_file
from backease_desktop.system.senses.source import SourceError, StateSource
from backease_desktop.system.wire.macos import CoreFoundation
from backease_desktop.system.wire.quartz import Quartz

ON_SCREEN_WITHOUT_DESKTOP = 1 | 16
NO_WINDOW = 0

FOCUS_FILE = Path("Library/DoNotDisturb/DB/Assertions.json")
"""Under the home folder; macOS lets a program read it only with access to the whole disk."""


class MacFullScreen(StateSource):
    """Compares the front window with the displays; needs no permission, reads no titles."""

    name = "macOS window bounds"

    def __init__(
        self, quartz: Quartz, foundation: CoreFoundation, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._quartz = quartz
        self._foundation = foundation

    def active(self) -> bool:
        """Whether the front window fills a display to its edges, menu bar and all."""
        windows = self._quartz.CGWindowListCopyWindowInfo(ON_SCREEN_WITHOUT_DESKTOP, NO_WINDOW)
        if not windows:
            raise SourceError("macOS does not list the windows")
        try:
            return self._front(windows) in self._displays()
        finally:
            self._foundation.release(windows)

    def _front(self, windows: int) -> tuple[float | None, ...] | None:
        """The bounds of the first window on the layer of ordinary windows."""
        for window in self._foundation.values(windows):
            if self._foundation.number(window, "kCGWindowLayer") != 0:
                continue
            bounds = self._foundation.entry(window, "kCGWindowBounds")
            if bounds:
                names = ("X", "Y", "Width", "Height")
                return tuple(self._foundation.number(bounds, name) for name in names)
        return None

    def _displays(self) -> set[tuple[float | None, ...]]:
        displays = (ctypes.c_uint32 * 16)()
        count = ctypes.c_uint32()
        if self._quartz.CGGetActiveDisplayList(16, ctypes.byref(displays), ctypes.byref(count)):
            raise SourceError("macOS does not list the displays")
        bounds = (self._quartz.CGDisplayBounds(each) for each in displays[: count.value])
        return {(each.x, each.y, each.width, each.height) for each in bounds}


class MacFocus(StateSource):
    """Reads the file in which macOS keeps who asked for quiet."""

    name = "macOS Focus file"

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = home / FOCUS_FILE

    def start(self) -> None:
        """See whether we may read it."""
        self.active()

    def active(self) -> bool:
        """Whether any Focus is on."""
        try:
            content = json.loads(read_file(self._path, 1 << 20))
        except (OSError, ValueError) as error:
            raise SourceError(f"macOS does not let us read the Focus: {error}") from error
        match content:
            case {"data": [{**stored}, *_]}:
                return bool(stored.get("storeAssertionRecords"))
        raise SourceError("macOS keeps the Focus in another form")
