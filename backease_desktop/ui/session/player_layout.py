"""Where everything stands on the player page: a pure function of the room and of what fills it.

Rules, in this order:
1. Nothing overlaps, whatever the window and the type.
2. The countdown may take what the rest leaves; the figure shrinks before it does.
3. Where the row at the foot has no room, the buttons lose their words first, then the card with
   what comes next gets a row of its own (high windows) or leaves (the page says it elsewhere).
4. Higher than wide: the figure stands above the countdown.
5. What is asked while a session begins stands right above the buttons. It takes its room from the
   countdown, then from the figure as well; where they would be left too little they go until it is
   answered, and so do the strip and the top of the lowest windows.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QSize

from backease_desktop.ui.session.transport import Fit

PORTRAIT = 0.9
"""Width over height below which the figure stands above the countdown."""
NEXT_UP_WIDEST = 0.3
"""Share of the width that the next-up card takes at most."""
LOWEST_CLOCK = 5
"""Lines of words: the lowest countdown that says something, in its row or above a question."""
NOWHERE = QRect()


@dataclass(frozen=True, slots=True)
class Question:
    """What something that is asked needs, in pixels.

    Attributes:
        least, most: widths between which it can be read.
        height_for: how high it is at a width.
    """

    least: int
    most: int
    height_for: Callable[[int], int]


@dataclass(frozen=True, slots=True)
class Needs:
    """What the parts of the page need, in pixels.

    Attributes:
        top, strip, then, captions: heights of these rows.
        foot: height of the buttons; transport: widths of the row of buttons by their fit.
        hurts: width of *It hurts*; next_up: size of the card, its width the least that is useful.
        question: what is asked; None while nothing is.
    """

    top: int
    strip: int
    then: int
    captions: int
    foot: int
    transport: tuple[tuple[Fit, int], ...]
    hurts: int
    next_up: QSize
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts stand; what has no room is empty."""

    top: QRect
    strip: QRect
    figure: QRect
    countdown: QRect
    then: QRect
    next_up: QRect
    transport: QRect
    hurts: QRect
    captions: QRect
    fit: Fit
    question: QRect = NOWHERE


