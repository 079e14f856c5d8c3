"""The list of what was left because it hurt, in the settings."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from backease_desktop.core.journal.left import Left
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.settings.left_card import LeftCard

LEFT = (Left("plank", 1, date(2026, 11, 5)), Left("bridge", 2, date(2026, 11, 26)))


def test_it_says_of_each_what_becomes_of_it_and_takes_one_back(look: Look, qtbot: QtBot) -> None:
    card = LeftCard(look, str.capitalize)
    qtbot.addWidget(card)
    card.show_left(LEFT)
    words = [label.text() for label in card.findChildren(QLabel)]
    assert "Plank" in words
    assert "Its easier form comes first, until that was done once. It hurt on 5 November 2026." in (
        words
    )
    assert "Left twice in a row, so it stays out. It hurt on 26 November 2026." in words
    taken: list[str] = []
    card.taken_back.connect(taken.append)
    QTest.keyClick(card.buttons[1], Qt.Key.Key_Return)
    assert taken == ["bridge"]


def test_it_is_not_there_while_nothing_is_left(look: Look, qtbot: QtBot) -> None:
    card = LeftCard(look, str)
    qtbot.addWidget(card)
    card.show_left(LEFT)
    assert not card.isHidden()
    card.show_left(())
    assert card.isHidden()
    assert card.buttons == []
