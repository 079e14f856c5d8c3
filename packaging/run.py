#!/usr/bin/env python3
"""Sets BackEase up from a fresh checkout and starts it; with "test", runs its checks instead.

    python3 packaging/run.py [backease arguments]     set up, then start BackEase
    python3 packaging/run.py test [pytest arguments]  set up, then check style, types and tests
    python3 packaging/run.py setup                    set up only
    python3 packaging/run.py lock [--upgrade]         write the lock files anew from pyproject.toml
    python3 packaging/run.py benchmark [arguments]    measure it beside a bare window
    python3 packaging/run.py pictures [arguments]     take the README's pictures from the app

On Windows, type py instead of python3. Delete .venv to start over.

Rules of this file: nothing but the standard library, so that Python alone is enough; syntax that
Python 3.8 can read, so that an old Python can say what it lacks; everything it installs goes into
.venv of this checkout, from the hashed lock files beside it; what it says goes to stderr, and it
says nothing when nothing is to be done. Only as root on Debian or Ubuntu does it add packages to
the system.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import json
import os
import shlex
import shutil
import socket
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
LOCKS = {
    "run": ROOT / "packaging" / "requirements.lock",
    "dev": ROOT / "packaging" / "requirements-dev.lock",  # holds every line of the other one too
}

WINDOWS = os.name == "nt"
LINUX = sys.platform.startswith("linux")
THIS = f"python{sys.version_info[0]}.{sys.version_info[1]}"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
SITE = VENV / ("Lib/site-packages" if WINDOWS else f"lib/{THIS}/site-packages")
STAMP = VENV / "backease.json"
"""Written last: a .venv without it was left half made."""

CORE = ["QtCore.abi3.so"]
DRAWING = [*CORE, "QtWidgets.abi3.so", "Qt/plugins/platforms/libqoffscreen.so"]
WINDOW = [*DRAWING, "Qt/plugins/platforms/libqxcb.so", "Qt/plugins/platforms/libqwayland.so"]
"""Files of PySide6 that must find their libraries: to play in the terminal, to draw, to open."""

FONT = "a font"
"""Stands among the missing libraries for any font at all: without one, Qt draws boxes."""

PACKAGES = {  # what the files above link against: its package on Debian and Ubuntu, and on Arch
    FONT: ("fonts-dejavu-core", "ttf-dejavu"),
    "libEGL.so.1": ("libegl1", "libglvnd"),
    "libGL.so.1": ("libgl1", "libglvnd"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libx11"),
    "libX11.so.6": ("libx11-6", "libx11"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype2"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libwayland-client.so.0": ("libwayland-client0", "wayland"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "wayland"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
}


class SetupError(Exception):
    """Why this cannot go on, in sentences for the person."""


def say(text: str) -> None:
    """Tell the person, apart from what the app itself prints."""
    print(text, file=sys.stderr, flush=True)


def outcome(command: list[str], **env: str) -> tuple[int, str]:
    """Run a command quietly; return its exit code and all that it said, stdout and stderr."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, **env},
    )
    return done.returncode, done.stdout.strip()


# ------------------------------------------------------------------------------------ .venv


def require_python() -> None:
    """Refuse a Python that is too old, and name a newer one if this machine has it.

    Raises:
        SetupError: this Python is older than `OLDEST`.
    """
    if sys.version_info[:2] >= OLDEST:
        return
    names = [f"python3.{minor}" for minor in (14, 13, 12, 11)]
    newer = [n for n in names if shutil.which(n) and outcome([n, "--version"])[0] == 0]
    hint = f"This machine has {newer[0]}: use that." if newer else "Please install a newer one."
    raise SetupError(f"BackEase needs Python 3.11 or newer; {sys.executable} is {THIS}. {hint}")


def made_for() -> list[str]:
    """What a .venv belongs to: in another place, or for another Python, it is made anew."""
    return [str(VENV), sys.base_prefix, THIS]


