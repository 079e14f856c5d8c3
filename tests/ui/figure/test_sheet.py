"""The printed sheet: everything is on it, nothing is cut off, and it says whose doses these are."""

import re
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.routine import Step
from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.figure.photo_film import photo_film
from backease_desktop.core.reading import read
from backease_desktop.core.units import Ms
from backease_desktop.ui.figure.sheet import MARGIN, day_boxes, pages_of, pdf_bytes
from backease_desktop.ui.figure.sheet_words import Sheet, SheetStep, sheet_of
from tests.fakes.figures import BIRD_DOG, BRIDGE, CAT, film
from tests.fakes.photos import jpeg_of
from tests.fakes.shipped_catalogue import shipped_catalogue

FILMS = {"bird-dog": film(BIRD_DOG), "bridge": film(BRIDGE), "cat-cow": film(CAT)}

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return shipped_catalogue()


def sheet(catalogue: Catalogue, routine: str, level: DoseLevel = DoseLevel.STANDARD) -> Sheet:
    return sheet_of(catalogue.routines[routine], catalogue, level, Ms(720_000), FILMS)


def step(sheet: Sheet, name: str) -> SheetStep:
    return next(step for step in sheet.steps if step.name == name)


def page_count(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_the_head_tells_what_to_expect(catalogue: Catalogue) -> None:
    head = sheet(catalogue, "mat-12")

    assert head.title == "On the mat"
    steps = len(catalogue.routines["mat-12"].steps)
    assert re.fullmatch(
        rf"{steps} exercises · about 1[0-4] min · normal effort · mat", head.summary
    )
    assert head.about == catalogue.routines["mat-12"].about


@pytest.mark.parametrize("routine", ["desk-chair-2", "mat-12", "in-pregnancy"])
def test_it_says_that_it_is_no_medical_advice(catalogue: Catalogue, routine: str) -> None:
    warning = sheet(catalogue, routine).warning

    assert "not medical advice" in warning
    assert "stop if anything hurts" in warning


def test_the_dose_follows_the_level_and_the_range_is_told(catalogue: Catalogue) -> None:
    doses = {level: step(sheet(catalogue, "mat-12", level), "Bird dog").dose for level in DoseLevel}

    assert doses == {
        DoseLevel.GENTLE: "10 × 3 s · sides in turn",
        DoseLevel.STANDARD: "10 × 4 s · sides in turn",
        DoseLevel.FULL: "12 × 5 s · sides in turn",
    }
    notes = step(sheet(catalogue, "mat-12"), "Bird dog").notes
    assert notes[0].endswith(" Range: 10–12 × 3–5 s · sides in turn.")


def test_article_assumptions_and_lost_headings_are_told(catalogue: Catalogue) -> None:
    dog, rolls = (step(sheet(catalogue, "mat-12"), name) for name in ("Bird dog", "Knee rolls"))

    assert dog.notes[0].startswith("From “Exercises to relieve back pain”, Strengthen the core.")
    assert "Assumed by us: the length of the hold. The source says: a few seconds." in dog.notes
    assert "The article gives no name here; this one is ours." in rolls.notes


def test_who_should_take_care_is_told_once(catalogue: Catalogue) -> None:
    mat = sheet(catalogue, "mat-12")
    everywhere = "a recent operation or injury"

    assert everywhere in mat.warning
    assert [s.name for s in mat.steps if everywhere in " ".join(s.notes)] == []
    assert "Leave it out: pregnant, after week 16." in step(mat, "Bridge").notes[-1]
    for printed in mat.steps:
        people = re.findall(r"(?:out|it|first): ([^.]+)\.", " ".join(printed.notes))
        named = [who for line in people for who in line.split("; ")]
        assert len(named) == len(set(named)), printed.name


def test_each_side_has_its_picture_with_its_landmark(catalogue: Catalogue) -> None:
    pictures = step(sheet(catalogue, "mat-12"), "Bird dog").pictures

    assert [(p.place, p.side, p.caption, p.is_small) for p in pictures] == [
        (0, "right", "Start", False),
        (1, "right", "Right arm, left leg", False),
        (1, "left", "Left arm, right leg", True),
    ]
    assert not step(sheet(catalogue, "mat-12"), "Bird dog").walks


@pytest.mark.parametrize(("only", "landmark"), [("left", "Left arm"), ("right", "Right arm")])
def test_a_dose_for_one_side_shows_that_side_alone(
    catalogue: Catalogue, only: str, landmark: str
) -> None:
    own = {"exercise": "bird-dog", "dose": {"source": "001", "reps": 10, "sides": only}}
    routine = catalogue.routines["mat-12"].with_(steps=(read(Step, own),))
    (drawn,) = sheet_of(routine, catalogue, DoseLevel.STANDARD, Ms(60_000), FILMS).steps

    assert {picture.side for picture in drawn.pictures} == {only}
    assert drawn.pictures[-1].caption.startswith(landmark)


def test_breaths_are_drawn_in_and_out(catalogue: Catalogue) -> None:
    pictures = step(sheet(catalogue, "mat-12"), "Cat-cow stretch").pictures

    assert [p.caption for p in pictures] == ["Start", "Breathe in", "Breathe out"]


def test_an_exercise_without_a_figure_is_printed_in_words(catalogue: Catalogue) -> None:
    bare = sheet_of(catalogue.routines["mat-12"], catalogue, DoseLevel.FULL, Ms(1), {})

    assert {printed.pictures for printed in bare.steps} == {()}
    assert page_count(pdf_bytes(bare)) >= 1


@pytest.mark.parametrize(("paper", "box"), [("a4", b"595"), ("letter", b"612")])
def test_the_paper_is_the_one_asked_for(catalogue: Catalogue, paper: str, box: bytes) -> None:
    pdf = pdf_bytes(sheet(catalogue, "mat-12"), paper)
    boxes = set(re.findall(rb"/MediaBox\s*\[\s*0 0 (\d+)", pdf))

    assert boxes == {box}


def test_a_long_routine_goes_on_over_many_pages(catalogue: Catalogue, qapp: QApplication) -> None:
    pdf = pdf_bytes(sheet(catalogue, "complete-collection"))

    assert page_count(pdf) >= 5
    assert page_count(pdf) < page_count(pdf_bytes(sheet(catalogue, "mat-12"))) * 10


@given(
    heights=st.lists(st.floats(10, 200), min_size=1, max_size=60),
    room=st.floats(210, 280),
    head=st.floats(20, 120),
)
def test_no_exercise_is_lost_or_cut_off(heights: list[float], room: float, head: float) -> None:
    pages = pages_of(heights, room, head)

    assert sum(pages) == len(heights)
    for end, count in zip(accumulate(pages), pages, strict=True):
        space = room - head if end == pages[0] and count == pages[0] else room
        assert sum(heights[end - count : end]) <= space + 1e-6


@given(heights=st.lists(st.floats(10, 100), min_size=1, max_size=60))
def test_no_page_is_left_half_empty_for_nothing(heights: list[float]) -> None:
    room = 250.0
    pages = pages_of(heights, room, 0)
    for end, count in list(zip(accumulate(pages), pages, strict=True))[:-1]:
        assert sum(heights[end - count : end]) + heights[end] > room


A4_WIDTH = 210
"""Millimetres; letter is wider."""


def test_there_is_a_box_for_each_day_of_two_weeks_and_all_are_on_the_paper() -> None:
    boxes = day_boxes(50)

    assert len(boxes) == 14
    assert {(box.width(), box.height()) for box in boxes} == {(6.5, 6.5)}
    assert boxes[0].left() == MARGIN
    assert boxes[-1].right() <= A4_WIDTH - MARGIN
    gaps = [later.left() - former.right() for former, later in pairwise(boxes)]
    assert min(gaps) > 2
    assert gaps.index(max(gaps)) == 6, "the weeks are told apart"


def test_an_exercise_with_a_photo_has_it_once_on_the_sheet(catalogue: Catalogue) -> None:
    photo = photo_film(jpeg_of(80, 60, "red"), "Photo: mine.")
    routine = catalogue.routines["mat-12"]
    shown = sheet_of(routine, catalogue, DoseLevel.STANDARD, Ms(720_000), {"bird-dog": photo})

    assert len(step(shown, "Bird dog").pictures) == 1
    assert b"/Subtype /Image" in pdf_bytes(shown) or b"DCTDecode" in pdf_bytes(shown)
