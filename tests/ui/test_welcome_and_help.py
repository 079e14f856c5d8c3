"""The welcome and the help: the safety pages are read before anything plays, and found again."""

from collections.abc import Callable, Iterable
from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QSlider, QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.controllers.door import Door
from backease_desktop.core.catalogue.catalogue import Source
from backease_desktop.core.reminder.roster import (
    DAYS,
    At,
    DayRange,
    Every,
    Reminder,
    Roster,
    WorkingHours,
)
from backease_desktop.core.safety import Safety, Urgency
from backease_desktop.core.settings import Say, Settings
from backease_desktop.storage.safety_file import load_safety
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.page_column import PageColumn
from backease_desktop.ui.components.stack import make_whole
from backease_desktop.ui.components.toast import Toast
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.help.help_overlay import HelpOverlay
from backease_desktop.ui.help.help_page import HelpPage
from backease_desktop.ui.help.licences_view import LicencesView
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.main_window import MainWindow
from backease_desktop.ui.me.me_wires import me_form
from backease_desktop.ui.reminders.possible import Possible
from backease_desktop.ui.settings.settings_page import SettingsPage
from backease_desktop.ui.welcome import WelcomePage
from backease_desktop.ui.window_room import SMALLEST
from tests.fakes.journal import MemoryJournal
from tests.fakes.ports import FakeClock
from tests.fakes.shipped_catalogue import shipped_catalogue
from tests.fakes.small_catalogue import CATALOGUE_FOLDER

SAFETY = load_safety(CATALOGUE_FOLDER / "safety.yaml")
CATALOGUE = shipped_catalogue()
READY = Roster().reminders[0]
BOTH = Possible(at_login=True, in_menu=True)


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def make_welcome(look: Look, reminder: Reminder = READY, possible: Possible = BOTH) -> WelcomePage:
    thumbnails = Figures(lambda: CATALOGUE, look, FakeClock(), look).thumbnails
    journal = MemoryJournal()
    door = Door(CATALOGUE, journal, lambda: date(2026, 11, 26), look)
    journal.setParent(door)
    return WelcomePage(
        look,
        SAFETY,
        80,
        lambda: reminder,
        lambda: possible,
        thumbnails,
        lambda: me_form(look, door),
    )


def make_help(
    look: Look,
    sources: Iterable[Source] = (),
    report: str = "",
    licences: Callable[[], str] = str,
) -> HelpPage:
    """The page with all its parts."""
    page = HelpPage(look, lambda: SAFETY, sources, lambda: report, licences)
    page.make_whole()
    return page


@pytest.fixture
def welcome(look: Look, qtbot: QtBot) -> WelcomePage:
    page = make_welcome(look)
    qtbot.addWidget(page)
    page.resize(1148, 800)
    page.show()
    qtbot.waitExposed(page)
    page.setFocus()
    return page


def test_the_welcome_says_what_this_is_and_when_to_get_help(welcome: WelcomePage) -> None:
    shown = words(welcome)
    for part in (SAFETY.about, *SAFETY.help_wanted):
        assert part.text in shown
        for item in part.items:
            assert item.rstrip(".") in shown


