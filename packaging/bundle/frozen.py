"""The program with its Python in one folder, made by cx_Freeze.

The package stays a folder of its own in it, so that catalogue and voice lie beside the code as in a
wheel, and nothing in the program needs to know that it is frozen.
"""

import shutil
import sys
from pathlib import Path

from cx_Freeze import Executable, Freezer

from backease_desktop.storage.beforehand import FOLDER
from bundle.beforehand import bring_along
from bundle.shipped import ROOT, modules_of_others

LOADED_BY_NAME = ["pyttsx3.drivers"]
"""Packages whose modules a library imports by a name that it puts together."""

LOADED_BY_C = ["_cffi_backend"]
"""Modules that only compiled code imports: without this one there is no sound."""

WITH_FILES = ["backease_desktop", "espeakng_loader", "_soundfile_data", "shiboken6"]
"""Packages with files beside their code, which must be files."""

NOT_FOR_US = ["tkinter", "unittest", "test", "pydoc_data", "lib2to3", "ensurepip", "idlelib"]

FOR_A_NETWORK = ["ssl", "_ssl", "_hashlib", "readline"]
"""What brings OpenSSL, and the editing of lines, 20 MB in all: the program fetches nothing."""

_QT_PLUGINS = {
    "iconengines",
    "imageformats",
    "platforminputcontexts",
    "platforms",
    "platformthemes",
    "styles",
    "wayland-decoration-client",
    "wayland-graphics-integration-client",
    "wayland-shell-integration",
    "xcbglintegrations",
}
"""Kinds of plugins that a program of widgets without a network loads."""

_QT_UNUSED = (
    "libQt6EglF",
    "libQt6Pdf",
    "libQt6Qml",
    "libQt6Quick",
    "libQt6VirtualKeyboard",
    "libQt6WaylandCompositor",
    "libQt6WaylandEglCompositor",
    "libqeglfs",
    "libqlinuxfb",
    "libqminimalegl",
    "libqpdf",
    "libqtvirtualkeyboard",
    "libqvkkhrdisplay",
    "libqvnc",
    "qpdf",
    "qtvirtualkeyboard",
)


def freeze(folder: Path, icon: Path) -> Path:
    """Make the folder anew, with the program in it.

    Args:
        folder: where it is made.
        icon: of the executables, as Windows has it.

    Returns:
        The executable.
    """
    shutil.rmtree(folder, ignore_errors=True)
    start = Path(__file__).with_name("start.py")
    with_icon = {"icon": icon} if sys.platform == "win32" else {}
    executables = [Executable(start, base="console", target_name="backease", **with_icon)]
    if sys.platform == "win32":  # what the menu starts there opens no console
        executables.append(Executable(start, base="gui", target_name="backease-gui", **with_icon))
    data = folder / "lib" / "backease_desktop" / "_data"
    Freezer(
        executables,
        includes=LOADED_BY_C,
        packages=["backease_desktop", *LOADED_BY_NAME],
        excludes=[*NOT_FOR_US, *FOR_A_NETWORK, *modules_of_others()],
        replace_paths=[("*", "")],
        target_dir=folder,
        zip_include_packages=["*"],
        zip_exclude_packages=WITH_FILES,
        silent=2,
    ).freeze()
    for name in ("catalogue", "resources"):
        shutil.copytree(ROOT / name, data / name)
    bring_along(data / "catalogue", data / FOLDER)
    _prune(folder)
    return folder / ("backease.exe" if sys.platform == "win32" else "backease")


def _prune(folder: Path) -> None:
    """Take out what Qt brings for programs of other kinds."""
    for plugins in folder.rglob("plugins"):
        for kind in plugins.iterdir():
            if kind.name not in _QT_PLUGINS:
                shutil.rmtree(kind)
    for path in folder.rglob("*"):
        if path.is_file() and path.name.startswith(_QT_UNUSED):
            path.unlink()
    for path in folder.rglob("translations"):
        shutil.rmtree(path)  # the program speaks English
    for place in sorted((one for one in folder.rglob("*") if one.is_dir()), reverse=True):
        if not any(place.iterdir()):
            place.rmdir()
