"""Rendered clips on disk, so that a routine heard once starts at once the next time.

Rules:
    * The key is a hash of everything that could change the sound: voice program and its version,
      voice, speed, text, the format of the file and the byte order of the machine.
    * A file is written beside its place and moved there, and carries a checksum over its key and
      its sound. One that is damaged, or another clip's, is thrown away and rendered again.
    * The folder stays under a size: what was used longest ago goes first.
    * No trouble with the disk is ever an error. Where the folder cannot be written, clips go to a
      temporary one for the rest of this run; where that fails too, they are not kept.
"""

import contextlib
import json
import logging
import os
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash

from backease_desktop.core.clip import Clip
from backease_desktop.core.voice import VoiceChoice
from backease_desktop.disk import make_folder, read_file, scratch_folder, sweep

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

FORMAT_VERSION = 2
"""Part of every key: raise it when trimming, loudness or the file change."""

DEFAULT_LIMIT = 64 * 1024 * 1024
"""Bytes: about 25 minutes of speech, all the routines in several voices."""

_MOST_BYTES = 16 << 20
"""Of a kept file: three minutes of speech."""

_MAGIC = b"BEC2"
_ENGINE_FILE = "voice-program.txt"
_KEPT_AFTER_CLEARING = 0.75  # so that a full folder is not sorted again for each new clip

_log = logging.getLogger(__name__)


def clip_key(engine: str, voice: VoiceChoice, text: str) -> str:
    """The name of a clip: the same for the same sound, and for nothing else."""
    parts = [FORMAT_VERSION, sys.byteorder, engine, voice.id, voice.rate_wpm, text]
    # Qt's, because Python's would bring OpenSSL into memory.
    sha256 = QCryptographicHash.Algorithm.Sha256
    return bytes(QCryptographicHash.hash(json.dumps(parts).encode(), sha256).data()).hex()


class ClipCache:
    """Clips by phrase and voice, in a folder of its own.

    Args:
        folder: made when the first clip is kept; it need not be writable, nor even possible.
        limit: bytes that its files may fill.
    """

    def __init__(self, folder: Path, *, limit: int = DEFAULT_LIMIT) -> None:
        self._folder = folder
        self._limit = limit
        self._spare: TemporaryDirectory[str] | None = None
        self._gave_up = False
        self._size: int | None = None
        try:
            self._engine = read_file(folder / _ENGINE_FILE, _MOST_BYTES).decode()
        except (OSError, ValueError):
            self._engine = ""

    @property
    def engine(self) -> str:
        """Voice program and version whose clips are found; as it was when last seen, or empty.

        Remembered on disk, so that clips are found without starting the voice.
        """
        return self._engine

    @engine.setter
    def engine(self, engine: str) -> None:
        if engine != self._engine:
            self._engine = engine
            self._write(_ENGINE_FILE, engine.encode())

    def find(self, voice: VoiceChoice, text: str) -> Clip | None:
        """The clip of this phrase, if it was kept and is whole."""
        name = clip_key(self._engine, voice, text) + ".clip"
        for folder in self._folders():
            path = folder / name
            try:
                data = read_file(path, _MOST_BYTES)
            except OSError:
                continue
            samples = data[len(_MAGIC) + 4 :]
            if samples and data == _framed(name, samples):
                with contextlib.suppress(OSError):
                    os.utime(path)
                return Clip(samples)
            _log.warning("a damaged clip was thrown away: %s", path)
            with contextlib.suppress(OSError):
                path.unlink()
        return None

    def keep(self, voice: VoiceChoice, text: str, clip: Clip) -> None:
        """Keep a clip for the next time; whether that worked makes no difference to anyone."""
        name = clip_key(self._engine, voice, text) + ".clip"
        data = _framed(name, clip.samples)
        self._write(name, data)
        if self._size is None:
            folder = self._folders()[-1]
            with contextlib.suppress(OSError):
                sweep(folder, "*.part", (folder / name).stat().st_mtime)
            self._size = sum(size for _, size, _ in self._kept())
        else:
            self._size += len(data)
        if self._size > self._limit:
            self._size = self._clear()

    def close(self) -> None:
        """Remove the temporary folder, if there is one."""
        if self._spare is not None:
            self._spare.cleanup()
            self._spare = None

    def _folders(self) -> list[Path]:
        """Where clips may be; they are kept in the last one."""
        return [self._folder] + ([Path(self._spare.name)] if self._spare is not None else [])

    def _write(self, name: str, data: bytes) -> None:
        try:
            _write_whole(self._folders()[-1] / name, data)
        except OSError as error:
            if self._gave_up:
                return
            self._gave_up = True
            _log.warning("clips are not kept after this run: %s", error)
            with contextlib.suppress(OSError):
                self._spare = scratch_folder()
                self._size = None
                _write_whole(Path(self._spare.name) / name, data)

    def _kept(self) -> list[tuple[int, int, Path]]:
        """When last used (ns), size and path of each clip in the folder that is written to."""
        kept = []
        for path in self._folders()[-1].glob("*.clip"):
            with contextlib.suppress(OSError):
                stat = path.stat()
                kept.append((stat.st_mtime_ns, stat.st_size, path))
        return kept

    def _clear(self) -> int:
        """Remove what was used longest ago; returns the bytes that are left."""
        kept = sorted(self._kept())
        size = sum(bytes_ for _, bytes_, _ in kept)
        for _, bytes_, path in kept:
            if size <= self._limit * _KEPT_AFTER_CLEARING:
                break
            with contextlib.suppress(OSError):
                path.unlink()
                size -= bytes_
        return size


def _framed(name: str, samples: bytes) -> bytes:
    return _MAGIC + zlib.crc32(samples, zlib.crc32(name.encode())).to_bytes(4, "little") + samples


def _write_whole(path: Path, data: bytes) -> None:
    make_folder(path.parent)
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
