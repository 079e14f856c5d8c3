"""`backease` without a command: the window."""

import argparse
import gc
import sys


def window(options: argparse.Namespace) -> int:
    """Open the window, or bring the running one forward."""
    # A start makes many objects that stay; looking for garbage among them costs a sixth of it.
    gc.disable()
    _spare_sources()
    from backease_desktop.bootstrap.window import Asked, run_window

    return run_window(
        Asked(
            options.profile,
            options.event_log,
            options.start,
            options.background,
            options.show,
            options.open,
        )
    )


def _spare_sources() -> None:
    """Keep PySide6 from reading the source of every module that is imported after it.

    WORKAROUND: its import hook looks for `from __feature__` in each of them with
    inspect.getsource, which no module of ours has; that costs 11 MB and 40 ms at a start. Where
    the hook is another one, nothing is done.
    """
    import PySide6.QtCore  # noqa: F401  (its import hook is in place from here on)

    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda _module: False  # type: ignore[union-attr]
