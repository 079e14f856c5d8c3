"""A card of the page: a title that says what it shows, a chart, and the table behind it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.table import Table
from backease_desktop.ui.components.turning_row import TurningRow
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.progress.chart import Chart

LINE = 28
"""Height of a title at 100 % text, in line with the buttons beside it."""
LEAST_TABLE = 150


class ProgressCard(Card):
    """A card with a title; what it shows is put into `column`.

    Args:
        look: the theme and the fonts.
        name: what it shows.
    """

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setMinimumWidth(1)  # cards beside each other are of one width
        self.name = Label(name, "body", is_strong=True, wraps=True)
        self.name.accessible_role = QAccessible.Role.Heading
        self.name.setAccessibleName(name)
        self.name.setMinimumHeight(look.theme.px(LINE))
        self.aside = Label("", "small", "muted", wraps=True)
        self.aside.hide()
        head = TurningRow(look, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.aside)
        words.addStretch(1)
        head.addLayout(words, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(0)
        head.addLayout(self._buttons)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 10, 18, 16)
        self.column.setSpacing(8)
        self.column.addLayout(head)

    def add_to_head(self, widget: QWidget, *, is_first: bool = False) -> None:
        """Put a button behind the title, behind or before the others."""
        edge = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        self._buttons.insertWidget(0 if is_first else -1, widget, 0, edge)

    def set_name(self, name: str, aside: str) -> None:
        """Say what it shows, and how much that is."""
        self.name.setText(name)
        self.name.setAccessibleName(f"{name}. {aside}" if aside else name)
        self.aside.setText(aside)
        self.aside.setVisible(bool(aside))


class ChartCard(ProgressCard):
    """A chart in a card. T, or the button beside the title, exchanges chart and table.

    Args:
        look: the theme and the fonts.
        name: what it shows.
        chart: shows it.
        legend: says what its signs are; None where they speak for themselves.
    """

    def __init__(
        self,
        look: Look,
        name: str,
        chart: Chart,
        legend: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, name, parent)
        self.chart = chart
        self._legend = legend
        self._words = ""
        self.table = Table(look, self.tr("{name}, as a table").format(name=name))
        self.table.hide()
        self.as_table = Button(look, self.tr("As a table"), Kind.QUIET, icon="routines")
        self.as_table.setCheckable(True)
        self.as_table.set_compact(True)
        self.as_table.toggled.connect(self._on_toggled)
        self.add_to_head(self.as_table)
        self.note = Label("", "small", "muted", wraps=True)
        self.column.addWidget(chart)
        self.column.addWidget(self.table)
        if legend is not None:
            self.column.addWidget(legend)
        self.column.addWidget(self.note)
        self.column.addStretch(1)
        chart.told.connect(self._on_told)

    def show_chart(self, note: str) -> None:
        """Take in that the chart shows something else; `note` stands below it."""
        self._words = note
        self.note.setText(note)
        self.table.show_rows(self.chart.table())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """T exchanges chart and table."""
        if event.text().lower() == "t" and not event.modifiers():
            self.as_table.toggle()
            shown = self.table if self.as_table.isChecked() else self.chart
            shown.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _on_toggled(self, is_table: bool) -> None:
        height = max(self.chart.sizeHint().height(), self.look.theme.px(LEAST_TABLE))
        self.table.setFixedHeight(height)
        self.chart.setVisible(not is_table)
        self.table.setVisible(is_table)
        if self._legend is not None:
            self._legend.setVisible(not is_table)
        words = self.tr("As a picture") if is_table else self.tr("As a table")
        self.as_table.set_words(words, "progress" if is_table else "routines")

    def _on_told(self, words: str) -> None:
        """The mark that is pointed at stands in the place of the note."""
        self.note.setText(words or self._words)
