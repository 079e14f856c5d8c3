"""A terminal that hands over single keys, and is as it was afterwards. Not for Windows.

Rules:
1. A program that was stopped (Ctrl+Z) and goes on finds the terminal as the shell has left it, so
   it asks for single keys anew.
2. In the background it leaves the terminal alone: whoever sets it from there is stopped.
3. A terminal that is gone, as its window was closed, is no fault: there is nothing to give back.
4. It is set at once: what was printed before may be held (Ctrl+S), and what was typed is kept.
"""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress

if sys.platform != "win32":
    import termios
    import tty

    def single_keys(descriptor: int) -> Callable[[], None]:
        """Ask for single keys, unseen; what is returned gives the terminal back."""
        before = termios.tcgetattr(descriptor)

        def ask(*_signal: object) -> None:
            with suppress(OSError, termios.error):
                if _is_ours(descriptor):
                    tty.setcbreak(descriptor, termios.TCSANOW)

        def give_back() -> None:
            signal.signal(signal.SIGCONT, signal.SIG_DFL)
            with suppress(OSError, termios.error):
                if _is_ours(descriptor):
                    termios.tcsetattr(descriptor, termios.TCSANOW, before)

        signal.signal(signal.SIGCONT, ask)
        ask()
        return give_back

    def _is_ours(descriptor: int) -> bool:
        """Whether the terminal is in front of us.

        Raises:
            OSError: it is gone.
        """
        return os.tcgetpgrp(descriptor) == os.getpgrp()
