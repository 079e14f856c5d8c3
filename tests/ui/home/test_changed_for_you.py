"""Home says of each routine how many exercises are not as its article has them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from backease_desktop.core.timeline.routine_card import RoutineCard
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.home.card_words import changed_words
from backease_desktop.ui.home.home_page import HomePage
from backease_desktop.ui.look.style import Look
from tests.fakes.ports import FakeClock
from tests.ui.home.test_home_page import CARDS, CATALOGUE, NOW


def page_with(look: Look, qtbot: QtBot, cards: list[RoutineCard]) -> HomePage:
    page = HomePage(look, Figures(lambda: CATALOGUE, look, FakeClock(), look), lambda: NOW)
    qtbot.addWidget(page)
    page.resize(1148, 800)
    page.set_cards(cards)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.mark.parametrize(
    ("changed", "words"), [(0, ""), (1, "1 changed for you"), (3, "3 changed for you")]
)
def test_a_card_counts_what_is_changed(changed: int, words: str) -> None:
    assert changed_words(CARDS[0].with_(changed=changed)) == words


@pytest.mark.parametrize("changed", [0, 2])
def test_a_card_shows_it_on_its_picture_and_reads_it_out(
    look: Look, qtbot: QtBot, changed: int
) -> None:
    page = page_with(look, qtbot, [card.with_(changed=changed) for card in CARDS])
    index = page.routines.model().index(0, 0)
    spot = page.routines.visualRect(index).topLeft()
    seen = page.routines.viewport().grab().toImage().pixelColor(spot.x() + 20, spot.y() + 14)

    assert (seen == QColor(look.colours.accent_soft)) is bool(changed)
    read_out = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert read_out.endswith("2 changed for you") is bool(changed)


def test_what_is_offered_and_what_is_opened_say_it_too(look: Look, qtbot: QtBot) -> None:
    page = page_with(look, qtbot, [card.with_(changed=1) for card in CARDS])
    page.view.show_card(CARDS[0].with_(changed=1))

    for part in (page.hero, page.view):
        labels = [label.text() for label in part.findChildren(Label)]
        assert any("1 changed for you" in text for text in labels)
