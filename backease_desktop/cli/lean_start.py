"""PySide6 and msgspec without what they make ready at each start for others than us.

Rules:
1. Each step looks whether things are still as they were when it was written; where they are not,
   nothing is done, and a start is slower.
2. What is put off is loaded when it is asked for: whoever passes a wrong argument is told so in
   PySide6's own words.

WORKAROUND: https://github.com/napari/napari/issues/8584 tells of the import hook.
"""

import builtins
import sys
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import TYPE_CHECKING, Any

from backease_desktop.cli.quick_enums import make_quickly

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.abc import Loader  # which would bring what unpacks archives

_SUPPORT = "shibokensupport."

PUT_OFF = {
    *("signature.errorhandler", "signature.layout", "signature.parser"),
    *("signature.lib.enum_sig", "signature.lib.pyi_generator", "signature.lib.tool"),
    "feature",
}
"""Modules that write signatures, stubs and words of errors, and what `from __feature__` asks for;
with them come `argparse`, `inspect` and many patterns. PySide6 reaches them by attributes alone.
(`signature.mapping` is not among them: the library looks into its dictionary.)"""

_REAL = "_real_loader"


class _Later(ModuleType):
    """A module that is loaded when the first of its attributes is asked for."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        self.__class__ = ModuleType  # type: ignore[assignment]
        self.__dict__.pop(_REAL).exec_module(self)
        return getattr(self, name)


class _PuttingOff:
    """Makes modules that are loaded later.

    Args:
        real: what loads them.
    """

    def __init__(self, real: "Loader") -> None:
        self._real = real

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """One that waits."""
        module = _Later(spec.name)
        module.__dict__[_REAL] = self._real
        if spec.name == f"{_SUPPORT}feature":
            module.__dict__.update(feature_import=_no_feature, feature_imported=_no_feature)
        return module

    def exec_module(self, _module: ModuleType) -> None:
        """Nothing yet."""


def _no_feature(*_: object, **__: object) -> None:
    """What is answered, while Qt is loaded, to whether an import asks for a feature of PySide6."""


class _Finder:
    """Finds what is put off, where PySide6's start-up files lie on the disk."""

    @staticmethod
    def find_spec(
        name: str, path: "Sequence[str] | None", _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where such a module is; nothing for all others."""
        if name.removeprefix(_SUPPORT) not in PUT_OFF:
            return None
        spec = PathFinder.find_spec(name, path)
        if spec is not None and spec.loader is not None:
            spec.loader = _PuttingOff(spec.loader)  # type: ignore[assignment]
        return spec


def load_msgspec() -> None:
    """Load it by itself: it would take names from `typing_extensions` that Python has, too."""
    name = "typing_extensions"
    if name in sys.modules:
        return
    hidden: dict[str, ModuleType | None] = sys.modules  # type: ignore[assignment]
    hidden[name] = None  # which is for Python as if it were not installed
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules[name]


def load_qt() -> None:
    """Load PySide6, and keep it from what costs every later import."""
    make_quickly()
    finder: Any = _Finder
    sys.meta_path.insert(0, finder)
    try:
        import PySide6.QtCore  # noqa: F401  (which brings all that is put off)
    finally:
        sys.meta_path.remove(finder)
    # Its import hook looks for `from __feature__` in the source of every module that is imported
    # after it, which none of ours has; that costs 11 MB and 40 ms at a start.
    if (plain := getattr(builtins, "__orig_import__", None)) is not None:
        builtins.__import__ = plain
