"""The rules for what is cut find what they are for."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.veil import Veil
from backease_desktop.ui.look.style import Look
from tests.ui.cut import covered


def test_a_card_over_a_button_or_half_a_sentence_is_told_and_a_veil_is_not(
    look: Look, qtbot: QtBot
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(400, 300)
    inside = QWidget(page)
    inside.setGeometry(0, 0, 400, 300)
    words, button = Label("How it goes", parent=inside), Button(look, "Pause", parent=inside)
    words.setGeometry(0, 0, 200, 30)
    button.setGeometry(0, 100, 200, 50)
    card = Card(look, parent=page)
    card.setGeometry(100, 200, 200, 100)
    page.show()
    assert covered(page) == []

    card.setGeometry(100, 140, 200, 100)
    assert [one.split(" ")[0] for one in covered(page)] == ["Button"]
    card.setGeometry(100, 20, 200, 50)
    assert [one.split(" ")[0] for one in covered(page)] == ["Label"]

    veil = Veil(look, page)
    veil.show()
    assert covered(page) == []
