"""The bar of the day: every mark and span is said in words, too."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from backease_desktop.core.reminder.day_line import DayLine, Mark, Sign
from backease_desktop.core.reminder.day_trace import Span
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.reminders.day_strip import DayStrip

NOW = datetime(2026, 11, 26, 11, 17, tzinfo=UTC)
LINE = DayLine(
    start=NOW.replace(hour=9, minute=0),
    end=NOW.replace(hour=17, minute=0),
    now=NOW,
    spans=(
        Span(start=NOW - timedelta(hours=2), end=NOW - timedelta(hours=1)),
        Span(start=NOW - timedelta(hours=1), end=NOW, is_talking=True),
    ),
    marks=(
        Mark(NOW - timedelta(minutes=90), Sign.DONE),
        Mark(NOW + timedelta(minutes=23), Sign.NEXT, "stretch"),
    ),
)


def strip(look: Look, qtbot: QtBot) -> DayStrip:
    made = DayStrip(look)
    qtbot.addWidget(made)
    made.resize(800, made.sizeHint().height())
    made.show_day(LINE, {"stretch": "Stretch"})
    made.show()
    return made


def test_the_rows_say_what_the_bar_shows_in_order(look: Look, qtbot: QtBot) -> None:
    shown = strip(look, qtbot)
    assert shown.rows == [
        "9:17 to 10:17: at the computer",
        "9:47: done",
        "10:17 to 11:17: in a conversation",
        "11:40: next: Stretch",
    ]
    assert shown.accessibleDescription().splitlines() == shown.rows


def test_a_mark_says_its_words_under_the_pointer(look: Look, qtbot: QtBot) -> None:
    shown = strip(look, qtbot)
    x = round(17 + (800 - 34) * (160 / 480))
    spot = QPoint(x, 40)
    shown.event(QHelpEvent(QHelpEvent.Type.ToolTip, spot, shown.mapToGlobal(spot)))
    assert QToolTip.text() == "11:40: next: Stretch"
    QToolTip.hideText()


def test_it_is_drawn_and_without_a_day_it_is_gone(look: Look, qtbot: QtBot) -> None:
    shown = strip(look, qtbot)
    colours = {shown.grab().toImage().pixelColor(x, 40).name() for x in range(0, 800, 4)}
    assert look.colours.accent.lower() in colours
    shown.show_day(None, {})
    assert not shown.isVisible()
    assert shown.rows == []
