"""The exercise browser: every exercise, every dose, with what is assumed."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.search import Query, found
from backease_desktop.core.person.person import NOBODY
from backease_desktop.core.person.verdict import Asking
from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.dose_words import assumed_words, dose_words
from backease_desktop.ui.exercises.exercises_page import ExercisesPage
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.keys import Command, Wish
from backease_desktop.ui.look.style import Look
from tests.fakes.ports import FakeClock
from tests.fakes.shipped_catalogue import shipped_catalogue
from tests.ui.cut import cut_off, scrolled

CATALOGUE = shipped_catalogue()
ASKING = Asking(NOBODY, date(2026, 11, 26))


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> ExercisesPage:
    figures = Figures(lambda: CATALOGUE, look, FakeClock(), look)
    page = ExercisesPage(look, CATALOGUE, figures.thumbnails, figures.moving(), lambda: ASKING)
    qtbot.addWidget(page)
    page.resize(1148, 800)
    page.show()
    qtbot.waitExposed(page)
    return page


def words(page: ExercisesPage) -> list[str]:
    return [label.text() for label in page.detail._words.findChildren(Label)]


@pytest.mark.parametrize("exercise", CATALOGUE.exercises.values(), ids=lambda e: e.id)
def test_every_exercise_shows_each_dose_with_its_source_and_what_is_assumed(
    page: ExercisesPage, exercise: Exercise
) -> None:
    page.show_exercise(exercise.id)
    shown = words(page)
    assert exercise.text in shown
    assert f"Movement: {exercise.movement}" in shown
    assert any(text.startswith("The pace of a repetition") and "ours" in text for text in shown)
    for prescription in exercise.prescriptions:
        assert dose_words(prescription, exercise) in shown
        for note in assumed_words(prescription):
            assert any(note in text.splitlines() for text in shown)
    for rule in CATALOGUE.precautions_of(exercise):
        assert rule.reason in shown


def test_the_list_is_in_the_order_of_the_names_that_are_read(page: ExercisesPage) -> None:
    names = [CATALOGUE.exercises[one].name for one in found(page._entries, Query())]

    assert names == sorted(names, key=str.casefold)
    assert len(names) == len(CATALOGUE.exercises)


def test_a_dose_from_a_page_says_where_and_when_it_was_read(page: ExercisesPage) -> None:
    page.show_exercise("prayer-stretch")

    assert "Read at www.ccohs.ca on 2026-11-29." in words(page)


def test_a_dose_of_ours_gives_its_reason(page: ExercisesPage) -> None:
    page.show_exercise("knees-plank")

    assert any(text.startswith("Our own dose. The plank") for text in words(page))


def test_a_dose_shows_its_range_and_what_the_source_says() -> None:
    bird_dog = CATALOGUE.exercises["bird-dog"]
    dose = bird_dog.prescriptions[0]
    assert dose_words(dose, bird_dog) == "10–12 × 3–5 s · sides in turn"
    assert assumed_words(dose) == [
        "Assumed by us: the length of the hold. The source says: a few seconds."
    ]


def test_long_rests_are_in_minutes() -> None:
    feet_up = CATALOGUE.exercises["legs-up-the-wall"]
    assert dose_words(feet_up.prescriptions[0], feet_up) == "hold 5–10 min"


def test_the_search_finds_by_alias(page: ExercisesPage) -> None:
    page.perform(Wish(Command.SEARCH))
    QTest.keyClicks(page.search, "nerve floss")
    current = page.exercises.current
    assert current is not None
    assert current.id == "sciatic-nerve-glide"


def test_nothing_found_says_so(page: ExercisesPage) -> None:
    QTest.keyClicks(page.search, "zzz")
    assert page._empty.isVisible()


def test_trying_an_exercise_asks_for_it(page: ExercisesPage, qtbot: QtBot) -> None:
    page.show_exercise("wall-sit")
    with qtbot.waitSignal(page.exercise_requested) as asked:
        button = next(b for b in page.detail._words.findChildren(Button) if b.text() == "Try it")
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert asked.args == ["wall-sit"]


def test_a_link_to_a_harder_exercise_leads_there_through_any_search(page: ExercisesPage) -> None:
    QTest.keyClicks(page.search, "leg lift on all fours")
    page.show_exercise("all-fours-leg-lift")
    chip = next(c for c in page.detail._words.findChildren(Chip) if c.text().startswith("Harder"))
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    current = page.exercises.current
    assert current is not None
    assert current.id == "bird-dog"


def test_an_exercise_plays_while_somebody_looks(page: ExercisesPage, qtbot: QtBot) -> None:
    page.show_exercise("wall-sit")
    figure = page.detail._figure
    figure.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: figure._view.playing)
    page.search.setFocus()
    assert not figure._view.playing


def test_enter_in_the_search_opens_what_was_found(page: ExercisesPage) -> None:
    QTest.keyClicks(page.search, "bridge")
    assert not page.is_open
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert page.is_open
    assert page.detail.exercise is CATALOGUE.exercises["bridge"]


def test_enter_leads_to_the_exercise_and_escape_back_to_where_it_stands(
    page: ExercisesPage,
) -> None:
    page.exercises.setFocus()
    QTest.keyClick(page.exercises, Qt.Key.Key_Down)
    chosen = page.exercises.current
    QTest.keyClick(page.exercises, Qt.Key.Key_Return)
    assert page.detail.exercise is chosen
    assert not page.exercises.isVisible()
    assert page.back.hasFocus()
    QTest.keyClick(page.back, Qt.Key.Key_Escape)
    assert page.exercises.hasFocus()
    assert page.exercises.current is chosen
    assert not page.detail.isVisible()


def test_the_arrows_go_to_the_neighbours_and_stop_at_the_ends(page: ExercisesPage) -> None:
    names = sorted((one.name for one in CATALOGUE.exercises.values()), key=str.casefold)
    page.exercises.setFocus()
    QTest.keyClick(page.exercises, Qt.Key.Key_Return)
    seen = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(page.back, key)
        assert page.detail.exercise is not None
        seen.append(page.detail.exercise.name)
    assert seen == [names[0], names[1], names[2], names[1]]
    QTest.keyClick(page.back, Qt.Key.Key_Left)
    assert not page.before.isEnabled()
    assert page.after.isEnabled()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(853, 560), (1259, 728), (576, 344), (3748, 700), (272, 200)])
def test_at_most_one_thing_is_scrolled_and_nothing_is_cut(
    page: ExercisesPage, look: Look, size: tuple[int, int], percent: int
) -> None:
    look.choose(text_percent=percent)
    look.set_narrow(size[0] < 480 * percent / 100)
    if size[0] >= 270 * percent / 100:
        page.resize(*size)
        for show in (page._close, lambda: page.show_exercise("bird-dog")):
            show()
            QApplication.processEvents()
            assert cut_off(page) == []
            assert len(scrolled(page)) <= 1
    look.set_narrow(is_narrow=False)


def test_in_a_low_window_the_filters_stand_behind_a_button(page: ExercisesPage) -> None:
    page.resize(853, 340)
    assert page.show_filters.isVisible()
    assert not page._chips.isVisible()
    page.show_filters.click()
    assert page._chips.isVisible()
    page.resize(853, 700)
    assert not page.show_filters.isVisible()
    assert page._chips.isVisible()
    assert page.exercises.isVisible()


def test_the_search_is_found_from_the_detail(page: ExercisesPage) -> None:
    page.show_exercise("bird-dog")
    assert page.perform(Wish(Command.SEARCH))
    assert page.search.isVisible()
    assert page.search.hasFocus()


def test_a_precaution_says_who_reviewed_it_or_that_nobody_has(look: Look, qtbot: QtBot) -> None:
    note = "Our own general advice; no clinician has looked at it yet."
    signed = replace(
        CATALOGUE,
        rules=tuple(r.with_(signed_by="Dr Example") for r in CATALOGUE.rules),
    )
    for catalogue, is_signed in ((CATALOGUE, False), (signed, True)):
        figures = Figures(lambda of=catalogue: of, look, FakeClock(), look)
        page = ExercisesPage(look, catalogue, figures.thumbnails, figures.moving(), lambda: ASKING)
        qtbot.addWidget(page)
        page.show_exercise("bird-dog")
        shown = words(page)
        assert (note in shown) is not is_signed
        assert any("Reviewed by Dr Example." in line for line in shown) is is_signed


def test_the_figure_has_a_name_and_shows_that_it_has_the_focus(page: ExercisesPage) -> None:
    page.show_exercise("bird-dog")
    figure, stage = page.detail._figure, page.detail._stage
    assert figure.accessibleName() == CATALOGUE.exercises["bird-dog"].name
    before = stage.grab().toImage()
    figure.setFocus(Qt.FocusReason.TabFocusReason)
    assert stage.grab().toImage().pixelColor(300, 1) != before.pixelColor(300, 1)
