#!/usr/bin/env python3
"""Sets BackEase up from a fresh checkout and starts it; with "test", runs its checks instead.

    python3 packaging/run.py [backease arguments]     set up, then start BackEase
    python3 packaging/run.py test [pytest arguments]  set up, then check style, types and tests
    python3 packaging/run.py setup                    set up only
    python3 packaging/run.py lock [--upgrade]         write the lock files anew from pyproject.toml
    python3 packaging/run.py bundle           freeze it; on Debian, make a package of it, too
    python3 packaging/run.py benchmark [arguments]    measure it beside a bare window
    python3 packaging/run.py pictures [arguments]     take the README's pictures from the app

On Windows, type py instead of python3. Delete .venv to start over.

Rules: nothing but the standard library, so that Python alone is enough; syntax in this file that
Python 3.8 can read, so that an old Python can say what it lacks (the steps beside it are read after
that); everything it installs goes into .venv of this checkout, from the hashed lock files beside
it, or into your cache where the checkout cannot be written; what it says goes to stderr, and it
says nothing when nothing is to be done. It adds packages to the system only when you say yes, or
where it is root on Debian or Ubuntu and nobody sits at a terminal.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
HERE = Path(__file__).resolve().parent


def too_old() -> str:
    """Why this Python will not do, and a newer one if this machine has it; empty if it will do."""
    if sys.version_info[:2] >= OLDEST:
        return ""
    names = [f"python3.{minor}" for minor in (14, 13, 12, 11)]
    newer = [name for name in names if shutil.which(name) and answers(name)]
    hint = f"This machine has {newer[0]}: use that." if newer else "Please install a newer one."
    this = f"{sys.executable} is Python {sys.version_info[0]}.{sys.version_info[1]}"
    return f"BackEase needs Python 3.11 or newer; {this}. {hint}"


def answers(python: str) -> bool:
    """Whether this Python starts: a name on the PATH may be a stand-in that only says no."""
    asked = [python, "--version"]
    return subprocess.call(asked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0


def main(words: list[str]) -> int:
    """Do what the words say; return the exit code."""
    why = too_old()
    if why:
        print(why, file=sys.stderr)
        return 1
    if words[:1] in (["-h"], ["--help"]):
        print((__doc__ or "").partition("\n\nRules")[0])
        return 0
    # The steps, and what the package knows of libraries and displays, needs nothing installed.
    sys.path[:0] = [str(HERE), str(HERE.parent)]
    from steps.commands import run

    return run(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
