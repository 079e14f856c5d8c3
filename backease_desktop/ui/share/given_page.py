"""The page "Paste what you were given": lines, a file or a photo, shown before they are kept.

Rules: one thing at a time: the text, then the lines beside what was understood, or the pack that a
file holds. The one primary button does what comes next, and says why it cannot yet. Who reads is
joined after the page is shown; what is pressed before meets the whole page.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.disclosure import Disclosure
from backease_desktop.ui.components.flow_layout import FlowLayout
from backease_desktop.ui.components.form import Form
from backease_desktop.ui.components.labels import Label, title
from backease_desktop.ui.components.left_page import LeftPage
from backease_desktop.ui.components.page_column import READING, PageColumn
from backease_desktop.ui.components.pressable import ENTER
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.share.given_pack_card import GivenPackCard

if TYPE_CHECKING:
    from backease_desktop.controllers.bringing_in import GivenPack, Line
    from backease_desktop.ui.share.line_row import LineRow

TEXT_HEIGHT = 150
LONGEST_NAME = 48
NAMES_BESIDE = 480
"""Width from which names stand beside their fields, at 100 % text."""


class GivenPage(LeftPage):
    """The page.

    Args:
        look: the theme and the fonts.
        exercises: those of the catalogue, by id.

    Signals:
        read_requested: the text that is to be read.
        file_requested: a file is to be chosen.
        answered: number of a line, and an `Answer`.
        left_out: number of a line, and whether it is left out now.
        keep_requested: name of the routine, and who gave it.
        take_requested: the pack that is shown is to be kept.
    """

    read_requested = Signal(str)
    file_requested = Signal()
    answered = Signal(int, object)
    left_out = Signal(int, bool)
    keep_requested = Signal(str, str)
    take_requested = Signal()

    def __init__(
        self, look: Look, exercises: Mapping[str, Exercise], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, self.tr("Play"), parent)
        self._exercises = exercises
        self._rows: dict[int, LineRow] = {}
        tr = self.tr
        self.text = QPlainTextEdit()
        self.read = Button(look, tr("Read it"), Kind.PRIMARY)
        self.open_file = Button(look, tr("Open a file or a photo…"))
        self.name = QLineEdit(tr("From my physiotherapist"))
        self.giver = QLineEdit(tr("My physiotherapist"))
        self.remind = Chip(look, "", "reminders")
        self.keep = Button(look, tr("Make the routine"), Kind.PRIMARY)
        self._waits = Label("", "small", "muted", wraps=True)
        self._found = QWidget()
        self._lines = QVBoxLayout()
        self._asides = QWidget()
        self._asides_lines = QVBoxLayout(self._asides)
        self.asides = Disclosure(
            look, tr("Other lines"), tr("what was taken for something else"), self._asides
        )
        self.pack = GivenPackCard(look)
        self._lay_out()
        self._connect()
        self.show_lines((), 0)

    @property
    def rows(self) -> "tuple[LineRow, ...]":
        """The rows of the lines, in their order."""
        return tuple(self._rows.values())

    def show_lines(self, lines: "Sequence[Line]", open_count: int) -> None:
        """Show these lines, and none that were there before."""
        for row in self._rows.values():
            row.hide()
            row.deleteLater()
        self._rows = {}
        for line in lines:
            # Loaded on first use: there are no lines at first.
            from backease_desktop.ui.share.line_row import LineRow

            row = LineRow(self.look, line.reading.number, self._exercises)
            row.answered.connect(self.answered)
            row.left_out.connect(self.left_out)
            row.show_line(line)
            self._rows[line.reading.number] = row
            is_aside = line.reading.is_ignored
            (self._asides_lines if is_aside else self._lines).addWidget(row)
        self._found.setVisible(bool(lines))
        self.read.set_kind(Kind.SECONDARY if lines else Kind.PRIMARY)
        self.asides.setVisible(any(line.reading.is_ignored for line in lines))
        self.pack.hide()
        self.tell_open(open_count, is_ready=False)

    def show_line(self, line: "Line") -> None:
        """Show how one line stands now; one that is an exercise after all goes to the others."""
        row = self._rows[line.reading.number]
        row.show_line(line)
        if not line.reading.is_ignored and row.parentWidget() is self._asides:
            self._lines.addWidget(row)

    def tell_open(self, count: int, *, is_ready: bool) -> None:
        """Say how many lines are still to be answered, and whether a routine can be made."""
        self.keep.setEnabled(is_ready)
        one, many = (
            self.tr("1 line is still to be answered."),
            self.tr("{n} lines are still to be answered."),
        )
        nothing = self.tr("No line is an exercise.")
        words = (one if count == 1 else many.format(n=count)) if count else nothing
        self._waits.setText("" if is_ready else words)
        self._waits.setVisible(not is_ready)

    def offer_reminder(self, often: str) -> None:
        """Offer to be reminded as often as the lines ask for; nothing where they do not."""
        self.remind.set_words(self.tr("Remind me: {often}").format(often=often), "reminders")
        self.remind.setVisible(bool(often))
        if not often:
            self.remind.setChecked(False)

    def go_on(self) -> None:
        """Lead the keyboard to the next line that is asked about, or to the end."""
        asked = (row.editor for row in self._rows.values() if row.editor is not None)
        editor = next(asked, None)
        (self.keep if editor is None else editor.exercise).setFocus(Qt.FocusReason.TabFocusReason)

    def show_pack(self, given: "GivenPack") -> None:
        """Show a pack before it is taken."""
        self.pack.show_pack(given)
        self.pack.show()
        self.read.set_kind(Kind.SECONDARY)
        self.pack.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter with Ctrl, which a text leaves to the page, reads it."""
        is_read = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in ENTER and is_read and self.read.isEnabled():
            self.read.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names go above their fields where room is short."""
        super().resizeEvent(event)
        self._names.fit(self.width() >= self.look.theme.px(NAMES_BESIDE))

    def _lay_out(self) -> None:
        tr = self.tr
        self.text.setAccessibleName(tr("What you were given"))
        self.text.setPlaceholderText(
            tr("Bird dog 3x10 each side, hold 5 s, daily\nHamstring stretch 3 x 30s R")
        )
        self.text.setTabChangesFocus(True)
        self.text.setAcceptDrops(False)  # a file goes to the window, which looks into it
        self.text.setMinimumHeight(self.look.theme.px(TEXT_HEIGHT))
        page = PageColumn(self.look, READING)
        column = page.column
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(title(tr("Paste what you were given")))
        about = tr(
            "Lines as your physiotherapist wrote them, a .backease file, or a photo of the code "
            "on a sheet. You see what was understood before anything is kept."
        )
        column.addWidget(Label(about, "body", "muted", wraps=True))
        card = Card(self.look)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(18, 18, 18, 18)
        inner.setSpacing(12)
        inner.addWidget(self.text)
        buttons = FlowLayout(spacing=10)
        buttons.addWidget(self.read)
        buttons.addWidget(self.open_file)
        inner.addLayout(buttons)
        column.addWidget(card)
        column.addWidget(self.pack)
        column.addWidget(self._found)
        column.addStretch(1)
        self._lay_out_found()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def _lay_out_found(self) -> None:
        tr = self.tr
        found = QVBoxLayout(self._found)
        found.setContentsMargins(0, 0, 0, 0)
        found.setSpacing(12)
        self._lines.setSpacing(10)
        self._asides_lines.setContentsMargins(0, 0, 0, 0)
        found.addWidget(Label(tr("This is what was understood"), "heading", wraps=True))
        found.addLayout(self._lines)
        found.addWidget(self.asides)
        names = self._names = Form()
        for field in (self.name, self.giver):
            field.setMaxLength(LONGEST_NAME)
        names.add(tr("Name of the routine"), self.name)
        names.add(tr("Who gave it to you"), self.giver)
        found.addWidget(names)
        found.addWidget(self.remind, 0, Qt.AlignmentFlag.AlignLeft)
        last = QHBoxLayout()
        last.setSpacing(12)
        last.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        last.addWidget(self._waits, 1)
        found.addLayout(last)

    def _connect(self) -> None:
        self.read.clicked.connect(self._on_read_clicked)
        self.text.textChanged.connect(self._on_text_changed)
        self.open_file.clicked.connect(self._on_open_file_clicked)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.pack.take.clicked.connect(self.take_requested)
        self._on_text_changed()

    def _on_read_clicked(self) -> None:
        self.make_whole()
        self.read_requested.emit(self.text.toPlainText())

    def _on_open_file_clicked(self) -> None:
        self.make_whole()
        self.file_requested.emit()

    def _on_text_changed(self) -> None:
        self.read.setEnabled(bool(self.text.toPlainText().strip()))

    def _on_keep_clicked(self) -> None:
        name = self.name.text().strip() or self.tr("From my physiotherapist")
        sender = self.giver.text().strip() or self.tr("My physiotherapist")
        self.keep_requested.emit(name, sender)
