"""`backease self-test`: is this installation sound?"""

import argparse

from backease_desktop.self_test import run


def self_test(_options: argparse.Namespace) -> int:
    """Print a table of checks; exit code 1 if one failed."""
    return run()
