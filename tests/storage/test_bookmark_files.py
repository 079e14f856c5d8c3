"""Places of sessions in files: one for each program, and none writes over another's."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from backease_desktop.core.bookmark import Bookmark
from backease_desktop.storage.bookmark_files import MOST, BookmarkFiles

NOW = datetime(2026, 11, 29, 21, 30, tzinfo=UTC)


def place(session: str, minutes: int = 0) -> Bookmark:
    return Bookmark(session=session * 28, at=NOW - timedelta(minutes=minutes), offset_ms=700)


def program(folder: Path) -> BookmarkFiles:
    """One that has just been started."""
    return BookmarkFiles(folder, lambda: NOW)


def test_what_a_program_keeps_is_nobodys_to_offer_while_it_runs(tmp_path: Path) -> None:
    one, other = program(tmp_path), program(tmp_path)
    one.save(place("a"))
    assert other.cut_off() == one.cut_off() == ()
    one.close()  # as the system does when it is killed
    assert other.cut_off() == (place("a"),)


def test_two_at_once_lose_nothing(tmp_path: Path) -> None:
    one, other = program(tmp_path), program(tmp_path)
    for minute in (3, 2, 1):
        one.save(place("a", minute))
        other.save(place("b", minute - 1))
    one.close()
    other.close()
    assert program(tmp_path).cut_off() == (place("b"), place("a", 1))


def test_what_was_cut_off_is_not_written_over_before_it_was_offered(tmp_path: Path) -> None:
    killed, next_one = program(tmp_path), program(tmp_path)
    killed.save(place("a"))
    killed.close()
    next_one.save(place("b"))
    assert next_one.cut_off() == (place("a"),)
    next_one.forget("a" * 28)
    assert next_one.cut_off() == ()
    next_one.close()
    assert program(tmp_path).cut_off() == (place("b"),)


def test_a_place_that_is_too_old_to_be_offered_gives_its_file_free(tmp_path: Path) -> None:
    old = program(tmp_path)
    old.save(place("a", minutes=241))
    old.close()
    new = program(tmp_path)
    new.save(place("b"))
    assert [path.name for path in tmp_path.glob("*.json")] == ["bookmark.json"]


def test_a_session_that_has_ended_leaves_no_file(tmp_path: Path) -> None:
    files = program(tmp_path)
    files.save(Bookmark())
    files.save(place("a"))
    files.save(Bookmark())
    assert list(tmp_path.glob("*.json")) == []
    files.save(place("b"))
    files.close()
    assert program(tmp_path).cut_off() == (place("b"),)


def test_the_file_of_an_older_version_is_one_that_was_cut_off(tmp_path: Path) -> None:
    (tmp_path / "bookmark.json").write_text(
        f'{{"session": "{"a" * 28}", "at": "2026-11-29T21:00:00+00:00"}}', "utf-8"
    )
    assert [one.session for one in program(tmp_path).cut_off()] == ["a" * 28]


def test_more_than_the_most_are_refused_in_one_sentence(tmp_path: Path) -> None:
    every = [program(tmp_path) for _ in range(MOST)]
    for number, one in enumerate(every):
        one.save(place(f"{number % 10}"))
    with pytest.raises(OSError, match="more than 20 sessions"):
        program(tmp_path).save(place("b"))
    for one in every:
        one.close()


def test_what_cannot_be_read_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "bookmark.json").mkdir()
    with pytest.raises(OSError, match="could not be read"):
        program(tmp_path).save(place("a"))
