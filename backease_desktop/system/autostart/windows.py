"""Starting at login on Windows: a value in the registry key `Run` of the user.

The Task Manager switches entries off in a key of its own, whose first byte is then odd.
"""

import subprocess
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Protocol

from PySide6.QtCore import QObject

from backease_desktop.system.autostart.autostart import Autostart

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
VALUE = "BackEase"


class Registry(Protocol):
    """The part of the `winreg` module that we need; each call raises `OSError` when it fails."""

    HKEY_CURRENT_USER: Any
    REG_SZ: int
    KEY_SET_VALUE: int

    def OpenKey(self, key: Any, sub_key: str, reserved: int = ..., access: int = ..., /) -> Any:  # noqa: ANN401
        """Open a key, to be closed by a `with` block."""

    def CreateKey(self, key: Any, sub_key: str, /) -> Any:  # noqa: ANN401
        """Open a key, made if it is not there."""

    def QueryValueEx(self, key: Any, name: str, /) -> tuple[Any, int]:  # noqa: ANN401
        """A value and its type."""

    def SetValueEx(self, key: Any, name: str, reserved: int, kind: int, value: str, /) -> None:  # noqa: ANN401
        """Write a value."""

    def DeleteValue(self, key: Any, name: str, /) -> None:  # noqa: ANN401
        """Remove a value."""


class WindowsAutostart(Autostart):
    """Writes and removes the value.

    Args:
        registry: the module `winreg`.
        command: the program with its arguments.
        parent: the owner.
    """

    name = "Windows registry (Run)"
    why_not = ""

    def __init__(
        self, registry: Registry, command: Sequence[str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._registry = registry
        self._command = subprocess.list2cmdline(command)

    def enabled(self) -> bool:
        """Whether the value is there and the Task Manager has not switched it off."""
        if self._value(RUN) is None:
            return False
        approved = self._value(APPROVED)
        return not (isinstance(approved, bytes) and approved and approved[0] & 1)

    @property
    def is_ours(self) -> bool:
        """Whether the value is our command."""
        return self._value(RUN) == self._command

    def set_enabled(self, enabled: bool) -> None:
        """Write or remove the value, and what the Task Manager has noted about it."""
        registry = self._registry
        try:
            if enabled:
                with registry.CreateKey(registry.HKEY_CURRENT_USER, RUN) as key:
                    registry.SetValueEx(key, VALUE, 0, registry.REG_SZ, self._command)
                self._remove(APPROVED)
            else:
                self._remove(RUN)
        except OSError as error:
            self.refused.emit(f"the registry cannot be written: {error}")
        else:
            self.changed.emit(enabled)

    def _value(self, path: str) -> object:
        try:
            with self._registry.OpenKey(self._registry.HKEY_CURRENT_USER, path) as key:
                value, _ = self._registry.QueryValueEx(key, VALUE)
        except OSError:
            return None
        found: object = value
        return found

    def _remove(self, path: str) -> None:
        registry = self._registry
        with (
            suppress(FileNotFoundError),
            registry.OpenKey(registry.HKEY_CURRENT_USER, path, 0, registry.KEY_SET_VALUE) as key,
        ):
            registry.DeleteValue(key, VALUE)
