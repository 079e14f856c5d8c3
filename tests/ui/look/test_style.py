"""The look: a change is seen at once, and costs little."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from backease_desktop.core.settings import MotionChoice
from backease_desktop.core.settings import Theme as ThemeChoice
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import CONTRAST, DARK, LIGHT, Colours, Size


@pytest.mark.parametrize(
    ("choice", "colours"),
    [(ThemeChoice.LIGHT, LIGHT), (ThemeChoice.DARK, DARK), (ThemeChoice.CONTRAST, CONTRAST)],
)
def test_a_choice_reaches_the_palette_at_once(
    look: Look, qapp: QApplication, choice: ThemeChoice, colours: Colours
) -> None:
    look.choose(choice)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == colours.bg
    assert qapp.palette().color(QPalette.ColorRole.WindowText).name().upper() == colours.ink


def test_the_system_turning_dark_turns_the_app_dark(look: Look, qapp: QApplication) -> None:
    look.choose(ThemeChoice.SYSTEM)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.colours == DARK
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert look.colours == LIGHT


def test_a_choice_of_light_stays_light_when_the_system_turns_dark(
    look: Look, qapp: QApplication
) -> None:
    look.choose(ThemeChoice.LIGHT)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.colours == LIGHT


def test_a_label_grows_with_the_chosen_size_of_text(look: Look, qtbot: QtBot) -> None:
    label = Label("Words", "title")
    qtbot.addWidget(label)
    label.show()
    before = label.sizeHint().height()
    look.choose(ThemeChoice.LIGHT, 200)
    assert label.sizeHint().height() == pytest.approx(2 * before, abs=3)


def test_plain_words_have_the_size_of_the_body(look: Look, qtbot: QtBot) -> None:
    label = QLabel("Words")
    qtbot.addWidget(label)
    look.choose(ThemeChoice.LIGHT, 150)
    label.ensurePolished()
    assert label.fontInfo().pixelSize() == look.theme.px(Size.BODY)


def test_everybody_hears_of_a_change_once_and_of_none_when_nothing_changes(
    look: Look, qtbot: QtBot
) -> None:
    heard: list[Colours] = []
    look.changed.connect(lambda: heard.append(look.colours))
    look.choose(ThemeChoice.DARK)
    look.choose(ThemeChoice.DARK)
    look.refresh()
    assert heard == [DARK]


def test_motion_follows_the_person_and_else_the_system(look: Look) -> None:
    look.choose(motion=MotionChoice.REDUCED)
    assert look.theme.reduced_motion
    look.choose(motion=MotionChoice.FULL)
    look.set_leanings(less_motion=True)
    assert not look.theme.reduced_motion
    look.choose(motion=MotionChoice.SYSTEM)
    assert look.theme.reduced_motion


def test_a_label_of_a_size_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="enormous"):
        Label("Words", "enormous")


def test_a_system_that_wants_contrast_gets_it_unless_the_person_chose_otherwise(look: Look) -> None:
    look.set_leanings(more_contrast=True)
    assert look.colours == LIGHT
    look.choose(ThemeChoice.SYSTEM)
    assert look.colours == CONTRAST
