"""`backease` without a command: the window."""

import argparse

from backease_desktop.bootstrap.window import Asked, run_window


def window(options: argparse.Namespace) -> int:
    """Open the window, or bring the running one forward."""
    return run_window(Asked(options.profile, options.event_log, options.start))
