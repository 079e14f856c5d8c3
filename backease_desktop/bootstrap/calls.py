"""What a person is called with: card, full screen, notification, tray, tone and voice.

Made when somebody is called for the first time: the card, which every other means falls back on,
at once, each of the others when it is first taken.
"""

import os

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from backease_desktop.audio.tones import tone
from backease_desktop.bootstrap.front import Front
from backease_desktop.controllers.announcer import Announcer
from backease_desktop.controllers.everywhere import Everywhere
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.shortcut import Shortcut
from backease_desktop.system.desktop import Desktop
from backease_desktop.system.panel.panel import panel_for
from backease_desktop.ui.calls.break_card import BreakCard
from backease_desktop.ui.calls.calls import Calls
from backease_desktop.ui.calls.full_break import FullBreak
from backease_desktop.ui.figure.exercise_picture import ExercisePicture
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.reminders.reminder_wiring import ReminderWiring

FIGURE = (124, 96)


def build_calls(
    look: Look,
    front: Front,
    settings: SettingsController,
    desktop: Desktop,
    reminders: ReminderWiring,
    owner: QObject,
) -> Calls:
    """Put the means of calling together.

    Args:
        look: the theme and the fonts.
        front: its figures are shown; its voice and sound speak.
        settings: voice, speed, volume, and whether anything is to be heard.
        desktop: shows notifications.
        reminders: know what is offered; their tray shows messages.
        owner: owns everything.
    """
    offers = reminders.offers

    def picture() -> QWidget:
        shown = ExercisePicture(look, front.figures.thumbnails, is_framed=False)
        shown.setMinimumSize(*map(look.theme.px, FIGURE))
        offers.offered.connect(lambda _: shown.show_exercise(offers.exercise))
        shown.show_exercise(offers.exercise)
        return shown

    def announcer() -> Announcer:
        playing = front.playing
        made = Announcer(
            speaker=playing.studio.renderer,
            output=playing.studio.output,
            tone=tone,
            wording=front.backstage.at_hand.wording,
            settings=settings,
            parent=owner,
        )
        playing.track.output_wanted.connect(made.stop)
        return made

    card = BreakCard(look, picture(), panel_for(os.environ, owner))
    calls = Calls(
        make_card=lambda: card,
        make_full_break=lambda: FullBreak(look, picture, owner),
        make_announcer=announcer,
        notifier=desktop.notifier,
        card_keeps_off_focus=lambda: card.can_keep_off_focus,
        tray_message=reminders.tray.show_message,
        parent=owner,
    )
    keys = Everywhere(Shortcut.CARD, settings, lambda: desktop.shortcuts, calls.take_keys, calls)
    keys.label_changed.connect(card.show_shortcut)
    calls.means_changed.connect(lambda: keys.set_on(calls.means is not None))
    calls.closed.connect(card.deleteLater)  # also a card that no call has ever shown
    reminders.tray.message_clicked.connect(calls.on_tray_message_clicked)
    return calls
