"""The settings page: a field of the models is a field of the page."""

from enum import Enum

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QSlider, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.core.fields import fields_of
from backease_desktop.core.policy import Policy, Rule
from backease_desktop.core.settings import Settings, Theme, VoiceSettings
from backease_desktop.core.voice import Pace, Voice, pace_of
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.number_row import NumberRow
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.settings.field_editors import editor_for
from backease_desktop.ui.settings.field_line import FieldLine
from backease_desktop.ui.settings.option_words import option_words
from backease_desktop.ui.settings.rate_editor import RateEditor
from backease_desktop.ui.settings.settings_page import SettingsPage


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(look, Settings())
    qtbot.addWidget(page)
    page.make_whole()
    page.resize(1148, 800)
    page.show()
    return page


def fields() -> set[tuple[str, str]]:
    return {
        (section, field)
        for section in fields_of(Settings)
        for field in fields_of(type(getattr(Settings(), section)))
    }


def test_every_field_of_the_settings_has_an_editor(page: SettingsPage) -> None:
    assert page.edited == fields()


def test_a_field_that_nothing_can_edit_is_refused(look: Look) -> None:
    class Odd(VoiceSettings, frozen=True):
        pitch: tuple[int, ...] = ()

    with pytest.raises(TypeError, match="pitch"):
        editor_for(look, fields_of(Odd)["pitch"], lambda _: None)


def test_limits_are_those_of_the_field(look: Look) -> None:
    editor = editor_for(look, fields_of(VoiceSettings)["rate_wpm"], lambda _: None)
    (field,) = editor.widget.findChildren(QSpinBox)
    assert (field.minimum(), field.maximum()) == (120, 240)


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


def number(page: SettingsPage, section: str, field: str) -> tuple[NumberRow, QSlider, QSpinBox]:
    row = page.editor(section, field).widget
    assert isinstance(row, NumberRow)
    (slider,), (box,) = row.findChildren(QSlider), row.findChildren(QSpinBox)
    return row, slider, box


def test_a_slider_that_is_dragged_shows_the_number_and_chooses_it_when_let_go(
    page: SettingsPage, qtbot: QtBot
) -> None:
    row, slider, field = number(page, "appearance", "text_percent")
    said: list[int] = []
    row.chosen.connect(said.append)
    slider.setSliderDown(True)
    for value in (110, 130, 150):
        slider.setSliderPosition(value)
        assert field.value() == value
    page.show_settings(Settings(voice=VoiceSettings(volume=10)))
    assert field.value() == 150
    assert said == []
    slider.setSliderDown(False)
    assert said == [150]


def test_keys_choose_a_number_once_when_they_rest(page: SettingsPage, qtbot: QtBot) -> None:
    row, slider, field = number(page, "voice", "volume")
    said: list[int] = []
    row.chosen.connect(said.append)
    with qtbot.waitSignal(page.changed):
        for _ in range(5):
            QTest.keyClick(slider, Qt.Key.Key_Left)
        assert field.value() == 75
        assert said == []
    assert said == [75]


def test_a_number_that_has_not_rested_is_chosen_when_the_page_goes(page: SettingsPage) -> None:
    row, slider, _ = number(page, "voice", "volume")
    said: list[int] = []
    row.chosen.connect(said.append)
    QTest.keyClick(slider, Qt.Key.Key_Left)
    page.hide()
    assert said == [79]


def test_the_way_back_to_the_default_counts_more_than_a_number_not_yet_chosen(
    page: SettingsPage, qtbot: QtBot
) -> None:
    row, slider, field = number(page, "voice", "volume")
    page.show_settings(Settings(voice=VoiceSettings(volume=40)))
    QTest.keyClick(slider, Qt.Key.Key_Left)
    page.show_settings(Settings())
    with qtbot.assertNotEmitted(row.chosen):
        row.settle()
    assert field.value() == 80


def test_every_choice_of_the_settings_has_words_of_its_own() -> None:
    for section, field in fields():
        kind = fields_of(type(getattr(Settings(), section)))[field].kind
        if isinstance(kind, type) and issubclass(kind, Enum):
            words = [option_words(value) for value in kind]
            assert all(words)
            assert len(set(words)) == len(words)


@pytest.fixture
def natural(look: Look, qtbot: QtBot) -> SettingsPage:
    """The page of a program that brings a voice along."""
    page = SettingsPage(look, Settings(), natural_voice="Natural voice")
    qtbot.addWidget(page)
    page.resize(1148, 800)
    page.show()
    return page


