"""Talking to the person and running programs. Only the standard library, as everywhere in steps."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence


class SetupError(Exception):
    """Why this cannot go on, in sentences for the person."""


def say(text: str) -> None:
    """Tell the person, apart from what the app itself prints."""
    print(text, file=sys.stderr, flush=True)


def has_person() -> bool:
    """Whether somebody sits at a terminal and can be asked."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def agrees(question: str) -> bool:
    """Ask for a yes; Enter is one."""
    print(f"{question} [Y/n] ", end="", file=sys.stderr, flush=True)
    answer = sys.stdin.readline()
    return answer.endswith("\n") and answer.strip().lower() in ("", "y", "yes")


def outcome(command: Sequence[str], **env: str) -> tuple[int, str]:
    """Run a command quietly; return its exit code and all that it said, stdout and stderr."""
    heard: list[str] = []
    code = overheard(command, heard.append, {**os.environ, **env})
    return code, "\n".join(heard).strip()


def overheard(command: Sequence[str], listen: Callable[[str], object], env: dict[str, str]) -> int:
    """Run a command and hand each line that it says to `listen`, as it comes; its exit code."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env=env,
    ) as process:
        for line in process.stdout or ():
            listen(line.rstrip())
    return process.returncode
