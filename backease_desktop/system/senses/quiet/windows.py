"""Full screen, presentations and Focus Assist of Windows."""

import ctypes
from typing import Protocol, cast

from PySide6.QtCore import QObject

from backease_desktop.system.senses.source import SourceError, StateSource

BUSY, DIRECT_3D, PRESENTATION = 2, 3, 4
"""States of the user in which Windows itself shows no notification."""

QUIET_HOURS_PROFILE = (0xA3BF_1C75, 0x0D83_063E)
"""The state name "active profile of quiet hours", as two 32-bit numbers."""


class Shell32(Protocol):
    """The call that we need of shell32.dll."""

    def SHQueryUserNotificationState(self, state: object, /) -> int:
        """Fill in what the user is doing; 0 when it worked."""


class NtDll(Protocol):
    """The call that we need of ntdll.dll."""

    def NtQueryWnfStateData(
        self, name: object, kind: None, scope: None, stamp: object, value: object, size: object, /
    ) -> int:
        """Fill in the value of a published state; 0 when it worked."""


def load_shell32() -> Shell32:
    """The real shell32.dll.

    Raises:
        OSError: this is not Windows.
    """
    return cast("Shell32", ctypes.CDLL("shell32"))


def load_ntdll() -> NtDll:
    """The real ntdll.dll.

    Raises:
        OSError: this is not Windows.
    """
    library = ctypes.CDLL("ntdll")
    library.NtQueryWnfStateData.argtypes = (ctypes.c_void_p,) * 6
    return cast("NtDll", library)


class WindowsFullScreen(StateSource):
    """Asks for the state in which Windows would show a notification."""

    name = "Windows notification state"

    def __init__(self, shell32: Shell32, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell32 = shell32

    def active(self) -> bool:
        """Whether a window fills the screen, or a presentation is on."""
        state = ctypes.c_int()
        if self._shell32.SHQueryUserNotificationState(ctypes.byref(state)):
            raise SourceError("Windows does not tell the notification state")
        return state.value in (BUSY, DIRECT_3D, PRESENTATION)


class FocusAssist(StateSource):
    """Asks for the profile of quiet hours: 0 off, 1 priority only, 2 alarms only.

    The call is not documented by Microsoft, so a refusal just ends this source.
    """

    name = "Windows Focus Assist"

    def __init__(self, ntdll: NtDll, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ntdll = ntdll

    def start(self) -> None:
        """See whether this Windows answers."""
        self.active()

    def active(self) -> bool:
        """Whether do-not-disturb is on."""
        name = (ctypes.c_uint32 * 2)(*QUIET_HOURS_PROFILE)
        stamp, profile = ctypes.c_uint32(), ctypes.c_uint32()
        size = ctypes.c_uint32(ctypes.sizeof(profile))
        status = self._ntdll.NtQueryWnfStateData(
            ctypes.byref(name),
            None,
            None,
            ctypes.byref(stamp),
            ctypes.byref(profile),
            ctypes.byref(size),
        )
        if status:
            raise SourceError(f"Windows does not tell Focus Assist (status {status:#x})")
        return profile.value > 0
