"""The places of the player page, as a pure function."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from backease_desktop.ui.session.player_layout import Needs, Places, Question, arrange
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


def asking(scale: float) -> Needs:
    """What the parts need while something is asked."""

    def height_for(width: int) -> int:
        return round((124 if width >= 496 * scale else 160) * scale)

    least, most = round(300 * scale), round(620 * scale)
    return replace(needs_at(scale), question=Question(least, most, height_for))


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
            places.question,
        )
        if not rect.isEmpty()
    ]


@given(st.integers(630, 4096), st.integers(344, 4096))
def test_nothing_overlaps_on_a_small_screen_that_is_magnified(width: int, height: int) -> None:
    places = parts(arrange(QSize(width, height), needs_at(1)))
    assert not [(a, b) for a, b in combinations(places, 2) if a.intersects(b)]
    assert all(QRect(0, 0, width, height).contains(place) for place in places)


@given(st.integers(500, 4096), st.integers(344, 4096), st.floats(1, 1.25))
def test_a_question_covers_nothing_and_is_there(width: int, height: int, scale: float) -> None:
    places = arrange(QSize(width, height), asking(scale))
    rects = parts(places)
    assert not [(a, b) for a, b in combinations(rects, 2) if a.intersects(b)]
    assert all(QRect(0, 0, width, height).contains(rect) for rect in rects)
    assert places.question.width() >= round(300 * scale)
    assert places.countdown.isEmpty() == places.then.isEmpty()
    assert not (places.countdown.isEmpty() and not places.figure.isEmpty())


def test_a_question_takes_the_room_of_the_countdown_then_of_the_stage_then_all_of_it() -> None:
    def asked(width: int, height: int) -> Places:
        return arrange(QSize(width, height), asking(1))

    roomy = arrange(QSize(1240, 800), needs_at(1))
    assert asked(1240, 800).figure == roomy.figure
    assert asked(1240, 800).countdown.height() < roomy.countdown.height()
    assert (
        0 < asked(600, 520).figure.height() < arrange(QSize(600, 520), needs_at(1)).figure.height()
    )
    low = asked(764, 392)
    assert (low.figure.isEmpty(), low.countdown.isEmpty()) == (True, True)
    assert (low.top.isEmpty(), low.strip.isEmpty()) == (False, False)


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
