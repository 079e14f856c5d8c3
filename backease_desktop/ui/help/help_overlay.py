"""The overlay with all keys, made from the one table."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.key_hint import KeyHint
from backease_desktop.ui.components.labels import Label, heading, small
from backease_desktop.ui.components.scroll import Scroll
from backease_desktop.ui.components.veil import Veil
from backease_desktop.ui.keys import Binding, Where, by_place, caps, label, place
from backease_desktop.ui.look.style import Look

WIDTH = 860


class HelpOverlay(Veil):
    """The keys over the whole window; any key or click closes it, except those that scroll.

    Args:
        look: the theme and the fonts.
        host: the window's content.

    Signals:
        opened: it lies over the pages.
        dismissed: the person has closed it; not when it had to make way.
    """

    opened = Signal()
    dismissed = Signal()

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(look, host)
        self._before: QWidget | None = None
        self.setAccessibleName(self.tr("Keys"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._content = content = QWidget()
        self._columns = columns = QHBoxLayout(content)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(40)
        left, right = QVBoxLayout(), QVBoxLayout()
        for where, bindings in by_place():
            column = left if where is Where.SESSION else right
            column.addWidget(self._part(where, bindings))
        for column in (left, right):
            column.setSpacing(20)
            column.addStretch(1)
            columns.addLayout(column, 1)
        self._card = Card(look, parent=self)
        box = QVBoxLayout(self._card)
        box.setContentsMargins(32, 28, 32, 24)
        box.setSpacing(16)
        box.addWidget(heading(self.tr("Keys")))
        self._scroll = Scroll(content)
        box.addWidget(self._scroll)
        box.addWidget(small(self.tr("Any key closes this.")))

    def open(self) -> None:
        """Show the keys."""
        self._before = self._host.window().focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    def close_quietly(self) -> None:
        """Go, and give the focus back."""
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._before = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close, or scroll."""
        bar = self._scroll.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep() * 2,
            Qt.Key.Key_Up: -bar.singleStep() * 2,
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        modifiers = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
        key = Qt.Key(event.key())
        if key in steps:
            bar.setValue(bar.value() + steps[key])
        elif key not in modifiers:
            self._dismiss()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close."""
        self._dismiss()

    def _dismiss(self) -> None:
        self.close_quietly()
        self.dismissed.emit()

    def _part(self, where: Where, bindings: tuple[Binding, ...]) -> QWidget:
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        grid.addWidget(small(place(where)), 0, 0, 1, 2)
        for row, binding in enumerate(bindings, 1):
            keys = QHBoxLayout()
            keys.setSpacing(6)
            for cap in caps(binding):
                keys.addWidget(KeyHint(self._look, cap))
            keys.addStretch(1)
            grid.addLayout(keys, row, 0)
            grid.addWidget(Label(label(binding), wraps=True), row, 1)
        return part

    def _place(self) -> None:
        super()._place()
        width = min(self._look.theme.px(WIDTH), self.width() - 32)
        is_narrow = width < self._look.theme.px(WIDTH * 0.8)
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        content = self._content.sizeHint().height()
        rest = self._card.sizeHint().height() - self._scroll.sizeHint().height()
        height = min(content + rest + 8, self.height() - 32)
        self._card.setGeometry(
            (self.width() - width) // 2, (self.height() - height) // 2, width, height
        )
