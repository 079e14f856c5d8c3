"""The settings page: a field of the models is a field of the page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from backease_desktop.core.settings import Settings, Theme, VoiceSettings
from backease_desktop.core.voice import Voice
from backease_desktop.ui.field_editors import editor_for, limits
from backease_desktop.ui.settings_page import SettingsPage
from backease_desktop.ui.style import Look


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(look, Settings())
    qtbot.addWidget(page)
    page.resize(1148, 800)
    page.show()
    return page


def fields() -> set[tuple[str, str]]:
    return {
        (section, field)
        for section in Settings.model_fields
        for field in type(getattr(Settings(), section)).model_fields
    }


def test_every_field_of_the_settings_has_an_editor(page: SettingsPage) -> None:
    assert page.edited == fields()


def test_a_field_that_nothing_can_edit_is_refused(look: Look) -> None:
    class Odd(VoiceSettings):
        pitch: tuple[int, ...] = ()

    with pytest.raises(TypeError, match="pitch"):
        editor_for(look, "pitch", Odd.model_fields["pitch"], lambda _: None)


def test_limits_are_those_of_the_model() -> None:
    assert limits(VoiceSettings.model_fields["rate_wpm"]) == (120, 240)


def test_choosing_says_what_was_chosen(page: SettingsPage, qtbot: QtBot) -> None:
    combo = page.editor("appearance", "theme").widget
    assert isinstance(combo, QComboBox)
    with qtbot.waitSignal(page.changed) as changed:
        combo.setCurrentIndex(combo.findData(Theme.DARK))
        combo.activated.emit(combo.currentIndex())
    assert changed.args == ["appearance", "theme", Theme.DARK]


def test_a_switch_is_pressed_by_space(page: SettingsPage, qtbot: QtBot) -> None:
    switch = page.editor("voice", "captions").widget
    switch.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(page.changed) as changed:
        QTest.keyClick(switch, Qt.Key.Key_Space)
    assert changed.args == ["voice", "captions", False]


def test_showing_settings_is_no_wish(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.changed):
        page.show_settings(Settings(voice=VoiceSettings(rate_wpm=170, volume=10)))


def test_the_way_back_to_the_default_is_there_only_off_the_default(
    page: SettingsPage, qtbot: QtBot
) -> None:
    reset = page._resets["voice", "rate_wpm"]
    assert not reset.isVisible()
    page.show_settings(Settings(voice=VoiceSettings(rate_wpm=170)))
    assert reset.isVisible()
    with qtbot.waitSignal(page.changed) as changed:
        QTest.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert changed.args == ["voice", "rate_wpm", 150]


def test_the_voices_of_the_system_are_offered_and_a_missing_one_is_kept(
    page: SettingsPage,
) -> None:
    page.show_settings(Settings(voice=VoiceSettings(voice="gone")))
    page.set_voices((Voice("a", "Anna", ("en",)), Voice("b", "Bob", ("de",))))
    combo = page.editor("voice", "voice").widget
    assert isinstance(combo, QComboBox)
    assert [combo.itemText(i) for i in range(combo.count())] == [
        "Best for the language", "Bob (de)", "Anna (en)", "gone",
    ]  # fmt: skip
    assert combo.currentData() == "gone"


def test_trying_the_voice_is_asked_for(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.voice_test_requested):
        QTest.mouseClick(page.test, Qt.MouseButton.LeftButton)
