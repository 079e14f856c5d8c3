"""Our reader of icons, beside Qt's."""

import math

import pytest
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from backease_desktop.ui.look.icon_drawing import read_icon
from tests.ui.conftest import ICONS

NAMES = sorted(path.stem for path in ICONS.glob("*.svg"))
SIZE = 96
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" stroke-width="1.75">'

pytestmark = pytest.mark.usefixtures("qapp")


def blank() -> QImage:
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def ours(svg: str) -> QImage:
    image = blank()
    painter = QPainter(image)
    read_icon(svg).paint(painter, QRectF(image.rect()), QColor("black"))
    painter.end()
    return image


def qts(svg: str) -> QImage:
    image = blank()
    painter = QPainter(image)
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", "black").encode()))
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return image


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_looks_as_qt_draws_it(name: str) -> None:
    svg = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    one, other = ours(svg), qts(svg)
    pairs = [
        (one.pixelColor(x, y).alpha(), other.pixelColor(x, y).alpha())
        for x in range(SIZE)
        for y in range(SIZE)
    ]
    # Qt's arcs are a fraction of a pixel off the circle; the smallest dot is forty pixels.
    assert sum(abs(a - b) > 127 for a, b in pairs) <= 4
    assert sum(abs(a - b) for a, b in pairs) < 0.02 * sum(b for _, b in pairs)


@pytest.mark.parametrize(
    ("flags", "centre", "quarters"),
    [("0 1", (12, 12), 1), ("1 0", (12, 12), 3), ("0 0", (3, 3), 1), ("1 1", (3, 3), 3)],
)
def test_an_arc_is_the_part_of_the_circle_that_its_flags_name(
    flags: str, centre: tuple[float, float], quarters: int
) -> None:
    (line,) = read_icon(f'{HEAD}<path d="M3 12A9 9 0 {flags} 12 3"/></svg>').lines
    points = [line.pointAtPercent(step / 50) for step in range(51)]
    assert [math.dist((p.x(), p.y()), centre) for p in points] == pytest.approx([9] * 51, abs=0.01)
    assert line.length() == pytest.approx(quarters * 9 * math.pi / 2, rel=0.01)


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ('<ellipse cx="1"/>', "<ellipse> is no word"),
        ('<path d="M1 1q2 2 3 3"/>', "no path of our icons"),
        ('<path d="M1 1l2"/>', "breaks off"),
        ('<path d="M1 1l2 3 4"/>', "breaks off"),
        ('<path d="M1l2 3"/>', "no path of our icons"),
        ('<path d="M1 1#"/>', "no path of our icons"),
        ('<path d="M1 1a2 3 0 0 1 4 4"/>', "those of a circle"),
        ("<path", "Premature end"),
    ],
)
def test_what_is_no_icon_of_ours_is_refused(inside: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        read_icon(f"{HEAD}{inside}</svg>" if inside.endswith(">") else HEAD + inside)


def test_capital_letters_count_from_the_corner_and_small_ones_from_where_the_line_is() -> None:
    far = f'{HEAD}<path d="M2 3L6 9H10V4C1 2 3 4 5 6A3 3 0 0 1 8 9Z"/></svg>'
    near = f'{HEAD}<path d="m2 3 4 6h4v-5c-9-2-7 0-5 2a3 3 0 0 1 3 3z"/></svg>'
    assert read_icon(far).lines == read_icon(near).lines
