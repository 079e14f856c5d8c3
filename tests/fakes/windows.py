"""Libraries of Windows that keep state as the real ones do; `refuses` makes every call fail."""

import ctypes
from dataclasses import dataclass, field
from typing import Any

REFUSED = 0xC000_0001


@dataclass
class FakeWindows:
    """user32, kernel32, wtsapi32, shell32 and ntdll in one."""

    refuses: bool = False
    flags: int = 0x8000_0000
    ticks: int = 0
    last_input: int = 0
    interrupt_units: int = 0
    locked: bool = False
    short_answer: bool = False
    allocated: int = 0
    user_state: int = 5
    quiet_profile: int = 0
    animates: bool = True
    contrast_flags: int = 0

    def SetThreadExecutionState(self, flags: int) -> int:
        if self.refuses:
            return 0
        before, self.flags = self.flags, flags
        return before

    def GetLastInputInfo(self, info: Any) -> int:
        if self.refuses or info._obj.size != 8:
            return 0
        info._obj.time = self.last_input
        return 1

    def GetTickCount(self) -> int:
        return self.ticks & 0xFFFF_FFFF

    def GetTickCount64(self) -> int:
        return self.ticks

    def QueryUnbiasedInterruptTime(self, units: Any) -> int:
        units._obj.value = self.interrupt_units
        return 1

    def WTSQuerySessionInformationW(
        self, server: None, session: int, what: int, buffer: Any, size: Any
    ) -> int:
        if self.refuses or (session, what) != (0xFFFF_FFFF, 25):
            return 0
        self._info = (ctypes.c_int32 * 5)(1, 0, 1, 0, 0 if self.locked else 1)
        target = type(buffer._obj)
        ctypes.pointer(buffer._obj)[0] = ctypes.cast(self._info, target)
        size._obj.value = 4 if self.short_answer else ctypes.sizeof(self._info)
        self.allocated += 1
        return 1

    def WTSFreeMemory(self, memory: object) -> None:
        self.allocated -= 1

    def SHQueryUserNotificationState(self, state: Any) -> int:
        state._obj.value = self.user_state
        return REFUSED if self.refuses else 0

    def SystemParametersInfoW(self, what: int, size: int, value: Any, save: int) -> int:
        assert save == 0
        if what == 0x1042:
            value._obj.value = self.animates
        else:
            assert (what, size, value._obj.size) == (0x42, ctypes.sizeof(value._obj), size)
            value._obj.flags = self.contrast_flags
        return 0 if self.refuses else 1

    def NtQueryWnfStateData(
        self, name: Any, kind: None, scope: None, stamp: Any, value: Any, size: Any
    ) -> int:
        assert list(name._obj) == [0xA3BF_1C75, 0x0D83_063E]
        assert size._obj.value == 4
        value._obj.value = self.quiet_profile
        return REFUSED if self.refuses else 0


@dataclass(frozen=True)
class Key:
    """An open key of the registry."""

    path: str

    def __enter__(self) -> "Key":
        return self

    def __exit__(self, *error: object) -> None:
        """Close it."""


@dataclass
class FakeRegistry:
    """The part of `winreg` that the program uses: keys by path, each with its values."""

    HKEY_CURRENT_USER: str = "HKCU"
    REG_SZ: int = 1
    KEY_SET_VALUE: int = 2
    keys: dict[str, dict[str, Any]] = field(default_factory=dict)
    read_only: bool = False

    def OpenKey(self, key: str, path: str, reserved: int = 0, access: int = 0) -> Any:
        assert key == self.HKEY_CURRENT_USER
        if path not in self.keys and not self._children(path):
            raise FileNotFoundError(path)
        if access and self.read_only:
            raise PermissionError("access is denied")
        return Key(path)

    def CreateKey(self, key: str, path: str) -> Any:
        if self.read_only:
            raise PermissionError("access is denied")
        self.keys.setdefault(path, {})
        return Key(path)

    def EnumKey(self, key: Any, index: int) -> str:
        children = self._children(key.path)
        if index >= len(children):
            raise OSError("no more data is available")
        return children[index]

    def QueryValueEx(self, key: Any, name: str) -> tuple[Any, int]:
        values = self.keys.get(key.path, {})
        if name not in values:
            raise FileNotFoundError(name)
        return values[name], self.REG_SZ

    def SetValueEx(self, key: Any, name: str, reserved: int, kind: int, value: str) -> None:
        self.keys[key.path][name] = value

    def DeleteValue(self, key: Any, name: str) -> None:
        if name not in self.keys[key.path]:
            raise FileNotFoundError(name)
        del self.keys[key.path][name]

    def _children(self, path: str) -> list[str]:
        inside = [each[len(path) + 1 :] for each in self.keys if each.startswith(path + "\\")]
        return sorted({each.split("\\")[0] for each in inside})
