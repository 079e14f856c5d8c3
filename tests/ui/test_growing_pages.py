"""Settings and help, that grow: little is made at first, and what grew is what is made at once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.core.settings import AppearanceSettings, Settings, VoiceSettings
from backease_desktop.core.voice import Voice
from backease_desktop.storage.safety_file import load_safety
from backease_desktop.ui.components.growing_page import GrowingPage
from backease_desktop.ui.help.help_page import HelpPage
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.settings.field_editors import ChoiceEditor
from backease_desktop.ui.settings.settings_page import SettingsPage
from tests.fakes.shipped_catalogue import shipped_catalogue
from tests.fakes.small_catalogue import CATALOGUE_FOLDER

SAFETY = load_safety(CATALOGUE_FOLDER / "safety.yaml")
AT_ONCE = 1 / 3
"""The share of a page's widgets that its first turn may make."""
TURNS = 20
"""More than any of these pages takes."""

Make = Callable[[Look], GrowingPage]


def settings_page(look: Look) -> SettingsPage:
    return SettingsPage(look, Settings(), natural_voice="Natural voice")


def help_page(look: Look) -> HelpPage:
    sources = shipped_catalogue().sources.values()
    return HelpPage(look, lambda: SAFETY, sources, lambda: "BackEase 9.9", str)


PAGES = pytest.mark.parametrize("make", [settings_page, help_page])


def shown(page: GrowingPage, qtbot: QtBot) -> GrowingPage:
    qtbot.addWidget(page)
    page.resize(1148, 800)
    page.show()
    qtbot.waitExposed(page)
    return page


def chain(page: QWidget) -> list[str]:
    """What Tab comes to, in its order."""
    found, widget = [], page.nextInFocusChain()
    while widget is not None and widget is not page:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(f"{type(widget).__name__} {widget.accessibleName()}")
        widget = widget.nextInFocusChain()
    return found


def words_down(page: QWidget) -> list[str]:
    """The words of a page, from its top to its end."""
    labels = [label for label in page.findChildren(QLabel) if label.isVisible()]
    at = {label: label.mapTo(page, QPoint()) for label in labels}
    return [label.text() for label in sorted(labels, key=lambda one: (at[one].y(), at[one].x()))]


@PAGES
def test_the_first_turn_makes_a_small_part_of_it(look: Look, qtbot: QtBot, make: Make) -> None:
    page = make(look)
    qtbot.addWidget(page)
    first = len(page.findChildren(QWidget))
    page.make_whole()
    assert first < len(page.findChildren(QWidget)) * AT_ONCE


@PAGES
def test_what_grew_is_what_is_made_at_once(look: Look, qtbot: QtBot, make: Make) -> None:
    grown = shown(make(look), qtbot)
    qtbot.waitUntil(lambda: grown.is_whole)
    at_once = make(look)
    at_once.make_whole()
    shown(at_once, qtbot)
    assert chain(grown) == chain(at_once)
    # The layout follows the last part.
    qtbot.waitUntil(lambda: words_down(grown) == words_down(at_once))
    qtbot.waitUntil(lambda: grown.grab().toImage() == at_once.grab().toImage())


def test_the_settings_stand_under_their_title_in_their_order(look: Look, qtbot: QtBot) -> None:
    page = shown(settings_page(look), qtbot)
    qtbot.waitUntil(lambda: page.is_whole)
    titles = ["Settings", "About you", "Session", "Voice and sound"]
    assert [words for words in words_down(page) if words in titles] == titles


def test_help_says_how_it_works_before_when_to_get_help(look: Look, qtbot: QtBot) -> None:
    page = shown(help_page(look), qtbot)
    qtbot.waitUntil(lambda: page.is_whole)
    titles = ["Help", "How it works", SAFETY.help_wanted[0].title, "About"]
    assert [words for words in words_down(page) if words in titles] == titles


@PAGES
@pytest.mark.parametrize("turns", range(TURNS))
def test_it_can_be_closed_after_any_turn(look: Look, qtbot: QtBot, make: Make, turns: int) -> None:
    page = make(look)
    page.show()
    for _ in range(turns):
        QApplication.processEvents()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()
    assert page not in QApplication.topLevelWidgets()


def test_what_is_told_of_a_setting_before_its_line_is_there_is_shown(
    look: Look, qtbot: QtBot
) -> None:
    page = settings_page(look)
    qtbot.addWidget(page)
    now = Settings(voice=VoiceSettings(voice="b"), appearance=AppearanceSettings(screen="desk"))
    page.show_settings(now)
    page.set_voices((Voice("a", "Anna", ("en",)), Voice("b", "Bob", ("de",))))
    page.set_screens({"desk": "desk (Maker)"})
    for section, field, words in (
        ("voice", "voice", "Bob (de)"),
        ("appearance", "screen", "desk (Maker)"),
    ):
        editor = page.editor(section, field)
        assert isinstance(editor, ChoiceEditor)
        assert editor.widget.currentText() == words


def test_the_safety_pages_are_read_after_the_page_is_seen(look: Look, qtbot: QtBot) -> None:
    read: list[int] = []
    page = HelpPage(look, lambda: read.append(1) or SAFETY, (), str, str)
    assert read == []
    shown(page, qtbot)
    qtbot.waitUntil(lambda: page.is_whole)
    assert read
