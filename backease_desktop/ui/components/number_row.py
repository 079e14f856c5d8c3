"""A whole number that is chosen once it is settled on, with a slider where ear or eye judge it.

The number follows the hand at once. It is chosen when the slider is let go, or when keys and clicks
have rested, because a choice is written to disk and may style the whole window anew.
"""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from backease_desktop.ui.components.fields import NumberField
from backease_desktop.ui.components.leaves_scrolling import LeavesScrolling
from backease_desktop.ui.look.style import Look

RESTS_MS = 300
SPACING = 12
LEAST_SLIDER = 64
"""Width below which a slider cannot be used."""


class NumberRow(QWidget):
    """The number. Where the slider has no room, the number stands alone.

    Args:
        look: the theme.
        name: its accessible name.
        least, most: the limits.
        suffix: unit behind the number, with its space.
        has_slider: whether a slider stands before the number.

    Signals:
        chosen: the number that the person has settled on.
    """

    chosen = Signal(int)

    def __init__(
        self,
        look: Look,
        name: str,
        least: int,
        most: int,
        suffix: str = "",
        *,
        has_slider: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._known = least
        self._rest = QTimer(self, singleShot=True, interval=RESTS_MS)
        self._rest.timeout.connect(self.settle)
        self._field = NumberField(look, name, least, most, suffix)
        # What is half typed is no choice, and is not to be replaced under the hand.
        self._field.setKeyboardTracking(False)
        self._field.valueChanged.connect(self._on_moved)
        self._field.editingFinished.connect(self.settle)
        self._slider: _Slider | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        if has_slider:
            self._slider = _Slider(name, least, most)
            self._slider.valueChanged.connect(self._field.setValue)
            self._slider.let_go.connect(self.settle)
            row.addWidget(self._slider, 1)
        row.addWidget(self._field, 0 if has_slider else 1)
        self.set_value(least)

    @property
    def value(self) -> int:
        """The number that is shown."""
        return self._field.value()

    def set_value(self, value: int) -> None:
        """Show what the number is; one that is being chosen gives way only to news."""
        is_news = value != self._known
        self._known = value
        if self._is_being_chosen and not is_news:
            return
        self._rest.stop()
        for part in (self._field, self._slider):
            if part is not None:
                part.blockSignals(True)
                part.setValue(value)
                part.blockSignals(False)

    def settle(self) -> None:
        """Choose what is shown, unless it is chosen already."""
        self._rest.stop()
        value = self._field.value()
        if value != self._known:
            self._known = value
            self.chosen.emit(value)

    def minimumSizeHint(self) -> QSize:
        """Room for the number, which can do without the slider."""
        return self._field.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the slider where it has room."""
        super().resizeEvent(event)
        if self._slider is not None:
            least = max(self._slider.minimumSizeHint().width(), LEAST_SLIDER) + SPACING
            self._slider.setVisible(self.width() >= least + self._field.minimumSizeHint().width())

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no choice behind when the page or the window goes."""
        self._field.interpretText()
        self.settle()
        super().hideEvent(event)

    @property
    def _is_being_chosen(self) -> bool:
        return self._rest.isActive() or (self._slider is not None and self._slider.isSliderDown())

    def _on_moved(self, value: int) -> None:
        if self._slider is not None:
            self._slider.setValue(value)
            if self._slider.isSliderDown():
                return
        self._rest.start()


class _Slider(LeavesScrolling, QSlider):
    """A slider.

    Signals:
        let_go: by the mouse or by the focus.
    """

    let_go = Signal()

    def __init__(self, name: str, least: int, most: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(least, most)
        self.setPageStep(max(1, (most - least) // 10))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sliderReleased.connect(self.let_go)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was chosen by keys counts before anything else is pressed."""
        super().focusOutEvent(event)
        self.let_go.emit()
