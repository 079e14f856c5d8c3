"""The welcome, held together with what it asks a new person about."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from backease_desktop.controllers.settings import SettingsController
from backease_desktop.ui.look.style import Look

if TYPE_CHECKING:
    from backease_desktop.controllers.door import Door
    from backease_desktop.controllers.ports import Autostart, SystemSwitch
    from backease_desktop.controllers.reminders import ReminderController
    from backease_desktop.controllers.voice_test import VoiceTest
    from backease_desktop.core.safety import Safety
    from backease_desktop.ui.figure.thumbnails import Thumbnails
    from backease_desktop.ui.me.me_form import MeForm
    from backease_desktop.ui.welcome import WelcomePage


def welcome_page(
    look: Look,
    safety: "Safety",
    settings: SettingsController,
    voice_test: "Callable[[], VoiceTest]",
    reminders: "Callable[[], ReminderController]",
    autostart: "Callable[[], Autostart]",
    menu: "SystemSwitch | None",
    go_on: Callable[[], None],
    door: "Callable[[], Door]",
    thumbnails: "Thumbnails",
) -> "WelcomePage":
    """The page for somebody new; voice, reminders and autostart are made when it comes to them.

    Args:
        look: the theme and the fonts.
        safety: the texts of the first step.
        settings: keep what is chosen.
        voice_test: says the sentence of the second step.
        reminders: have the reminder that the last step stands ready with, and are given another.
        autostart: starts the program with the computer, where this system can.
        menu: puts the program into the applications menu, where no package has.
        go_on: leads to the first page.
        door: is told what is said about oneself.
        thumbnails: draw the picture of the first step.
    """
    # Loaded on first use, as is every page but home: the first paint does not wait for it.
    from backease_desktop.ui.reminders.possible import Possible
    from backease_desktop.ui.welcome import WelcomePage

    def start_at_login(is_wanted: bool) -> None:
        if is_wanted != bool(autostart().enabled()):
            autostart().set_enabled(is_wanted)

    def possible() -> Possible:
        in_menu = menu is not None and not menu.why_not and not menu.enabled()
        return Possible(at_login=not autostart().why_not, in_menu=in_menu)

    def say_test() -> None:
        test = voice_test()
        test.said.connect(page.show_said, Qt.ConnectionType.UniqueConnection)
        test.failed.connect(page.show_failed, Qt.ConnectionType.UniqueConnection)
        test.start()

    def make_form() -> "MeForm":
        # Loaded on first use, by who goes so far.
        from backease_desktop.ui.me.me_wires import me_form

        return me_form(look, door())

    page = WelcomePage(
        look,
        safety,
        settings.settings.voice.volume,
        lambda: reminders().roster.first,
        possible,
        thumbnails,
        make_form,
    )
    page.volume_chosen.connect(partial(settings.set_field, "voice", "volume"))
    page.say_chosen.connect(partial(settings.set_field, "voice", "say"))
    page.understood.connect(settings.accept_safety_page)
    page.voice_test_requested.connect(say_test)
    page.reminder_chosen.connect(lambda reminder: reminders().put(reminder))
    page.start_at_login_chosen.connect(start_at_login)
    if menu is not None:
        page.menu_entry_chosen.connect(lambda: menu.set_enabled(True))
    page.finished.connect(go_on)
    return page