def arrange(size: QSize, needs: Needs) -> Places:
    """Places for a page of a size."""
    margin = _margin(size)
    gap = max(8, margin // 2)
    left, width = margin, size.width() - 2 * margin
    top = QRect(left, max(8, margin - 14), width, needs.top)
    strip = QRect(left, _under(top, gap // 2), width, needs.strip)
    captions = QRect(
        left, size.height() - max(8, margin // 2 - 2) - needs.captions, width, needs.captions
    )
    fit, transport_width, has_card_beside = _fit(width, gap, needs)
    is_portrait = size.width() < PORTRAIT * size.height()
    has_card_above = not has_card_beside and is_portrait
    foot_height = max(needs.foot, needs.next_up.height() if has_card_beside else 0)
    foot = QRect(left, captions.top() - gap - foot_height, width, foot_height)
    hurts = _in_row(foot, foot.right() + 1 - needs.hurts, needs.hurts, needs.foot)
    free_left = foot.left()
    next_up = QRect()
    if has_card_beside:
        card = _card_width(width, gap, transport_width, needs)
        next_up = _in_row(foot, left, card, needs.next_up.height())
        free_left = next_up.right() + 1 + gap
    transport = _in_row(
        foot,
        _centred(free_left, hurts.left() - gap, transport_width, size),
        transport_width,
        foot.height(),
    )
    bottom = foot.top() - gap
    if has_card_above:
        next_up = QRect(left, bottom - needs.next_up.height(), width, needs.next_up.height())
        bottom = next_up.top() - gap
    stage_top = _under(strip, gap // 2)
    stage = QRect(left, stage_top, width, max(1, bottom - stage_top))
    figure, clock = _halves(stage, gap, is_portrait)
    places = Places(top, strip, figure, clock, clock, next_up, transport, hurts, captions, fit)
    if needs.question is not None:
        places = _asked(places, stage, gap, needs, needs.question, is_portrait)
    clock = places.countdown
    if clock.isEmpty():
        return replace(places, then=NOWHERE)
    then = QRect(clock.left(), clock.bottom() + 1 - needs.then, clock.width(), needs.then)
    return replace(places, countdown=_above(clock, then.top(), max(2, gap // 3)), then=then)


def _asked(
    places: Places, stage: QRect, gap: int, needs: Needs, question: Question, is_portrait: bool
) -> Places:
    """The places while something is asked; see rule 5."""
    least = LOWEST_CLOCK * needs.then
    clock = places.countdown
    asked = _at_foot(clock, question)
    if clock.width() >= question.least and asked.top() - gap - clock.top() >= least:
        return replace(places, countdown=_above(clock, asked.top(), gap), question=asked)
    asked = _at_foot(stage, question)
    if asked.top() - gap - stage.top() >= least:
        figure, clock = _halves(_above(stage, asked.top(), gap), gap, is_portrait)
        return replace(places, figure=figure, countdown=clock, question=asked)
    reached = asked.top() - gap // 2
    return replace(
        places,
        top=places.top if places.top.bottom() < reached else NOWHERE,
        strip=places.strip if places.strip.bottom() < reached else NOWHERE,
        figure=NOWHERE,
        countdown=NOWHERE,
        question=asked,
    )


def _at_foot(room: QRect, question: Question) -> QRect:
    """The place of a question at the right end of a room's foot; it may be higher than the room."""
    width = min(room.width(), question.most)
    height = question.height_for(width)
    return QRect(room.right() + 1 - width, room.bottom() + 1 - height, width, height)


def _above(room: QRect, foot: int, gap: int) -> QRect:
    """What of a room is left above something that begins at `foot`."""
    return QRect(room.left(), room.top(), room.width(), foot - gap - room.top())


def _margin(size: QSize) -> int:
    """On the grid: 16 in the smallest window, 36 in the usual one, more on large screens."""
    return max(16, min(72, (min(size.width() * 2 // 3, size.height()) // 22) // 4 * 4))


def _under(rect: QRect, gap: int) -> int:
    return rect.bottom() + 1 + gap


def _in_row(row: QRect, left: int, width: int, height: int) -> QRect:
    return QRect(left, row.top() + (row.height() - height) // 2, width, height)


def _fit(width: int, gap: int, needs: Needs) -> tuple[Fit, int, bool]:
    """The fit of the buttons, their width, and whether the card stands beside them."""
    for fit, transport in needs.transport:
        if needs.next_up.width() + transport + needs.hurts + 2 * gap <= width:
            return fit, transport, True
    for fit, transport in needs.transport:
        if transport + needs.hurts + gap <= width:
            return fit, transport, False
    fit, transport = needs.transport[-1]
    return fit, max(1, min(transport, width - needs.hurts - gap)), False


def _card_width(width: int, gap: int, transport: int, needs: Needs) -> int:
    free = width - transport - needs.hurts - 2 * gap
    return min(free, max(needs.next_up.width(), round(width * NEXT_UP_WIDEST)))


def _centred(left: int, right: int, width: int, size: QSize) -> int:
    """In the middle of the page if that is free, else in the middle of what is free."""
    middle = (size.width() - width) // 2
    if left <= middle and middle + width <= right:
        return middle
    return max(left, left + (right - left - width) // 2)


def _halves(stage: QRect, gap: int, is_portrait: bool) -> tuple[QRect, QRect]:
    if is_portrait:
        height = round((stage.height() - gap) * 0.41)
        figure = QRect(stage.left(), stage.top(), stage.width(), height)
        return figure, stage.adjusted(0, height + gap, 0, 0)
    share = 0.53 if stage.width() < 2.6 * stage.height() else 0.5
    width = round((stage.width() - gap) * share)
    figure = QRect(stage.left(), stage.top(), width, stage.height())
    return figure, stage.adjusted(width + gap, 0, 0, 0)
