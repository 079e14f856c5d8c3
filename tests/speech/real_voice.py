"""Whether this machine can speak: asked in a process, because espeak may end the one it is in."""

import functools
import json
import subprocess
import sys
import tempfile

from tests.patience import PATIENCE_S


@functools.cache
def no_voice_because() -> str:
    """Why there is no voice; empty if there is one."""
    with tempfile.TemporaryDirectory() as scratch:
        try:
            done = subprocess.run(
                [sys.executable, "-m", "backease_desktop.speech.child", scratch],
                input=b"",
                capture_output=True,
                timeout=PATIENCE_S,
            )
        except subprocess.TimeoutExpired:
            return "the voice process hangs"
    if done.returncode == 0:
        return ""
    said = done.stdout.decode() or done.stderr.decode()
    try:
        return str(json.loads(said)["error"])
    except (ValueError, KeyError):
        return f"the voice process ended with {done.returncode}: {said[-200:]}"
