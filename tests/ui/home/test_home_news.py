"""How the day stands, below home's title: in words, and in dots for whoever has set a goal."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from backease_desktop.core.reminder.day_line import DayLine, Mark, Sign
from backease_desktop.core.reminder.outlook import Mood, Outlook
from backease_desktop.core.reminder.roster import Roster
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.home.home_news import Around, tell
from backease_desktop.ui.home.home_page import HomePage
from backease_desktop.ui.home.status_line import MOST_DOTS
from backease_desktop.ui.look.style import Look
from tests.fakes.ports import FakeClock
from tests.ui.home.test_home_page import CARDS, CATALOGUE

NOW = datetime(2026, 11, 26, 11, 17, tzinfo=UTC)


class Reminders:
    """Reminders on a day with these marks."""

    roster = Roster()
    outlook = Outlook(Mood.COUNTING, left=Ms(23 * MINUTE))

    def __init__(self, signs: Sequence[Sign]) -> None:
        self._signs = signs

    def day(self, now: datetime) -> DayLine:
        marks = tuple(Mark(now + timedelta(hours=n), sign) for n, sign in enumerate(self._signs))
        return DayLine(now, now + timedelta(hours=9), now, (), marks)


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> HomePage:
    page = HomePage(look, Figures(lambda: CATALOGUE, look, FakeClock(), look), lambda: NOW)
    qtbot.addWidget(page)
    page.resize(1148, 800)
    page.set_cards(CARDS)
    page.show()
    return page


DONE, NEXT, LATER = Sign.DONE, Sign.NEXT, Sign.LATER


@pytest.mark.parametrize(
    ("signs", "has_goal", "words", "dots"),
    [
        ((DONE, DONE, NEXT, LATER), True, "2 of 4 today · next at 11:40", (2, 4)),
        ((DONE, DONE, NEXT, LATER), False, "2 done today · next at 11:40", None),
        ((NEXT, LATER), True, "Next at 11:40", (0, 2)),
        ((DONE, DONE), True, "2 done today · next at 11:40", None),
        ((DONE, *[LATER] * MOST_DOTS), True, f"1 of {MOST_DOTS + 1} today · next at 11:40", None),
    ],
)
def test_the_day_is_told_in_words_and_to_whoever_has_a_goal_in_dots(
    page: HomePage,
    signs: Sequence[Sign],
    has_goal: bool,
    words: str,
    dots: tuple[int, int] | None,
) -> None:
    tell(page, Reminders(signs), NOW, Around(has_goal=has_goal))  # type: ignore[arg-type]
    assert page.status.words == words
    assert page.status.dots.isVisible() is (dots is not None)
    if dots is not None:
        assert page.status.dots.count == dots
        assert page.status.dots.accessibleName() == f"{dots[0]} of {dots[1]} today"
        assert not page.status.dots.grab().isNull()
