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
from typing import TYPE_CHECKING

from backease_desktop.cli.brought import with_rare_cases_put_off
from backease_desktop.cli.put_off import putting_off
from backease_desktop.cli.quick_enums import make_quickly

if TYPE_CHECKING:
    from types import ModuleType

_SUPPORT = "shibokensupport."

PUT_OFF = {
    *("signature.errorhandler", "signature.layout", "signature.parser"),
    *("signature.lib.enum_sig", "signature.lib.pyi_generator", "signature.lib.tool"),
    "feature",
}
"""Modules that write signatures, stubs and words of errors, and what `from __feature__` asks for;
with them come `argparse`, `inspect` and many patterns. PySide6 reaches them by attributes alone.
(`signature.mapping` is not among them: the library looks into its dictionary.)"""


def _no_feature(*_: object, **__: object) -> None:
    """What is answered, while Qt is loaded, to whether an import asks for a feature of PySide6."""


_FEATURE: dict[str, dict[str, object]] = {
    f"{_SUPPORT}feature": dict.fromkeys(("feature_import", "feature_imported"), _no_feature)
}


def load_msgspec() -> None:
    """Load it by itself: it would take names from `typing_extensions` that Python has, too."""
    name = "typing_extensions"
    if name in sys.modules:
        return
    hidden: dict[str, ModuleType | None] = sys.modules  # type: ignore[assignment]
    hidden[name] = None  # which is for Python as if it were not installed
    try:
        with with_rare_cases_put_off():
            import msgspec  # noqa: F401
    finally:
        del sys.modules[name]


def load_qt() -> None:
    """Load PySide6, and keep it from what costs every later import."""
    make_quickly()
    support = [f"{_SUPPORT}{name}" for name in PUT_OFF]
    with with_rare_cases_put_off(), putting_off(support, _FEATURE):
        import inspect  # noqa: F401  (which `dataclasses` brings later)

        import PySide6.QtCore  # noqa: F401  (which brings all that is put off)
    # Its import hook looks for `from __feature__` in the source of every module that is imported
    # after it, which none of ours has; that costs 11 MB and 40 ms at a start.
    if (plain := getattr(builtins, "__orig_import__", None)) is not None:
        builtins.__import__ = plain
