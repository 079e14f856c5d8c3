"""The command `backease`: hands its words to `run`.

Loading takes longest of all that happens before a command begins. Nothing is loaded here before
Ctrl+C is known to end it without a traceback.
"""

import sys
from collections.abc import Sequence

from backease_desktop.cli.while_loading import ended_by_ctrl_c


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code."""
    with ended_by_ctrl_c():
        from backease_desktop.cli.put_off import putting_off

        # `pathlib` brings it for addresses in brackets, of which we have none: 0.25 MB.
        with putting_off({"ipaddress"}):
            from backease_desktop.cli.run import run

    return run(sys.argv[1:] if arguments is None else list(arguments))
