"""The person's packs as the program writes them: what was pasted, brought in, or made here.

Rules:
1. A pack is a folder in the data folder's `packs`, in the format that people write by hand;
   whatever the program keeps there may be opened, read and changed with any editor.
2. A new pack appears whole or not at all, under a name that nothing has. It is read first as the
   next start will read it: one that would be left out is not kept.
3. A file is changed only by whoever has seen it as it is. What was changed meanwhile, by hand or by
   another program, is never written over, and what could not be read neither.
4. Writing a value that the file already holds leaves its bytes alone.
"""

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.pack import Pack
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.values import Value
from backease_desktop.disk import folder_to_ourselves, make_folder, read_file, write_file
from backease_desktop.storage.catalogue_cache import Mark, mark_of
from backease_desktop.storage.catalogue_files import MOST_PACKS, packs_in
from backease_desktop.storage.catalogue_folder import MAX_BYTES, file_of
from backease_desktop.storage.catalogue_problems import Problem
from backease_desktop.storage.pack_photos import keep_photo
from backease_desktop.storage.pack_yaml import UnwritableError, yaml_of
from backease_desktop.storage.paths import PACKS

Item = Exercise | Routine
Check = Callable[[Path], Sequence[Problem]]
"""Reads the folder of a pack as the next start will, and says what is wrong in it."""


class OwnPackError(ReportedError):
    """Something of the person's packs cannot be written; says which, and why."""


def add_pack(data: Path, name: str, pack: Pack, check: Check) -> Path:
    """Keep a new pack.

    Args:
        data: the person's data folder.
        name: what its folder is to be called; another number is added where that is taken.
        pack: what it holds.
        check: what says whether it would be taken.

    Returns:
        Its folder.

    Raises:
        OwnPackError: it cannot be written, or would be left out.
    """
    home = data / PACKS
    if len(packs_in(data)) >= MOST_PACKS:
        raise OwnPackError(f"{home}: {MOST_PACKS} packs are there; delete one that is not needed")
    try:
        make_folder(home)
        unfinished = Path(mkdtemp(dir=home, prefix=".new-"))
    except OSError as error:
        raise OwnPackError(f"{home}: cannot be written ({error.strerror})") from error
    try:
        _write_all(unfinished, pack)
        if wrong := check(unfinished):
            raise OwnPackError(str(wrong[0]).replace(f"{unfinished}/", ""))
        return _moved(unfinished, home, name)
    except (UnwritableError, OSError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise OwnPackError(f"{home / name}: cannot be written ({why})") from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def place_of(pack: Path, item: Item) -> Path:
    """The file of an item, whether it is there or not."""
    part = "exercises" if isinstance(item, Exercise) else "routines"
    return file_of(pack, part, item.id)


def seen(file: Path) -> bytes | None:
    """What a file holds, to be given back when it is to be changed; None if there is none.

    Raises:
        OwnPackError: it cannot be read, and so must not be changed.
    """
    try:
        return read_file(file, MAX_BYTES)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise OwnPackError(f"{file}: not readable: {error.strerror}") from error


def seen_as_read(file: Path, mark: Mark | None) -> bytes | None:
    """The same of a file that was read some time ago, in this run or an earlier one.

    Args:
        file: the file.
        mark: of the file when it was read; None if it was not there.

    Raises:
        OwnPackError: it is another one than it was, or cannot be read.
    """
    found = seen(file)
    if (mark_of(file.stat()) if found is not None else None) != mark:
        raise OwnPackError(f"{file}: was changed meanwhile; what stands there is kept")
    return found


def save_item(pack: Path, item: Item, before: bytes | None) -> bytes:
    """Write an exercise or a routine.

    Args:
        pack: the folder of its pack; made if it is missing.
        item: what is written.
        before: what `seen` gave when it was read; None for a new one.

    Returns:
        What the file holds now.

    Raises:
        OwnPackError: the file has changed meanwhile, or cannot be written.
    """
    file = place_of(pack, item)
    try:
        with folder_to_ourselves(pack):
            if seen(file) != before:
                raise OwnPackError(f"{file}: was changed meanwhile; what stands there is kept")
            if before is not None and _holds(before, item):
                return before
            text = yaml_of(item).encode()
            write_file(file, text)
            return text
    except (UnwritableError, OSError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise OwnPackError(f"{file}: cannot be written ({why})") from error


def delete_item(pack: Path, item: Item, before: bytes) -> None:
    """Take a file away that holds what was seen; `save_item` with None brings it back.

    Raises:
        OwnPackError: it has changed meanwhile, or cannot be taken away.
    """
    file = place_of(pack, item)
    try:
        with folder_to_ourselves(pack):
            if seen(file) != before:
                raise OwnPackError(f"{file}: was changed meanwhile; what stands there is kept")
            file.unlink()
            with suppress(OSError):  # not empty
                file.parent.rmdir()
    except OSError as error:
        raise OwnPackError(f"{file}: cannot be deleted ({error.strerror})") from error


def _holds(text: bytes, item: Item) -> bool:
    """Whether the text of a file says exactly this."""
    if text == yaml_of(item).encode():
        return True
    # Loaded on first use, as pydantic under it: few files were written by hand.
    from backease_desktop.core.reading import read
    from backease_desktop.storage.yaml_reader import read_yaml

    try:
        found: Item = read(type(item), read_yaml(text.decode()).value)
        return found == item
    except ValueError:  # then it says something else, or nothing
        return False


def _write_all(folder: Path, pack: Pack) -> None:
    if pack.sources:
        # Loaded on first use, as pydantic under it.
        from backease_desktop.core.schemas import SourcesFile

        _write(folder / "sources.yaml", SourcesFile(sources=pack.sources))
    items: tuple[Item, ...] = (*pack.exercises, *pack.routines)
    for item in items:
        _write(place_of(folder, item), item)
    for id_, photo in pack.photos.items():
        keep_photo(folder, id_, photo)


def _write(file: Path, value: Value) -> None:
    try:
        write_file(file, yaml_of(value).encode())
    except UnwritableError as error:
        raise UnwritableError(f"{file.name}: {error}") from error


def _moved(unfinished: Path, home: Path, name: str) -> Path:
    """The folder in its place, under the first name that nothing has."""
    for number in range(1, MOST_PACKS + 2):
        place = home / (name if number == 1 else f"{name}-{number}")
        if place.exists() or place.is_symlink():
            continue
        with suppress(FileExistsError, NotADirectoryError):
            return unfinished.rename(place)
    raise OwnPackError(f"{home / name}: the name is taken too often; choose another one")
