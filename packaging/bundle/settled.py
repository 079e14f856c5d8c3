"""Makes a folder the same bytes wherever and whenever it was made.

What differs between two builds of the same files: times, in the archive of modules and in the head
of each compiled one; the order of a folder's files; modes, which the builder's umask gives; and a
module of cx_Freeze that says when and on which machine, which nobody reads.
"""

import os
import subprocess
import time
import zipfile
from pathlib import Path

from bundle.shipped import ROOT

_WHEN_AND_WHERE = "BUILD_CONSTANTS.pyc"
_TIME_IN_PYC = slice(8, 12)
_EARLIEST = 315_532_800
"""1980, in seconds: an archive knows no time before."""


def build_time() -> int:
    """The time that everything in a build has, in seconds since 1970.

    It is that of the commit; `SOURCE_DATE_EPOCH` overrides it, as packagers expect.
    """
    named = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not named:
        asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
        told = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
        named = told or str(_EARLIEST)
    return max(int(named), _EARLIEST)


def settle(folder: Path, when: int) -> None:
    """Give all below the folder one time and the modes of a package."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".pyc":
            path.write_bytes(_with_time(path.read_bytes(), when))
        elif path.name == "library.zip":
            _repack(path, when)
    for path in [folder, *folder.rglob("*")]:
        if path.is_symlink():
            continue
        runs = path.is_dir() or bool(path.stat().st_mode & 0o100)
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (when, when))


def _repack(path: Path, when: int) -> None:
    at = time.gmtime(when)[:6]
    with zipfile.ZipFile(path) as before:
        modules = {name: before.read(name) for name in before.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in sorted(modules.items()):
            if name == _WHEN_AND_WHERE:
                continue
            entry = zipfile.ZipInfo(name, at)
            entry.compress_type = zipfile.ZIP_DEFLATED
            is_code = name.endswith(".pyc")
            archive.writestr(entry, _with_time(content, when) if is_code else content)


def _with_time(compiled: bytes, when: int) -> bytes:
    told = bytearray(compiled)
    told[_TIME_IN_PYC] = when.to_bytes(4, "little")
    return bytes(told)
