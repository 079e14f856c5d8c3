"""The printed sheet of a routine: figures on the left, words on the right, exercise by exercise.

An exercise never breaks across two pages. Every page says that it is no medical advice, and which
page of how many it is. The colours are those of the light theme, on the paper's own white.
"""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFont

from backease_desktop.ui.figure.colours import LIGHT as ON_SOFT
from backease_desktop.ui.figure.press import Press, Type, printed
from backease_desktop.ui.figure.sheet_words import Picture, Sheet, SheetStep
from backease_desktop.ui.look.theme import LIGHT
from backease_desktop.ui.share.qr_code import QUIET, Squares

MARGIN = 16.0
TOP = 24.0
BOTTOM = 18.0
GAP = 2.5
PICTURES = 92.0
"""Width of the column of figures (mm); the words have the rest."""
LOWEST, HIGHEST = 28.0, 38.0
"""Height of a picture: that of its figure's frame, within these."""
SMALL = 0.62
"""Size of the other side's picture beside a full one."""
PADDING = 4.0
BETWEEN = 4.0
"""Space between the columns."""
SQUARE = 0.55
"""Side of a square of the code (mm): a phone reads it from a hand's length."""
CODE_WORDS = 11.0
"""Room for the words below the code."""
DAYS = 14
BOX, BOX_GAP, WEEK_GAP = 6.5, 3.0, 5.0
"""A box to be ticked, the space between two, and what lies between the weeks (mm)."""
DAYS_HIGH = 4.5 + BOX + 4.0
"""Height of the boxes with the words above and the numbers below them (mm)."""
BADGE = 7.5
"""Room for the number before an exercise's words."""

BOLD = QFont.Weight.Bold
FIGURE = replace(ON_SOFT, paper=LIGHT.bg)
"""The figures' colours: what fades out does so into the ground of its box."""
TITLE = Type(24, LIGHT.ink, BOLD)
SUMMARY = Type(10, LIGHT.accent_text, QFont.Weight.DemiBold)
ABOUT = Type(10, LIGHT.ink)
WARNING = Type(9, LIGHT.ink)
RUNNING = Type(7.5, LIGHT.muted_text)
NUMBER = Type(10, LIGHT.on_accent, BOLD)
NAME = Type(12.5, LIGHT.ink, BOLD)
DOSE = Type(10.5, LIGHT.accent_text, QFont.Weight.DemiBold)
TEXT = Type(9.2, LIGHT.ink)
NOTE = Type(7.6, LIGHT.muted_text)
CAPTION = Type(7.6, LIGHT.muted_text)


def pdf_bytes(sheet: Sheet, paper: str = "a4") -> bytes:
    """The sheet as the bytes of a PDF.

    Args:
        sheet: what is printed.
        paper: `a4` or `letter`.
    """
    return printed(sheet.title, paper, lambda press: _draw(press, sheet))


def _draw(press: Press, sheet: Sheet) -> None:
    head = _head(press, sheet, is_drawn=False)
    heights = [_step_height(press, step) for step in sheet.steps]
    pages = pages_of(heights, press.height - TOP - BOTTOM, head)
    number = 0
    for index, count in enumerate(pages):
        if index:
            press.new_page()
        _running(press, sheet, index + 1, len(pages))
        y = TOP if index else TOP + _head(press, sheet, is_drawn=True)
        for step in sheet.steps[number : number + count]:
            number += 1
            _draw_step(press, step, number, y)
            y += heights[number - 1]


def pages_of(heights: Sequence[float], room: float, head: float) -> list[int]:
    """How many blocks stand on each page.

    Args:
        heights: of the blocks, in their order.
        room: of a page.
        head: what the first page has less.
    """
    pages, left = [0], room - head
    for height in heights:
        if height > left and (pages[-1] or len(pages) == 1):
            pages.append(0)
            left = room
        pages[-1] += 1
        left -= height
    return pages


def _head(press: Press, sheet: Sheet, is_drawn: bool) -> float:
    """The top of the first page; its height."""
    width = press.width - 2 * MARGIN
    side = _code_side(sheet.code)
    if is_drawn and sheet.code:
        _draw_code(press, sheet.code, QRectF(MARGIN + width - side, TOP, side, side))
    narrow = width - side - GAP if side else width
    y = TOP
    for text, style, space in (
        (sheet.title, TITLE, 1.0),
        (sheet.summary, SUMMARY, 2.0),
        (sheet.about, ABOUT, 4.0),
    ):
        height = press.text_height(text, style, narrow)
        if is_drawn:
            press.text(text, style, QRectF(MARGIN, y, narrow, height))
        y += height + space
    if side:
        y = max(y, TOP + side + CODE_WORDS)
    inner = width - 10
    height = press.text_height(sheet.warning, WARNING, inner)
    if is_drawn:
        press.box(QRectF(MARGIN, y, width, height + 6), LIGHT.bg, 3)
        press.box(QRectF(MARGIN, y, 1.6, height + 6), LIGHT.switch, 0.8)
        press.text(sheet.warning, WARNING, QRectF(MARGIN + 5, y + 3, inner, height))
    y += height + 6 + 4
    if is_drawn:
        _draw_days(press, y, width)
    return y + DAYS_HIGH + 4 - TOP


