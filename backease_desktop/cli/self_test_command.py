"""`backease self-test`: is this installation sound?"""

import argparse

from backease_desktop.self_test.table import run


def self_test(options: argparse.Namespace) -> int:
    """Print a table of checks; exit code 1 if one failed."""
    return run(options.profile)