def test_the_natural_voice_stands_first_before_the_others_are_known(natural: SettingsPage) -> None:
    combo = natural.editor("voice", "voice").widget
    assert isinstance(combo, QComboBox)
    assert [combo.itemText(i) for i in range(combo.count())] == ["Natural voice"]
    natural.set_voices((Voice("a", "Anna", ("en",)),))
    assert [combo.itemText(i) for i in range(combo.count())] == ["Natural voice", "Anna (en)"]


def rate_editor(page: SettingsPage) -> RateEditor:
    editor = page.editor("voice", "rate_wpm")
    assert isinstance(editor, RateEditor)
    return editor


def test_the_natural_voice_is_calm_or_brisk_and_another_has_a_number(
    natural: SettingsPage,
) -> None:
    rate = rate_editor(natural)
    assert (rate.pace.widget.isVisible(), rate.rate.widget.isVisible()) == (True, False)
    assert rate.pace.widget.currentText() == "Calm"
    natural.show_settings(Settings(voice=VoiceSettings(rate_wpm=200)))
    assert rate.pace.widget.currentText() == "Brisk"
    natural.show_settings(Settings(voice=VoiceSettings(voice="a", rate_wpm=200)))
    assert (rate.pace.widget.isVisible(), rate.rate.widget.isVisible()) == (False, True)
    (field,) = rate.rate.widget.findChildren(QSpinBox)
    assert field.value() == 200


@pytest.mark.parametrize("pace", Pace)
def test_a_chosen_pace_is_a_rate_that_means_it(
    natural: SettingsPage, qtbot: QtBot, pace: Pace
) -> None:
    combo = rate_editor(natural).pace.widget
    with qtbot.waitSignal(natural.changed) as changed:
        combo.setCurrentIndex(combo.findText(option_words(pace)))
        combo.activated.emit(combo.currentIndex())
    assert changed.args is not None
    section, field, rate = changed.args
    assert (section, field) == ("voice", "rate_wpm")
    assert pace_of(rate) is pace


def test_what_an_organisation_has_locked_cannot_be_changed_and_says_why(
    look: Look, qtbot: QtBot
) -> None:
    locked = Rule("voice", "captions", False, True, "/etc/backease/policies.json")
    at_first = Rule("voice", "volume", 40, False, "/etc/backease/policies.json")
    policy = Policy((locked, at_first))
    page = SettingsPage(look, policy.applied(Settings(), ()), policy=policy)
    qtbot.addWidget(page)
    page.resize(1148, 800)
    page.show()
    captions, volume = (page.editor("voice", name).widget for name in ("captions", "volume"))
    assert not captions.isEnabled()
    assert "Set by your organisation." in captions.accessibleDescription()
    assert volume.isEnabled()
    labels = [label.text() for label in page.findChildren(QLabel)]
    assert sum("Set by your organisation." in words for words in labels) == 1
    assert sum("Your organisation has set what it is at first." in words for words in labels) == 1
    page.show_settings(Settings())
    reset = page._resets["voice", "volume"]
    assert reset.isVisible()
    with qtbot.waitSignal(page.changed) as changed:
        reset.click()
    assert changed.args == ["voice", "volume", 40]
    assert not page._resets["voice", "captions"].isVisible()


def test_devices_and_screens_are_offered_and_one_that_is_gone_stays_chosen(
    look: Look, qtbot: QtBot
) -> None:
    settings = Settings().with_(
        voice=VoiceSettings(device="Headset"),
        appearance=Settings().appearance.with_(screen="television"),
    )
    page = SettingsPage(look, settings)
    qtbot.addWidget(page)
    page.set_devices(("Speakers",))
    page.set_screens({"desk": "desk (Maker)"})
    for section, field, offered in (
        ("voice", "device", ["As the system", "Speakers", "Headset"]),
        ("appearance", "screen", ["Where the window is", "desk (Maker)", "television"]),
    ):
        combo = page.editor(section, field).widget
        assert isinstance(combo, QComboBox)
        assert [combo.itemText(place) for place in range(combo.count())] == offered
        assert combo.currentText() == offered[-1]


def test_words_above_their_field_are_as_close_to_it_whatever_stands_beside_them(
    look: Look, qtbot: QtBot
) -> None:
    gaps = []
    for help_text in ("Percent.", "So many words that they take more than one line of it. " * 3):
        before = QWidget()
        before.setFixedSize(88, 88)
        field = QComboBox()
        line = FieldLine("Volume", help_text, field, before)
        qtbot.addWidget(line)
        line.fit(is_wide=False)
        line.resize(400, line.heightForWidth(400))
        line.show()
        words = line.findChildren(Label)[-1]
        gaps.append(field.y() - words.geometry().bottom())
    assert gaps[0] == gaps[1]
