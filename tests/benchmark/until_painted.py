"""Runs the app until its first paint and not an instruction further: `until_painted.py WORDS …`.

The event log is written in the turn behind the paint; what comes after it begins with the import of
what works in turns, which here ends the process. Nothing of the app is changed for that.
"""

import os
import sys
from collections.abc import Sequence

AFTER_THE_PAINT = "backease_desktop.controllers.in_turns"


class _End:
    """Ends the process as soon as something is imported that comes after the paint."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None, target: object = None) -> None:
        """Nothing is found here."""
        if name == AFTER_THE_PAINT:
            os._exit(0)


if __name__ == "__main__":
    sys.meta_path.insert(0, _End)  # type: ignore[arg-type]
    from backease_desktop.cli.main import main

    sys.exit(main(sys.argv[1:]))
