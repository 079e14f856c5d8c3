"""Modules that are loaded when the first of their attributes is asked for.

Libraries import at their beginning what they use in rare cases: one that unpacks archives, one that
parses sources, one that reads network addresses. Inside `putting_off` such an import makes a module
that waits; whoever uses it later loads it by that, and notices nothing else.

Rules:
1. Only modules that their importers reach by attributes wait: `from x import y` loads x at once.
2. Where Python does not find a module by files or archives, it is left to Python.
3. Two threads may ask at once: the second waits until the first has loaded it.
"""

import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from importlib.machinery import ModuleSpec, PathFinder
from threading import RLock
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.abc import Loader  # which would bring what unpacks archives

_REAL, _LOADING = "_real_loader", "_loading"


class _Later(ModuleType):
    """A module that is loaded when the first of its attributes is asked for."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        own = self.__dict__
        with own[_LOADING]:
            # None: it was just loaded, or is being loaded and asks for what it has not made yet.
            if (real := own.pop(_REAL, None)) is not None:
                try:
                    real.exec_module(self)
                except BaseException:
                    own[_REAL] = real  # whoever asks next is told the same
                    raise
                self.__class__ = ModuleType  # type: ignore[assignment]
        try:
            return own[name]
        except KeyError:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}") from None


class _PuttingOff:
    """Makes modules that are loaded later.

    Args:
        real: what loads them.
        meanwhile: what they hold until then.
    """

    def __init__(self, real: "Loader", meanwhile: dict[str, object]) -> None:
        self._real = real
        self._meanwhile = meanwhile

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """One that waits."""
        module = _Later(spec.name)
        module.__dict__.update({_REAL: self._real, _LOADING: RLock()}, **self._meanwhile)
        return module

    def exec_module(self, _module: ModuleType) -> None:
        """Nothing yet."""


class _Finder:
    """Finds what is put off."""

    def __init__(self, names: Collection[str], meanwhile: dict[str, dict[str, object]]) -> None:
        self._names = names
        self._meanwhile = meanwhile

    def find_spec(
        self, name: str, path: "Sequence[str] | None", _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where such a module is; nothing for all others."""
        if name not in self._names:
            return None
        spec = PathFinder.find_spec(name, path)
        if spec is not None and spec.loader is not None:
            waiting: Any = _PuttingOff(spec.loader, self._meanwhile.get(name, {}))
            spec.loader = waiting
        return spec


@contextmanager
def putting_off(
    names: Collection[str], meanwhile: dict[str, dict[str, object]] | None = None
) -> Iterator[None]:
    """Put off modules that are imported inside for the first time.

    Args:
        names: their whole names.
        meanwhile: what some of them hold until they are loaded, by their names.
    """
    finder: Any = _Finder(names, meanwhile or {})
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
