"""`python -m backease_desktop` is the command `backease`.

Python puts the current folder before its own library then. It is taken away before anything else
is imported: a `json.py` that lies there is not ours to run.
"""

import sys

if not sys.flags.safe_path and not getattr(sys, "frozen", False):
    del sys.path[0]

from backease_desktop.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
