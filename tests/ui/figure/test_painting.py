"""Painting: the same figure at every size and in every palette."""

import time

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from backease_desktop.core.figure.shapes import Box
from backease_desktop.ui.figure.colours import DARK, HIGH_CONTRAST, LIGHT, FigureColours
from backease_desktop.ui.figure.export import image, png_bytes, svg_text
from backease_desktop.ui.figure.painter import paint, placed
from backease_desktop.ui.figure.sheet import FIGURE as ON_A_SHEET
from backease_desktop.ui.look import theme
from tests.fakes.figures import BIRD_DOG, TWIST, film

PALETTES = {"light": LIGHT, "dark": DARK, "contrast": HIGH_CONTRAST}


def luminance(name: str) -> float:
    """Relative luminance of a colour, as WCAG has it."""
    colour = QColor(name)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: str, b: str) -> float:
    """Contrast ratio of two colours."""
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", PALETTES)
def test_the_figure_stands_out_from_the_paper_and_near_from_far(palette: str) -> None:
    colours = PALETTES[palette]

    assert contrast(colours.limb_near, colours.paper) >= 3
    assert contrast(colours.torso, colours.paper) >= 3
    assert contrast(colours.limb_near, colours.limb_far) >= 1.8


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("size", [(40, 32), (620, 510), (3840, 2160)])
def test_a_figure_is_seen_at_every_size(
    qapp: QApplication, palette: str, size: tuple[int, int]
) -> None:
    colours: FigureColours = PALETTES[palette]
    picture = image(film(BIRD_DOG).drawing_at(1), *size, colours)
    paper = QColor(colours.paper).rgb()
    columns = range(0, size[0], max(1, size[0] // 40))
    rows = range(0, size[1], max(1, size[1] // 32))
    painted = sum(picture.pixel(x, y) != paper for x in columns for y in rows)

    assert painted > 60


def test_the_transform_puts_the_frame_into_the_rectangle() -> None:
    transform = placed(Box(-1.0, -0.5, 1.0, 0.5), QRectF(10, 20, 400, 400))
    left, bottom = transform.map(-1.0, -0.5)
    right, top = transform.map(1.0, 0.5)

    assert (left, right) == pytest.approx((10, 410))
    assert (top, bottom) == pytest.approx((120, 320))


def test_painting_leaves_the_painter_as_it_was(qapp: QApplication) -> None:
    picture = QImage(200, 160, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(picture)
    before = painter.transform()
    paint(painter, film(TWIST).drawing_at(0), QRectF(0, 0, 200, 160), LIGHT)
    after = painter.transform()
    painter.end()

    assert before == after


def test_png_and_svg_are_files_of_their_kind(qapp: QApplication) -> None:
    drawing = film(TWIST).drawing_at(1)

    assert png_bytes(drawing, 64, 52, DARK).startswith(b"\x89PNG")
    assert svg_text(drawing, LIGHT).startswith("<svg")
    assert LIGHT.torso.lower() in svg_text(drawing, LIGHT)


def test_a_frame_at_the_players_size_costs_little(qapp: QApplication) -> None:
    """Generous, since other programs share the machine: the target is 2 ms, measured apart."""
    drawing = film(BIRD_DOG).drawing_at(1)
    picture = QImage(620, 510, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(picture)
    costs = []
    for _ in range(20):
        start = time.process_time_ns()
        paint(painter, drawing, QRectF(0, 0, 620, 510), LIGHT)
        costs.append(time.process_time_ns() - start)
    painter.end()

    assert min(costs) < 6_000_000


def test_what_fades_out_does_so_into_the_ground_that_it_stands_on() -> None:
    themes = {LIGHT: theme.LIGHT, DARK: theme.DARK, HIGH_CONTRAST: theme.CONTRAST}
    for colours, ground in themes.items():
        assert colours.paper == ground.soft
    assert ON_A_SHEET.paper == theme.LIGHT.bg


@pytest.mark.parametrize("palette", PALETTES)
def test_a_close_up_ends_in_paper_on_every_side(qapp: QApplication, palette: str) -> None:
    colours = PALETTES[palette]
    picture = image(film(BIRD_DOG | {"close_up": "hips"}).drawing_at(1), 200, 160, colours)
    paper, edge = QColor(colours.paper), range(0, 200, 7)
    outermost = [QColor(picture.pixel(x, y)) for x in edge for y in (0, 159)]
    middle = {picture.pixel(x, 80) for x in edge}

    assert all(abs(colour.lightness() - paper.lightness()) < 12 for colour in outermost)
    assert len(middle) > 5
