"""The sources of macOS; sleep is told by the gap between two clocks."""

from pathlib import Path

from backease_desktop.core.reminder.presence import BusyReason
from backease_desktop.system.senses.attempt import idle_chain, state_chain
from backease_desktop.system.senses.idle import macos as idle
from backease_desktop.system.senses.in_use import macos as in_use
from backease_desktop.system.senses.lock import macos as lock
from backease_desktop.system.senses.presence import Senses
from backease_desktop.system.senses.quiet import macos as quiet
from backease_desktop.system.senses.sleep.watch import SleepWatch
from backease_desktop.system.senses.source import IdleSource, StateSource
from backease_desktop.system.wire.macos import CoreFoundation, load_core_foundation
from backease_desktop.system.wire.quartz import load_quartz


def macos_senses(home: Path) -> Senses:
    """All sources of macOS.

    Args:
        home: the home folder, in which the Focus is kept.
    """
    return Senses(
        idle=idle_chain([_idle]),
        locks=(state_chain("lock", [_lock]),),
        busy=(
            (
                BusyReason.DO_NOT_DISTURB,
                state_chain("do not disturb", [lambda: quiet.MacFocus(home)]),
            ),
            (BusyReason.FULL_SCREEN, state_chain("full screen", [_full_screen])),
            (BusyReason.CAMERA, state_chain("camera", [_camera])),
            (BusyReason.MICROPHONE, state_chain("microphone", [_microphone])),
        ),
        sleep=SleepWatch(),
    )


def _foundation() -> CoreFoundation:
    return CoreFoundation(load_core_foundation())


def _idle() -> IdleSource:
    return idle.MacIdle(load_quartz(), idle.load_iokit(), _foundation())


def _lock() -> StateSource:
    return lock.MacLock(load_quartz(), _foundation())


def _full_screen() -> StateSource:
    return quiet.MacFullScreen(load_quartz(), _foundation())


def _camera() -> StateSource:
    hardware = in_use.MediaHardware(in_use.load_core_media_io())
    return in_use.RunningDevice("CoreMediaIO devices", hardware)


def _microphone() -> StateSource:
    hardware = in_use.AudioHardware(in_use.load_core_audio())
    return in_use.RunningDevice("CoreAudio devices", hardware)
