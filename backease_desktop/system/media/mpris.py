"""Media keys on Linux: a player of MPRIS on the desktop's bus while a session is on.

What the names mean: https://specifications.freedesktop.org/mpris-spec/latest/. Times are
microseconds there.
"""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject

from backease_desktop.core.now_playing import MediaWish, NowPlaying
from backease_desktop.core.units import Ms
from backease_desktop.own_program import APP_ID
from backease_desktop.system.media.controls import MediaControls
from backease_desktop.system.wire.dbus import Bus
from backease_desktop.system.wire.dbus_served import Deed, Interface, Served, Value

PREFIX = "org.mpris.MediaPlayer2."
NAME = f"{PREFIX}backease"
PATH = "/org/mpris/MediaPlayer2"
ROOT = "org.mpris.MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
TRACK = "/io/github/backease/Desktop/session"
"""The whole session is the track: its position and its length are the session's."""

_DEEDS = {
    "Play": MediaWish.PLAY,
    "Pause": MediaWish.PAUSE,
    "PlayPause": MediaWish.TOGGLE,
    "Next": MediaWish.NEXT,
    "Previous": MediaWish.PREVIOUS,
    "Stop": MediaWish.STOP,
}


class MprisControls(MediaControls):
    """A session as a player of MPRIS."""

    def __init__(self, bus: Bus, clock: Callable[[], Ms], parent: QObject | None = None) -> None:
        super().__init__(clock, parent)
        wish = self.wish_made.emit
        root = Interface(
            ROOT,
            {"Raise": Deed("", partial(wish, MediaWish.RAISE)), "Quit": Deed("", _nothing)},
            _of_the_program,
        )
        deeds = {name: Deed("", partial(wish, asked)) for name, asked in _DEEDS.items()}
        deeds["Seek"] = Deed("x", lambda by: self.sought.emit(Ms(self.position + by // 1000)))
        deeds["SetPosition"] = Deed("ox", self._on_position_set)
        deeds["OpenUri"] = Deed("s", _nothing)
        player = Interface(
            PLAYER,
            deeds,
            self._of_the_session,
            {"Rate": _nothing, "Volume": _nothing},
        )
        self._served = Served(bus, NAME, PATH, (root, player), self)

    def _appear(self, now: NowPlaying) -> None:
        self._served.appear()

    def _tell(self, now: NowPlaying) -> None:
        self._served.tell_changed(PLAYER, ("PlaybackStatus", "Metadata"))

    def _tell_jump(self, now: NowPlaying) -> None:
        self._served.signal(PLAYER, "Seeked", "x", (now.position * 1000,))

    def _vanish(self) -> None:
        self._served.vanish()

    def _on_position_set(self, track: str, to: int) -> None:
        """Go to a moment, unless it was meant for a track that is over."""
        if self._shown is not None and track == TRACK and to >= 0:
            self.sought.emit(Ms(to // 1000))

    def _of_the_session(self) -> Mapping[str, Value]:
        now = self._shown
        return {
            "PlaybackStatus": ("s", _status(now)),
            "Rate": ("d", 1.0),
            "MinimumRate": ("d", 1.0),
            "MaximumRate": ("d", 1.0),
            "Volume": ("d", 1.0),
            "Metadata": ("a{sv}", {} if now is None else _metadata(now)),
            "Position": ("x", self.position * 1000),
            "CanGoNext": ("b", True),
            "CanGoPrevious": ("b", True),
            "CanPlay": ("b", True),
            "CanPause": ("b", True),
            "CanSeek": ("b", True),
            "CanControl": ("b", True),
        }


def _of_the_program() -> Mapping[str, Value]:
    return {
        "CanQuit": ("b", False),
        "CanRaise": ("b", True),
        "HasTrackList": ("b", False),
        "Identity": ("s", "BackEase"),
        "DesktopEntry": ("s", APP_ID),
        "SupportedUriSchemes": ("as", []),
        "SupportedMimeTypes": ("as", []),
    }


def _status(now: NowPlaying | None) -> str:
    if now is None:
        return "Stopped"
    return "Playing" if now.is_playing else "Paused"


def _metadata(now: NowPlaying) -> dict[str, Value]:
    metadata: dict[str, Value] = {
        "mpris:trackid": ("o", TRACK),
        "mpris:length": ("x", now.length * 1000),
        "xesam:title": ("s", now.title),
        "xesam:album": ("s", now.session),
        "xesam:artist": ("as", ["BackEase"]),
    }
    if now.track:
        metadata["xesam:trackNumber"] = ("i", now.track)
    if now.artwork:
        metadata["mpris:artUrl"] = ("s", now.artwork)
    return metadata


def _nothing(*_: object) -> None:
    """What MPRIS lets callers ask for, and we never do: our `Can…` say so."""
