"""The screen stays on while a session is, if the person wants that."""

from backease_desktop.controllers.ports import ScreenAwake
from backease_desktop.controllers.session import SessionController
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.catalogue.routine import Routine


def keep_awake(
    session: SessionController, settings: SettingsController, awake: ScreenAwake
) -> None:
    """Hold the screen from when a session is opened until it is closed."""

    def hold(routine: Routine) -> None:
        if settings.settings.appearance.keep_awake:
            awake.hold(routine.name)

    session.opened.connect(hold)
    session.closed.connect(awake.release)
