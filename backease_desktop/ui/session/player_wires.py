"""The player, held together with the session: one table says what each command comes to."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.settings import DoseChoice, Say, Settings
from backease_desktop.ui.figure.exercise_picture import ExercisePicture
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.keys import Command
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.main_window import MainWindow
from backease_desktop.ui.places import HELP, HOME, PLAYER

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from backease_desktop.controllers.hurting import Hurt, Hurting
    from backease_desktop.controllers.session import SessionController
    from backease_desktop.core.player.snapshot import Snapshot
    from backease_desktop.core.safety import Safety
    from backease_desktop.ui.session.adjusting import Adjusting
    from backease_desktop.ui.session.player_page import PlayerPage


def player_page(
    look: Look,
    figures: Figures,
    session: "SessionController",
    hurting: "Hurting",
    settings: SettingsController,
    safety: "Callable[[], Safety]",
    window: MainWindow,
) -> "PlayerPage":
    """The page of a session, with its figures."""
    # Loaded on first use, as is every page but home: the first paint does not wait for it.
    from backease_desktop.ui.session.player_page import PlayerPage

    stage = figures.stage()
    picture = ExercisePicture(look, figures.thumbnails, is_framed=False)
    page = PlayerPage(look, figure=stage, thumbnail=picture)
    page.session.next_up.exercise_changed.connect(picture.show_exercise)

    def show(snapshot: "Snapshot") -> None:
        page.show_snapshot(snapshot)
        page.session.figure_card.show_figure(stage.show_snapshot(snapshot))

    def show_settings(now: Settings) -> None:
        page.set_voice(now.voice.say.talks)
        page.set_captions(now.voice.captions)
        page.show_values(now.voice, settings.preferences.dose)

    def join_adjusting(adjusting: "Adjusting") -> None:
        adjusting.voice_changed.connect(partial(settings.set_field, "voice"))
        adjusting.effort_chosen.connect(
            lambda dose: settings.set_field("session", "dose", DoseChoice(dose))
        )

    def beside(hurt: "Hurt") -> "QWidget | None":
        """The easier form; the signs where it is enough for today."""
        if hurt.is_enough:
            # Loaded on first use, by what hurts.
            from backease_desktop.ui.session.signs_card import SignsCard

            return SignsCard(look, safety().help_wanted[0])
        if hurt.easier is None:
            return None
        # Loaded on first use, by what hurts.
        from backease_desktop.ui.session.easier_card import EasierCard

        return EasierCard(look, hurt.easier, figures.moving())

    def ask_again(shown: str) -> None:
        """Who went to read the signs is asked again when they come back."""
        if shown == PLAYER and hurting.left is not None and not page.sheet.is_open:
            page.show_hurt(hurting.left, beside)

    does = deeds(session, hurting, settings, window)

    def do(command: Command) -> None:
        if page.isVisible():  # a page that nobody sees wants nothing
            does[command]()

    page.commanded.connect(do)
    session.opened.connect(lambda routine: page.begin(routine.name))
    # Not before it plays: what loads and solves figures would stand before the first word.
    session.began.connect(lambda: figures.films.get_ready(_exercises_of(session)))
    page.jump_requested.connect(session.jump)
    page.adjusting_made.connect(join_adjusting)
    session.preparing.connect(page.show_preparing)
    session.changed.connect(show)
    hurting.asked.connect(lambda hurt: page.show_hurt(hurt, beside))
    page.hurt_told.connect(hurting.tell)
    window.page_shown.connect(ask_again)
    wait_behind_keys(session, window)
    settings.changed.connect(show_settings)
    show_settings(settings.settings)
    return page


def _exercises_of(session: "SessionController") -> Iterable[str]:
    return () if session.routine is None else (step.exercise for step in session.routine.steps)


def wait_behind_keys(session: "SessionController", window: MainWindow) -> None:
    """Let a session that plays wait while all keys lie over it: nobody reads and holds at once.

    It goes on when the person closes them; where they had to make way for a question, it waits on.
    """
    waits = False

    def wait() -> None:
        nonlocal waits
        waits = session.is_playing
        session.pause()

    def go_on() -> None:
        if waits:
            session.resume()

    window.keys_opened.connect(wait)
    window.keys_dismissed.connect(go_on)


def deeds(
    session: "SessionController",
    hurting: "Hurting",
    settings: SettingsController,
    window: MainWindow,
) -> dict[Command, Callable[[], None]]:
    """What is done for each command that the page gives out."""

    def switch_voice() -> None:
        talks = settings.settings.voice.say.talks
        settings.set_field("voice", "say", Say.TONES if talks else Say.EVERYTHING)

    def switch_captions() -> None:
        settings.set_field("voice", "captions", not settings.settings.voice.captions)

    return {
        Command.PAUSE: session.toggle,
        Command.RESUME: session.resume,
        Command.NEXT: session.next,
        Command.NEXT_EXERCISE: hurting.next_exercise,
        Command.PREVIOUS: session.previous,
        Command.AGAIN: session.again,
        Command.EXTEND: session.extend,
        Command.HURTS: hurting.leave,
        Command.EASIER: hurting.take_easier,
        Command.NUMB: hurting.tell_numb,
        Command.TAKE_BACK: hurting.take_back,
        Command.REARRANGE: session.rearrange,
        Command.HELP: lambda: window.show_page(HELP),
        Command.VOICE: switch_voice,
        Command.CAPTIONS: switch_captions,
        Command.FULL_SCREEN: lambda: window.set_full_screen(not window.isFullScreen()),
        Command.LEAVE: session.pause,  # it waits while the page asks whether to end it
        Command.ADJUST: session.pause,  # and while it is adjusted
        Command.END: session.stop,
        Command.REPEAT: session.entrance.repeat,
        Command.SILENCE: lambda: settings.set_field("session", "ask_how", False),
        Command.DONE: lambda: window.show_page(HOME),
    }
