"""A file to share: what is written is read again, and what is hostile is refused in a sentence."""

import io
import json
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.catalogue.catalogue import Source
from backease_desktop.core.catalogue.manifest import FORMAT, MIME_TYPE
from backease_desktop.core.catalogue.pack import Pack
from backease_desktop.core.catalogue.routine import Routine, Step
from backease_desktop.core.jpeg import without_metadata
from backease_desktop.storage.backease_file import (
    MOST_ENTRIES,
    MOST_ZIPPED,
    BackeaseFileError,
    backease_bytes,
    backease_of,
    read_backease,
    write_backease,
)
from tests.fakes.photos import jpeg_of, taken_at_home
from tests.fakes.small_catalogue import exercise

PACK = Pack(
    sources=(Source(id="anna", title="Anna", told_by="Anna", about="What Anna wrote."),),
    exercises=(exercise("stand-tall", "standing", "each", hold_s=10),),
    routines=(
        Routine(
            id="standing",
            name="Standing – größer",
            about="What Anna wrote down.",
            steps=(Step(exercise="stand-tall", prescription="000"),),
        ),
    ),
)
WHOLE = backease_bytes(PACK, "Standing", "Anna")
MANIFEST = json.dumps(
    {"format": FORMAT, "version": 1, "name": "Standing", "exercises": 1, "routines": 0}
)


def zipped(
    entries: dict[str, str | bytes], change: Callable[[zipfile.ZipInfo], None] = lambda _info: None
) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in entries.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            change(info)
            file.writestr(info, data)
    return out.getvalue()


def entries_of(data: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def with_(more: dict[str, str | bytes]) -> bytes:
    return zipped({**entries_of(WHOLE), **more})


def in_text(old: str, new: str) -> bytes:
    name = "exercises/stand-tall.yaml"
    text = bytes(entries_of(WHOLE)[name]).decode()  # type: ignore[arg-type]
    assert old in text
    return with_({name: text.replace(old, new)})


def refused(data: bytes) -> str:
    with pytest.raises(BackeaseFileError) as error:
        backease_of(data, Path("given.backease"))
    sentence = str(error.value)
    assert "\n" not in sentence
    assert sentence.startswith("given.backease: ")
    return sentence.removeprefix("given.backease: ")


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    write_backease(tmp_path / "a.backease", PACK, "Standing", "Anna")
    shared = read_backease(tmp_path / "a.backease")

    assert shared.pack == PACK
    assert (shared.manifest.name, shared.manifest.sender) == ("Standing", "Anna")


def test_the_same_pack_gives_the_same_bytes_and_begins_with_its_type() -> None:
    assert backease_bytes(PACK, "Standing", "Anna") == WHOLE
    assert WHOLE[30 : 30 + 8 + len(MIME_TYPE)] == f"mimetype{MIME_TYPE}".encode()


def link(info: zipfile.ZipInfo) -> None:
    info.external_attr = 0o120777 << 16


def bzip(info: zipfile.ZipInfo) -> None:
    info.compress_type = zipfile.ZIP_BZIP2


def encrypted(data: bytes) -> bytes:
    """The first entry of a zip marked as encrypted, in both of its headers."""
    changed = bytearray(data)
    local, central = data.index(b"PK\x03\x04"), data.index(b"PK\x01\x02")
    for place in (local + 6, central + 8):
        struct.pack_into("<H", changed, place, struct.unpack_from("<H", data, place)[0] | 1)
    return bytes(changed)


def twice(name: str) -> bytes:
    out = io.BytesIO(WHOLE)
    with zipfile.ZipFile(out, "a") as file, pytest.warns(UserWarning, match="Duplicate name"):
        file.writestr(name, "x")
    return out.getvalue()


def says_less(data: bytes) -> bytes:
    """The manifest's size made smaller in the list of entries than it is."""
    changed = bytearray(data)
    place = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    struct.pack_into("<I", changed, place + 24, 3)
    return bytes(changed)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is no whole .backease file"),
        (b"PK\x03\x04 nothing", "is no whole .backease file"),
        (b"MZ" + WHOLE, "is no whole .backease file"),
        (b"\x00\x01 no zip at all", "is no whole .backease file"),
        (WHOLE[:-40], "is no whole .backease file"),
        (WHOLE[: len(WHOLE) // 2], "is no whole .backease file"),
        (zipped({"a.txt": "x"}), "'a.txt' does not belong into a pack"),
        (with_({"/etc/passwd": "x"}), "'/etc/passwd' is an absolute path"),
        (with_({"C:/x.yaml": "x"}), "'C:/x.yaml' is an absolute path"),
        (with_({"exercises/../../x.yaml": "x"}), "leads out of the pack"),
        (with_({"exercises\\..\\x.yaml": "x"}), "leads out of the pack"),
        (with_({"exercises/a/b.yaml": "x"}), "does not belong into a pack"),
        (with_({"exercises/inner.zip": WHOLE}), "does not belong into a pack"),
        (with_({"exercises/": ""}), "does not belong into a pack"),
        (with_({"precautions.yaml": "rules: []"}), "does not belong into a pack"),
        (with_({"exercises/a\x1b[31m.yaml": "x"}), "has a control character in its name"),
        (with_({"exercises/\u202egnp.yaml": "x"}), "does not belong into a pack"),
        (zipped(entries_of(WHOLE), link), "is a link; a pack has none"),
        (zipped(entries_of(WHOLE), bzip), "is packed in a way that is not used here"),
        (encrypted(WHOLE), "is encrypted; ask for a file without a password"),
        (twice("exercises/stand-tall.yaml"), "is there twice"),
        (twice("exercises/Stand-Tall.yaml".lower()), "is there twice"),
        (with_({"exercises/big.yaml": b"#" * (300 << 10)}), "is larger than 256 KB"),
        (with_({"exercises/bomb.yaml": b"\n" * (250 << 10)}), "more than 100 times larger"),
        (
            zipped({f"exercises/e{n}.yaml": "x" for n in range(MOST_ENTRIES + 1)}),
            f"at most {MOST_ENTRIES} may be",
        ),
        (says_less(WHOLE), "is no whole .backease file"),
        (with_({"mimetype": "application/zip"}), "does not say that it is a .backease file"),
        (with_({"manifest.json": "["}), "manifest.json:1: not JSON"),
        (with_({"manifest.json": "[" * 90}), "manifest.json:1: not JSON"),
        (with_({"manifest.json": MANIFEST}), "says another number of exercises or routines"),
        (with_({"manifest.json": '{"version": 99}'}), "made by a newer BackEase (format 99)"),
        (
            with_({"manifest.json": MANIFEST.replace("Standing", "<img src=x>")}),
            "manifest.json: name: markup such as <b> stands within the text",
        ),
        (
            with_({"manifest.json": MANIFEST.replace('"name"', '"x": 1, "name"')}),
            "manifest.json: x: Extra inputs are not permitted",
        ),
        (with_({"exercises/stand-tall.yaml": b"id: caf\xe9"}), "not UTF-8 here"),
        (with_({"exercises/stand-tall.yaml": "a: &a [*a, *a]"}), "has no use here"),
        (with_({"exercises/stand-tall.yaml": "[" * 90}), "nested more than"),
        (in_text("hold_s: 10", "hold_s: 99999999999999999999"), "hold_s: "),
        (in_text("hold_s: 10", "hold_s: 1e400"), "hold_s: "),
        (in_text("name: Stand tall", 'name: "Stand \\e[31m"'), "an invisible sign (U+001B)"),
        (in_text("name: Stand tall", 'name: "Stand \\u202e tall"'), "an invisible sign (U+202E)"),
        (in_text("name: Stand tall", "name: <b>Stand</b>"), "exercises/stand-tall: name: markup"),
        (in_text("Sit tall and breathe.", "See https://evil.example."), "a link stands within"),
        (in_text("Sit tall and breathe.", "javascript:alert(1)"), "a link stands within"),
        (in_text("id: stand-tall", "id: stand-small"), "must be the same"),
    ],
)
def test_what_is_hostile_or_broken_is_refused_in_one_sentence(data: bytes, sentence: str) -> None:
    assert sentence in refused(data)


def test_a_file_that_is_too_large_or_none_is_refused_before_it_is_read(tmp_path: Path) -> None:
    large = tmp_path / "large.backease"
    with large.open("wb") as file:
        file.truncate(MOST_ZIPPED + 1)
    with pytest.raises(BackeaseFileError, match="larger than 10 MB"):
        read_backease(large)
    with pytest.raises(BackeaseFileError, match="a folder, not a file"):
        read_backease(tmp_path)


def test_a_pack_with_markup_is_not_given_to_others() -> None:
    bad = PACK.routines[0].with_(name="<b>Standing")
    marked_up = PACK.with_(routines=(bad,))

    with pytest.raises(BackeaseFileError, match="routines/standing: name: markup"):
        backease_bytes(marked_up, "Standing", None)


@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 255))
def test_one_byte_changed_on_the_way_is_refused_or_changes_nothing(place: int, byte: int) -> None:
    changed = WHOLE[:place] + bytes([byte]) + WHOLE[place + 1 :]
    try:
        shared = backease_of(changed, Path("a.backease"))
    except BackeaseFileError:
        return
    assert shared.pack == PACK


