"""The leanings as macOS keeps them for its workspace, which also tells when they change."""

from collections.abc import Callable
from typing import Protocol, cast

from PySide6.QtCore import QObject

from backease_desktop.system.senses.source import StateSource

CHANGED = "NSWorkspaceAccessibilityDisplayOptionsDidChangeNotification"


class NotificationCenter(Protocol):
    """The calls that we need of `NSNotificationCenter`."""

    def addObserverForName_object_queue_usingBlock_(
        self, name: str, sender: None, queue: None, block: Callable[[object], None], /
    ) -> object:
        """Call a block at each notification of a name; gives what ends it."""

    def removeObserver_(self, observer: object, /) -> None:
        """Call it no more."""


class Workspace(Protocol):
    """The calls that we need of `NSWorkspace`."""

    def notificationCenter(self) -> NotificationCenter:
        """Where it tells what has changed."""

    def accessibilityDisplayShouldReduceMotion(self) -> bool:
        """Whether the person wants less motion."""

    def accessibilityDisplayShouldIncreaseContrast(self) -> bool:
        """Whether the person wants more contrast."""


def load_workspace() -> Workspace:
    """The real workspace.

    Raises:
        OSError: this is not macOS.
    """
    try:
        # Loaded where it is needed, because it is installed on macOS only.
        from AppKit import NSWorkspace
    except ImportError as error:
        raise OSError(str(error)) from error
    return cast("Workspace", NSWorkspace.sharedWorkspace())


class MacLeaning(StateSource):
    """Asks the workspace.

    Args:
        name: the setting, as a person reads it.
        workspace: which is asked.
        read: whether it is wanted.
        parent: the owner.
    """

    def __init__(
        self,
        name: str,
        workspace: Workspace,
        read: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.name = name
        self._center = workspace.notificationCenter()
        self._read = read
        self._observer: object = None

    def start(self) -> None:
        """Listen."""
        self.stop()
        self._observer = self._center.addObserverForName_object_queue_usingBlock_(
            CHANGED, None, None, lambda _: self.changed.emit()
        )

    def stop(self) -> None:
        """Stop listening."""
        if self._observer is not None:
            self._center.removeObserver_(self._observer)
            self._observer = None

    def active(self) -> bool:
        """Whether it is wanted now."""
        return bool(self._read())


def less_motion(workspace: Workspace) -> MacLeaning:
    """Less motion."""
    return MacLeaning(
        "macOS: reduce motion", workspace, workspace.accessibilityDisplayShouldReduceMotion
    )


def more_contrast(workspace: Workspace) -> MacLeaning:
    """More contrast."""
    return MacLeaning(
        "macOS: increase contrast", workspace, workspace.accessibilityDisplayShouldIncreaseContrast
    )
