"""`backease` without a command: the window."""

import argparse
import gc


def window(options: argparse.Namespace) -> int:
    """Open the window, or bring the running one forward."""
    # A start makes many objects that stay; looking for garbage among them costs a sixth of it.
    gc.disable()
    from backease_desktop.bootstrap.window import Asked, run_window

    return run_window(Asked(options.profile, options.event_log, options.start))
