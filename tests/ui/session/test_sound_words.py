"""What the window says of voice and sound."""

import pytest
from pytestqt.qtbot import QtBot

from backease_desktop.audio.silent import SilentOutput
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.main_window import MainWindow
from backease_desktop.ui.session.sound_words import tell_of_sound
from tests.fakes.ports import FakeClock, FakeSpeaker


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        ("missing", ("Headset",), "“Headset” is not there; the sound comes where the system"),
        ("restored", (), "The sound is back."),
        ("lost", ("pulled out",), "There is no sound here."),
    ],
)
def test_what_becomes_of_the_sound_is_said(
    look: Look, qtbot: QtBot, name: str, values: tuple[str, ...], words: str
) -> None:
    window = MainWindow(look)
    qtbot.addWidget(window)
    window.show()
    output = SilentOutput(clock=FakeClock(), parent=window)
    tell_of_sound(window, FakeSpeaker(), output)
    getattr(output, name).emit(*values)
    assert window.toast.text.startswith(words)
    window.toast.hide()
