"""The icons: one set, one stroke, tinted."""

import re

import pytest

from backease_desktop.ui.look.icons import Icons
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
