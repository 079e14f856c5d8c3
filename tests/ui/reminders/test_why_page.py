"""Why did it (not) remind me: newest first, all of them on request, and each source."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from backease_desktop.core.reminder.decisions import Decision, Verdict
from backease_desktop.core.reminder.events import Why
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.reminders.why_page import SHOWN_FIRST, WhyCard

NOW = datetime(2026, 11, 20, 15, 2, tzinfo=UTC)


@pytest.fixture
def card(look: Look, qtbot: QtBot) -> WhyCard:
    card = WhyCard(look)
    qtbot.addWidget(card)
    card.show()
    return card


def decisions(count: int) -> list[Decision]:
    return [
        Decision(
            at=NOW + timedelta(minutes=n),
            verdict=Verdict.HELD,
            reminders=("stretch",),
            why=(Why.CONVERSATION,),
        )
        for n in range(count)
    ]


def test_the_newest_stands_first(card: WhyCard) -> None:
    card.set_decisions(decisions(2), {"stretch": "Stretch"})
    assert card.lines == [
        "Friday 15:03   Stretch · Held: you were in a conversation",
        "Friday 15:02   Stretch · Held: you were in a conversation",
    ]


def test_what_is_more_than_a_week_old_carries_its_date(card: WhyCard) -> None:
    (new,) = decisions(1)
    old = [new.with_(at=NOW - timedelta(days=days)) for days in (7, 6)]
    card.set_decisions([*old, new], {"stretch": "Stretch"})
    assert [line.split("   ")[0] for line in card.lines] == [
        "Friday 15:02",
        "Saturday 15:02",
        "Friday 13 November 15:02",
    ]


def test_all_are_shown_when_asked_for_and_stay_so(card: WhyCard) -> None:
    card.set_decisions(decisions(200), {})
    assert len(card.lines) == SHOWN_FIRST
    QTest.mouseClick(card.all, Qt.MouseButton.LeftButton)
    assert len(card.lines) == 200
    assert not card.all.isVisible()
    card.set_decisions(decisions(150), {})
    assert len(card.lines) == 150


def test_an_empty_list_says_what_will_be_here(card: WhyCard) -> None:
    assert len(card.lines) == 1
    assert "decided" in card.lines[0]
    assert not card.all.isVisible()


def test_sources_say_first_what_is_used_and_then_what_does_not_work(card: WhyCard) -> None:
    card.set_sources(
        [
            ("idle", "GNOME", False, "not on the bus"),
            ("idle", "X11", True, ""),
            ("idle", "own windows", False, ""),
        ]
    )
    assert card.source_lines == ["Idle: X11"]
    assert card.missing_lines == ["Idle: GNOME – not on the bus"]


def test_where_every_source_works_nothing_is_said_to_be_missing(card: WhyCard) -> None:
    card.set_sources([("idle", "X11", True, "")])
    assert card.missing_lines == []
    assert "Tried, and not on this desktop" not in [
        label.text() for label in card.findChildren(QLabel) if label.isVisible()
    ]


def test_the_long_names_of_a_system_do_not_make_the_card_wider(card: WhyCard) -> None:
    name = "(org.freedesktop.DBus.Error.InvalidArgs)"
    card.set_sources([("idle", "GNOME", False, name.replace(".", "x"))])
    in_one_piece = card.minimumSizeHint().width()
    card.set_sources([("idle", "GNOME", False, name)])
    assert card.minimumSizeHint().width() < in_one_piece
