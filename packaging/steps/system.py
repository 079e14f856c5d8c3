"""Packages of the system: what is lacking is named, asked for and installed once, all together.

Rules: it is looked up before anything is downloaded; nothing is installed without a word about what
and, where a person sits at a terminal, without a yes. Without one, root installs on Debian and
Ubuntu by itself, as in a container; anybody else is told the command.
"""

import importlib.util
import os
import shutil
import sys
from collections.abc import Sequence

from backease_desktop.system.needs import libraries
from steps.environment import THIS, Environment, read_stamp, write_stamp
from steps.telling import SetupError, agrees, has_person, overheard, say

QUICKLY = ["-o", "Acquire::Retries=0"]
QUICKLY += [word for kind in ("http", "https") for word in ("-o", f"Acquire::{kind}::Timeout=15")]
"""A source that cannot be reached is given up at once, rather than tried four times in silence."""

UNASKED = {"dnf": ["-y"], "pacman": ["--noconfirm"], "zypper": ["--non-interactive"]}
"""How each package tool is kept from asking once more."""


def provide(environment: Environment, use: libraries.Use, least: libraries.Use) -> None:
    """Look for all that is lacking at once, and install it where that is allowed.

    Args:
        environment: perhaps still to be made.
        use: what Qt is wanted for.
        least: what it must be good for; without the rest, the terminal will do.

    Raises:
        SetupError: no environment can be made, Qt would not be good for `least`, or the packages
            could not be installed.
    """
    command = _command(environment, use)
    if command and _may_install(command):
        _install(command)
    if _absent_module(environment):
        raise SetupError(
            f"This Python lacks the module venv; install it with: {libraries.typed(command)}"
        )
    lacking = _lacking(environment, use)
    if _lacking(environment, least):
        raise SetupError(libraries.advice(lacking))
    if lacking:
        say(f"BackEase: {libraries.advice(lacking)}")


def still_lacking(environment: Environment, use: libraries.Use) -> str:
    """What PySide6, now that it is there, cannot find: a line for the person, or nothing.

    What was found once is written into the stamp, so that the next start need not look.
    """
    stamp, name = read_stamp(environment), use.files[-1]
    if name in stamp.get("libraries", []):
        return ""
    lacking = libraries.missing(environment.qt, use)
    if lacking:
        return libraries.advice(lacking)
    if stamp:
        stamp["libraries"].append(name)
        write_stamp(environment, stamp)
    return ""


def _lacking(environment: Environment, use: libraries.Use) -> list[str]:
    if environment.qt.is_dir():
        return libraries.missing(environment.qt, use)
    return libraries.absent(use)


def _command(environment: Environment, use: libraries.Use) -> list[str]:
    """The one command that brings all that is lacking; empty when nothing is, or it is unknown."""
    command = libraries.command_for(_lacking(environment, use))
    module = _absent_module(environment)
    if module and not command:
        command = ["apt-get", "install"]
    return [*command, *module]


def _absent_module(environment: Environment) -> list[str]:
    """Debian's package of the module venv, where one is to be made and this Python lacks it."""
    importlib.invalidate_caches()
    if environment.python.exists() or importlib.util.find_spec("ensurepip"):
        return []
    return [f"{THIS}-venv"]


def _may_install(command: Sequence[str]) -> bool:
    """Whether the command may be run now: a person says so, or there is none and we are root."""
    root = sys.platform.startswith("linux") and os.geteuid() == 0
    if not has_person():
        return root and command[0] == "apt-get"
    if not root and not shutil.which("sudo"):
        return False
    say("BackEase needs packages of the system: " + " ".join(_packages(command)))
    return agrees(f"Install them now, {'with' if root else 'with sudo and'} {command[0]}?")


def _packages(command: Sequence[str]) -> list[str]:
    return [word for word in command[2:] if not word.startswith("-")]


def _install(command: list[str]) -> None:
    """Run a command of `libraries.command_for`.

    Raises:
        SetupError: it failed; says which, and its last words.
    """
    say("BackEase: installing system packages: " + " ".join(_packages(command)))
    sudo = [] if os.geteuid() == 0 else ["sudo"]
    if command[0] != "apt-get":  # the person has agreed already
        _run([*sudo, command[0], *UNASKED[command[0]], *command[1:]])
        return
    try:
        _run([*sudo, "apt-get", *QUICKLY, "update"])
    except SetupError as error:
        say(f"BackEase: {error} Trying with the list of packages that is there.")
    options = ["-y", "--no-install-recommends", *QUICKLY]
    _run([*sudo, "apt-get", "install", *options, *command[2:]])


def _run(command: list[str]) -> None:
    heard: list[str] = []

    def listen(line: str) -> None:
        heard.append(line)
        if line.startswith(("Get:", "Setting up ")):
            say("    " + line.removeprefix("Get:"))

    code = overheard(command, listen, {**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
    if code:
        # apt's last words come as many lines that begin alike; the first one names the cause.
        errors = [line for line in heard if line.startswith("E: ")] or heard[-1:] or ["no word"]
        words = [word for word in command if "=" not in word and word not in ("-o", "sudo", "-y")]
        raise SetupError(
            f"`{' '.join(words[:2])}` failed: {errors[0].removeprefix('E: ')}. "
            "Is the network there, and are the sources of packages right?"
        )