PHOTOS = {"stand-tall": jpeg_of(60, 40)}


def test_a_photo_travels_with_its_exercise_and_nothing_stands_beside_its_picture() -> None:
    told = {id_: taken_at_home(photo) for id_, photo in PHOTOS.items()}
    data = backease_bytes(PACK.with_(photos=told), "Standing", None)
    shared = backease_of(data, Path("a.backease"))

    assert b"GPS" not in data
    assert shared.pack.photos == {id_: without_metadata(one) for id_, one in PHOTOS.items()}
    assert shared.pack.with_(photos={}) == PACK


def test_what_a_camera_wrote_into_a_photo_of_a_foreign_file_is_left_out() -> None:
    data = with_({"photos/stand-tall.jpg": taken_at_home(PHOTOS["stand-tall"])})
    photo = backease_of(data, Path("a.backease")).pack.photos["stand-tall"]

    assert b"GPS" not in photo


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("photos/bird-dog.jpg", PHOTOS["stand-tall"], "is of no exercise in it"),
        ("photos/stand-tall.jpg", b"a photo", "is no photo that can be taken: it is no JPEG"),
        ("photos/stand-tall.jpg", PHOTOS["stand-tall"][:-9], "cut off"),
        ("photos/stand-tall.jpg", jpeg_of(5000, 4), "5000 × 4 pixels"),
        ("photos/stand-tall.jpg", bytes(range(256)) * 2000, "is larger than 400 KB"),
        ("photos/stand-tall.png", PHOTOS["stand-tall"], "does not belong into a pack"),
        ("photos/../stand-tall.jpg", PHOTOS["stand-tall"], "leads out of the pack"),
    ],
)
def test_what_is_no_photo_of_its_own_exercise_is_refused(name: str, data: bytes, why: str) -> None:
    assert why in refused(with_({name: data}))


def test_a_photo_that_cannot_be_shared_is_told() -> None:
    with pytest.raises(BackeaseFileError, match="a photo of it cannot be shared"):
        backease_bytes(PACK.with_(photos={"stand-tall": b"photo"}), "Standing", None)
