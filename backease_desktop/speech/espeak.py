"""Finding espeak-ng on Linux, so that pyttsx3 works on a machine where nobody installed a voice.

The system's library is used where there is one. Otherwise the one in the `espeakng-loader` wheel is
loaded first: its soname is the name that pyttsx3 looks for, so pyttsx3 then finds it in memory.

espeak-ng ends the whole process (`exit(1)`) when its data is missing or lies under a long path.
Both are looked at here before it gets the chance.
"""

import ctypes
import os
from pathlib import Path

SYSTEM_NAMES = ("libespeak-ng.so.1", "libespeak.so.1")
LONGEST_DATA_PATH = 140
"""Bytes. espeak-ng 1.52 keeps paths in buffers of 160; 155 worked and 160 did not."""


class NoEspeakError(RuntimeError):
    """No espeak-ng that could be used."""


def load_espeak(scratch: Path) -> ctypes.CDLL:
    """Load the library into this process, for pyttsx3 to find.

    Args:
        scratch: a folder with a short path, for a link to data that lie under a long one.

    Raises:
        NoEspeakError: neither the system nor the wheel has one that loads.
    """
    for name in SYSTEM_NAMES:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    return _load_from_wheel(scratch)


def espeak_version(library: ctypes.CDLL) -> str:
    """The version that the library gives itself, for instance `1.52.0`."""
    library.espeak_Info.restype = ctypes.c_char_p
    said: bytes = library.espeak_Info(None) or b"unknown"
    return said.decode("utf-8", "replace").strip()


def _load_from_wheel(scratch: Path) -> ctypes.CDLL:
    try:
        # Only Linux has this package, and only a machine without espeak-ng needs it.
        import espeakng_loader

        library, data = espeakng_loader.get_library_path(), Path(espeakng_loader.get_data_path())
    except (ImportError, RuntimeError) as error:
        raise NoEspeakError(f"no espeak-ng on this system, and no wheel: {error}") from error
    os.environ["ESPEAK_DATA_PATH"] = str(short_data_path(data, scratch))
    try:
        return ctypes.CDLL(library)
    except OSError as error:
        raise NoEspeakError(f"the espeak-ng of the wheel does not load: {error}") from error


def short_data_path(data: Path, scratch: Path) -> Path:
    """A path to espeak's data that its buffers can hold: the path itself, or a link to it.

    Raises:
        NoEspeakError: the data are not there, or the link cannot be made short enough.
    """
    if not (data / "phontab").is_file():
        raise NoEspeakError(f"espeak-ng has no data in {data}")
    if len(os.fsencode(data)) <= LONGEST_DATA_PATH:
        return data
    link = scratch / "espeak-ng-data"
    if len(os.fsencode(link)) > LONGEST_DATA_PATH:
        raise NoEspeakError(f"the path of espeak's data is too long, and so is {link}")
    try:
        link.unlink(missing_ok=True)
        link.symlink_to(data, target_is_directory=True)
    except OSError as error:
        raise NoEspeakError(f"cannot link espeak's data to a shorter path: {error}") from error
    return link
