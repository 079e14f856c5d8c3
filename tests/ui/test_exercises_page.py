"""The exercise browser: every exercise, every dose, with what is assumed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.storage.catalogue_files import load_catalogue
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.dose_words import assumed_words, dose_words
from backease_desktop.ui.exercises_page import ExercisesPage
from backease_desktop.ui.figures import Figures
from backease_desktop.ui.keys import Command, Wish
from backease_desktop.ui.style import Look
from tests.fakes.ports import FakeClock
from tests.fakes.small_catalogue import CATALOGUE_FOLDER

CATALOGUE = load_catalogue(CATALOGUE_FOLDER).catalogue


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> ExercisesPage:
    figures = Figures(CATALOGUE, look, FakeClock(), look)
    page = ExercisesPage(look, CATALOGUE, figures.thumbnails, figures.moving())
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
    for prescription in exercise.prescriptions:
        assert dose_words(prescription, exercise) in shown
        for note in assumed_words(prescription):
            assert note in shown
    for rule in CATALOGUE.precautions_of(exercise):
        assert rule.reason in shown


def test_a_dose_shows_its_range_and_what_the_article_says() -> None:
    bird_dog = CATALOGUE.exercises["bird-dog"]
    dose = bird_dog.prescriptions[0]
    assert dose_words(dose, bird_dog) == "10–12 × 3–5 s · sides in turn"
    assert assumed_words(dose) == [
        "Assumed by us: the length of the hold. The article says: a few seconds."
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
        page.detail.exercise_requested.emit("wall-sit")
    assert asked.args == ["wall-sit"]


def test_a_link_to_a_harder_exercise_leads_there_through_any_search(page: ExercisesPage) -> None:
    QTest.keyClicks(page.search, "leg lift on all fours")
    chip = next(c for c in page.detail._words.findChildren(Chip) if c.text().startswith("Harder"))
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    current = page.exercises.current
    assert current is not None
    assert current.id == "bird-dog"


def test_an_exercise_plays_while_somebody_looks(page: ExercisesPage) -> None:
    page.show_exercise("wall-sit")
    figure = page.detail._figure
    figure.setFocus(Qt.FocusReason.TabFocusReason)
    assert figure._view.playing
    page.search.setFocus()
    assert not figure._view.playing
