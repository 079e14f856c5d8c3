"""`python -m backease_desktop` is the command `backease`."""

import sys

from backease_desktop.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