def read_stamp() -> dict[str, list[str]]:
    """What was installed; empty when .venv is missing, half made, damaged or made elsewhere."""
    try:
        stamp: dict[str, list[str]] = json.loads(STAMP.read_text(encoding="utf-8"))
        sound = (
            stamp["made_for"] == made_for()
            and PYTHON.exists()
            and (VENV / "pyvenv.cfg").exists()
            and set(stamp["installed"]).issubset(path.name for path in SITE.iterdir())
        )
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return stamp if sound else {}


def write_stamp(stamp: dict[str, list[str]]) -> None:
    """Replace the stamp in one step, so that it is there whole or not at all."""
    draft = STAMP.with_suffix(".new")
    draft.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
    draft.replace(STAMP)


def digest(lock: Path) -> str:
    """Fingerprint of a lock file, whatever line ends the checkout gave it."""
    return hashlib.sha256(lock.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def set_up(kind: str) -> dict[str, list[str]]:
    """Bring .venv to what the lock file of `kind` ("run" or "dev") says; quick when it is there.

    Returns:
        The stamp of the finished environment.

    Raises:
        SetupError: it could not be made.
    """
    stamp = read_stamp()
    locks = sorted({digest(LOCKS["run"]), digest(LOCKS[kind])})
    if stamp and set(locks).issubset(stamp["locks"]):
        return stamp
    if stamp:
        STAMP.unlink()
    else:
        make_venv()
    install(LOCKS[kind])
    add_checkout()
    names = (path.name for path in SITE.iterdir())
    installed = sorted(name for name in names if not name.startswith(("pip", "__")))
    stamp = {"made_for": made_for(), "locks": locks, "installed": installed, "libraries": []}
    write_stamp(stamp)
    return stamp


def make_venv() -> None:
    """Make an empty .venv, whatever stood there before."""
    say(f"BackEase: making its own Python environment in {VENV}")
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        if not can_apt():
            raise SetupError(
                f"This Python lacks the module venv. To install it:\n"
                f"    sudo apt-get update && sudo apt-get install {THIS}-venv"
            )
        apt([f"{THIS}-venv"])
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    code, said = outcome([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if code:
        raise SetupError(f"Python could not make {VENV}:\n{said}")


def install(lock: Path) -> None:
    """Install a lock file with pip, hashes checked, one line for each package.

    Where packages come from is the machine's own business: pip's configuration is respected.

    Raises:
        SetupError: pip failed; carries its last words.
    """
    say("BackEase: installing packages (the first time, about 100 MB to download)")
    options = ["install", "--no-deps", "--require-hashes", "--progress-bar", "off", "--no-input"]
    pip = subprocess.Popen(
        [str(PYTHON), "-m", "pip", *options, "-r", str(lock)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
    )
    heard = []
    for line in pip.stdout or ():
        heard.append(line.rstrip())
        words = line.split()
        if words[:1] == ["Collecting"]:
            say("    " + words[1].replace("==", " "))
        elif words[:1] == ["Downloading"] and words[-1] == "MB)":
            say("        downloading " + " ".join(words[-2:]).strip("()"))
        elif words[:1] == ["Installing"]:
            say("    unpacking")
    if pip.wait():
        raise SetupError(
            "\n".join(heard[-15:]) + "\nBackEase could not be installed: pip's last words stand "
            "above. It needs a Python package index within reach, and a 64-bit Python 3.11 to 3.14 "
            "on Windows, macOS or a Linux with glibc."
        )


def add_checkout() -> None:
    """Let .venv import the package from this checkout, and give it the command backease."""
    # Relative, because letters of a folder's name are read differently by each Python's .pth code.
    path = os.path.relpath(ROOT, SITE) + "\n"
    SITE.joinpath("backease_desktop.pth").write_text(path, encoding="ascii")
    if WINDOWS:
        command = PYTHON.with_name("backease.cmd")
        command.write_text('@"%~dp0python.exe" -P -m backease_desktop %*\n', encoding="ascii")
    else:
        command = PYTHON.with_name("backease")
        run = f'exec {shlex.quote(str(PYTHON))} -P -m backease_desktop "$@"'
        command.write_text(f"#!/bin/sh\n{run}\n", encoding="utf-8")
        command.chmod(0o755)


# ------------------------------------------------------------------- the system's libraries


def can_apt() -> bool:
    """Whether this process may add Debian packages."""
    return LINUX and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt(packages: list[str]) -> None:
    """Install Debian packages.

    Raises:
        SetupError: apt-get failed; carries its last words.
    """
    say("BackEase: installing system packages: " + " ".join(packages))
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    for command in (["apt-get", "update"], install):
        code, said = outcome(command, DEBIAN_FRONTEND="noninteractive")
        if code:
            raise SetupError("\n".join([*said.splitlines()[-8:], shlex.join(command) + " failed."]))


def missing_libraries(parts: list[str]) -> list[str]:
    """What these files of PySide6 link against and this system lacks (known for glibc only)."""
    if not LINUX or not shutil.which("ldd"):
        return []
    _, listed = outcome(["ldd", *(str(SITE / "PySide6" / part) for part in parts)], LC_ALL="C")
    missing = {line.split()[0] for line in listed.splitlines() if "=> not found" in line}
    if parts is not CORE and not has_font():
        missing.add(FONT)
    return sorted(missing)


def has_font() -> bool:
    """Whether one of the usual folders holds a font file."""
    home = Path.home()
    usual = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts")]
    usual += [home / ".fonts", home / ".local/share/fonts"]
    endings = (".ttf", ".otf", ".ttc", ".pfb")
    files = (name for top in usual for _, _, names in os.walk(top) for name in names)
    return any(name.lower().endswith(endings) for name in files)


def command_for(missing: list[str]) -> list[str]:
    """The command that brings these libraries on this kind of Linux; empty if it is unknown."""
    known = [so for so in missing if so in PACKAGES]
    if known and shutil.which("apt-get"):
        return ["apt-get", "install", *sorted({PACKAGES[so][0] for so in known})]
    if known and shutil.which("pacman"):
        return ["pacman", "-S", "--needed", *sorted({PACKAGES[so][1] for so in known})]
    for tool, font in (("dnf", "dejavu-sans-fonts"), ("zypper", "dejavu-fonts")):
        if shutil.which(tool):  # an RPM can be asked for by the library that it provides
            return [tool, "install", *(font if so == FONT else f"{so}()(64bit)" for so in missing)]
    return []


def advice(missing: list[str]) -> str:
    """What to type, or what to look for, so that Qt finds its libraries."""
    command = command_for(missing)
    unknown = missing if not command else [so for so in missing if so not in PACKAGES]
    told = ["Qt needs libraries that this system lacks."]
    if command:
        update = "sudo apt-get update && " if command[0] == "apt-get" else ""
        told.append(f"To install them:\n    {update}sudo {shlex.join(command)}")
    if unknown:
        told.append(f"Please find the packages of: {', '.join(unknown)}")
    return "\n".join(told)


def lacking(stamp: dict[str, list[str]], parts: list[str]) -> list[str]:
    """The libraries missing for these parts: looked up once, installed where that is allowed."""
    if parts[-1] in stamp["libraries"]:
        return []
    missing = missing_libraries(parts)
    if command_for(missing) and can_apt():
        apt(command_for(missing)[2:])
        missing = missing_libraries(parts)
    if not missing:
        stamp["libraries"].append(parts[-1])
        write_stamp(stamp)
    return missing


def require_libraries(stamp: dict[str, list[str]], parts: list[str]) -> None:
    """Go on only if these parts can be loaded.

    Raises:
        SetupError: libraries are missing and could not be installed from here; says how.
    """
    missing = lacking(stamp, parts)
    if missing:
        raise SetupError(advice(missing))


# ------------------------------------------------------------------------------ the display


def no_display() -> str:
    """Why no window can open here; empty when one can. Asked first, since Qt would abort."""
    if not LINUX or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    wayland, x11 = os.environ.get("WAYLAND_DISPLAY"), os.environ.get("DISPLAY")
    if not wayland and not x11:
        return "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)."
    if (wayland and answers_wayland(wayland)) or (x11 and answers_x11()):
        return ""
    return f"The display {wayland or x11} cannot be opened."


def answers_wayland(name: str) -> bool:
    """Whether a compositor listens under this name."""
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name
    with socket.socket(socket.AF_UNIX) as door:
        return door.connect_ex(str(path)) == 0


def answers_x11() -> bool:
    """Whether the X server of DISPLAY lets us in; True when libxcb is not there to ask with."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused


def in_terminal(arguments: list[str]) -> list[str]:
    """Arguments that would open the window, turned into those that play in the terminal.

    Returns:
        Empty when the arguments ask for something else than the window.
    """
    options: list[str] = []
    routine: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        if name not in ("--profile", "--event-log", "--start"):
            return []
        value = value if equals else next(rest, "")
        if name == "--start":
            routine = [value]
        else:
            options += [name, value]
    return [*options, "play", *routine, "--text"]


# ------------------------------------------------------------------------------ the commands


def hand_over(module: str, arguments: list[str]) -> int:
    """Become a module of this checkout in .venv; on Windows, run it and wait."""
    # -P: a file of the folder where the person stands must not pass for a module.
    command = [str(PYTHON), "-P", "-m", module, *arguments]
    if not WINDOWS:
        os.execv(command[0], command)
    with subprocess.Popen(command) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:  # the app heard it too, and it decides
                continue


def start(arguments: list[str]) -> int:
    """Start BackEase: in its window, or in the terminal where no window can be."""
    stamp = set_up("run")
    text = in_terminal(arguments)
    why = no_display() if text else ""
    missing = lacking(stamp, WINDOW if text and not why else CORE)
    if missing:
        why = advice(missing)
        if lacking(stamp, CORE):
            raise SetupError(why)
    if text and why:
        say(f"{why}\nBackEase plays in the terminal instead.")
        arguments = text
    return hand_over("backease_desktop", arguments)


def test(arguments: list[str]) -> int:
    """Run every check, the tests last; with arguments, only the tests that they name."""
    require_libraries(set_up("dev"), DRAWING)
    os.chdir(ROOT)
    checks = {
        "ruff format": ["-m", "ruff", "format", "--check", "."],
        "ruff check": ["-m", "ruff", "check", "."],
        "mypy": ["-m", "mypy"],
        "import-linter": ["-c", "from importlinter.cli import lint_imports_command as c; c()"],
    }
    failed = []
    for name, command in {} if arguments else checks.items():
        say(f"BackEase: {name}")
        if subprocess.call([str(PYTHON), *command]):
            failed.append(name)
    if failed:
        say(f"BackEase: not clean: {', '.join(failed)}. The tests run all the same.")
    say("BackEase: pytest")
    return subprocess.call([str(PYTHON), "-m", "pytest", *(arguments or ["-q"])]) or len(failed)


def module(name: str, arguments: list[str]) -> int:
    """Become a module of tests/ that measures or draws."""
    require_libraries(set_up("dev"), DRAWING)
    os.chdir(ROOT)
    return hand_over(name, arguments)


def lock(arguments: list[str]) -> int:
    """Write both lock files from pyproject.toml: every system, every Python, hashed, no address."""
    uv = shutil.which("uv")
    if uv is None:
        raise SetupError("The lock files are written by uv (pip install uv), which is not here.")
    os.chdir(ROOT)
    run, dev = (path.relative_to(ROOT).as_posix() for path in LOCKS.values())
    make = [uv, "pip", "compile", "-q", "pyproject.toml", "--universal", "--python-version", "3.11"]
    make += ["--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url", *arguments]
    subprocess.check_call([*make, "-o", run])
    subprocess.check_call([*make, "-o", dev, "--group", "dev", "-c", run])
    return 0


def main(arguments: list[str]) -> int:
    """Do what the arguments say; return the exit code."""
    word, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    try:
        require_python()
        if word in ("-h", "--help"):
            print((__doc__ or "").partition("\n\nRules")[0])
        elif word == "setup":
            require_libraries(set_up("run"), CORE if no_display() else WINDOW)
        elif word == "test":
            return test(rest)
        elif word == "lock":
            return lock(rest)
        elif word in ("benchmark", "pictures"):
            return module(f"tests.{word}", rest)
        else:
            return start(arguments)
    except (SetupError, OSError, subprocess.CalledProcessError) as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("\nBackEase: stopped.")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
