"""The icons: one set, one stroke, tinted."""

import re
import subprocess
import sys
import zlib
from pathlib import Path

import msgspec
import pytest

from backease_desktop.ui.look.icons import Icons
from tests.patience import PATIENCE_S
from tests.ui.conftest import ICONS

NAMES = sorted(path.stem for path in ICONS.glob("*.svg"))
NEEDED = {
    "play", "pause", "next", "previous", "again", "plus-ten", "stop", "voice", "voice-off",
    "captions", "captions-off", "full-screen", "leave-full-screen", "exercises", "reminders",
    "settings", "help", "search", "chair", "standing", "mat", "clock", "warning", "close", "check",
    "sitting", "all-fours", "kneeling", "supine", "prone", "side-lying", "back", "forward",
}  # fmt: skip


def test_every_icon_that_is_asked_for_exists() -> None:
    assert set(NAMES) >= NEEDED


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_has_the_one_stroke_the_one_grid_and_the_themes_colour(name: str) -> None:
    text = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in text
    assert re.findall(r'stroke-width="([^"]+)"', text) == ["1.75"]
    assert set(re.findall(r'(?:stroke|fill)="([^"]+)"', text)) == {"currentColor", "none"}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", NAMES)
def test_an_icon_paints_in_the_colour_that_was_asked_for(icons: Icons, name: str) -> None:
    image = icons.pixmap(name, "#C8702A", 48).toImage()
    inked = [
        image.pixelColor(x, y).name()
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert len(inked) > 20
    assert set(inked) == {"#c8702a"}


@pytest.mark.usefixtures("qapp")
def test_an_icon_is_sharp_on_a_dense_screen(icons: Icons) -> None:
    pixmap = icons.pixmap("play", "#000000", 24, 2.0)
    assert pixmap.width() == 48
    assert pixmap.deviceIndependentSize().width() == 24


@pytest.mark.usefixtures("qapp")
def test_an_icon_that_does_not_exist_is_an_error(icons: Icons) -> None:
    with pytest.raises(FileNotFoundError):
        icons.pixmap("unicorn", "#000000", 24)


class Shelf:
    """Keeps pictures as long as it lives."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.saved = 0

    def load(self, drawn_from: str) -> bytes | None:
        return self.kept.get(drawn_from)

    def save(self, drawn_from: str, picture: bytes) -> None:
        self.kept[drawn_from] = picture
        self.saved += 1


def folder_of_one(tmp_path: Path, name: str = "play") -> Path:
    """A folder of icons in which one says `icon` and draws another."""
    (tmp_path / "icon.svg").write_text((ICONS / f"{name}.svg").read_text("utf-8"), "utf-8")
    return tmp_path


def pixels(icons: Icons, name: str, colour: str = "#112233", side: int = 24) -> bytes:
    """What is shown of an icon."""
    return bytes(icons.pixmap(name, colour, side, 2.0).toImage().constBits())


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", NAMES)
def test_an_icon_that_was_kept_is_the_one_that_was_drawn(name: str) -> None:
    shelf = Shelf()
    first = Icons(ICONS, shelf)
    drawn = pixels(first, name)
    first.keep()

    assert pixels(Icons(ICONS, shelf), name) == drawn == pixels(Icons(ICONS), name)


@pytest.mark.usefixtures("qapp")
def test_a_drawing_that_was_changed_is_drawn_anew(tmp_path: Path) -> None:
    shelf = Shelf()
    first = Icons(folder_of_one(tmp_path), shelf)
    pixels(first, "icon")
    first.keep()
    folder_of_one(tmp_path, "stop")

    assert pixels(Icons(tmp_path, shelf), "icon") == pixels(Icons(ICONS), "stop")


@pytest.mark.usefixtures("qapp")
def test_another_colour_and_another_size_are_other_icons() -> None:
    shelf = Shelf()
    first = Icons(ICONS, shelf)
    pixels(first, "play")
    first.keep()
    again = Icons(ICONS, shelf)

    for colour, side in (("#112234", 24), ("#112233", 25)):
        assert pixels(again, "play", colour, side) == pixels(Icons(ICONS), "play", colour, side)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kept", [b"", b"no icons", b"\x91\x92\x93\xa1a\xa1b\x01\xc4\x01x"])
def test_what_is_no_icon_is_drawn_anew_and_kept_whole(kept: bytes) -> None:
    shelf = Shelf()
    Icons(ICONS, shelf).keep()
    first = Icons(ICONS, shelf)
    drawn = pixels(first, "play")
    first.keep()
    (name,) = shelf.kept
    shelf.kept[name] = kept
    again = Icons(ICONS, shelf)

    assert pixels(again, "play") == drawn
    again.keep()
    assert pixels(Icons(ICONS, shelf), "play") == drawn


@pytest.mark.usefixtures("qapp")
def test_pixels_that_are_too_few_are_drawn_anew_and_kept_whole(tmp_path: Path) -> None:
    shelf = Shelf()
    first = Icons(ICONS, shelf)
    drawn = pixels(first, "play")
    first.keep()
    (name,) = shelf.kept
    [(key, _)] = msgspec.msgpack.decode(shelf.kept[name])
    shelf.kept[name] = msgspec.msgpack.encode([(key, zlib.compress(b"few"))])
    again = Icons(ICONS, shelf)

    assert pixels(again, "play") == drawn
    again.keep()
    [(_, kept)] = msgspec.msgpack.decode(shelf.kept[name])
    assert len(zlib.decompress(kept)) == 48 * 48 * 4


@pytest.mark.usefixtures("qapp")
def test_nothing_is_written_where_nothing_new_was_drawn() -> None:
    shelf = Shelf()
    for _ in range(3):
        icons = Icons(ICONS, shelf)
        pixels(icons, "play")
        icons.keep()
    assert shelf.saved == 1


@pytest.mark.usefixtures("qapp")
def test_where_there_are_too_many_those_of_this_run_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("backease_desktop.ui.look.icons.MOST_KEPT", 3)
    shelf = Shelf()
    for names in (("play", "pause"), ("stop", "next")):
        icons = Icons(ICONS, shelf)
        for name in names:
            pixels(icons, name)
        icons.keep()
    (kept,) = shelf.kept.values()
    drawings = {key[0] for key, _ in msgspec.msgpack.decode(kept)}
    assert drawings == {(ICONS / f"{name}.svg").read_text("utf-8") for name in ("stop", "next")}


def test_what_reads_svg_is_loaded_for_new_icons_only(tmp_path: Path) -> None:
    asked = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from backease_desktop.storage.picture_files import kept_pictures
from backease_desktop.ui.look.icons import Icons
app = QApplication([])
icons = Icons(Path(sys.argv[1]), kept_pictures(Path(sys.argv[2])))
icons.pixmap("play", "#000000", 24)
icons.keep()
print("PySide6.QtSvg" in sys.modules)
"""
    command = [sys.executable, "-c", asked, str(ICONS), str(tmp_path)]
    told = [
        subprocess.run(command, capture_output=True, text=True, check=True, timeout=PATIENCE_S)
        for _ in range(2)
    ]
    assert [one.stdout for one in told] == ["True\n", "False\n"]
