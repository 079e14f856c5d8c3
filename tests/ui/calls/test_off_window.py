"""A widget on a panel: painted when it changes, pressed as in a window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.ui.calls.off_window import OffWindow
from tests.fakes.panel import FakePanel


@pytest.fixture
def panel(qtbot: QtBot) -> FakePanel:
    return FakePanel()


@pytest.fixture
def widget(qtbot: QtBot) -> Iterator[QWidget]:
    widget = QWidget()
    widget.setFixedSize(100, 60)
    widget.setStyleSheet("background: #204060")
    button = QPushButton("Press", widget)
    button.setGeometry(10, 10, 50, 20)
    qtbot.addWidget(widget)
    yield widget
    widget.hide()


@pytest.fixture
def off(widget: QWidget, panel: FakePanel) -> OffWindow:
    off = OffWindow(widget, panel)
    assert off.show()
    return off


@pytest.fixture
def button(widget: QWidget) -> QPushButton:
    found = widget.findChild(QPushButton)
    assert isinstance(found, QPushButton)
    return found


def test_it_is_seen_on_the_panel_and_nowhere_else(
    off: OffWindow, widget: QWidget, panel: FakePanel
) -> None:
    assert panel.size == QSize(100, 60)
    assert widget.isVisible()
    assert not widget.windowHandle().isVisible()


def test_its_picture_has_the_pixels_of_the_scale(off: OffWindow, panel: FakePanel) -> None:
    panel.scale = 1.5
    panel.picture_requested.emit()
    picture = panel.pictures[-1]
    assert picture.size() == QSize(150, 90)
    assert picture.pixelColor(149, 89) == QColor("#204060")


def test_it_is_painted_when_it_changes_and_only_then(
    off: OffWindow, button: QPushButton, panel: FakePanel, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(panel.pictures))
    before = panel.pictures[-1]
    panel.pictures.clear()
    button.setText("Again")
    qtbot.waitUntil(lambda: bool(panel.pictures))
    assert panel.pictures[-1] != before
    panel.pictures.clear()
    button.setText("Again")
    pulse = Pulse()
    with qtbot.waitSignal(pulse.beaten):
        pulse.later()
    assert not panel.pictures


class Pulse(QObject):
    """Beats once all that waits in the event loop is done, twice over."""

    beaten = Signal()

    def later(self, times: int = 3) -> None:
        self.startTimer(0)
        self._left = times

    def timerEvent(self, event: object) -> None:
        self._left -= 1
        if self._left == 0:
            self.killTimer(event.timerId())  # type: ignore[attr-defined]
            self.beaten.emit()


def test_a_click_presses_what_is_under_the_pointer(
    off: OffWindow, button: QPushButton, panel: FakePanel, qtbot: QtBot
) -> None:
    panel.moved.emit(20, 20)
    assert button.underMouse()
    panel.pressed.emit()
    assert button.isDown()
    with qtbot.waitSignal(button.clicked):
        panel.released.emit()
    panel.left.emit()
    assert not button.underMouse()


def test_letting_go_outside_presses_nothing(
    off: OffWindow, button: QPushButton, panel: FakePanel, qtbot: QtBot
) -> None:
    panel.moved.emit(20, 20)
    panel.pressed.emit()
    panel.moved.emit(90, 50)
    with qtbot.assertNotEmitted(button.clicked):
        panel.released.emit()
    assert not button.isDown()


def test_a_panel_that_goes_in_mid_press_presses_nothing(
    off: OffWindow, button: QPushButton, panel: FakePanel, qtbot: QtBot
) -> None:
    panel.moved.emit(20, 20)
    panel.pressed.emit()
    with qtbot.assertNotEmitted(button.clicked):
        panel.left.emit()
    assert not button.isDown()


def test_hidden_it_costs_nothing_and_may_be_a_window_again(
    off: OffWindow, widget: QWidget, panel: FakePanel
) -> None:
    off.hide()
    assert panel.size is None
    assert not widget.isVisible()
    widget.show()
    assert widget.windowHandle().isVisible()


def test_what_the_panel_tells_late_reaches_nobody(
    off: OffWindow, button: QPushButton, panel: FakePanel, qtbot: QtBot
) -> None:
    off.hide()
    panel.pictures.clear()
    with qtbot.assertNotEmitted(button.clicked):
        for signal in (panel.pressed, panel.released, panel.picture_requested):
            signal.emit()
    assert not panel.pictures


def test_a_new_size_is_told_to_the_panel(off: OffWindow, widget: QWidget, panel: FakePanel) -> None:
    widget.setFixedSize(120, 80)
    assert panel.size == QSize(120, 80)


def test_where_the_panel_cannot_be_shown_nothing_is(widget: QWidget, panel: FakePanel) -> None:
    panel.works = False
    off = OffWindow(widget, panel)
    assert not off.show()
    assert not widget.isVisible()


def test_a_lost_panel_is_told_of(off: OffWindow, panel: FakePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(off.lost):
        panel.failed.emit("the compositor is gone")
    assert not off.is_shown


def test_a_widget_with_round_corners_leaves_them_free(panel: FakePanel, qtbot: QtBot) -> None:
    widget = QWidget()
    widget.setFixedSize(20, 20)
    qtbot.addWidget(widget)
    off = OffWindow(widget, panel)
    off.show()
    panel.picture_requested.emit()
    assert panel.pictures[-1].format() == QImage.Format.Format_ARGB32_Premultiplied
    assert panel.pictures[-1].pixelColor(10, 10).alpha() == 0
    off.hide()
