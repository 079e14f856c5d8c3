"""The bar of a call, held together with the window and the reminders."""

from typing import TYPE_CHECKING

from backease_desktop.ui.calls.call_bar import CallBar
from backease_desktop.ui.look.style import Look

if TYPE_CHECKING:
    from backease_desktop.controllers.reminders import ReminderController
    from backease_desktop.ui.calls.calls import CallWords
    from backease_desktop.ui.reminders.reminder_wiring import ReminderWiring
    from backease_desktop.ui.wiring import Wiring


def call_bar(look: Look, wiring: "Wiring", reminders: "ReminderWiring") -> CallBar:
    """The bar, which shows each call until it is answered anywhere.

    Args:
        look: the theme and the fonts.
        wiring: has the window, and tells its pages who takes *Enter*.
        reminders: tell each call in words.
    """
    controller: ReminderController = reminders.controller
    bar = CallBar(look)

    def show(words: "CallWords") -> None:
        bar.call(f"{words.title}. {words.sentence} {words.late}".strip(), words.snooze_min[0])
        wiring.tell_enter()

    def hide() -> None:
        bar.hide()
        wiring.tell_enter()

    bar.start_requested.connect(controller.begin)
    bar.snooze_requested.connect(lambda: controller.snooze())
    bar.not_now_requested.connect(controller.not_now)
    reminders.call_told.connect(show)
    controller.withdrawn.connect(hide)
    wiring.put_at_head(bar)
    return bar
