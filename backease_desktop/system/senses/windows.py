"""The sources of Windows."""

from PySide6.QtCore import QCoreApplication

from backease_desktop.core.reminder.presence import BusyReason
from backease_desktop.system.senses.attempt import idle_chain, state_chain
from backease_desktop.system.senses.idle import windows as idle
from backease_desktop.system.senses.in_use.windows import CAMERA, MICROPHONE, ConsentStore, Registry
from backease_desktop.system.senses.lock.windows import WindowsLock, load_wtsapi
from backease_desktop.system.senses.presence import Senses
from backease_desktop.system.senses.quiet import windows as quiet
from backease_desktop.system.senses.sleep.windows import WindowsSleep


def windows_senses(application: QCoreApplication, registry: Registry) -> Senses:
    """All sources of Windows.

    Args:
        application: whose windows are told of sleep.
        registry: the module `winreg`.
    """
    return Senses(
        idle=idle_chain([lambda: idle.WindowsIdle(idle.load_user32(), idle.load_kernel32())]),
        locks=(state_chain("lock", [lambda: WindowsLock(load_wtsapi())]),),
        busy=(
            (
                BusyReason.DO_NOT_DISTURB,
                state_chain("do not disturb", [lambda: quiet.FocusAssist(quiet.load_ntdll())]),
            ),
            (
                BusyReason.FULL_SCREEN,
                state_chain("full screen", [lambda: quiet.WindowsFullScreen(quiet.load_shell32())]),
            ),
            (
                BusyReason.CAMERA,
                state_chain("camera", [lambda: ConsentStore(registry, CAMERA)]),
            ),
            (
                BusyReason.MICROPHONE,
                state_chain("microphone", [lambda: ConsentStore(registry, MICROPHONE)]),
            ),
        ),
        sleep=WindowsSleep(application),
    )