def test_enter_alone_leads_through_the_welcome(welcome: WelcomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(welcome.understood):
        QTest.keyClick(welcome.accept, Qt.Key.Key_Return)
    with qtbot.waitSignal(welcome.voice_test_requested):
        QTest.keyClick(welcome.play, Qt.Key.Key_Return)
    welcome.show_said()
    assert welcome.heard.hasFocus()
    with qtbot.waitSignal(welcome.say_chosen):
        QTest.keyClick(welcome.heard, Qt.Key.Key_Return)
    assert welcome.go_on.hasFocus()
    QTest.keyClick(welcome.go_on, Qt.Key.Key_Return)
    assert welcome.first is not None
    assert welcome.first.remind.hasFocus()
    with qtbot.waitSignals([welcome.reminder_chosen, welcome.finished]):
        QTest.keyClick(welcome.first.remind, Qt.Key.Key_Return)


def test_the_voice_is_played_once_at_a_time_and_the_button_says_so(
    welcome: WelcomePage, qtbot: QtBot
) -> None:
    QTest.keyClick(welcome.accept, Qt.Key.Key_Return)
    for ends in (welcome.show_said, lambda: welcome.show_failed("no sound device")):
        with qtbot.waitSignal(welcome.voice_test_requested):
            welcome.play.click()
        assert welcome.play.text() == "Playing…"
        with qtbot.assertNotEmitted(welcome.voice_test_requested):
            welcome.play.click()
        ends()
        assert welcome.play.text() == "Play the voice"


def test_who_hears_nothing_can_go_on_with_tones_and_captions(
    welcome: WelcomePage, qtbot: QtBot
) -> None:
    QTest.keyClick(welcome.accept, Qt.Key.Key_Return)
    assert not welcome.tones.isVisible()
    QTest.mouseClick(welcome.unheard, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(welcome.say_chosen) as chosen:
        QTest.mouseClick(welcome.tones, Qt.MouseButton.LeftButton)
    assert chosen.args == [Say.TONES]


def test_a_voice_test_that_failed_turns_nothing_off(welcome: WelcomePage, qtbot: QtBot) -> None:
    QTest.keyClick(welcome.accept, Qt.Key.Key_Return)
    QTest.keyClick(welcome.play, Qt.Key.Key_Return)
    welcome.show_failed("no sound device")
    with qtbot.assertNotEmitted(welcome.say_chosen):
        QTest.keyClick(welcome.heard, Qt.Key.Key_Return)
    assert welcome.go_on.isVisible()


def test_a_voice_test_that_failed_first_and_was_heard_then_counts(
    welcome: WelcomePage, qtbot: QtBot
) -> None:
    QTest.keyClick(welcome.accept, Qt.Key.Key_Return)
    welcome.show_failed("no sound device")
    assert welcome.heard.text() == "Go on"
    welcome.show_said()
    assert welcome.heard.text() == "I hear it"
    with qtbot.waitSignal(welcome.say_chosen) as chosen:
        QTest.keyClick(welcome.heard, Qt.Key.Key_Return)
    assert chosen.args == [Say.EVERYTHING]


def test_a_voice_that_cannot_be_heard_is_said_in_the_card_and_covers_no_button(
    welcome: WelcomePage,
) -> None:
    QTest.keyClick(welcome.accept, Qt.Key.Key_Return)
    toast = Toast(welcome._look, welcome)
    QTest.keyClick(welcome.play, Qt.Key.Key_Return)
    welcome.show_failed("no sound device")
    toast.say("There is no sound here. Captions and the screen go on.")
    assert welcome.silence.isVisible()
    assert "no sound device" in welcome.silence.text()
    assert welcome.heard.hasFocus()
    for button in (welcome.play, welcome.unheard, welcome.heard):
        area = QRect(button.mapTo(welcome, QPoint(0, 0)), button.size())
        assert not area.intersects(toast.geometry())
    toast.hide()
    welcome.show_said()
    assert not welcome.silence.isVisible()


def test_what_is_pressed_in_the_welcome_stays_inside_a_narrow_window_with_large_type(
    look: Look, qtbot: QtBot
) -> None:
    look.choose(text_percent=200)
    page = make_welcome(look)
    qtbot.addWidget(page)
    page.resize(640, 480)
    page.show()
    QTest.keyClick(page.accept, Qt.Key.Key_Return)
    assert_in_sight(page, page.unheard, page.heard)
    page.heard.click()
    assert_in_sight(page, page.go_on)
    page.go_on.click()
    assert page.first is not None
    assert_in_sight(page, page.first.not_now, page.first.remind)


def assert_in_sight(page: QWidget, *buttons: Button) -> None:
    for button in buttons:
        area = QRect(button.mapTo(page, QPoint(0, 0)), button.size())
        assert page.rect().contains(area)
        assert button.width() >= button.sizeHint().width()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [640, 800, 1240])
def test_an_interval_always_has_room_for_its_words(
    look: Look, qtbot: QtBot, width: int, percent: int
) -> None:
    look.choose(text_percent=percent)
    page = make_welcome(look)
    qtbot.addWidget(page)
    page.resize(width, 600)
    page.show()
    for interval in LastStep(page).first.intervals:
        assert interval.width() >= interval.sizeHint().width()


def test_the_volume_is_set_where_it_is_judged(welcome: WelcomePage, qtbot: QtBot) -> None:
    QTest.keyClick(welcome.accept, Qt.Key.Key_Return)
    (slider,) = welcome.findChildren(QSlider)
    assert slider.value() == 80
    with qtbot.waitSignal(welcome.volume_chosen) as chosen:
        QTest.keyClick(slider, Qt.Key.Key_Left)
    assert chosen.args == [79]


class LastStep:
    """The welcome at its last step, and what it said."""

    def __init__(self, welcome: WelcomePage) -> None:
        self.page = welcome
        self.reminders: list[Reminder] = []
        self.at_login: list[bool] = []
        self.in_menu: list[bool] = []
        self.finished: list[bool] = []
        welcome.reminder_chosen.connect(self.reminders.append)
        welcome.start_at_login_chosen.connect(self.at_login.append)
        welcome.menu_entry_chosen.connect(lambda: self.in_menu.append(True))
        welcome.finished.connect(lambda: self.finished.append(True))
        welcome.accept.click()
        welcome.heard.click()
        welcome.go_on.click()
        assert welcome.first is not None
        self.first = welcome.first

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.page.focusWidget() or self.page, key)


