"""`.backease` files: a pack in one file, to be given to somebody and safe to open from anybody.

Rules:
1. Nothing is unpacked before the whole list of entries is in order: their number, names, kinds and
   sizes. A name is one of those that a pack has, so no path leads out and nothing is nested.
2. An entry is read up to its largest size, whatever it says of itself.
3. What was read is checked like any pack, and its texts may have no markup and no links.
4. A photo is a JPEG of its own exercise, bounded, and nothing stands beside its picture, neither
   when it is given away nor when it is taken (`core.jpeg`).
5. Everything refused is refused in one sentence, and the person's folders are as they were.
"""

import io
import json
import re
import stat
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from backease_desktop.core.catalogue.manifest import (
    FORMAT,
    MIME_TYPE,
    SUFFIX,
    VERSION,
    Manifest,
    foreign_faults,
)
from backease_desktop.core.catalogue.pack import Pack
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.jpeg import JpegError, jpeg_size, without_metadata
from backease_desktop.core.plain_text import printable
from backease_desktop.core.reading import read
from backease_desktop.core.schemas import SourcesFile
from backease_desktop.core.values import words_of
from backease_desktop.disk import read_file, scratch_folder, write_file
from backease_desktop.storage.catalogue_folder import MAX_BYTES, MOST_BYTES, read_folder
from backease_desktop.storage.json_text import JsonError, json_of
from backease_desktop.storage.pack_photos import MOST_PHOTO
from backease_desktop.storage.pack_yaml import UnwritableError, yaml_of

MOST_PHOTOS = 8 << 20
"""Bytes of all photos."""
MOST_ZIPPED = (2 << 20) + MOST_PHOTOS
"""Bytes of a file; a hundred exercises with figures have a tenth of two megabytes."""
MOST_ENTRIES = 600
MOST_RATIO = 100
"""How many times smaller text may have become; ours becomes five times smaller."""

_MIMETYPE, _MANIFEST, _SOURCES = "mimetype", "manifest.json", "sources.yaml"
_PHOTO = re.compile(r"photos/([a-z0-9-]+)\.jpg")
_NAMES = re.compile(
    rf"mimetype|manifest\.json|sources\.yaml|(exercises|routines)/[a-z0-9-]+\.yaml|{_PHOTO.pattern}"
)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DATE = (1980, 1, 1, 0, 0, 0)
"""The same pack gives the same bytes."""


class BackeaseFileError(ReportedError):
    """A file cannot be taken; says which, and why."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What a file holds."""

    manifest: Manifest
    pack: Pack


