"""`backease` without a command: the window."""

import gc
from typing import TYPE_CHECKING

from backease_desktop.bootstrap.asked import Asked
from backease_desktop.bootstrap.overrides import tell_errors_of_overrides
from backease_desktop.cli.while_loading import ended_by_ctrl_c

if TYPE_CHECKING:
    import argparse


def window(options: "argparse.Namespace") -> int:
    """Open the window, or bring the running one forward, as the options say."""
    return open_window(
        Asked(
            options.profile,
            options.event_log,
            options.start,
            options.background,
            options.show,
            options.open,
        )
    )


def open_window(asked: Asked) -> int:
    """Open the window, or bring the running one forward."""
    # A start makes many objects that stay; looking for garbage among them costs a sixth of it.
    gc.disable()
    if not asked.background and _is_handed_over(asked):
        return 0
    with ended_by_ctrl_c():
        from backease_desktop.cli.lean_start import load_msgspec, load_qt

        load_msgspec()
        load_qt()
        tell_errors_of_overrides()
        from backease_desktop.bootstrap.window import run_window

    return run_window(asked)


def _is_handed_over(asked: Asked) -> bool:
    """Whether the program of this profile runs already, and has taken it from here."""
    from backease_desktop.cli.brought import with_rare_cases_put_off

    with with_rare_cases_put_off():
        from backease_desktop.storage.paths import folders
        from backease_desktop.system.knock import handed_over

    return handed_over(folders(asked.profile).data, asked.handed_over)