@pytest.fixture
def last_step(welcome: WelcomePage) -> LastStep:
    return LastStep(welcome)


def test_one_enter_takes_the_reminder_that_stands_ready(last_step: LastStep) -> None:
    last_step.press(Qt.Key.Key_Return)
    assert last_step.reminders == [READY]
    assert last_step.at_login == [True]
    assert last_step.finished == [True]


def test_not_now_switches_the_reminder_off_and_nothing_starts_by_itself(
    last_step: LastStep,
) -> None:
    QTest.mouseClick(last_step.first.not_now, Qt.MouseButton.LeftButton)
    assert last_step.reminders == [READY.with_(enabled=False)]
    assert last_step.at_login == []
    assert last_step.finished == [True]


@pytest.mark.parametrize(
    ("keys", "minutes"),
    [
        ((Qt.Key.Key_1,), 30),
        ((Qt.Key.Key_3,), 90),
        ((Qt.Key.Key_7,), 50),
        ((Qt.Key.Key_Right,), 90),
        ((Qt.Key.Key_Right, Qt.Key.Key_Right), 90),
        ((Qt.Key.Key_Left,), 30),
        ((Qt.Key.Key_Up, Qt.Key.Key_Up), 30),
        ((Qt.Key.Key_3, Qt.Key.Key_Left), 50),
    ],
)
def test_digits_and_arrows_choose_how_often(
    last_step: LastStep, keys: tuple[Qt.Key, ...], minutes: int
) -> None:
    last_step.press(*keys, Qt.Key.Key_Return)
    assert last_step.reminders == [READY.with_(when=Every(minutes=minutes))]


def test_two_clicks_set_another_reminder(last_step: LastStep) -> None:
    QTest.mouseClick(last_step.first.intervals[0], Qt.MouseButton.LeftButton)
    QTest.mouseClick(last_step.first.remind, Qt.MouseButton.LeftButton)
    assert last_step.reminders == [READY.with_(when=Every(minutes=30))]


