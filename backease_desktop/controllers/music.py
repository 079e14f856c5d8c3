"""Music makes room for a session, if the person wants that, and comes back with its end."""

from backease_desktop.controllers.hand_ports import OtherPlayers
from backease_desktop.controllers.session import SessionController
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.settings import Music, Settings


def make_room_for(
    session: SessionController, settings: SettingsController, players: OtherPlayers
) -> None:
    """Let the music of other programs make room from a session's first moment until it is closed.

    A pause leaves it as it is: music that comes and goes with every pause would be one more thing
    to look after. Another choice in mid-session counts at once.

    Args:
        session: what is made room for.
        settings: say how.
        players: the music.
    """
    is_on, how = False, Music.LEAVE

    def begin() -> None:
        nonlocal is_on, how
        is_on, how = True, settings.settings.voice.music
        players.make_room(how)

    def end() -> None:
        nonlocal is_on
        is_on = False
        players.give_back()

    def choose(now: Settings) -> None:
        if is_on and now.voice.music is not how:
            players.give_back()
            begin()

    session.began.connect(begin)
    session.closed.connect(end)
    settings.changed.connect(choose)
