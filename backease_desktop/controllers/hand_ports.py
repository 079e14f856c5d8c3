"""What sessions need of a desktop around them, as Protocols; see `ports`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from backease_desktop.controllers.ports import SoundOutput

if TYPE_CHECKING:  # A port is a promise about types: it costs nothing at a start.
    from backease_desktop.controllers.ports import SignalLike
    from backease_desktop.core.now_playing import NowPlaying
    from backease_desktop.core.settings import Music
    from backease_desktop.core.shortcut import Shortcut


class MediaControls(Protocol):
    """Media keys, headset buttons, and what the desktop shows of a session."""

    @property
    def wish_made(self) -> SignalLike:
        """A key asks for something: a `MediaWish`."""

    @property
    def sought(self) -> SignalLike:
        """Somebody wants to be at a moment of the session: its `Ms`."""

    def show(self, now: NowPlaying, /) -> None:
        """Show a session, or what it is now."""

    def hide(self) -> None:
        """Show nothing any more; harmless when nothing is shown."""


class OtherPlayers(Protocol):
    """The music of other programs."""

    def make_room(self, how: Music, /) -> None:
        """Let what plays make room, in this way; harmless when it does so already."""

    def give_back(self) -> None:
        """Let what made room be as it was; harmless when nothing did."""

    def forget(self) -> None:
        """A session is over: whom somebody has decided about meanwhile may be asked again."""


class SoundDevices(Protocol):
    """Knows which sound devices there are."""

    @property
    def listed(self) -> SignalLike:
        """Their names, a tuple."""

    def ask(self) -> None:
        """Ask for them; `listed` follows, never during the call."""


class DeviceOutput(SoundOutput, Protocol):
    """A sound output whose device can be chosen."""

    @property
    def missing(self) -> SignalLike:
        """The device that is wanted is not there, so the system's is used: its name, once."""

    def use(self, device: str | None) -> None:
        """Use the device of this name, None for the system's."""


class Shortcuts(Protocol):
    """Keys that reach the program whatever window is in front."""

    @property
    def pressed(self) -> SignalLike:
        """A shortcut that is held was pressed: which."""

    @property
    def labels_changed(self) -> SignalLike:
        """Other keys lead to a shortcut now, or none."""

    def hold(self, shortcut: Shortcut, /) -> None:
        """Take the keys; a second call changes nothing."""

    def release(self, shortcut: Shortcut, /) -> None:
        """Give the keys back; harmless when they are not held."""

    def label(self, shortcut: Shortcut, /) -> str:
        """The keys that lead to it now, as they are shown to people; empty where none do."""
