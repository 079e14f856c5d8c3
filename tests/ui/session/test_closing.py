"""The end of a session: one Enter closes it; arrows and digits answer, and amount to words."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from backease_desktop.core.account import Line, Outcome
from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.session_record import SessionRecord
from backease_desktop.core.settings import Theme as ThemeChoice
from backease_desktop.core.timeline.routine_card import RoutineCard
from backease_desktop.core.units import Ms
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.session.closing import Around, Closing
from backease_desktop.ui.session.closing_side import Day
from backease_desktop.ui.session.closing_words import headline, pain_words

WHOLE = SessionRecord(
    routine="short",
    name="Short",
    duration=Ms(120_000),
    elapsed=Ms(120_000),
    played=Ms(120_000),
    planned=("twist", "rolls"),
    exercises=("twist", "rolls"),
    is_finished=True,
)
DAY = Day(done=3, outlook="Next reminder at 12:30", opens="Lunch · On the mat", can_pause=True)
STANDING = RoutineCard(
    id="stand",
    name="Stand up",
    about="",
    is_desk_set=True,
    source_title=None,
    duration=Ms(295_000),
    places=(Place.CHAIR, Place.STANDING),
    equipment=(),
    areas=(),
    steps=(),
    has_affected=False,
)
AROUND = Around(
    asks=True,
    moves=True,
    before=4,
    lines=(
        Line("twist", Outcome.DONE, Ms(22_000), has_sides=True),
        Line("rolls", Outcome.HURT),
        Line("plank", Outcome.SKIPPED),
    ),
    day=DAY,
)


class Shown:
    """The closing view, and what it gives out."""

    def __init__(self, closing: Closing) -> None:
        self.closing = closing
        self.out: list[object] = []
        closing.command_requested.connect(lambda command: self.out.append(str(command)))
        closing.routine_requested.connect(lambda id_: self.out.append(id_))
        closing.pause_requested.connect(lambda: self.out.append("pause"))
        closing.resume_requested.connect(lambda: self.out.append("resume"))
        closing.questions.felt_told.connect(lambda how: self.out.append(how))
        closing.questions.pain_told.connect(lambda level: self.out.append(level))
        closing.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self, *keys: Qt.Key) -> list[object]:
        for key in keys:
            QTest.keyClick(self.closing.focusWidget() or self.closing, key)
        taken, self.out = self.out, []
        return taken

    def words(self) -> list[str]:
        return [label.text() for label in self.closing.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def shown(look: Look, qtbot: QtBot) -> Shown:
    closing = Closing(look)
    qtbot.addWidget(closing)
    closing.resize(1240, 800)
    closing.show()
    closing.activateWindow()
    closing.show_record(WHOLE, AROUND)
    QApplication.processEvents()
    return Shown(closing)


def test_enter_closes_it_with_and_without_answers(shown: Shown) -> None:
    assert shown.press(Qt.Key.Key_Return) == ["done"]
    assert shown.press(Qt.Key.Key_Down, Qt.Key.Key_3, Qt.Key.Key_Return) == ["right", 3, "done"]


def test_each_arrow_is_an_answer_and_the_last_one_counts(shown: Shown) -> None:
    keys = Qt.Key
    assert shown.press(keys.Key_Left, keys.Key_Down, keys.Key_Right) == ["easy", "right", "hard"]
    chosen = [how for how, one in shown.closing.questions.felt.choices.items() if one.isChecked()]
    assert chosen == ["hard"]


def promises(shown: Shown) -> dict[str, str]:
    choices = shown.closing.questions.felt.choices
    return {how: one.accessibleDescription() for how, one in choices.items()}


def test_each_answer_says_what_it_changes(shown: Shown) -> None:
    assert promises(shown) == {
        "easy": "a little more next time",
        "right": "the same next time",
        "hard": "a little less next time",
    }


def test_nothing_promises_more_where_it_hurt_or_is_enough_for_today(shown: Shown) -> None:
    shown.press(Qt.Key.Key_6)
    assert promises(shown)["easy"] == "the same next time"
    shown.press(Qt.Key.Key_5)
    assert promises(shown)["easy"] == "a little more next time"

    shown.closing.show_record(replace(WHOLE, hurt=("rolls",)), AROUND)
    assert promises(shown)["easy"] == "the same next time"
    shown.closing.show_record(replace(WHOLE, hurt=("rolls",)), replace(AROUND, moves=False))
    assert set(promises(shown).values()) == {"the effort stays as you set it"}


def test_the_pain_is_told_by_digits_and_the_same_question_is_empty_the_next_time(
    shown: Shown,
) -> None:
    assert shown.press(Qt.Key.Key_1, Qt.Key.Key_0) == [1, 10]
    assert shown.closing.questions.pain.level == 10
    shown.closing.show_record(WHOLE, AROUND)
    assert shown.closing.questions.pain.level is None
    assert not any(one.isChecked() for one in shown.closing.questions.felt.choices.values())


def test_it_says_what_was_really_done_the_day_and_the_next_call(shown: Shown) -> None:
    words = shown.words()
    for said in (
        "both sides, 22 s",
        "left because it hurt",
        "not finished",
        "3 today",
        "Next reminder at 12:30",
        "Lunch · On the mat",
        "before: 4",
        "Kept on this computer",
    ):
        assert said in words


def test_for_a_goal_it_says_of_how_many(shown: Shown) -> None:
    shown.closing.show_record(WHOLE, replace(AROUND, day=replace(DAY, coming=1)))
    QApplication.processEvents()
    assert "3 of 4 today" in shown.words()


def test_one_click_and_it_does_not_ask(shown: Shown) -> None:
    QTest.mouseClick(shown.closing.questions.silence, Qt.MouseButton.LeftButton)
    assert shown.press() == ["silence"]
    assert shown.closing.questions.isHidden()
    assert shown.press(Qt.Key.Key_Down, Qt.Key.Key_3, Qt.Key.Key_Return) == ["done"]


def test_who_is_not_asked_sees_no_question(shown: Shown) -> None:
    shown.closing.show_record(WHOLE, replace(AROUND, asks=False))
    assert shown.closing.questions.isHidden()
    assert shown.press(Qt.Key.Key_Left) == []


def test_an_answer_promises_only_what_it_does(shown: Shown) -> None:
    notes = [one.accessibleDescription() for one in shown.closing.questions.felt.choices.values()]
    assert notes == ["a little more next time", "the same next time", "a little less next time"]
    shown.closing.show_record(WHOLE, replace(AROUND, moves=False))
    notes = [one.accessibleDescription() for one in shown.closing.questions.felt.choices.values()]
    assert set(notes) == {"the effort stays as you set it"}


def test_m_is_a_few_minutes_more_where_something_fits(shown: Shown) -> None:
    assert shown.closing.more.isHidden()
    assert shown.press(Qt.Key.Key_M) == []
    shown.closing.show_record(WHOLE, replace(AROUND, more=STANDING))
    assert shown.closing.more.text() == "Five minutes more, standing"
    assert shown.press(Qt.Key.Key_M) == ["stand"]
    QTest.mouseClick(shown.closing.more, Qt.MouseButton.LeftButton)
    assert shown.press() == ["stand"]


def test_the_next_call_can_be_paused_beside_it_and_goes_on_there(shown: Shown) -> None:
    pause = shown.closing.today.pause
    pause.setFocus(Qt.FocusReason.TabFocusReason)
    assert pause.text() == "Pause"
    assert shown.press(Qt.Key.Key_Space) == ["pause"]

    shown.closing.today.show_day(replace(DAY, can_pause=False, is_paused=True))
    assert pause.hasFocus()  # whoever came by Tab is not sent back to the start
    assert pause.text() == "Go on"
    assert shown.press(Qt.Key.Key_Space) == ["resume"]

    shown.closing.today.show_day(Day(outlook="No reminders"))
    assert pause.isHidden()


@pytest.mark.parametrize(("width", "percent"), [(1240, 100), (960, 100), (1240, 200), (640, 100)])
def test_done_is_in_sight_whatever_the_window(
    shown: Shown, look: Look, width: int, percent: int
) -> None:
    look.choose(ThemeChoice.LIGHT, percent)
    shown.closing.show_record(WHOLE, replace(AROUND, more=STANDING))
    shown.closing.resize(width, 600)
    QApplication.processEvents()
    assert shown.closing.done.visibleRegion().boundingRect().size() == shown.closing.done.size()
    closing = shown.closing
    cards = [one for one in (closing._done_card, closing.today, closing.questions) if one]
    for one in cards:
        for other in cards:
            assert one is other or not one.geometry().intersects(other.geometry())


@pytest.mark.parametrize(
    ("played", "words"),
    [
        (40_000, "40 seconds, done"),
        (62_000, "One minute, done"),
        (118_000, "Two minutes, done"),
        (12 * 60_000, "Twelve minutes, done"),
        (13 * 60_000, "13 minutes, done"),
    ],
)
def test_the_headline_is_what_was_played(played: int, words: str) -> None:
    assert headline(replace(WHOLE, played=Ms(played))) == words


def test_who_stopped_because_it_hurt_is_told_that_it_was_right_and_led_to_help(
    shown: Shown,
) -> None:
    stopped = replace(WHOLE, is_finished=False, stopped_hurting=True, exercises=(), hurt=("twist",))
    shown.closing.show_record(stopped, AROUND)
    assert shown.closing.headline.text() == "Stopped, and that was right"
    QTest.mouseClick(shown.closing.help, Qt.MouseButton.LeftButton)
    assert shown.press() == ["help"]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (4, 3, "From 4 to 3: too small to call a change. Two points or more would be one."),
        (3, 1, "From 3 to 1: less than before. That may be called a change."),
        (1, 3, "From 1 to 3: more than before. That may be called a change."),
        (2, 2, "From 2 to 2: no change."),
        (None, 3, ""),
        (None, 5, "4 and 5 are fine if they are gone within a day."),
        (None, 7, "6 and more is enough for today. Help has the signs to look out for."),
    ],
)
def test_two_numbers_are_called_a_change_only_where_they_are_one(
    before: int | None, after: int, words: str
) -> None:
    assert pain_words(before, after) == words


def test_nothing_done_has_no_check_and_nobody_is_asked_how_it_was(shown: Shown) -> None:
    skipped = replace(WHOLE, exercises=(), played=Ms(7_000))
    shown.closing.show_record(skipped, AROUND)

    assert shown.closing.mark.icon != "check"
    assert not shown.closing.questions.isVisible()
    assert shown.press(Qt.Key.Key_Left, Qt.Key.Key_3) == []
    assert shown.press(Qt.Key.Key_Return) == ["done"]

    shown.closing.show_record(replace(skipped, exercises=("twist",)), AROUND)
    assert shown.closing.mark.icon == "check"
    assert shown.closing.questions.isVisible()


def test_who_stopped_because_it_hurt_is_asked_though_nothing_was_finished(shown: Shown) -> None:
    hurt = replace(WHOLE, exercises=(), is_finished=False, stopped_hurting=True)
    shown.closing.show_record(hurt, AROUND)

    assert shown.closing.mark.icon == "check"
    assert shown.closing.questions.isVisible()
