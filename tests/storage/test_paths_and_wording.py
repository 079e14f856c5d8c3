"""Where things are, and the wording that comes with the program."""

import os
import sys
from pathlib import Path

import pytest
from platformdirs import PlatformDirs

from backease_desktop.storage.paths import FoldersError, bundled, folders, make_folders
from backease_desktop.storage.wording_files import WordingError, load_wording


def test_a_profile_keeps_everything_below_one_folder(tmp_path: Path) -> None:
    places = folders(tmp_path / "me")
    for folder in (places.config, places.data, places.cache, places.logs):
        assert folder.is_relative_to(tmp_path / "me")


def test_without_a_profile_the_system_says_where(tmp_path: Path) -> None:
    assert not folders(None).config.is_relative_to(tmp_path)
    assert "backease" in str(folders(None).config).lower()


@pytest.mark.skipif(sys.platform != "linux", reason="rules of Linux")
@pytest.mark.parametrize("home", ["/me", "/me/", "relative", ""])
@pytest.mark.parametrize("chosen", [None, "", "relative", "/elsewhere", "/else where/", "/a/../b"])
def test_on_linux_the_folders_are_those_that_platformdirs_finds(
    monkeypatch: pytest.MonkeyPatch, home: str, chosen: str | None
) -> None:
    monkeypatch.setenv("HOME", home)
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.delenv(f"XDG_{name}_HOME", raising=False)
        if chosen is not None:
            monkeypatch.setenv(f"XDG_{name}_HOME", f"{chosen}/{name}" if chosen else "")
    own = PlatformDirs("backease", appauthor=False)
    told = (own.user_config_path, own.user_data_path, own.user_cache_path, own.user_log_path)
    assert folders(None) == told


@pytest.mark.parametrize("name", ["catalogue", "resources"])
def test_what_comes_with_the_program_is_found(name: str) -> None:
    assert bundled(name).is_dir()


def test_folders_are_made_once_and_again(tmp_path: Path) -> None:
    make_folders(folders(tmp_path / "a" / "b"))
    make_folders(folders(tmp_path / "a" / "b"))
    assert folders(tmp_path / "a" / "b").data.is_dir()


@pytest.mark.skipif(os.name != "posix", reason="modes of Unix")
def test_folders_are_the_persons_alone_even_those_that_were_not(tmp_path: Path) -> None:
    places = folders(tmp_path)
    places.data.mkdir(mode=0o755)

    make_folders(places)

    assert places.data.stat().st_mode & 0o777 == places.config.stat().st_mode & 0o777 == 0o700


def test_folders_that_cannot_be_made_are_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(FoldersError, match=r"file.*cannot be made"):
        make_folders(folders(tmp_path / "file"))


def test_the_shipped_wording_is_english() -> None:
    wording = load_wording(bundled("catalogue") / "wording")
    assert wording.language == "en"
    for word, forms in (
        ("hold", wording.hold),
        ("switch", wording.switch),
        ("relax", wording.relax),
    ):
        assert all(word in form.lower() for form in forms)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("language: [", "not YAML"),
        ("language: en", "Field required"),
        ("- a list", "wording|valid dictionary"),
    ],
)
def test_a_broken_wording_is_named_with_its_fault(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "xx.yaml").write_text(text)
    with pytest.raises(WordingError, match=says):
        load_wording(tmp_path, "xx")


def test_a_language_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(WordingError, match=r"tlh\.yaml: cannot be read"):
        load_wording(tmp_path, "tlh")
