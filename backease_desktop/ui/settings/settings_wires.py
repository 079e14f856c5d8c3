"""The settings, held together with what keeps them, the voice, and what the system does for us."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from backease_desktop.controllers.door import Door
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.ui.look.style import Look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from backease_desktop.controllers.hand_ports import SoundDevices
    from backease_desktop.controllers.ports import Autostart, Speaker, SystemSwitch
    from backease_desktop.controllers.voice_test import VoiceTest
    from backease_desktop.core.pieces import Pieces
    from backease_desktop.ui.settings.settings_page import SettingsPage


def settings_page(
    look: Look,
    settings: SettingsController,
    voice_test: "VoiceTest",
    speaker: "Speaker",
    devices: "SoundDevices",
    autostart: "Autostart",
    menu: "SystemSwitch | None",
    door: Door,
    natural_voice: str | None,
    tell: Callable[[str], None],
    about_you: Callable[[], None],
    parent: "QWidget",
) -> "SettingsPage":
    """The page of the settings.

    `natural_voice` is the name of the voice that the program brings along, if it has one; `tell`
    says why the voice could not be tried; `about_you` leads to the page about the person; the page
    is made in `parent`, where it will be.
    """
    # Loaded on first use, as is every page but home: the first paint does not wait for it.
    from backease_desktop.ui.full_screen import screen_names
    from backease_desktop.ui.settings.left_card import LeftCard
    from backease_desktop.ui.settings.login_row import system_rows
    from backease_desktop.ui.settings.settings_page import SettingsPage

    def rows() -> "QWidget":
        return system_rows(look, autostart, menu)

    def rest() -> "Pieces[None]":
        """What stands below the settings, and what is asked of the machine to list it."""
        yield None
        left = LeftCard(look, lambda exercise: door.catalogue.exercises[exercise].name)
        page.put_at_end(left)
        left.show_left(door.left)
        left.taken_back.connect(door.take_back)
        door.changed.connect(lambda: left.show_left(door.left))
        yield None
        devices.listed.connect(page.set_devices)
        devices.ask()
        page.set_screens(screen_names())
        yield None
        speaker.list_voices().ready.connect(page.set_voices)

    page = SettingsPage(look, settings.settings, rows, natural_voice, settings.policy, parent)
    page.changed.connect(settings.set_field)
    page.me_requested.connect(about_you)
    settings.changed.connect(page.show_settings)
    page.voice_test_requested.connect(voice_test.start)
    voice_test.failed.connect(tell)
    page.grow(rest())
    return page
