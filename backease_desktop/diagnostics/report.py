"""The version report: what people paste into an issue."""

import platform

from backease_desktop import __version__

_PACKAGES = (
    "PySide6-Essentials",
    "msgspec",
    "pydantic",
    "pyttsx3",
    "espeakng-loader",
    "miniaudio",
    "PyYAML",
)


def versions() -> str:
    """Versions of the program, of Python, of the system and of the libraries, a line each."""
    lines = [
        f"BackEase Desktop {__version__}",
        f"Python {platform.python_version()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
    ]
    return "\n".join(lines + [f"{name} {_version_of(name)}" for name in _PACKAGES])


def _version_of(name: str) -> str:
    # Loaded with the first report: it brings a parser of e-mail along, 5 MB.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
