"""The places of the player page, as a pure function."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from backease_desktop.ui.session.player_layout import Needs, Places, arrange
from backease_desktop.ui.session.transport import Fit


def needs_at(scale: float) -> Needs:
    """What the parts need at a size of type."""

    def px(length: float) -> int:
        return round(length * scale)

    return Needs(
        top=px(34),
        strip=px(10) + 12,
        then=px(25),
        captions=px(34),
        foot=px(50),
        transport=((Fit.WORDS, px(600)), (Fit.ICONS_AT_THE_SIDES, px(410)), (Fit.ICONS, px(294))),
        hurts=px(124),
        next_up=QSize(px(200), px(56)),
    )


def parts(places: Places) -> list[QRect]:
    return [
        rect
        for rect in (
            places.top,
            places.strip,
            places.figure,
            places.countdown,
            places.then,
            places.next_up,
            places.transport,
            places.hurts,
            places.captions,
        )
        if not rect.isEmpty()
    ]


@given(st.integers(630, 4096), st.integers(344, 4096))
def test_nothing_overlaps_on_a_small_screen_that_is_magnified(width: int, height: int) -> None:
    places = parts(arrange(QSize(width, height), needs_at(1)))
    assert not [(a, b) for a, b in combinations(places, 2) if a.intersects(b)]
    assert all(QRect(0, 0, width, height).contains(place) for place in places)


@given(st.integers(960, 4096), st.integers(600, 4096), st.floats(1, 2))
def test_nothing_overlaps_and_all_is_inside(width: int, height: int, scale: float) -> None:
    size = QSize(width, height)
    places = parts(arrange(size, needs_at(scale)))
    assert not [(a, b) for a, b in combinations(places, 2) if a.intersects(b)]
    assert all(QRect(0, 0, width, height).contains(place) for place in places)


@given(st.integers(960, 4096), st.integers(600, 4096), st.floats(1, 2))
def test_the_countdown_gets_room(width: int, height: int, scale: float) -> None:
    places = arrange(QSize(width, height), needs_at(scale))
    assert places.countdown.height() >= height * 0.28
    assert places.countdown.width() >= width * 0.4


def test_a_wide_page_has_the_card_the_words_and_the_transport_in_the_middle() -> None:
    places = arrange(QSize(1240, 800), needs_at(1))
    assert places.fit is Fit.WORDS
    assert not places.next_up.isEmpty()
    assert places.figure.right() < places.countdown.left()


def test_a_small_page_takes_the_words_from_the_buttons_before_the_card() -> None:
    places = arrange(QSize(960, 600), needs_at(1))
    assert places.fit is Fit.ICONS_AT_THE_SIDES
    assert not places.next_up.isEmpty()


def test_large_type_on_a_small_page_gives_the_card_up() -> None:
    places = arrange(QSize(960, 600), needs_at(2))
    assert places.fit is Fit.ICONS
    assert places.next_up.isEmpty()


def test_a_high_page_stacks_figure_and_countdown() -> None:
    places = arrange(QSize(800, 1200), needs_at(1))
    assert places.figure.bottom() < places.countdown.top()
    assert places.figure.width() == places.countdown.width()
