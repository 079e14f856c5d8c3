"""The music of other programs where nobody can reach it."""

from PySide6.QtCore import QObject

from backease_desktop.core.settings import Music


class OtherPlayers(QObject):
    """Music that nobody can reach: the last resort, and what the real one builds on."""

    def make_room(self, how: Music) -> None:
        """Let what plays make room, in this way; harmless when it does so already."""

    def give_back(self) -> None:
        """Let what made room be as it was; harmless when nothing did."""

    def forget(self) -> None:
        """A session is over: whom somebody has decided about meanwhile may be asked again."""
