"""The command `backease`: hands its words to `run`.

Loading takes longest of all that happens before a command begins. Nothing is loaded here before
Ctrl+C is known to end it without a traceback. No garbage is looked for among what is loaded, since
all of it stays.
"""

import gc
import sys
from collections.abc import Sequence

from backease_desktop.cli.while_loading import ended_by_ctrl_c


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code."""
    with ended_by_ctrl_c():
        gc.disable()
        from backease_desktop.cli.brought import with_rare_cases_put_off

        with with_rare_cases_put_off():
            from backease_desktop.cli.run import run

        gc.freeze()
        gc.enable()

    return run(sys.argv[1:] if arguments is None else list(arguments))
