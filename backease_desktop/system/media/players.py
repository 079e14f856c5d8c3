"""Other programs' music on Linux: it makes room for a session, and comes back after it.

Rules:
1. Only what played and was paused, or made quiet, by us goes on or becomes loud again.
2. Whoever touches a player meanwhile (plays it, stops it, moves its volume) has decided: it is left
   alone until the session is over, however often room is made in it. So is one that has gone, even
   if another comes under its name.
3. Nothing waits for an answer. A player that never answers is left alone.

What the names mean: https://specifications.freedesktop.org/mpris-spec/latest/.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject

from backease_desktop.core.settings import Music
from backease_desktop.system.media.mpris import NAME, PATH, PLAYER, PREFIX
from backease_desktop.system.media.others import OtherPlayers
from backease_desktop.system.wire.dbus import DAEMON, Body, Bus, Method, Notice, Remote

log = logging.getLogger(__name__)

QUIET: Final = 0.25
"""What is left of a player's volume while it is quiet; it stays to be heard as music."""
SAME: Final = 0.02
"""Two volumes that differ by less are one: players round."""

LIST_NAMES = Method(DAEMON, "ListNames", gives="as")
OWNER_OF = Method(DAEMON, "GetNameOwner", "s", "s")
PROPERTIES = "org.freedesktop.DBus.Properties"


@dataclass(slots=True)
class _Player:
    """One that makes room.

    Attributes:
        owner: its unique name on the bus, which nobody else ever gets.
        how: what was done to it.
        volume: what it was before, where it was made quiet; quiet: what it is now.
        is_done: it has done what we asked; what it tells from then on is somebody else's doing.
        end_watch: ends looking at it.
    """

    owner: str
    how: Music
    volume: float = 1.0
    quiet: float = 1.0
    is_done: bool = False
    end_watch: Callable[[], None] = lambda: None


class MprisPlayers(OtherPlayers):
    """Players of MPRIS on the desktop's bus.

    Args:
        bus: the desktop's.
        parent: the owner.
    """

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._how = Music.LEAVE
        self._players: list[_Player] = []
        self._decided: set[str] = set()

    def make_room(self, how: Music) -> None:
        """Ask every player what it does; those that play make room."""
        if how is Music.LEAVE or self._how is not Music.LEAVE:
            return
        self._how = how
        self._bus.call(LIST_NAMES, (), self._on_names)

    def give_back(self) -> None:
        """Play again what was paused, and make loud again what was made quiet."""
        self._how = Music.LEAVE
        players, self._players = self._players, []
        for player in players:
            player.end_watch()
            if player.how is Music.PAUSE:
                self._bus.call(Method(_player(player.owner), "Play"))
            else:
                self._set_volume(player.owner, player.volume)

    def forget(self) -> None:
        """A session is over: whom somebody has decided about meanwhile may be asked again."""
        self._decided.clear()

    def _on_names(self, body: Body) -> None:
        for name in body[0]:
            if name.startswith(PREFIX) and name != NAME and not name.startswith(f"{NAME}."):
                self._bus.call(OWNER_OF, (name,), lambda answer: self._look_at(answer[0]))

    def _look_at(self, owner: str) -> None:
        everything = Method(_properties(owner), "GetAll", "s", "a{sv}")
        self._bus.call(everything, (PLAYER,), partial(self._on_looked_at, owner))

    def _on_looked_at(self, owner: str, body: Body) -> None:
        """Have it make room, if it plays; one that lets nobody pause it is made quiet, too."""
        values = {name: value for name, (_, value) in body[0].items()}
        is_known = owner in self._decided or any(one.owner == owner for one in self._players)
        if self._how is Music.LEAVE or is_known or values.get("PlaybackStatus") != "Playing":
            return
        volume = values.get("Volume")
        if self._how is Music.PAUSE and values.get("CanPause", False) is True:
            player = _Player(owner, Music.PAUSE)
        elif isinstance(volume, float) and volume > 0 and values.get("CanControl", True) is True:
            player = _Player(owner, Music.QUIET, volume, volume * QUIET)
        else:
            return
        changed = Notice(_properties(owner), "PropertiesChanged", "sa{sv}as", PLAYER)
        player.end_watch = self._bus.watch(changed, partial(self._on_changed, player))
        self._players.append(player)
        if player.how is Music.PAUSE:
            refused = partial(self._leave, player)
            self._bus.call(Method(_player(owner), "Pause"), (), on_error=refused)
        else:
            self._set_volume(owner, player.quiet, partial(self._leave, player))

    def _on_changed(self, player: _Player, body: Body) -> None:
        values: dict[str, Any] = {name: value for name, (_, value) in body[1].items()}
        key = "PlaybackStatus" if player.how is Music.PAUSE else "Volume"
        if key not in values:
            return
        now = values[key]
        if player.how is Music.PAUSE:
            is_ours = now == "Paused"
        else:
            is_ours = isinstance(now, float) and abs(now - player.quiet) < SAME
        if is_ours:
            player.is_done = True
        elif player.is_done or now == "Stopped":
            self._leave(player, "somebody has decided")

    def _leave(self, player: _Player, why: str) -> None:
        log.info("a player of music is left alone: %s", why)
        player.end_watch()
        if player in self._players:
            self._players.remove(player)
            self._decided.add(player.owner)

    def _set_volume(
        self, owner: str, volume: float, on_error: Callable[[str], None] = lambda _: None
    ) -> None:
        method = Method(_properties(owner), "Set", "ssv")
        self._bus.call(method, (PLAYER, "Volume", ("d", volume)), on_error=on_error)


def _player(owner: str) -> Remote:
    return Remote(owner, PATH, PLAYER)


def _properties(owner: str) -> Remote:
    return Remote(owner, PATH, PROPERTIES)
