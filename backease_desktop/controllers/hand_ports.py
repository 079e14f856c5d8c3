"""What sessions need of a desktop around them, as Protocols; see `ports`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from backease_desktop.controllers.ports import SoundOutput

if TYPE_CHECKING:  # A port is a promise about types: it costs nothing at a start.
    from backease_desktop.controllers.ports import SignalLike
    from backease_desktop.core.now_playing import NowPlaying
    from backease_desktop.core.settings import Music


class MediaControls(Protocol):
    """Media keys, headset buttons, and what the desktop shows of a session."""

    @property
    def wished(self) -> SignalLike:
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
