"""The sign of a nudge."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from backease_desktop.ui.calls.nudge import Nudge
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look
from tests.fakes.panel import FakePanel


@pytest.fixture
def nudge(look: Look, qtbot: QtBot) -> Nudge:
    nudge = Nudge(look)
    qtbot.addWidget(nudge)
    return nudge


def test_it_says_what_to_do_takes_no_focus_and_no_click(nudge: Nudge) -> None:
    nudge.show_nudge("Sit another way")

    words = [label.text() for label in nudge.findChildren(Label)]
    assert words == [
        "Sit another way",
        "Sit another way: lean back, slide, or put your feet elsewhere.",
    ]
    assert nudge.is_seen
    assert nudge.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert nudge.windowFlags() & Qt.WindowType.WindowTransparentForInput
    nudge.withdraw()


def test_it_goes_by_itself_and_when_it_is_taken_away(nudge: Nudge) -> None:
    nudge.show_nudge("Sit another way")
    assert nudge._goes.isActive()
    nudge._goes.timeout.emit()
    assert not nudge.is_seen

    nudge.show_nudge("Sit another way")
    nudge.withdraw()
    assert not nudge.is_seen
    assert not nudge._goes.isActive()


def test_where_a_window_would_take_the_focus_it_is_a_picture_on_a_panel(
    look: Look, qtbot: QtBot
) -> None:
    panel = FakePanel()
    nudge = Nudge(look, panel)
    qtbot.addWidget(nudge)

    nudge.show_nudge("Sit another way")
    assert panel.size is not None
    nudge.withdraw()
    assert panel.size is None