def test_enter_takes_what_is_chosen_also_from_an_interval(last_step: LastStep) -> None:
    interval = last_step.first.intervals[2]
    QTest.mouseClick(interval, Qt.MouseButton.LeftButton)
    assert last_step.page.focusWidget() is interval
    last_step.press(Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert last_step.reminders == [READY]


def test_tab_reaches_everything_and_arrows_on_the_switch_choose_nothing(
    last_step: LastStep,
) -> None:
    first, page = last_step.first, last_step.page
    met = []
    for _ in range(8):
        last_step.press(Qt.Key.Key_Tab)
        met.append(page.focusWidget())
        if first.at_login.hasFocus():
            last_step.press(Qt.Key.Key_Right)
    assert first.words.startswith("Every 50 minutes")
    expected = [
        first.intervals[1],
        first.start.widget,
        first.end.widget,
        first.at_login,
        first.in_menu,
        first.not_now,
        first.remind,
    ]
    assert [one for one in met if one not in expected] == met[5:6]  # Back
    assert [one for one in met if one in expected] == expected


def test_the_program_does_not_start_with_the_computer_for_whoever_says_so(
    last_step: LastStep,
) -> None:
    assert last_step.first.starts_at_login
    last_step.first.at_login.click()
    last_step.press(Qt.Key.Key_Return)
    assert last_step.at_login == []


def go_back(page: WelcomePage) -> None:
    (back,) = [b for b in page.findChildren(Button) if b.isVisible() and b.text() == "Back"]
    back.click()


def test_each_step_leads_back_and_keeps_what_was_chosen(last_step: LastStep) -> None:
    page = last_step.page
    last_step.press(Qt.Key.Key_3)
    go_back(page)
    assert page.focusWidget() is page.go_on
    go_back(page)
    assert page.focusWidget() is page.heard
    page.back.click()
    assert page.focusWidget() is page.accept
    page.accept.click()
    page.heard.click()
    page.go_on.click()
    assert page.focusWidget() is last_step.first.remind
    last_step.press(Qt.Key.Key_Return)
    assert last_step.reminders == [READY.with_(when=Every(minutes=90))]


def test_enter_on_the_switch_takes_what_is_chosen_and_switches_nothing(
    last_step: LastStep,
) -> None:
    last_step.first.at_login.setFocus(Qt.FocusReason.TabFocusReason)
    last_step.press(Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert last_step.reminders == [READY]
    assert last_step.at_login == []


def test_a_system_that_cannot_start_it_is_not_asked_to(look: Look, qtbot: QtBot) -> None:
    page = make_welcome(look, possible=Possible(at_login=False))
    qtbot.addWidget(page)
    page.show()
    step = LastStep(page)
    assert not step.first.at_login.isVisible()
    assert not step.first.in_menu.isVisible()
    assert "Start with the computer" not in words(page)
    assert "applications menu" not in words(page)
    step.press(Qt.Key.Key_Return)
    assert (step.at_login, step.in_menu) == ([], [])


def test_a_menu_entry_is_offered_and_made_for_nobody_who_does_not_say_so(
    last_step: LastStep,
) -> None:
    assert last_step.first.in_menu.isVisible()
    last_step.press(Qt.Key.Key_Return)
    assert last_step.in_menu == []


def test_space_puts_the_program_into_the_menu_and_enter_takes_it(last_step: LastStep) -> None:
    last_step.first.in_menu.setFocus(Qt.FocusReason.TabFocusReason)
    last_step.press(Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert last_step.in_menu == [True]
    assert last_step.reminders == [READY]


def test_the_hours_chosen_are_those_of_all_its_days(last_step: LastStep) -> None:
    first = last_step.first
    for editor, minute in ((first.start, 8 * 60), (first.end, 15 * 60)):
        editor.widget.setCurrentIndex(editor.widget.findData(minute))
        editor.widget.activated.emit(editor.widget.currentIndex())
    last_step.press(Qt.Key.Key_Return)
    (chosen,) = last_step.reminders
    hours = (DayRange(start=time(8), end=time(15)),)
    assert (chosen.hours.monday, chosen.hours.friday, chosen.hours.sunday) == (hours, hours, ())


def test_the_button_says_to_a_screen_reader_what_it_takes(last_step: LastStep) -> None:
    last_step.press(Qt.Key.Key_1)
    said = last_step.first.remind.accessibleDescription()
    assert said == "Every 30 minutes at the computer, Monday to Friday, 9:00–17:00. Key: Enter"


def test_how_often_it_calls_is_counted_within_the_hours(last_step: LastStep) -> None:
    first = last_step.first
    before = [interval.accessibleDescription() for interval in first.intervals]
    first.end.widget.setCurrentIndex(first.end.widget.findData(13 * 60))
    first.end.widget.activated.emit(0)
    after = [interval.accessibleDescription() for interval in first.intervals]
    assert before == ["up to 15 a day", "up to 9 a day", "up to 5 a day"]
    assert after == ["up to 7 a day", "up to 4 a day", "up to 2 a day"]


NO_HOURS = WorkingHours(**dict.fromkeys(DAYS, ()))
NIGHT = NO_HOURS.with_(monday=(DayRange(start=time(20), end=time()),))
OWN_HOURS = WorkingHours(
    tuesday=(DayRange(start=time(8), end=time(12)), DayRange(start=time(13), end=time(18)))
)


@pytest.mark.parametrize(
    ("ready", "taken"),
    [
        (READY.with_(enabled=False), READY),
        (READY.with_(when=Every(minutes=40)), READY.with_(when=Every(minutes=40))),
        (READY.with_(when=At(times=(time(10),))), READY),
        (READY.with_(hours=OWN_HOURS), READY.with_(hours=OWN_HOURS)),
        (READY.with_(hours=NIGHT), READY.with_(hours=NIGHT)),
        (READY.with_(hours=NO_HOURS), READY.with_(hours=NO_HOURS)),
    ],
)
def test_a_reminder_that_is_unlike_the_usual_one_keeps_what_is_its_own(
    look: Look, qtbot: QtBot, ready: Reminder, taken: Reminder
) -> None:
    page = make_welcome(look, ready)
    qtbot.addWidget(page)
    page.show()
    step = LastStep(page)
    step.press(Qt.Key.Key_Return)
    assert step.reminders == [taken]


def test_no_key_leads_past_the_safety_page_but_the_keys_can_be_seen(
    look: Look, qtbot: QtBot
) -> None:
    window = MainWindow(look)
    qtbot.addWidget(window)
    window.add_page("home", "play", "Play", QWidget)
    window.add_page("welcome", "", "", lambda: make_welcome(look))
    window.show()
    window.show_page("welcome")
    for key in (Qt.Key.Key_1, Qt.Key.Key_Escape):
        for modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
            QTest.keyClick(window.focusWidget() or window, key, modifiers)
    assert window.current == "welcome"
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_F1)
    assert window.findChildren(HelpOverlay)


@pytest.mark.parametrize("percent", [100, 200])
def test_no_page_of_words_is_wider_than_the_smallest_window(
    look: Look, qtbot: QtBot, percent: int
) -> None:
    catalogue = shipped_catalogue()
    look.choose(text_percent=percent)
    pages = (
        make_welcome(look),
        make_help(look, catalogue.sources.values(), "BackEase Desktop"),
        SettingsPage(look, Settings()),
    )
    window = MainWindow(look)
    qtbot.addWidget(window)
    window.add_page("exercises", "exercises", "Exercises", QWidget)
    room = SMALLEST.width() - window.rail.width()
    for page in pages:
        qtbot.addWidget(page)
        page.resize(room, SMALLEST.height())
        page.show()
        make_whole(page)
        if isinstance(page, WelcomePage):
            page.heard.click()
            page.go_on.click()
        for column in page.findChildren(PageColumn):
            inside = column.widget()
            assert inside is not None
            assert inside.minimumSizeHint().width() <= column.viewport().width()


def test_help_has_the_safety_pages_the_sources_and_the_licences(look: Look, qtbot: QtBot) -> None:
    catalogue = shipped_catalogue()
    page = make_help(look, catalogue.sources.values(), "BackEase 9.9")
    qtbot.addWidget(page)
    shown = words(page)
    for part in SAFETY.parts:
        assert part.title in shown
        assert part.source.rstrip(".") in shown
        assert part.text in shown
        assert all(item in shown for item in part.items)
    for source in catalogue.sources.values():
        assert source.title in shown
    assert "GPL-3.0-or-later" in shown
    assert "BackEase 9.9" in shown


def test_help_leads_to_all_keys(look: Look, qtbot: QtBot) -> None:
    page = make_help(look)
    qtbot.addWidget(page)
    (button,) = (b for b in page.findChildren(Button) if b.text() == "All keys")
    with qtbot.waitSignal(page.keys_requested):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("width", [1148, 3748])
def test_the_column_stands_in_the_middle(look: Look, qtbot: QtBot, width: int) -> None:
    page = make_help(look)
    qtbot.addWidget(page)
    page.resize(width, 900)
    page.show()
    (scroll,) = page.findChildren(PageColumn)
    inner = scroll.column.parentWidget()
    assert inner is not None
    right = scroll.viewport().width() - inner.geometry().right()
    assert inner.width() == look.theme.px(860)
    assert abs(inner.x() - right) <= 2


def test_every_part_about_risk_names_its_source_and_waits_for_a_clinician(
    look: Look, qtbot: QtBot
) -> None:
    page = make_help(look)
    qtbot.addWidget(page)
    assert words(page).count("Needs review by a clinician.") == len(SAFETY.parts)


def test_what_is_most_urgent_stands_first() -> None:
    urgencies = [part.urgency for part in SAFETY.help_wanted]
    assert urgencies == [Urgency.NOW, Urgency.NOW, Urgency.SOON]
    assert SAFETY.help_wanted[0].id == "now"
    assert isinstance(SAFETY, Safety)


def test_the_report_can_be_copied(look: Look, qtbot: QtBot) -> None:
    page = make_help(look, report="BackEase 9.9")
    qtbot.addWidget(page)
    button = [
        w for w in page.findChildren(QWidget) if getattr(w, "text", str)() == "Copy this report"
    ]
    QTest.mouseClick(button[0], Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "BackEase 9.9"


def test_the_licences_are_read_in_full_by_keys_alone_and_only_when_asked(
    look: Look, qtbot: QtBot
) -> None:
    asked: list[int] = []
    lines = "\n".join(f"line {number}" for number in range(2000))

    def licences() -> str:
        asked.append(1)
        return lines

    page = make_help(look, licences=licences)
    qtbot.addWidget(page)
    page.resize(960, 600)
    page.show()
    assert asked == []
    page.in_full.setFocus()
    QTest.keyClick(page.in_full, Qt.Key.Key_Space)
    (view,) = page.findChildren(LicencesView)
    assert view.isVisible()
    assert page.focusWidget() is view.text
    qtbot.waitUntil(lambda: view.text.toPlainText() == lines)
    before = view.text.verticalScrollBar().value()
    QTest.keyClick(view.text, Qt.Key.Key_PageDown)
    assert view.text.verticalScrollBar().value() > before
    QTest.keyClick(view.text, Qt.Key.Key_Tab)
    assert page.focusWidget() is not view.text
    QTest.keyClick(view.text, Qt.Key.Key_Escape)
    assert not view.isVisible()
    assert page.focusWidget() is page.in_full
    page.in_full.click()
    assert view.isVisible()
    qtbot.waitUntil(lambda: view.text.toPlainText() == lines)
    assert len(asked) == 2
    page.in_full.click()
    QTest.keyClick(view.text, Qt.Key.Key_Escape)  # before they are read
    assert page.focusWidget() is page._in_full
    page.make_whole()
    assert view.text.toPlainText() == ""


def test_tab_shows_what_is_pressed_on_the_safety_page(welcome: WelcomePage) -> None:
    before = welcome.accept.grab().toImage()
    QTest.keyClick(welcome.accept, Qt.Key.Key_Tab)
    assert welcome.more.line.hasFocus()
    QTest.keyClick(welcome.more.line, Qt.Key.Key_Tab)
    assert welcome.accept.hasFocus()
    assert welcome.accept.grab().toImage() != before


def test_what_is_to_be_looked_after_is_a_step_that_may_be_skipped(welcome: WelcomePage) -> None:
    welcome.accept.click()
    welcome.heard.click()
    assert welcome.form is not None
    assert welcome.form.isVisible()
    assert welcome.go_on.text() == "Skip"
    QTest.keyClick(welcome.focusWidget(), Qt.Key.Key_Return)

    assert welcome.first is not None
    assert welcome.first.isVisible()
    assert welcome.form.is_empty


def test_what_is_said_there_is_kept_and_shown_when_it_is_come_back_to(
    welcome: WelcomePage,
) -> None:
    welcome.accept.click()
    welcome.heard.click()
    form = welcome.form
    assert form is not None
    form.conditions["knee"].switch.click()
    assert welcome.go_on.text() == "Go on"
    assert "Not every exercise is for you.\n11 never come." in words(form.band)
    welcome.go_on.click()
    go_back(welcome)

    assert welcome.form is form
    assert form.conditions["knee"].switch.isChecked()
    form.conditions["knee"].switch.click()
    assert welcome.go_on.text() == "Skip"


def test_one_button_leads_at_a_time_and_shows_the_key_that_presses_it(
    welcome: WelcomePage,
) -> None:
    page = welcome
    page.accept.click()

    def leading() -> list[str]:
        return [b.text() for b in (page.play, page.heard) if b.kind is Kind.PRIMARY and b.key]

    assert leading() == ["Play the voice"]
    page.unheard.click()
    page.show_failed("no device")
    assert leading() == ["Go on"]
    page.unheard.click()
    assert leading() == ["Play the voice"]
    page.show_said()
    assert leading() == ["I hear it"]
    assert not page._unheard_help.isVisible()
