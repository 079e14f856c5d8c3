"""How large the window may be, on any screen."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize

from backease_desktop.ui.window_room import FRAME, SMALLEST, USUAL, smallest, usual

screens = st.builds(QSize, st.integers(500, 8000), st.integers(300, 5000))


@given(screens, st.integers(0, 1400))
def test_the_window_and_its_frame_are_never_larger_than_the_screen(
    screen: QSize, words: int
) -> None:
    for size in (usual(screen), smallest(screen, words)):
        framed = size + FRAME
        assert framed.width() <= screen.width()
        assert framed.height() <= screen.height()


def test_a_screen_with_room_is_no_reason_to_be_larger() -> None:
    assert usual(QSize(3840, 2160)) == USUAL
    assert smallest(QSize(3840, 2160), 400) == SMALLEST


def test_a_laptop_magnified_twice_has_a_window_of_less_than_its_height() -> None:
    assert smallest(QSize(683, 384), 430).height() <= 384 - FRAME.height()


def test_long_words_need_a_wider_window() -> None:
    assert smallest(QSize(1920, 1080), 860) == QSize(860, SMALLEST.height())
