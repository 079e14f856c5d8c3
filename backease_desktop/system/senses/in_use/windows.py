"""Camera and microphone under Windows: the list that Windows keeps of who uses them.

Every program that has used one has a key there, with the time when it stopped; that time is 0 while
it goes on. Reading it needs no permission.
"""

from collections.abc import Iterator
from typing import Any, Protocol

from PySide6.QtCore import QObject

from backease_desktop.system.senses.source import SourceError, StateSource

STORE = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore"
CAMERA, MICROPHONE = "webcam", "microphone"
STOPPED = "LastUsedTimeStop"


class Registry(Protocol):
    """The part of the `winreg` module that we need."""

    HKEY_CURRENT_USER: Any

    def OpenKey(self, key: Any, sub_key: str, /) -> Any:  # noqa: ANN401
        """Open a key, to be closed by a `with` block.

        Raises:
            OSError: there is no such key.
        """

    def EnumKey(self, key: Any, index: int, /) -> str:  # noqa: ANN401
        """The name of a key inside.

        Raises:
            OSError: there are fewer.
        """

    def QueryValueEx(self, key: Any, name: str, /) -> tuple[Any, int]:  # noqa: ANN401
        """A value and its type.

        Raises:
            OSError: there is none.
        """


class ConsentStore(StateSource):
    """Looks through the programs at each reading.

    Args:
        registry: the module `winreg`.
        capability: `CAMERA` or `MICROPHONE`.
        parent: the owner.
    """

    def __init__(self, registry: Registry, capability: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = f"Windows privacy list of the {capability}"
        self._registry = registry
        self._path = rf"{STORE}\{capability}"

    def start(self) -> None:
        """See whether Windows keeps the list."""
        self.active()

    def active(self) -> bool:
        """Whether any program uses it now."""
        return any(self._in_use(path) for path in self._programs(self._path))

    def _programs(self, path: str) -> Iterator[str]:
        """The keys of the programs: those of the store, and the others in a key of their own."""
        for name in self._names(path):
            if name == "NonPackaged":
                yield from self._programs(rf"{path}\{name}")
            else:
                yield rf"{path}\{name}"

    def _names(self, path: str) -> list[str]:
        names: list[str] = []
        try:
            key = self._registry.OpenKey(self._registry.HKEY_CURRENT_USER, path)
        except OSError as error:
            raise SourceError(f"Windows keeps no such list: {error}") from error
        with key:
            while True:
                try:
                    names.append(self._registry.EnumKey(key, len(names)))
                except OSError:
                    return names

    def _in_use(self, path: str) -> bool:
        try:
            with self._registry.OpenKey(self._registry.HKEY_CURRENT_USER, path) as key:
                value, _ = self._registry.QueryValueEx(key, STOPPED)
        except OSError:  # never used, or removed in the meantime
            return False
        return bool(value == 0)
