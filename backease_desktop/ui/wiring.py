"""The wiring: which wish of which page goes to which controller, and which news come back.

Rules: it decides nothing that a page or a controller could; it makes no adapter and opens no file.
A page is made, and its wires are laid, when it is first shown.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from backease_desktop.controllers.routines import RoutinesController
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.routine import single_exercise
from backease_desktop.core.settings import Say, Settings
from backease_desktop.ui.figure.exercise_picture import ExercisePicture
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.home.home_page import HomePage
from backease_desktop.ui.keys import Where
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from backease_desktop.controllers.ports import Autostart, Speaker
    from backease_desktop.controllers.session import SessionController
    from backease_desktop.controllers.voice_test import VoiceTest
    from backease_desktop.core.player.snapshot import Snapshot
    from backease_desktop.core.reminder.plan import Reminder
    from backease_desktop.core.safety import Safety
    from backease_desktop.core.session_record import SessionRecord
    from backease_desktop.ui.figure.figure_stage import FigureStage
    from backease_desktop.ui.session.player_page import PlayerPage

HOME, EXERCISES, REMINDERS, SETTINGS, HELP = "home", "exercises", "reminders", "settings", "help"
PLAYER, WELCOME = "player", "welcome"


@dataclass(frozen=True, slots=True)
class SessionSide:
    """What runs sessions and speaks."""

    session: "SessionController"
    voice_test: "VoiceTest"
    speaker: "Speaker"


def _first_reminder() -> "Reminder":
    # Loaded on first use, by the welcome.
    from backease_desktop.core.reminder.plan import ReminderPlan

    return ReminderPlan().reminders[0]


class Wiring(QObject):
    """Holds window and controllers together.

    Args:
        window: the window; its pages are added here.
        look: the theme and the fonts.
        settings: the settings and the profile.
        routines: the cards of home.
        make_session_side: makes what runs sessions, when it is first needed.
        catalogue: for the exercise browser.
        safety: the texts of the help pages.
        figures: make the widgets that draw exercises.
        report: the version report.
        make_reminders_page: makes the page of the reminders.
        make_autostart: makes what starts the program with the session; without it no row does.
        first_reminder: gives the reminder that the welcome stands ready with.
        parent: the owner.

    Signals:
        reminder_wished: the welcome was told which `Reminder` is wanted, switched off for none.
        start_at_login_wished: the welcome was told whether to start with the computer.
    """

    reminder_wished = Signal(object)
    start_at_login_wished = Signal(bool)

    def __init__(
        self,
        *,
        window: MainWindow,
        look: Look,
        settings: SettingsController,
        routines: RoutinesController,
        make_session_side: Callable[[], SessionSide],
        catalogue: Catalogue,
        figures: Figures,
        safety: "Callable[[], Safety]",
        report: Callable[[], str],
        make_reminders_page: Callable[[], QWidget],
        make_autostart: "Callable[[], Autostart] | None" = None,
        first_reminder: "Callable[[], Reminder]" = _first_reminder,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._look = look
        self._settings = settings
        self._routines = routines
        self._make_session_side = make_session_side
        self._made: SessionSide | None = None
        self._home: HomePage | None = None
        self._outlook = ""
        self._title = "BackEase"
        self._is_playing = False
        self._catalogue = catalogue
        self._figures = figures
        self._safety = safety
        self._report = report
        self._make_autostart = make_autostart
        self._first_reminder = first_reminder
        self._player: PlayerPage | None = None
        self._stage: FigureStage | None = None
        self._restart: Callable[[], None] = lambda: None
        tr = self.tr
        window.add_page(HOME, "play", tr("Play"), self._make_home, Where.HOME)
        window.add_page(EXERCISES, "exercises", tr("Exercises"), self._make_exercises)
        window.add_page(REMINDERS, "reminders", tr("Reminders"), make_reminders_page)
        window.add_page(SETTINGS, "settings", tr("Settings"), self._make_settings)
        window.add_page(HELP, "help", tr("Help"), self._make_help)
        window.add_page(PLAYER, "", "", self._make_player, Where.SESSION)
        window.add_page(WELCOME, "", "", self._make_welcome)
        settings.changed.connect(self._show_on_player)

    @property
    def _to(self) -> SessionSide:
        """What runs sessions; made when it is first needed."""
        if self._made is None:
            self._made = made = self._make_session_side()
            made.session.preparing.connect(self._on_preparing)
            made.session.changed.connect(self._on_session_changed)
            made.session.paused_by_sleep.connect(self._on_slept)
            made.session.hurt.connect(self._on_hurt)
            made.session.ended.connect(self._on_ended)
            made.session.message.connect(self.say)
        return self._made

    def get_ready(self) -> None:
        """Make what runs sessions now: the window is painted, and nobody waits."""
        self._made = self._to

    # What can be asked of the window as a whole

    def open_first_page(self) -> None:
        """Show the home page, or the welcome to somebody new."""
        is_new = not self._settings.profile.understood
        self._window.show_page(WELCOME if is_new else HOME)

    def start(self, routine_id: str) -> None:
        """Play a routine; somebody new is welcomed first and finds it selected at home.

        Raises:
            KeyError: there is no such routine.
        """
        if not self._settings.profile.understood:
            self._catalogue.routines[routine_id]
            self._settings.remember_routine(routine_id)
            self._window.show_page(WELCOME)
            return
        self._restart = lambda: self.start(routine_id)
        self._window.show_page(PLAYER)
        self._to.session.start(routine_id)

    def try_exercise(self, exercise_id: str) -> None:
        """Play one exercise by itself."""
        exercise = self._catalogue.exercises[exercise_id]
        self._restart = lambda: self.try_exercise(exercise_id)
        self._window.show_page(PLAYER)
        self._to.session.start_routine(single_exercise(exercise))

    # Pages

    def _make_home(self) -> QWidget:
        page = HomePage(self._look, self._figures.thumbnails)
        routines = self._routines
        page.set_cards(routines.cards)
        page.select(self._settings.profile.last_routine)
        page.set_affected_side(self._settings.settings.session.affected_side)
        page.start_requested.connect(self.start)
        page.affected_side_chosen.connect(partial(self._set, "session", "affected_side"))
        routines.changed.connect(lambda: page.set_cards(routines.cards))
        self._home = page
        if self._outlook:
            page.set_subtitle(self._outlook)
        return page

    def _make_exercises(self) -> QWidget:
        # Loaded on first use, as is every page but home: the first paint does not wait for it.
        from backease_desktop.ui.exercises.exercises_page import ExercisesPage

        figures = self._figures
        figure = figures.moving()
        page = ExercisesPage(self._look, self._catalogue, figures.thumbnails, figure)
        page.exercise_requested.connect(self.try_exercise)
        return page

    def _make_settings(self) -> QWidget:
        # Loaded on first use, as is every page but home: the first paint does not wait for it.
        from backease_desktop.ui.settings.login_row import login_row
        from backease_desktop.ui.settings.settings_page import SettingsPage

        make = self._make_autostart
        row = None if make is None else login_row(self._look, make())
        page = SettingsPage(self._look, self._settings.settings, row)
        page.changed.connect(self._set)
        page.voice_test_requested.connect(self._to.voice_test.start)
        self._to.voice_test.failed.connect(self.say)
        self._settings.changed.connect(page.show_settings)
        self._to.speaker.list_voices().ready.connect(page.set_voices)
        return page

    def _make_help(self) -> QWidget:
        # Loaded on first use, as is every page but home: the first paint does not wait for it.
        from backease_desktop.ui.help.help_page import HelpPage

        sources = self._catalogue.sources.values()
        page = HelpPage(self._look, self._safety(), sources, self._report)
        page.keys_requested.connect(self._window.show_keys)
        return page

    def _make_welcome(self) -> QWidget:
        # Loaded on first use, as is every page but home: the first paint does not wait for it.
        from backease_desktop.ui.welcome import WelcomePage

        volume = self._settings.settings.voice.volume
        page = WelcomePage(
            self._look, self._safety(), volume, self._first_reminder, self._can_start_at_login
        )
        page.volume_chosen.connect(partial(self._set, "voice", "volume"))
        page.understood.connect(self._settings.accept_safety_page)
        page.voice_test_requested.connect(self._to.voice_test.start)
        self._to.voice_test.said.connect(page.show_said)
        self._to.voice_test.failed.connect(page.show_failed)
        page.say_chosen.connect(partial(self._set, "voice", "say"))
        page.reminder_chosen.connect(self.reminder_wished)
        page.start_at_login_chosen.connect(self.start_at_login_wished)
        page.finished.connect(lambda: self._window.show_page(HOME))
        return page

    def _can_start_at_login(self) -> bool:
        return self._make_autostart is not None and not self._make_autostart().why_not

    def _make_player(self) -> QWidget:
        # Loaded on first use, as is every page but home: the first paint does not wait for it.
        from backease_desktop.ui.session.player_page import PlayerPage

        session, stage = self._to.session, self._figures.stage()
        picture = ExercisePicture(self._look, self._figures.thumbnails, is_framed=False)
        page = PlayerPage(self._look, figure=stage, thumbnail=picture)
        page.session.next_up.exercise_changed.connect(picture.show_exercise)
        page.pause_requested.connect(session.pause)
        page.resume_requested.connect(session.resume)
        page.next_requested.connect(session.next)
        page.previous_requested.connect(session.previous)
        page.again_requested.connect(session.again)
        page.extend_requested.connect(session.extend)
        page.next_exercise_requested.connect(partial(self._go_on, easier=False))
        page.hurts_requested.connect(session.leave_hurting)
        page.easier_requested.connect(partial(self._go_on, easier=True))
        page.jump_requested.connect(session.jump)
        page.help_requested.connect(self._end_and_help)
        page.stop_requested.connect(session.stop)
        page.done_requested.connect(lambda: self._window.show_page(HOME))
        page.repeat_requested.connect(lambda: self._restart())
        page.voice_toggled.connect(self._set_voice)
        page.captions_toggled.connect(partial(self._set, "voice", "captions"))
        page.full_screen_toggled.connect(self._window.set_full_screen)
        self._player, self._stage = page, stage
        self._show_on_player(self._settings.settings)
        return page

    # What the controllers say

    def _on_preparing(self, done: int, total: int) -> None:
        if self._player is not None:
            self._player.show_preparing(done, total)

    def _on_session_changed(self, snapshot: "Snapshot") -> None:
        if self._player is not None and self._stage is not None:
            self._player.show_snapshot(snapshot)
            has_figure = self._stage.show_snapshot(snapshot)
            self._player.session.figure_card.show_figure(has_figure)
        self._is_playing = True
        self._window.setWindowTitle(f"{snapshot.timeline.name} · BackEase")

    def _on_slept(self) -> None:
        self.say(self.tr("The computer slept, so the session waits. Space goes on."))

    def _on_hurt(self, easier: Exercise | None) -> None:
        if self._player is not None:
            self._player.show_hurts_choices(easier.name if easier else None)

    def _on_ended(self, record: "SessionRecord") -> None:
        self._is_playing = False
        self._window.setWindowTitle(self._title)
        if not record.is_finished and self._window.current == PLAYER:
            self._window.show_page(HOME)

    # What wishes come to

    def _go_on(self, *, easier: bool) -> None:
        """Go on after *It hurts*, or skip the exercise that is on."""
        session = self._to.session
        if session.waits_for_answer:
            session.go_on_after_hurting(easier=easier)
        else:
            session.next_exercise()

    def _end_and_help(self) -> None:
        self._to.session.stop()
        self._window.show_page(HELP)

    def _set(self, section: str, field: str, value: object) -> None:
        self._settings.set_field(section, field, value)

    def _set_voice(self, is_on: bool) -> None:
        self._set("voice", "say", Say.EVERYTHING if is_on else Say.TONES)

    def _show_on_player(self, settings: Settings) -> None:
        if self._player is not None:
            self._player.set_voice(settings.voice.say.talks)
            self._player.set_captions(settings.voice.captions)

    def tell_outlook(self, words: str, short: str) -> None:
        """Say on home, and in the window's title, when the next reminder comes."""
        self._outlook = words
        self._title = f"{short} · BackEase"
        if not self._is_playing:
            self._window.setWindowTitle(self._title)
        if self._home is not None:
            self._home.set_subtitle(words)

    def say(self, text: str) -> None:
        """Tell the person something, once, on the page that is on."""
        if self._player is not None and self._window.current == PLAYER:
            self._player.show_message(text)
        else:
            self._window.show_message(text)
