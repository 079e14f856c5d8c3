"""Shortcuts of the whole desktop: what every way of them keeps to, and the last resort.

Rules: a shortcut is taken from the desktop only from `hold` to `release`, so that other programs
have these keys at all other times; one that somebody else has is not ours, and has no label;
nothing here raises or waits for a person.
"""

from PySide6.QtCore import QObject, Signal

from backease_desktop.core.shortcut import Shortcut


class Shortcuts(QObject):
    """Shortcuts where there are none.

    Signals:
        pressed: a shortcut that is held was pressed; carries it.
        labels_changed: other keys lead to a shortcut now, or none.
    """

    pressed = Signal(object)
    labels_changed = Signal()

    def hold(self, shortcut: Shortcut) -> None:
        """Take the keys; a second call changes nothing."""

    def release(self, shortcut: Shortcut) -> None:
        """Give the keys back; harmless when they are not held."""

    def label(self, _shortcut: Shortcut) -> str:
        """The keys that lead to it now, as they are shown to people; empty where none do."""
        return ""
