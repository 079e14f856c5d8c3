"""Modules loaded after the paint, some at a time, so that a key is heard between them.

Each piece is what a session, the machine or the reminders need; whoever needs it earlier loads it
by that, and finds it here already otherwise.
"""

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from backease_desktop.controllers.in_turns import InTurns
from backease_desktop.core.pieces import Pieces
from backease_desktop.ui.main_window import MainWindow
from backease_desktop.ui.places import HOME, PLAYER, WELCOME

if TYPE_CHECKING:
    from backease_desktop.core.journal.history import History


def make_room() -> Pieces[None]:
    """Let go of what a start has left behind, so that what is loaded next has its room: 0.5 MB."""
    gc.collect()
    yield None


def load_sessions() -> Pieces[None]:
    """Load what runs sessions, and what the desktop is asked with."""
    # Loaded on first use, as all that follows: the first paint does without.
    from backease_desktop.core.player import player  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.audio import tones  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.controllers import session  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.bootstrap import studio  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.bootstrap import playing  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.system import desktop  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.bootstrap import hands  # noqa: F401
    from backease_desktop.ui.session import before_start  # noqa: F401

    yield None


def load_beside_home(history: "History") -> Pieces[None]:
    """Load what reminds, and what home says of a plan: both are made in the turn after this.

    Args:
        history: has a plan, or had one; nobody else needs what makes plans, 0.7 MB.
    """
    # Loaded on first use, as all that follows.
    from backease_desktop.controllers import reminders  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.bootstrap import call_bar  # noqa: F401
    from backease_desktop.bootstrap import reminders as building  # noqa: F401
    from backease_desktop.controllers import offers  # noqa: F401
    from backease_desktop.ui.reminders import reminder_wiring, tray  # noqa: F401

    yield None
    if history.plan:
        # Loaded on first use.
        from backease_desktop.controllers import walk  # noqa: F401
        from backease_desktop.ui.plan import plan_page, plan_wires  # noqa: F401

        yield None


def load_session_page() -> Pieces[None]:
    """Load the page of a session, and have the tone that begins one.

    From *Enter* to the first word there are 0.3 s, two thirds of which are that tone and the gap
    behind it. No device is held for it: opening one takes 50 ms, beside the laying out.
    """
    # Loaded on first use, as all that follows.
    from backease_desktop.audio.tones import tone
    from backease_desktop.core.tones import ToneName

    tone(ToneName.NEXT)
    yield None
    # Loaded on first use.
    from backease_desktop.ui.session import session_view  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.ui.session import player_page  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.storage import safety_file  # noqa: F401
    from backease_desktop.ui.help import help_wires  # noqa: F401
    from backease_desktop.ui.session import closing_wires, player_wires  # noqa: F401

    yield None


def load_pages_with_the_first(window: MainWindow, owner: QObject) -> None:
    """Load what other pages are made of as soon as the first of them is opened.

    A window that lies open on home does without; whoever has left home once will do so again.
    """

    def on_shown(key: str) -> None:
        if key in (HOME, PLAYER, WELCOME):
            return
        window.page_shown.disconnect(on_shown)
        # Loaded on first use, with the page.
        from backease_desktop.ui.components.growing_page import GrowingPage

        page, turns = window.stack.currentWidget(), InTurns(_load_pages(), owner)
        if isinstance(page, GrowingPage) and not page.is_whole:
            page.became_whole.connect(turns.begin)  # its own parts come first
        else:
            turns.begin()

    window.page_shown.connect(on_shown)


def _load_pages() -> Pieces[None]:
    # Loaded on first use, as all that follows: what takes longest in parts.
    from backease_desktop.ui.progress import chart  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.ui.progress import cards  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.ui.progress import progress_page  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.ui.reminders import reminder_editor  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.ui.reminders import reminders_page  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.audio import devices  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.ui.settings import settings_page  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.ui.help import help_page  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.ui.exercises import exercises_page  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.ui.editor import editor_view  # noqa: F401

    yield None
    # Loaded on first use.
    from backease_desktop.ui.editor import my_routines_page  # noqa: F401
