"""Where the frozen program begins."""

import sys

from backease_desktop.cli.main import main

sys.exit(main())
