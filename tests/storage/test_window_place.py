"""The place of the window: kept, unless something stands in its way."""

import os
from pathlib import Path

import pytest

from backease_desktop.storage.window_place import WindowPlace


def test_what_was_remembered_is_there_at_the_next_start(tmp_path: Path) -> None:
    assert WindowPlace(tmp_path / "config" / "window.ini").geometry == b""

    WindowPlace(tmp_path / "config" / "window.ini").remember(b"\x00\xffplace")

    assert WindowPlace(tmp_path / "config" / "window.ini").geometry == b"\x00\xffplace"


@pytest.mark.skipif(os.name != "posix", reason="modes of Unix")
def test_it_is_the_persons_alone(tmp_path: Path) -> None:
    WindowPlace(tmp_path / "config" / "window.ini").remember(b"place")

    assert (tmp_path / "config").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "config" / "window.ini").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "text", ["", "[General]\ngeometry=5\n", "\0\0", "[General\n=", "x" * 60_000]
)
def test_whatever_stands_there_the_window_opens_somewhere(tmp_path: Path, text: str) -> None:
    (tmp_path / "window.ini").write_text(text)

    place = WindowPlace(tmp_path / "window.ini")

    assert place.geometry == b""
    place.remember(b"place")
    assert WindowPlace(tmp_path / "window.ini").geometry == b"place"


@pytest.mark.skipif(os.name != "posix", reason="pipes of Unix")
@pytest.mark.parametrize("kind", ["pipe", "folder", "huge"])
def test_what_cannot_be_read_is_left_as_it_is(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, kind: str
) -> None:
    path = tmp_path / "window.ini"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.write_bytes(b"x" * 100_000)
    before = path.stat()

    place = WindowPlace(path)
    place.remember(b"place")

    assert place.geometry == b""
    assert path.stat().st_mode == before.st_mode
    assert path.stat().st_size == before.st_size
