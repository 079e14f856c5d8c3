"""An exercise's page says what it is for the person, before they start it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.person.person import NOBODY, Person
from backease_desktop.core.person.verdict import Asking, verdict
from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.exercises.exercises_page import ExercisesPage
from backease_desktop.ui.exercises.for_you import ForYou
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.look.style import Look
from tests.fakes.people import people
from tests.fakes.ports import FakeClock
from tests.fakes.shipped_catalogue import shipped_catalogue

CATALOGUE = shipped_catalogue()
TODAY = date(2026, 11, 26)
PEOPLE = people(TODAY)


class Reader:
    """Somebody who reads the page."""

    def __init__(self, look: Look, qtbot: QtBot) -> None:
        self.person: Person = NOBODY
        self.hurt: dict[str, int] = {}
        figures = Figures(lambda: CATALOGUE, look, FakeClock(), look)
        self.page = ExercisesPage(
            look, CATALOGUE, figures.thumbnails, figures.moving(), lambda: self.asking
        )
        qtbot.addWidget(self.page)
        self.page.resize(1148, 800)

    @property
    def asking(self) -> Asking:
        return Asking(self.person, TODAY, self.hurt)

    def reads(self, exercise: str) -> list[str]:
        """What the card for the person says; nothing where there is none."""
        self.page.show_exercise(exercise)
        self.page.show_person()
        card = self.page.detail._words.findChild(ForYou)
        return [] if card is None else [label.text() for label in card.findChildren(Label)]

    def buttons(self) -> list[Button]:
        return self.page.detail._words.findChildren(Button)

    def chips(self) -> dict[str, Chip]:
        return {chip.text(): chip for chip in self.page.detail._words.findChildren(Chip)}


@pytest.fixture
def reader(look: Look, qtbot: QtBot) -> Reader:
    return Reader(look, qtbot)


def test_who_has_said_nothing_reads_nothing_more(reader: Reader) -> None:
    assert all(reader.reads(one) == [] for one in CATALOGUE.exercises)


def test_what_is_left_out_says_why_on_whose_word_and_what_comes_instead(
    reader: Reader, qtbot: QtBot
) -> None:
    reader.person = PEOPLE["pregnant, week 17"].person
    said = reader.reads("bridge")
    assert said[0] == "Left out for you"
    assert any(text.startswith("Flat on the back, the weight of the womb") for text in said)
    (source,) = (text for text in said if text.startswith("NHS, Exercise in pregnancy"))
    assert "Last looked at on 2026-11-" in source
    assert "Needs review by a clinician." in source
    assert said[-1] == "Pelvic tilt on all fours comes instead of Bridge."

    assert "Try Pelvic tilt on all fours" in [button.text() for button in reader.buttons()]
    QTest.mouseClick(reader.chips()["Look at Pelvic tilt on all fours"], Qt.MouseButton.LeftButton)
    shown = reader.page.detail.exercise
    assert shown is not None
    assert shown.id == "all-fours-pelvic-tilt"


def test_a_week_earlier_it_comes_as_it_is(reader: Reader) -> None:
    reader.person = PEOPLE["pregnant, week 16"].person
    assert reader.reads("bridge") == []


def test_what_is_changed_says_the_sentence_that_is_spoken(reader: Reader) -> None:
    reader.person = PEOPLE["disc"].person
    said = reader.reads("forward-fold")
    tip = verdict(CATALOGUE.exercises["forward-fold"], reader.asking, CATALOGUE).tip
    assert said[0] == "Changed for you"
    assert said[-1] == f"It comes, and this is said with it: {tip}"
    facts = [label.text() for label in reader.page.detail._words.findChildren(Label)]
    assert f"Tip: {tip}" in facts


def test_what_is_asked_about_first_says_so_and_what_comes_without_a_yes(reader: Reader) -> None:
    reader.person = PEOPLE["scoliosis"].person
    said = reader.reads("seated-side-bend")
    assert said[0] == "Ask first"
    assert said[-1].startswith("You are asked before it starts.")
    assert "comes instead" in said[-1]


def test_what_hurt_twice_is_left_out_on_the_persons_own_word(reader: Reader) -> None:
    reader.hurt = {"wall-sit": 2}
    said = reader.reads("wall-sit")
    assert said[0] == "Left out for you"
    assert any("You left it twice because it hurt." in text for text in said)
    assert "What you did." in said
    assert not any("clinician" in text for text in said)


@pytest.mark.parametrize("name", PEOPLE)
def test_for_everybody_each_exercise_says_what_its_verdict_is(reader: Reader, name: str) -> None:
    reader.person = PEOPLE[name].person
    concerned: list[Exercise] = []
    for exercise in CATALOGUE.exercises.values():
        found = verdict(exercise, reader.asking, CATALOGUE)
        if found.action is None or len(concerned) > 4:
            continue
        concerned.append(exercise)
        said = reader.reads(exercise.id)
        assert all(any(rule.reason in text for text in said) for rule in found.rules)
        if found.instead:
            other = CATALOGUE.exercises[found.instead[0]].name
            assert f"Look at {other}" in reader.chips()
    assert concerned


def test_nothing_to_start_is_no_button_and_no_link_leads_to_what_is_worse(reader: Reader) -> None:
    reader.person = PEOPLE["pregnant, week 30"].person
    reader.reads("plank")
    assert not any(text.startswith("Easier: Forearm") for text in reader.chips())
    reader.person = NOBODY
    reader.hurt = {"slow-breathing": 2}
    reader.reads("slow-breathing")
    assert not any(button.text().startswith("Try") for button in reader.buttons())
