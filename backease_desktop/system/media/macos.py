"""Media keys on macOS: the centre of what plays, and the centre of remote commands.

MediaPlayer.framework is loaded by its path, so that pyobjc's part for it need not be installed; the
keys of the dictionary are the values of its constants (`MPMediaItemProperty…`,
`MPNowPlayingInfoProperty…`, https://developer.apple.com/documentation/mediaplayer).
"""

import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from backease_desktop.core.now_playing import MediaWish, NowPlaying
from backease_desktop.core.units import Ms
from backease_desktop.system.media.controls import MediaControls

log = logging.getLogger(__name__)

FRAMEWORK = "/System/Library/Frameworks/MediaPlayer.framework"
PLAYING, PAUSED, STOPPED = 1, 2, 3
"""Values of MPNowPlayingPlaybackState."""
SUCCESS = 0
"""Of MPRemoteCommandHandlerStatus."""

COMMANDS = {
    "playCommand": MediaWish.PLAY,
    "pauseCommand": MediaWish.PAUSE,
    "togglePlayPauseCommand": MediaWish.TOGGLE,
    "nextTrackCommand": MediaWish.NEXT,
    "previousTrackCommand": MediaWish.PREVIOUS,
    "stopCommand": MediaWish.STOP,
}
SEEK = "changePlaybackPositionCommand"

Listen = Callable[[Any, Callable[[Any], None]], Any]
"""Has a command call a function with its event; returns the target, which is to be kept."""
Picture = Callable[[str], Any]
"""Makes an MPMediaItemArtwork of a `file:` address; None where it cannot."""


class MacControls(MediaControls):
    """A session in the control centre of macOS.

    Args:
        info: the MPNowPlayingInfoCenter; commands: the MPRemoteCommandCenter.
        listen: has a command of it call a function.
        picture: makes artwork.
        clock: milliseconds of a clock that never goes back.
        parent: the owner.
    """

    def __init__(
        self,
        info: Any,  # noqa: ANN401 (an object of another system)
        commands: Any,  # noqa: ANN401
        listen: Listen,
        picture: Picture,
        clock: Callable[[], Ms],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(clock, parent)
        self._info, self._commands = info, commands
        self._listen, self._picture = listen, picture
        self._targets: dict[str, Any] = {}

    def _appear(self, now: NowPlaying) -> None:
        for name, wish in COMMANDS.items():
            self._hear(name, partial(self._on_command, wish))
        self._hear(SEEK, self._on_seek)
        self._tell(now)

    def _hear(self, name: str, does: Callable[[Any], None]) -> None:
        command = getattr(self._commands, name)()
        self._targets[name] = self._listen(command, does)
        command.setEnabled_(True)

    def _on_command(self, wish: MediaWish, _event: object) -> None:
        if self._shown is not None:
            self.wish_made.emit(wish)

    def _on_seek(self, event: Any) -> None:  # noqa: ANN401
        if self._shown is not None:
            self.sought.emit(Ms(round(event.positionTime() * 1000)))

    def _tell(self, now: NowPlaying) -> None:
        self._info.setNowPlayingInfo_(self._described(now))
        self._info.setPlaybackState_(PLAYING if now.is_playing else PAUSED)

    def _tell_jump(self, now: NowPlaying) -> None:
        self._tell(now)

    def _vanish(self) -> None:
        for name, target in self._targets.items():
            command = getattr(self._commands, name)()
            command.removeTarget_(target)
            command.setEnabled_(False)
        self._targets.clear()
        self._info.setNowPlayingInfo_(None)
        self._info.setPlaybackState_(STOPPED)

    def _described(self, now: NowPlaying) -> Mapping[str, Any]:
        described: dict[str, Any] = {
            "title": now.title,
            "albumTitle": now.session,
            "artist": "BackEase",
            "albumTrackNumber": now.track,
            "playbackDuration": now.length / 1000,
            "MPNowPlayingInfoPropertyElapsedPlaybackTime": now.position / 1000,
            "MPNowPlayingInfoPropertyPlaybackRate": 1.0 if now.is_playing else 0.0,
        }
        artwork = self._picture(now.artwork) if now.artwork else None
        return described if artwork is None else described | {"artwork": artwork}


def mac_controls(clock: Callable[[], Ms], parent: QObject | None = None) -> MediaControls:
    """The controls of this Mac, or the last resort."""
    try:
        # Loaded on first use, by the first session on macOS.
        import AppKit
        import Foundation
        import objc

        objc.loadBundle("MediaPlayer", {}, bundle_path=FRAMEWORK)
        info = objc.lookUpClass("MPNowPlayingInfoCenter").defaultCenter()
        commands = objc.lookUpClass("MPRemoteCommandCenter").sharedCommandCenter()
        artwork = objc.lookUpClass("MPMediaItemArtwork")
    except (ImportError, LookupError, ValueError) as error:  # objc.error is a ValueError
        log.info("there are no media keys: %s", error)
        return MediaControls(clock, parent)

    def heard(self: Any, event: Any) -> int:  # noqa: ANN401
        self.does(event)
        return SUCCESS

    target_class: Any = type(
        "BackEaseMediaTarget",
        (objc.lookUpClass("NSObject"),),
        {"heard_": objc.selector(heard, selector=b"heard:", signature=b"q@:@")},
    )

    def listen(command: Any, does: Callable[[Any], None]) -> Any:  # noqa: ANN401
        target = target_class.alloc().init()
        target.does = does
        command.addTarget_action_(target, b"heard:")
        return target

    def picture(address: str) -> Any:  # noqa: ANN401
        with suppress(AttributeError, ValueError):
            url = Foundation.NSURL.URLWithString_(address)
            image = AppKit.NSImage.alloc().initWithContentsOfURL_(url)
            return None if image is None else artwork.alloc().initWithImage_(image)
        return None

    return MacControls(info, commands, listen, picture, clock, parent)