def is_zip(data: bytes) -> bool:
    """Whether bytes begin like a zip."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def write_backease(path: Path, pack: Pack, name: str, sender: str | None) -> None:
    """Write a pack into a file.

    Raises:
        BackeaseFileError: it has a text that nobody else would take.
        OSError: it cannot be written.
    """
    write_file(path, backease_bytes(pack, name, sender))


def backease_bytes(pack: Pack, name: str, sender: str | None) -> bytes:
    """The bytes of a file.

    Raises:
        BackeaseFileError: it has a text that nobody else would take.
    """
    try:
        for item, field, fault in foreign_faults(pack):
            raise BackeaseFileError(f"{item}: {field}: {fault}")
        counts = {"exercises": len(pack.exercises), "routines": len(pack.routines)}
        head = {"format": FORMAT, "version": VERSION, "name": name, "from": sender}
        told = words_of(read(Manifest, {**head, **counts}))
        entries = {_MIMETYPE: MIME_TYPE, _MANIFEST: json.dumps(told, ensure_ascii=False, indent=1)}
        if pack.sources:
            entries[_SOURCES] = yaml_of(SourcesFile(sources=pack.sources))
        entries |= {f"exercises/{one.id}.yaml": yaml_of(one) for one in pack.exercises}
        entries |= {f"routines/{one.id}.yaml": yaml_of(one) for one in pack.routines}
        photos = {f"photos/{i}.jpg": without_metadata(one) for i, one in pack.photos.items()}
        if sum(map(len, photos.values())) > MOST_PHOTOS:
            raise BackeaseFileError(f"{name}: its photos are more than {MOST_PHOTOS >> 20} MB")
    except JpegError as error:
        raise BackeaseFileError(f"{name}: a photo of it cannot be shared: {error}") from error
    except (UnwritableError, ValidationError) as error:
        raise BackeaseFileError(f"{name}: cannot be shared ({_said(error)})") from error
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for entry, text in entries.items():
            info = zipfile.ZipInfo(entry, _DATE)
            is_first = entry == _MIMETYPE  # readable at its place, as in other formats of documents
            info.compress_type = zipfile.ZIP_STORED if is_first else zipfile.ZIP_DEFLATED
            file.writestr(info, text)
        for entry, photo in photos.items():
            file.writestr(zipfile.ZipInfo(entry, _DATE), photo)
    return out.getvalue()


def read_backease(path: Path) -> Shared:
    """What a file holds.

    Raises:
        BackeaseFileError: it cannot be taken.
    """
    try:
        data = read_file(path, MOST_ZIPPED)
    except OSError as error:
        raise BackeaseFileError(f"{_name(path)}: cannot be read ({error.strerror})") from error
    return backease_of(data, path)


def backease_of(data: bytes, path: Path) -> Shared:
    """What the bytes of a file hold; its path is for the sentence.

    Raises:
        BackeaseFileError: it cannot be taken.
    """
    try:
        if not is_zip(data):  # another program before it is none of ours
            raise zipfile.BadZipFile
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            _refuse_strange(file.infolist(), len(data))
            entries = {info.filename: _entry(file, info) for info in file.infolist()}
        return _shared(entries)
    except _RefusedError as error:
        raise BackeaseFileError(f"{_name(path)}: {printable(str(error))}") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        why = "is no whole .backease file; it may be cut off, or damaged on its way"
        raise BackeaseFileError(f"{_name(path)}: {why}") from error
    except (OSError, ValueError, OverflowError, RuntimeError, MemoryError) as error:
        raise BackeaseFileError(f"{_name(path)}: cannot be read as a zip") from error


class _RefusedError(Exception):
    """Why a file is refused."""


def _refuse_strange(entries: Sequence[zipfile.ZipInfo], size: int) -> None:
    """Look at the list of entries before any of them is read."""
    if len(entries) > MOST_ENTRIES:
        raise _RefusedError(f"{len(entries)} files are in it; at most {MOST_ENTRIES} may be")
    seen: set[str] = set()
    for info in entries:
        if wrong := _wrong_with(info, seen):
            raise _RefusedError(f"{info.filename[:80]!r} {wrong}")
        seen.add(info.filename.casefold())
    photos = sum(info.file_size for info in entries if _PHOTO.fullmatch(info.filename))
    if photos > MOST_PHOTOS:
        raise _RefusedError(f"its photos are more than {MOST_PHOTOS >> 20} MB")
    if sum(info.file_size for info in entries) - photos > MOST_BYTES:
        raise _RefusedError(f"it would be more than {MOST_BYTES >> 20} MB unpacked")
    if sum(info.compress_size for info in entries) > size:
        raise _RefusedError("its entries lie over each other, as no program writes them")


def _wrong_with(info: zipfile.ZipInfo, seen: set[str]) -> str | None:
    name = info.filename
    if info.orig_filename != name or any(ord(sign) < 32 or ord(sign) == 127 for sign in name):
        return "has a control character in its name"
    if name.startswith(("/", "\\")) or re.match("[A-Za-z]:", name):
        return "is an absolute path; a pack has none"
    if ".." in name.replace("\\", "/").split("/"):
        return "leads out of the pack"
    if name.casefold() in seen:
        return "is there twice"
    if info.flag_bits & 0x1:
        return "is encrypted; ask for a file without a password"
    kind = stat.S_IFMT(info.external_attr >> 16)
    if stat.S_ISLNK(kind):
        return "is a link; a pack has none"
    if kind not in (0, stat.S_IFREG):
        return "is no ordinary file"
    if info.is_dir() or not _NAMES.fullmatch(name):
        return "does not belong into a pack"
    if info.compress_type not in _METHODS:
        return "is packed in a way that is not used here"
    if info.file_size > _most(name):
        return f"is larger than {_most(name) >> 10} KB"
    if info.file_size > MOST_RATIO * max(info.compress_size, 1):
        return f"would become more than {MOST_RATIO} times larger"
    return None


def _most(name: str) -> int:
    return MOST_PHOTO if _PHOTO.fullmatch(name) else MAX_BYTES


def _entry(file: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    most = _most(info.filename)
    with file.open(info) as entry:
        data = entry.read(most + 1)
    if len(data) > most or len(data) != info.file_size:
        raise _RefusedError(f"{info.filename!r} is not as large as it says")
    return data


def _shared(entries: dict[str, bytes]) -> Shared:
    if entries.pop(_MIMETYPE, b"").strip() != MIME_TYPE.encode():
        raise _RefusedError(f"it does not say that it is a {SUFFIX} file")
    manifest = _manifest(entries.pop(_MANIFEST, None))
    photos = {name: entries.pop(name) for name in [*entries] if _PHOTO.fullmatch(name)}
    with scratch_folder() as folder:
        root = Path(folder)
        for name, data in entries.items():
            write_file(root / name, data)
        folder_read = read_folder(root)
    if folder_read.problems:
        first = folder_read.problems[0]
        file = first.file.relative_to(root).as_posix()
        raise _RefusedError(f"{file}:{first.line}: {first.field}: {first.problem}")
    contents = folder_read.contents
    pack = Pack(sources=contents.sources, exercises=contents.exercises, routines=contents.routines)
    for item, field, fault in foreign_faults(pack):
        raise _RefusedError(f"{item}: {field}: {fault}")
    pack = pack.with_(photos=dict(_photo(name, data, pack) for name, data in photos.items()))
    if (len(pack.exercises), len(pack.routines)) != (manifest.exercises, manifest.routines):
        raise _RefusedError(f"{_MANIFEST}: says another number of exercises or routines")
    return Shared(manifest, pack)


def _photo(name: str, data: bytes, pack: Pack) -> tuple[str, bytes]:
    """A photo by the id of its exercise."""
    found = _PHOTO.fullmatch(name)
    id_ = found[1] if found else ""
    if id_ not in {one.id for one in pack.exercises}:
        raise _RefusedError(f"{name}: is of no exercise in it")
    try:
        jpeg_size(data)
        return id_, without_metadata(data)
    except JpegError as error:
        raise _RefusedError(f"{name}: is no photo that can be taken: {error}") from error


def _manifest(data: bytes | None) -> Manifest:
    if data is None:
        raise _RefusedError(f"{_MANIFEST} is missing")
    try:
        table = json_of(data)
        version = table.get("version")
        if isinstance(version, int) and version > VERSION:
            raise _RefusedError(f"made by a newer BackEase (format {version}); update yours")
        return read(Manifest, table)
    except JsonError as error:
        raise _RefusedError(f"{_MANIFEST}:{error.line}: {error}") from error
    except ValidationError as error:
        raise _RefusedError(f"{_MANIFEST}: {_said(error)}") from error


def _said(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        return f"{field}: {str(first['msg']).removeprefix('Value error, ')}"
    return str(error)


def _name(path: Path) -> str:
    return printable(path.name)
