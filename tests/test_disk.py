"""The door to files: nothing hangs, nothing is half written, nobody else reads along."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from backease_desktop.disk import make_folder, read_file, scratch_folder, write_file

POSIX = pytest.mark.skipif(os.name != "posix", reason="modes and pipes are a thing of Unix")


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")

    assert read_file(tmp_path / "a", 5) == b"12345"


def test_a_file_that_is_not_there_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "a", 5)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 2049)

    with pytest.raises(OSError, match="larger than 2 KB; it cannot be right"):
        read_file(tmp_path / "a", 2048)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="a folder, not a file"):
        read_file(tmp_path, 5)


@POSIX
@pytest.mark.parametrize("name", ["pipe", "device", "socket-like link"])
def test_what_has_no_end_is_not_waited_for(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a"
    if name == "pipe":
        os.mkfifo(path)
    elif name == "device":
        path = Path("/dev/zero")
    else:
        path.symlink_to("/dev/zero")

    with pytest.raises(OSError, match="not an ordinary file"):
        read_file(path, 5)


@POSIX
def test_what_is_written_is_the_persons_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_file(tmp_path / "new" / "deep" / "a", b"1")
    finally:
        os.umask(before)

    modes = [tmp_path / "new", tmp_path / "new" / "deep", tmp_path / "new" / "deep" / "a"]
    assert [stat.S_IMODE(each.stat().st_mode) for each in modes] == [0o700, 0o700, 0o600]


@POSIX
def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)

    make_folder(tmp_path / "a")

    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


@POSIX
def test_a_link_is_followed_and_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link, target = tmp_path / "a", tmp_path / "elsewhere" / "real"
    target.write_bytes(b"old")
    link.symlink_to(target)

    write_file(link, b"new")

    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@POSIX
def test_a_link_to_what_is_not_there_yet_makes_it(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "elsewhere" / "real")

    write_file(tmp_path / "a", b"new")

    assert (tmp_path / "elsewhere" / "real").read_bytes() == b"new"


def test_a_write_that_fails_leaves_the_old_one_and_nothing_beside(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "inside").touch()

    with pytest.raises(OSError, match=r".+"):
        write_file(tmp_path / "a", b"new")

    assert [each.name for each in tmp_path.iterdir()] == ["a"]


@POSIX
def test_what_a_killed_program_has_left_is_removed_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    ended = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], check=True, capture_output=True
    )
    left = tmp_path / f"backease-{int(ended.stdout)}-abc"
    others = [
        tmp_path / f"backease-{os.getpid()}-abc",
        tmp_path / "backease-notes-1",
        tmp_path / "x-1",
    ]
    for each in (left, *others):
        each.mkdir()
    (left / "phrase.pcm").touch()
    (tmp_path / f"backease-{int(ended.stdout)}-link").symlink_to(others[2])

    with scratch_folder() as made:
        assert Path(made).parent == tmp_path
        assert stat.S_IMODE(Path(made).stat().st_mode) == 0o700

    assert not left.exists()
    assert all(each.exists() for each in others)
    assert not Path(made).exists()
