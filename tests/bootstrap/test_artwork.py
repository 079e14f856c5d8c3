"""The pictures for media controls: each file holds what its name says, and the newest is named."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QApplication

from backease_desktop.bootstrap import artwork
from backease_desktop.bootstrap.artwork import SIZE, Artwork
from backease_desktop.bootstrap.clocks import clock
from backease_desktop.storage.paths import bundled
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.look.icons import Icons
from backease_desktop.ui.look.style import Look
from tests.fakes.shipped_catalogue import shipped_catalogue


class Drawn:
    """Pictures that are there at once, of a colour."""

    def __init__(self, colour: str) -> None:
        self.pixmap = QPixmap(SIZE)
        self.pixmap.fill(QColor(colour))

    def find(self, exercise: str, size: object) -> QPixmap:
        return self.pixmap


@pytest.fixture
def figures(qapp: QApplication) -> Figures:
    look = Look(qapp, Icons(bundled("resources") / "icons"))
    return Figures(lambda: shipped_catalogue(), look, clock)


def shown(address: str) -> str:
    """The colour of the picture at an address."""
    return QImage(QUrl(address).toLocalFile()).pixelColor(0, 0).name()


def drawn(figures: Figures, colour: str) -> None:
    figures.thumbnails = Drawn(colour)  # type: ignore[assignment]


def test_a_picture_that_is_drawn_anew_is_another_file(figures: Figures, tmp_path: Path) -> None:
    art = Artwork(figures, tmp_path)
    drawn(figures, "#112233")
    before = art.address("plank")
    drawn(figures, "#445566")
    after = art.address("plank")
    assert (shown(before), shown(after)) == ("#112233", "#445566")
    assert art.address("plank") == after


def test_a_file_that_is_not_what_its_name_says_is_written_anew(
    figures: Figures, tmp_path: Path
) -> None:
    drawn(figures, "#112233")
    first = Artwork(figures, tmp_path).address("plank")
    Path(QUrl(first).toLocalFile()).write_bytes(b"cut")
    assert Artwork(figures, tmp_path).address("plank") == first
    assert shown(first) == "#112233"


def test_the_oldest_go_and_those_of_others_stay(
    figures: Figures, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(artwork, "MOST_FILES", 2)
    (tmp_path / "holiday.png").write_bytes(b"x")
    art = Artwork(figures, tmp_path)
    for colour in ("#110000", "#220000", "#330000"):
        drawn(figures, colour)
        last = art.address("plank")
    assert shown(last) == "#330000"
    assert (tmp_path / "holiday.png").exists()
    assert len(list(tmp_path.iterdir())) == 3


def test_a_folder_that_cannot_be_written_is_no_picture(figures: Figures, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    drawn(figures, "#112233")
    assert Artwork(figures, tmp_path / "file").address("plank") == ""
