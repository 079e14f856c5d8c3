"""Where everything stands on the player page: a pure function of the room and of what fills it.

Rules, in this order:
1. Nothing overlaps, whatever the window and the type.
2. The countdown may take what the rest leaves; the figure shrinks before it does.
3. Where the row at the foot has no room, the buttons lose their words first, then the card with
   what comes next gets a row of its own (high windows) or leaves (the page says it elsewhere).
4. Higher than wide: the figure stands above the countdown.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize

from backease_desktop.ui.session.transport import Fit

PORTRAIT = 0.9
"""Width over height below which the figure stands above the countdown."""
NEXT_UP_WIDEST = 0.3
"""Share of the width that the next-up card takes at most."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What the parts of the page need, in pixels.

    Attributes:
        top, strip, then, captions: heights of these rows.
        foot: height of the buttons; transport: widths of the row of buttons by their fit.
        hurts: width of *It hurts*; next_up: size of the card, its width the least that is useful.
    """

    top: int
    strip: int
    then: int
    captions: int
    foot: int
    transport: tuple[tuple[Fit, int], ...]
    hurts: int
    next_up: QSize


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts stand; `next_up` is empty where it has no room."""

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
    then = QRect(clock.left(), clock.bottom() + 1 - needs.then, clock.width(), needs.then)
    clock.setBottom(then.top() - max(2, gap // 3))
    return Places(top, strip, figure, clock, then, next_up, transport, hurts, captions, fit)


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
