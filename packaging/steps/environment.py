"""The Python environment of a checkout: where it is, whether it is whole, and how it is made.

Rules: it is filled from the hashed lock files and from nothing else; a stamp is written last, so
that one without a stamp was left half made and is made anew; in another place, or for another
Python, it is made anew, too. It lies in the checkout, or, where that cannot be written, in the
person's cache.
"""

import hashlib
import json
import os
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

from steps.telling import SetupError, outcome, overheard, say

ROOT = Path(__file__).resolve().parents[2]
LOCKS = {
    "run": ROOT / "packaging" / "requirements.lock",
    "dev": ROOT / "packaging" / "requirements-dev.lock",  # holds every line of the other one too
}
VOICE_LOCK = ROOT / "packaging" / "requirements-voice.lock"
"""For the environment that renders the voice pack; `backease voice render` makes it."""
WINDOWS = os.name == "nt"
THIS = f"python{sys.version_info[0]}.{sys.version_info[1]}"

_ELSEWHERE = {"PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON", "PIP_DRY_RUN", "PYTHONHOME"}
"""Variables that lead pip away from the environment that it belongs to."""

Stamp = dict[str, list[str]]
"""What it was `made_for`, its `locks`, what is `installed`, and for what its `libraries` do."""


@dataclass(frozen=True)
class Environment:
    """A folder that holds a Python of its own, made or yet to be made."""

    folder: Path

    @property
    def python(self) -> Path:
        """Its Python."""
        return self.folder / ("Scripts/python.exe" if WINDOWS else "bin/python")

    @property
    def site(self) -> Path:
        """Where its packages lie."""
        return self.folder / ("Lib/site-packages" if WINDOWS else f"lib/{THIS}/site-packages")

    @property
    def qt(self) -> Path:
        """Where its PySide6 lies."""
        return self.site / "PySide6"

    @property
    def stamp(self) -> Path:
        """Written last: without it, the environment was left half made."""
        return self.folder / "backease.json"


def environment_of(root: Path = ROOT) -> Environment:
    """The environment of a checkout: in it, or in the cache where it cannot be written."""
    inside = Environment(root / ".venv")
    if os.access(root, os.W_OK) or read_stamp(inside):
        return inside
    place = hashlib.sha256(os.fsencode(root)).hexdigest()[:12]
    return Environment(_cache() / "backease" / "environments" / place)


def _cache() -> Path:
    """Where this system keeps what can be made again."""
    if WINDOWS:
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    chosen = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return chosen if chosen.is_absolute() else Path.home() / ".cache"


def made_for(environment: Environment) -> list[str]:
    """What an environment belongs to."""
    return [str(environment.folder), sys.base_prefix, THIS]


def read_stamp(environment: Environment) -> Stamp:
    """What was installed; empty when it is missing, half made, damaged or made elsewhere."""
    try:
        stamp: Stamp = json.loads(environment.stamp.read_text(encoding="utf-8"))
        sound = (
            stamp["made_for"] == made_for(environment)
            and environment.python.exists()
            and (environment.folder / "pyvenv.cfg").exists()
            and set(stamp["installed"]).issubset(path.name for path in environment.site.iterdir())
        )
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return stamp if sound else {}


def write_stamp(environment: Environment, stamp: Stamp) -> None:
    """Replace the stamp in one step, so that it is there whole or not at all."""
    draft = environment.stamp.with_suffix(".new")
    draft.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
    draft.replace(environment.stamp)


