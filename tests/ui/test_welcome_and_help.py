"""The welcome and the help: the safety pages are read before anything plays, and found again."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QSlider, QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.core.safety import Safety, Urgency
from backease_desktop.core.settings import Say, Settings
from backease_desktop.storage.catalogue_files import load_catalogue
from backease_desktop.storage.safety_file import load_safety
from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.toast import Toast
from backease_desktop.ui.help_overlay import HelpOverlay
from backease_desktop.ui.help_page import HelpPage
from backease_desktop.ui.main_window import SMALLEST, MainWindow
from backease_desktop.ui.page_column import PageColumn
from backease_desktop.ui.settings_page import SettingsPage
from backease_desktop.ui.style import Look
from backease_desktop.ui.welcome import WelcomePage
from tests.fakes.small_catalogue import CATALOGUE_FOLDER

SAFETY = load_safety(CATALOGUE_FOLDER / "safety.yaml")


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


@pytest.fixture
def welcome(look: Look, qtbot: QtBot) -> WelcomePage:
    page = WelcomePage(look, SAFETY, volume=80)
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
            assert item in shown


def test_enter_alone_leads_through_the_welcome(welcome: WelcomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(welcome.understood):
        QTest.keyClick(welcome.accept, Qt.Key.Key_Return)
    with qtbot.waitSignal(welcome.voice_test_requested):
        QTest.keyClick(welcome.play, Qt.Key.Key_Return)
    welcome.show_said()
    assert welcome.heard.hasFocus()
    with qtbot.waitSignals([welcome.say_chosen, welcome.finished]):
        QTest.keyClick(welcome.heard, Qt.Key.Key_Return)


def test_who_hears_nothing_can_go_on_with_tones_and_captions(
    welcome: WelcomePage, qtbot: QtBot
) -> None:
    QTest.keyClick(welcome.accept, Qt.Key.Key_Return)
    with qtbot.waitSignal(welcome.say_chosen) as chosen:
        QTest.mouseClick(welcome.tones, Qt.MouseButton.LeftButton)
    assert chosen.args == [Say.TONES]


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
    assert welcome.tones.hasFocus()
    for button in (welcome.play, welcome.tones, welcome.heard):
        area = QRect(button.mapTo(welcome, QPoint(0, 0)), button.size())
        assert not area.intersects(toast.geometry())
    toast.hide()
    welcome.show_said()
    assert not welcome.silence.isVisible()


def test_what_is_pressed_in_the_welcome_stays_inside_a_narrow_window_with_large_type(
    look: Look, qtbot: QtBot
) -> None:
    look.choose(text_percent=200)
    page = WelcomePage(look, SAFETY, volume=80)
    qtbot.addWidget(page)
    page.resize(640, 480)
    page.show()
    QTest.keyClick(page.accept, Qt.Key.Key_Return)
    for button in (page.tones, page.heard):
        area = QRect(button.mapTo(page, QPoint(0, 0)), button.size())
        assert page.rect().contains(area)
        assert button.width() >= button.sizeHint().width()


def test_the_volume_is_set_where_it_is_judged(welcome: WelcomePage, qtbot: QtBot) -> None:
    QTest.keyClick(welcome.accept, Qt.Key.Key_Return)
    (slider,) = welcome.findChildren(QSlider)
    assert slider.value() == 80
    with qtbot.waitSignal(welcome.volume_chosen) as chosen:
        QTest.keyClick(slider, Qt.Key.Key_Left)
    assert chosen.args == [79]


def test_no_key_leads_past_the_safety_page_but_the_keys_can_be_seen(
    look: Look, qtbot: QtBot
) -> None:
    window = MainWindow(look)
    qtbot.addWidget(window)
    window.add_page("home", "play", "Play", QWidget)
    window.add_page("welcome", "", "", lambda: WelcomePage(look, SAFETY, volume=80))
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
    catalogue = load_catalogue(CATALOGUE_FOLDER).catalogue
    look.choose(text_percent=percent)
    pages = (
        WelcomePage(look, SAFETY, volume=80),
        HelpPage(look, SAFETY, catalogue.sources.values(), lambda: "BackEase Desktop"),
        SettingsPage(look, Settings()),
    )
    window = MainWindow(look)
    qtbot.addWidget(window)
    window.add_page("exercises", "exercises", "Exercises", QWidget)
    room = SMALLEST[0] - window.rail.width()
    for page in pages:
        qtbot.addWidget(page)
        page.resize(room, SMALLEST[1])
        page.show()
        for column in page.findChildren(PageColumn):
            inside = column.widget()
            assert inside is not None
            assert inside.minimumSizeHint().width() <= column.viewport().width()


def test_help_has_the_safety_pages_the_sources_and_the_licences(look: Look, qtbot: QtBot) -> None:
    catalogue = load_catalogue(CATALOGUE_FOLDER).catalogue
    page = HelpPage(look, SAFETY, catalogue.sources.values(), lambda: "BackEase 9.9")
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
    page = HelpPage(look, SAFETY, (), lambda: "")
    qtbot.addWidget(page)
    (button,) = (b for b in page.findChildren(Button) if b.text() == "All keys")
    with qtbot.waitSignal(page.keys_requested):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("width", [1148, 3748])
def test_the_column_stands_in_the_middle(look: Look, qtbot: QtBot, width: int) -> None:
    page = HelpPage(look, SAFETY, (), lambda: "")
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
    page = HelpPage(look, SAFETY, (), lambda: "")
    qtbot.addWidget(page)
    assert words(page).count("Needs review by a clinician.") == len(SAFETY.parts)


def test_what_is_most_urgent_stands_first() -> None:
    assert [part.urgency for part in SAFETY.help_wanted] == [Urgency.NOW, Urgency.SOON]
    assert isinstance(SAFETY, Safety)


def test_the_report_can_be_copied(look: Look, qtbot: QtBot) -> None:
    page = HelpPage(look, SAFETY, (), lambda: "BackEase 9.9")
    qtbot.addWidget(page)
    button = [
        w for w in page.findChildren(QWidget) if getattr(w, "text", str)() == "Copy this report"
    ]
    QTest.mouseClick(button[0], Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "BackEase 9.9"


def test_tab_shows_what_is_pressed_on_the_safety_page(welcome: WelcomePage) -> None:
    before = welcome.accept.grab().toImage()
    QTest.keyClick(welcome.accept, Qt.Key.Key_Tab)
    assert welcome.accept.hasFocus()
    assert welcome.accept.grab().toImage() != before
