"""A session in reach of hands that are on the floor: what the desktop offers for that."""

from collections.abc import Callable
from pathlib import Path

from backease_desktop.bootstrap.artwork import Artwork
from backease_desktop.controllers.everywhere import Everywhere
from backease_desktop.controllers.media_keys import MediaKeys
from backease_desktop.controllers.music import RoomInMusic
from backease_desktop.controllers.session import SessionController
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.controllers.sound_track import SoundTrack
from backease_desktop.core.shortcut import Shortcut
from backease_desktop.system.desktop import Desktop
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.main_window import MainWindow


def reach_from_afar(
    session: SessionController,
    track: SoundTrack,
    settings: SettingsController,
    desktop: Desktop,
    figures: Figures,
    cache: Path,
    window: MainWindow,
    open_window: Callable[[], None],
) -> None:
    """Join the sessions with media keys and headset, and with the music of other programs.

    Args:
        session: what is reached.
        track: tells of words.
        settings: say what becomes of the music.
        desktop: has the controls.
        figures: draw the pictures.
        cache: has a folder for them.
        window: of the program.
        open_window: shows it.
    """
    controls = desktop.media_controls(lambda: int(window.winId()))
    keys = MediaKeys(session, controls, Artwork(figures, cache / "artwork").address, session)
    RoomInMusic(session, settings, track, desktop.other_players)
    pause = Everywhere(Shortcut.PAUSE, settings, lambda: desktop.shortcuts, session.toggle, session)
    session.opened.connect(lambda: pause.set_on(True))
    session.closed.connect(lambda: pause.set_on(False))
    keys.window_requested.connect(open_window)
    figures.thumbnails.ready.connect(keys.show_again)
