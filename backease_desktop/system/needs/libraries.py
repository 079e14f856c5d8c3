"""The system's libraries that Qt needs on Linux: which are missing, and the command that helps.

Rules: nothing but the standard library, since this is asked when nothing else can be loaded, and
by the set-up script before anything is installed; what is missing is named all together, so that a
person types one command, once; an answer is a line of text.
"""

import ctypes
import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from itertools import filterfalse
from pathlib import Path
from typing import NamedTuple

FONT = "a font"
"""Stands among the missing libraries for any font at all: without one, Qt draws boxes."""

Packages = dict[str, tuple[str, str]]
"""Libraries, each with its package on Debian and Ubuntu, and on Arch."""

_TO_PLAY: Packages = {
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2"),
}
_TO_DRAW: Packages = {
    FONT: ("fonts-dejavu-core", "ttf-dejavu"),
    "libEGL.so.1": ("libegl1", "libglvnd"),
    "libGL.so.1": ("libgl1", "libglvnd"),
    "libX11.so.6": ("libx11-6", "libx11"),
    "libbrotlicommon.so.1": ("libbrotli1", "brotli"),
    "libbrotlidec.so.1": ("libbrotli1", "brotli"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype2"),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2", "krb5"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
}
_TO_OPEN: Packages = {
    "libX11-xcb.so.1": ("libx11-xcb1", "libx11"),
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
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
}
PACKAGES: Packages = {**_TO_PLAY, **_TO_DRAW, **_TO_OPEN}


class Use(NamedTuple):
    """What somebody wants of Qt.

    Attributes:
        files: those of PySide6 that must find their libraries for it.
        packages: the libraries that they are known to link against.
    """

    files: tuple[str, ...]
    packages: Packages


_PLAYING = ("QtCore.abi3.so",)
_DRAWING = ("QtWidgets.abi3.so", "QtNetwork.abi3.so", "Qt/plugins/platforms/libqoffscreen.so")
_OPENING = ("Qt/plugins/platforms/libqxcb.so", "Qt/plugins/platforms/libqwayland.so")

PLAY = Use(_PLAYING, _TO_PLAY)
"""Play in the terminal."""
DRAW = Use((*_PLAYING, *_DRAWING), {**_TO_PLAY, **_TO_DRAW})
"""Draw into files, and run the tests."""
OPEN = Use((*_PLAYING, *_DRAWING, *_OPENING), PACKAGES)
"""Open a window on a screen."""

_LIBRARY = re.compile(r"\blib[\w.+-]+\.so[.\d]*")


def qt_folder() -> Path | None:
    """Where this Python has PySide6, which need not be loadable; None if it has none."""
    found = importlib.util.find_spec("PySide6")
    places = found.submodule_search_locations if found else None
    return Path(places[0]) if places else None


def absent(use: Use) -> list[str]:
    """What `use` is known to need and this system lacks; asked before PySide6 is there."""
    if not sys.platform.startswith("linux"):
        return []
    libraries = (name for name in use.packages if name != FONT)
    return sorted([*filterfalse(_loads, libraries), *_absent_font(use)])


def missing(qt: Path, use: Use) -> list[str]:
    """What the files of PySide6 for `use` link against and this system lacks.

    Known where there is `ldd`, as on every system with glibc; elsewhere nothing is missing.

    Args:
        qt: the folder of PySide6.
        use: what is wanted of it.
    """
    if not sys.platform.startswith("linux") or not shutil.which("ldd"):
        return []
    listed = subprocess.run(
        ["ldd", *(str(qt / name) for name in use.files)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "LC_ALL": "C"},
    )
    lines = listed.stdout.splitlines()
    return sorted(
        {line.split()[0] for line in lines if "=> not found" in line}.union(_absent_font(use))
    )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _absent_font(use: Use) -> list[str]:
    return [FONT] if FONT in use.packages and not has_font() else []


def has_font() -> bool:
    """Whether one of the usual folders holds a font file."""
    home = Path.home()
    usual = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts")]
    usual += [home / ".fonts", home / ".local/share/fonts"]
    endings = (".ttf", ".otf", ".ttc", ".pfb")
    files = (name for top in usual for _, _, names in os.walk(top) for name in names)
    return any(name.lower().endswith(endings) for name in files)


def command_for(lacking: Sequence[str]) -> list[str]:
    """The command that brings these libraries on this kind of Linux; empty if it is unknown."""
    known = [so for so in lacking if so in PACKAGES]
    if known and shutil.which("apt-get"):
        return ["apt-get", "install", *sorted({PACKAGES[so][0] for so in known})]
    if known and shutil.which("pacman"):
        return ["pacman", "-S", "--needed", *sorted({PACKAGES[so][1] for so in known})]
    for tool, font in (("dnf", "dejavu-sans-fonts"), ("zypper", "dejavu-fonts")):
        if shutil.which(tool):  # an RPM can be asked for by the library that it provides
            return [tool, "install", *(font if so == FONT else f"{so}()(64bit)" for so in lacking)]
    return []


def typed(command: Sequence[str]) -> str:
    """A command of `command_for` as a person who is not root types it."""
    update = "sudo apt-get update && " if command[0] == "apt-get" else ""
    return f"{update}sudo {shlex.join(command)}"


def advice(lacking: Sequence[str]) -> str:
    """What to type, or what to look for, so that Qt finds its libraries: one line."""
    command = command_for(lacking)
    unknown = list(lacking) if not command else [so for so in lacking if so not in PACKAGES]
    if not command:
        return f"Qt needs libraries that this system lacks; find the packages of {_list(unknown)}"
    more = f" (and find the packages of {_list(unknown)})" if unknown else ""
    return f"Qt needs libraries that this system lacks{more}; install them with: {typed(command)}"


def why_not_loaded(error: ImportError) -> str:
    """What a person can do about a part of the program that cannot be loaded: one line."""
    qt, named = qt_folder(), _LIBRARY.findall(str(error))
    if qt is not None and named:
        return advice(missing(qt, OPEN) or named)
    part = f" ({error.name})" if error.name else ""
    return (
        f"a part of this installation{part} cannot be loaded: {error}; install BackEase again, "
        "for example with: pipx reinstall backease-desktop"
    )


def _list(names: Sequence[str]) -> str:
    return ", ".join(names)
