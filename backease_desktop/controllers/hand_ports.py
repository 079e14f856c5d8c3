"""What sessions need of a desktop while the hands are elsewhere, as Protocols; see `ports`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # A port is a promise about types: it costs nothing at a start.
    from backease_desktop.controllers.ports import SignalLike
    from backease_desktop.core.now_playing import NowPlaying


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