def digest(lock: Path) -> str:
    """Fingerprint of a lock file, whatever line ends the checkout gave it."""
    return hashlib.sha256(lock.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def is_ready(environment: Environment, kind: str) -> bool:
    """Whether it holds what the lock file of `kind` ("run" or "dev") says."""
    return set(_locks(kind)).issubset(read_stamp(environment).get("locks", []))


def make_ready(environment: Environment, kind: str) -> None:
    """Bring it to what the lock file of `kind` says; quick when it is there.

    Raises:
        SetupError: it could not be made.
    """
    if is_ready(environment, kind):
        if _bindings_are_packed(environment):
            _unpack_bindings(environment)
        return
    if read_stamp(environment):
        environment.stamp.unlink()
    else:
        _make(environment)
    _install(environment, LOCKS[kind])
    _add_checkout(environment)
    _unpack_bindings(environment)  # also what an older version has left there
    names = (path.name for path in environment.site.iterdir())
    installed = sorted(name for name in names if not name.startswith(("pip", "__")))
    write_stamp(
        environment,
        {
            "made_for": made_for(environment),
            "locks": _locks(kind),
            "installed": installed,
            "libraries": [],
        },
    )


def _locks(kind: str) -> list[str]:
    return sorted({digest(LOCKS["run"]), digest(LOCKS[kind])})


def _make(environment: Environment) -> None:
    """Make an empty one, whatever stood there before."""
    folder = environment.folder
    say(f"BackEase: making its own Python environment in {folder}")
    if ROOT not in folder.parents:
        say("    (there, because this checkout cannot be written)")
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    folder.parent.mkdir(parents=True, exist_ok=True)
    code, said = outcome([sys.executable, "-m", "venv", "--clear", str(folder)])
    if code:
        raise SetupError(f"Python could not make {folder}:\n{said}")


def _install(environment: Environment, lock: Path) -> None:
    """Install a lock file with pip, hashes checked, one line for each package.

    Where packages come from is the machine's own business, so pip's configuration is respected.
    Where they go is not: the last options override what it says about that.

    Raises:
        SetupError: pip failed, or put them elsewhere; carries its last words.
    """
    say("BackEase: installing packages (the first time, about 100 MB to download)")
    options = ["install", "--no-deps", "--require-hashes", "--progress-bar", "off", "--no-input"]
    options += ["--target=", "--prefix", str(environment.folder)]
    kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    heard: list[str] = []

    def listen(line: str) -> None:
        heard.append(line)
        words = line.split()
        if words[:1] == ["Collecting"]:
            say("    " + words[1].replace("==", " "))
        elif words[:1] == ["Downloading"] and words[-1] == "MB)":
            say("        downloading " + " ".join(words[-2:]).strip("()"))
        elif words[:1] == ["Installing"]:
            say("    unpacking")

    failed = overheard(
        [str(environment.python), "-m", "pip", *options, "-r", str(lock)],
        listen,
        {**kept, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
    )
    if failed:
        raise SetupError(
            "\n".join(heard[-15:]) + "\nBackEase could not be installed: pip's last words stand "
            "above. It needs a Python package index within reach, and a 64-bit Python 3.11 to 3.14 "
            "on Windows, macOS or a Linux with glibc."
        )
    brought = {path.name.partition("-")[0] for path in environment.site.glob("*.dist-info")}
    if brought <= {"pip", "setuptools"}:
        raise SetupError(
            "pip has put the packages elsewhere than into the environment that it belongs to: "
            "see what `pip config list` says of target, prefix and root."
        )


def _bindings_are_packed(environment: Environment) -> bool:
    """Whether PySide6 would compile its own start-up files out of its library at every start."""
    home = environment.site / "shiboken6"
    return home.is_dir() and os.access(home, os.W_OK) and not (home / "files.dir").exists()


def _unpack_bindings(environment: Environment) -> None:
    """Let PySide6's own start-up files lie on the disk, so that their bytecode is kept.

    That is its own switch, SBK_EMBED; it saves each start 40 ms of processor time. Where it cannot
    be done nothing is lost but these.
    """
    if not (environment.site / "shiboken6").is_dir():
        return
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    for around in ({**kept, "SBK_EMBED": "0"}, kept):  # the second time with what was unpacked
        command = [str(environment.python), "-c", "import PySide6.QtCore"]
        overheard(command, lambda _: None, around)


def _add_checkout(environment: Environment) -> None:
    """Let it import the package from this checkout, and give it the command backease."""
    # Relative, because letters of a folder's name are read differently by each Python's .pth code.
    path = os.path.relpath(ROOT, environment.site) + "\n"
    environment.site.joinpath("backease_desktop.pth").write_text(path, encoding="utf-8")
    if WINDOWS:
        command = environment.python.with_name("backease.cmd")
        command.write_text('@"%~dp0python.exe" -P -m backease_desktop %*\n', encoding="ascii")
    else:
        command = environment.python.with_name("backease")
        run = f'exec {shlex.quote(str(environment.python))} -P -m backease_desktop "$@"'
        command.write_text(f"#!/bin/sh\n{run}\n", encoding="utf-8")
        command.chmod(0o755)
