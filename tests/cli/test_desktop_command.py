"""`backease desktop`: the menu entry by command."""

import sys
from pathlib import Path

import pytest

from backease_desktop.own_program import APP_ID
from tests.cli.running import run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="an installer makes it elsewhere")


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder, and nothing that the system brings."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "system"))
    monkeypatch.delenv("FLATPAK_ID", raising=False)
    return tmp_path / "data"


def entry_in(folder: Path) -> Path:
    return folder / "applications" / f"{APP_ID}.desktop"


def test_install_says_what_it_wrote(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    code, out, _ = run(capsys, "desktop", "install")

    assert code == 0
    assert entry_in(data).is_file()
    assert str(entry_in(data)) in out


def test_the_entry_starts_the_profile_it_was_made_for(
    capsys: pytest.CaptureFixture[str], data: Path, tmp_path: Path
) -> None:
    run(capsys, "--profile", str(tmp_path / "mine"), "desktop", "install")

    assert f'"--profile" "{tmp_path / "mine"}"' in entry_in(data).read_text()


def test_remove_takes_it_out_again(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    run(capsys, "desktop", "install")

    code, out, _ = run(capsys, "desktop", "remove")

    assert code == 0
    assert not entry_in(data).exists()
    assert "Removed" in out


def test_an_entry_for_everybody_is_not_hidden(
    capsys: pytest.CaptureFixture[str], data: Path, tmp_path: Path
) -> None:
    system = entry_in(tmp_path / "system")
    system.parent.mkdir(parents=True)
    system.write_text("")

    code, _, problem = run(capsys, "desktop", "install")

    assert code == 1
    assert str(system) in problem
    assert not entry_in(data).exists()


def test_a_folder_that_cannot_be_written_is_a_sentence(
    capsys: pytest.CaptureFixture[str], data: Path
) -> None:
    data.write_text("a file where the folder should be")

    code, _, problem = run(capsys, "desktop", "install")

    assert code == 1
    assert str(data) in problem
    assert len(problem.splitlines()) == 1
