"""Bringing in what others gave, and giving to others: files of every kind that is understood.

What a file is shows in its bytes, not in its name. Nothing is kept before it was looked at:
`look_into` says what is there, `keep` makes a pack of it that replaces nothing.
"""

from collections.abc import Sequence
from pathlib import Path

from backease_desktop.bootstrap.clocks import today
from backease_desktop.bootstrap.kept import Kept
from backease_desktop.bootstrap.shelf import Shelf
from backease_desktop.controllers.bringing_in import Found, GivenPack
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.foreign import ForeignError, foreign_pack
from backease_desktop.core.catalogue.manifest import SUFFIX
from backease_desktop.core.catalogue.pack import Pack, beside, id_from, pack_around
from backease_desktop.core.catalogue.qr_text import QrTextError, pack_of_qr, qr_text
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.paste.making import Given, Made, pack_of
from backease_desktop.core.paste.read import Words, read_text, words_of
from backease_desktop.core.paste.reading import Reading
from backease_desktop.core.plain_text import printable
from backease_desktop.core.wording import Wording
from backease_desktop.disk import read_file
from backease_desktop.storage.backease_file import (
    BackeaseFileError,
    Shared,
    backease_bytes,
    backease_of,
    is_zip,
)
from backease_desktop.storage.catalogue_files import problems_of_pack
from backease_desktop.storage.catalogue_problems import Problem
from backease_desktop.storage.json_text import JsonError, json_value_of
from backease_desktop.storage.own_packs import add_pack
from backease_desktop.storage.pack_photos import PackPhotos
from backease_desktop.storage.paste_words import load_paste_words
from backease_desktop.storage.paths import bundled
from backease_desktop.ui.share.qr_code import PictureError, Squares, squares_of, texts_in

MOST_BYTES = 32 << 20
"""Of a file that is looked into; a photo is the largest that somebody brings."""
MOST_TEXT = 256 << 10
"""Of a text; a sheet of exercises has a hundredth of that."""

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"RIFF", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_PDF = b"%PDF"
_TEXTS = ("utf-8-sig", "cp1252")
"""What a text is read as, one after the other; UTF-16 says so at its beginning."""


class BringInError(ReportedError):
    """A file cannot be brought in; says which, and why."""


def paste_words(catalogue: Catalogue) -> Words:
    """What pasted lines are read by.

    Raises:
        PasteWordsError: our own words cannot be used.
    """
    return words_of(load_paste_words(bundled("catalogue") / "paste"), catalogue)


def look_into(path: Path, catalogue: Catalogue) -> Found:
    """What a file holds, beside what there is.

    Raises:
        BringInError: it cannot be brought in.
    """
    name = printable(path.name)
    try:
        data = read_file(path, MOST_BYTES)
    except FileNotFoundError as error:
        raise BringInError(f"{name}: there is no such file") from error
    except OSError as error:
        raise BringInError(f"{name}: cannot be read ({error.strerror})") from error
    if not data.strip():
        raise BringInError(f"{name}: is empty")
    if is_zip(data) or path.suffix == SUFFIX:
        return _given_pack(_shared(data, path), catalogue)
    if data.startswith(_PDF):
        raise BringInError(f"{name}: is a PDF; copy its text and paste that")
    if data.startswith(_PICTURES):
        return _given_pack(_from_picture(data, path), catalogue)
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"["):
        return _from_json(data, name, catalogue)
    return read_text(_text(data, name), paste_words(catalogue))


def keep(kept: Kept, catalogue: Catalogue, wording: Wording, name: str, pack: Pack) -> Path:
    """Keep a pack under the person's own; returns its folder.

    Raises:
        OwnPackError: it cannot be written, or cannot be played.
    """

    def check(folder: Path) -> list[Problem]:
        return problems_of_pack(folder, catalogue, wording)

    return add_pack(kept.folders.data, id_from(name), pack, check)


