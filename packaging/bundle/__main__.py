"""`packaging/run.py bundle` runs this folder with the Python of the development environment."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bundle.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