def day_boxes(top: float) -> list[QRectF]:
    """The boxes of two weeks in a row below `top` (mm), the weeks a little apart."""
    week = DAYS // 2
    lefts = (MARGIN + day * (BOX + BOX_GAP) + (day // week) * WEEK_GAP for day in range(DAYS))
    return [QRectF(left, top, BOX, BOX) for left in lefts]


def _draw_days(press: Press, top: float, width: float) -> None:
    """A box for each day of two weeks, to be ticked by hand."""
    words = _tr("Two weeks: tick each day on which you did it.")
    press.text(words, CAPTION, QRectF(MARGIN, top, width, 4))
    for day, box in enumerate(day_boxes(top + 4.5), start=1):
        press.box(box, LIGHT.muted_text, 1)
        press.box(box.adjusted(0.25, 0.25, -0.25, -0.25), "#ffffff", 0.8)
        number = QRectF(box.left(), box.bottom() + 0.3, BOX, 3.5)
        press.text(str(day), CAPTION, number, Qt.AlignmentFlag.AlignHCenter)


def _code_side(code: Squares | None) -> float:
    """The side of a code with its quiet zone (mm); 0 without one."""
    return (len(code) + 2 * QUIET) * SQUARE if code else 0.0


def _draw_code(press: Press, code: Squares, at: QRectF) -> None:
    for y, row in enumerate(code):
        for x, is_dark in enumerate(row):
            if is_dark:
                left, top = at.left() + (x + QUIET) * SQUARE, at.top() + (y + QUIET) * SQUARE
                press.box(QRectF(left, top, SQUARE, SQUARE), "#000000")
    words = QRectF(at.left(), at.bottom(), at.width(), CODE_WORDS)
    said = _tr("This sheet as a code: bring a photo of it into BackEase.")
    press.text(said, CAPTION, words, Qt.AlignmentFlag.AlignHCenter)


def _running(press: Press, sheet: Sheet, page: int, pages: int) -> None:
    """What stands at the edges of every page."""
    width = press.width - 2 * MARGIN
    top, bottom = QRectF(MARGIN, 12, width, 4), QRectF(MARGIN, press.height - 13, width, 4)
    words = _tr("General information, not medical advice. Stop if anything hurts.")
    press.text("BackEase" if page == 1 else f"BackEase · {sheet.title}", RUNNING, top)
    press.text(words, RUNNING, top, Qt.AlignmentFlag.AlignRight)
    count = _tr("Page {page} of {pages}").format(page=page, pages=pages)
    press.text(count, RUNNING, bottom, Qt.AlignmentFlag.AlignRight)
    press.text(
        _tr("Doses come from the articles named; what we assume is marked."), RUNNING, bottom
    )


def _step_height(press: Press, step: SheetStep) -> float:
    _, width = _words_column(press, step)
    words = sum(press.text_height(t, style, width) + space for t, style, space in _words(step))
    pictures = 0.0
    if step.film:
        pictures = max(
            at.bottom() + 1 + press.text_height(picture.caption, CAPTION, at.width())
            for picture, at in _places(step, 0)
        )
    return max(words, pictures) + 2 * PADDING


def _draw_step(press: Press, step: SheetStep, number: int, top: float) -> None:
    press.box(QRectF(MARGIN, top, press.width - 2 * MARGIN, 0.25), LIGHT.line)
    y = top + PADDING
    if step.film:
        _draw_pictures(press, step, y)
    left, width = _words_column(press, step)
    badge = QRectF(left - BADGE, y - 0.3, 5.6, 5.6)
    press.box(badge, LIGHT.accent, 2.8)
    press.text(str(number), NUMBER, badge, Qt.AlignmentFlag.AlignCenter)
    for text, style, space in _words(step):
        height = press.text_height(text, style, width)
        press.text(text, style, QRectF(left, y, width, height))
        y += height + space


def _words(step: SheetStep) -> list[tuple[str, Type, float]]:
    """The words of an exercise with their style and the space under each (mm)."""
    return [
        (step.name, NAME, 0.6),
        (step.dose, DOSE, 1.4),
        (step.text, TEXT, 1.6),
        *((note, NOTE, 0.8) for note in step.notes),
    ]


def _words_column(press: Press, step: SheetStep) -> tuple[float, float]:
    """The left edge and the width of the words of an exercise."""
    left = MARGIN + BADGE + (PICTURES + BETWEEN if step.film else 0)
    return left, press.width - MARGIN - left


def _draw_pictures(press: Press, step: SheetStep, top: float) -> None:
    for index, (picture, at) in enumerate(_places(step, top)):
        press.box(at, LIGHT.bg, 2.5)
        if step.film:
            drawing = step.film.drawing_at(picture.place, picture.side, walks=step.walks)
            press.figure(drawing, at.adjusted(1.2, 1.2, -1.2, -1.2), FIGURE)
        caption = QRectF(at.left(), at.bottom() + 1, at.width(), 4)
        press.text(picture.caption, CAPTION, caption, Qt.AlignmentFlag.AlignHCenter)
        if index and not picture.is_small:
            middle = QPointF(at.left() - GAP / 2, at.center().y())
            press.arrow(middle, 1.7, LIGHT.muted)


def _places(step: SheetStep, top: float) -> list[tuple[Picture, QRectF]]:
    """Where each picture stands: side by side, a small one on the same line at the bottom."""
    if step.film is None:
        return []
    shares = [SMALL if picture.is_small else 1.0 for picture in step.pictures]
    one = (PICTURES - GAP * (len(shares) - 1)) / sum(shares)
    frame = step.film.frame
    high = min(max(one * frame.height / frame.width, LOWEST), HIGHEST)
    placed, x = [], MARGIN
    for picture, share in zip(step.pictures, shares, strict=True):
        at = QRectF(x, top + high * (1 - share), one * share, high * share)
        placed.append((picture, at))
        x += at.width() + GAP
    return placed


def _tr(text: str) -> str:
    return QCoreApplication.translate("sheet", text)