class ShelfGivens:
    """What others gave, read beside what is on the shelf and kept there from the next start on."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._words: Words | None = None

    def read(self, text: str) -> tuple[Reading, ...]:
        """What the lines of a text say; too long a text is read as far as it may go."""
        return read_text(text[:MOST_TEXT], self._by)

    def look_into(self, path: Path) -> Found:
        """What a file holds.

        Raises:
            BringInError: it cannot be brought in.
        """
        return look_into(path, self._shelf.catalogue)

    def make(self, readings: Sequence[Reading], name: str, told_by: str) -> Made:
        """A pack of lines."""
        given = Given(name, told_by, today().isoformat())
        return pack_of(readings, given, self._shelf.catalogue, self._by.lexicon)

    def keep(self, name: str, pack: Pack) -> None:
        """Keep a pack.

        Raises:
            OwnPackError: it cannot be written, or cannot be played.
        """
        keep(self._shelf.kept, self._shelf.catalogue, self._shelf.wording, name, pack)

    @property
    def _by(self) -> Words:
        if self._words is None:
            self._words = paste_words(self._shelf.catalogue)
        return self._words


def given_away(shelf: Shelf, routine_id: str) -> Pack:
    """A routine with all that others lack, photos that are shown instead of figures, too."""
    pack = pack_around(shelf.catalogue.routines[routine_id], shelf.catalogue, shelf.shipped)
    found = PackPhotos(shelf.kept.folders.data)
    photos = {one.id: found.photo(one.id) for one in pack.exercises}
    return pack.with_(photos={id_: photo for id_, photo in photos.items() if photo is not None})


def shared_file(pack: Pack, sender: str | None) -> bytes:
    """A routine's pack as the bytes of a `.backease` file.

    Raises:
        BackeaseFileError: it has a text that nobody else would take.
    """
    return backease_bytes(pack, pack.routines[0].name, sender)


def code_of(pack: Pack) -> Squares | None:
    """A routine's pack as a QR code, without photos; None if it is too large for one."""
    try:
        return squares_of(qr_text(pack.with_(photos={})))
    except QrTextError:
        return None


def _shared(data: bytes, path: Path) -> Shared:
    try:
        return backease_of(data, path)
    except BackeaseFileError as error:
        raise BringInError(str(error)) from error


def _from_picture(data: bytes, path: Path) -> Shared:
    name = printable(path.name)
    try:
        texts = texts_in(data)
        if not texts:
            raise BringInError(f"{name}: no code can be read in it; take it closer and straight")
        pack = pack_of_qr(texts[0])
        title = pack.routines[0].name if pack.routines else name
        # Through the same door as any file from others, with all its checks.
        return backease_of(backease_bytes(pack, title, None), path)
    except (PictureError, QrTextError) as error:
        raise BringInError(f"{name}: {error}") from error
    except BackeaseFileError as error:
        raise BringInError(f"{name}: {error}") from error


def _from_json(data: bytes, name: str, catalogue: Catalogue) -> GivenPack:
    try:
        foreign = foreign_pack(json_value_of(data), today().isoformat())
    except JsonError as error:
        raise BringInError(f"{name}:{error.line}: {error}") from error
    except ForeignError as error:
        raise BringInError(f"{name}: {error}") from error
    new = beside(foreign.pack, catalogue)
    there = len(foreign.pack.exercises) - len(new.exercises)
    return GivenPack(foreign.collection, foreign.collection, new, there, foreign.left_out)


def _given_pack(shared: Shared, catalogue: Catalogue) -> GivenPack:
    new = beside(shared.pack, catalogue)
    there = len(shared.pack.exercises) + len(shared.pack.routines)
    there -= len(new.exercises) + len(new.routines)
    return GivenPack(shared.manifest.name, shared.manifest.sender, new, there)


def _text(data: bytes, name: str) -> str:
    if len(data) > MOST_TEXT:
        raise BringInError(f"{name}: larger than {MOST_TEXT >> 10} KB; a list of exercises is not")
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else _TEXTS
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if "\x00" not in text:
            return text
    raise BringInError(f"{name}: is no text; save it as plain text in UTF-8")
