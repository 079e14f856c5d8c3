"""The reel: what is kept is what would be drawn anew, and it is not kept for ever."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from backease_desktop.core.figure.motion import BREATHING_FPS, MOVING_FPS, Motion
from backease_desktop.ui.figure.colours import DARK, LIGHT
from backease_desktop.ui.figure.painter import picture_of
from backease_desktop.ui.figure.reel import ROOM, Reel
from tests.fakes.figures import BIRD_DOG, TWIST, film

FILMS = (film(BIRD_DOG), film(TWIST))

motions = st.builds(
    Motion,
    place=st.sampled_from((0.0, 0.3, 1.0)),
    side=st.sampled_from(("right", "left")),
    breath=st.sampled_from((0.0, 0.5)),
    facing=st.sampled_from((1.0, 0.4)),
    walks=st.booleans(),
    fps=st.sampled_from((0, BREATHING_FPS, MOVING_FPS)),
    back=st.booleans(),
)


@given(
    shown=st.lists(
        st.tuples(st.sampled_from(FILMS), motions, st.sampled_from((LIGHT, DARK)), st.booleans()),
        max_size=12,
    )
)
def test_whatever_was_shown_before_a_picture_is_that_of_its_moment(
    qapp: QApplication, shown: list[tuple[object, ...]]
) -> None:
    reel = Reel()
    for one_film, motion, colours, is_mirrored in shown:
        drawing = motion.drawing(one_film)  # type: ignore[attr-defined]
        if is_mirrored and drawing.right_at:
            drawing = drawing.mirrored()
        found = reel.picture(one_film, motion, colours, is_mirrored=is_mirrored)  # type: ignore[arg-type]
        assert found == picture_of(drawing, colours)  # type: ignore[arg-type]


def moving(place: float) -> Motion:
    return Motion(place, "right", fps=MOVING_FPS)


def test_a_repetition_shows_the_pictures_of_the_one_before(qapp: QApplication) -> None:
    reel, shown = Reel(), film(TWIST)
    first = [reel.picture(shown, moving(s / 5), LIGHT, is_mirrored=False) for s in range(6)]
    again = [reel.picture(shown, moving(s / 5), LIGHT, is_mirrored=False) for s in range(6)]

    assert all(one is other for one, other in zip(first, again, strict=True))


def test_a_long_movement_keeps_its_first_pictures_and_what_breathes_always_has_room(
    qapp: QApplication,
) -> None:
    reel, shown = Reel(), film(TWIST)
    places = [step / (2 * ROOM) for step in range(2 * ROOM)]
    first = [reel.picture(shown, moving(place), LIGHT, is_mirrored=False) for place in places]
    again = [reel.picture(shown, moving(place), LIGHT, is_mirrored=False) for place in places]
    kept = [one is other for one, other in zip(first, again, strict=True)]
    assert kept == [True] * ROOM + [False] * ROOM

    breath = Motion(1.0, "right", 0.5, fps=BREATHING_FPS)
    before = reel.picture(shown, breath, LIGHT, is_mirrored=False)
    assert reel.picture(shown, breath, LIGHT, is_mirrored=False) is before


@pytest.mark.parametrize("what", ["film", "palette", "mirror"])
def test_with_anything_else_changed_nothing_is_kept(qapp: QApplication, what: str) -> None:
    reel, shown = Reel(), film(TWIST)
    other = replace(shown) if what == "film" else shown
    before = reel.picture(shown, moving(0.3), LIGHT, is_mirrored=False)
    reel.picture(
        other,
        moving(0.3),
        DARK if what == "palette" else LIGHT,
        is_mirrored=what == "mirror",
    )
    after = reel.picture(shown, moving(0.3), LIGHT, is_mirrored=False)

    assert after == before
    assert after is not before
