"""A line beside what was understood of it; what is unsure is asked in its place."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.controllers.bringing_in import Line
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.labels import Label, small
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.share.line_editor import LineEditor
from backease_desktop.ui.share.line_words import dose_words, name_words


class LineRow(Card):
    """One line.

    Args:
        look: the theme and the fonts.
        number: of the line.
        exercises: those of the catalogue, by id.

    Signals:
        answered: number of the line, and an `Answer`.
        left_out: number of the line, and whether it is left out now.
    """

    answered = Signal(int, object)
    left_out = Signal(int, bool)

    def __init__(
        self,
        look: Look,
        number: int,
        exercises: Mapping[str, Exercise],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent=parent)
        self._number = number
        self._exercises = exercises
        self._line: Line | None = None
        self._editor: LineEditor | None = None
        self._said = small("")
        self.name = Label("", "body", is_strong=True, wraps=True)
        self.dose = Label("", "body", wraps=True)
        self.why = Label("", "small", "warning", wraps=True)
        self.change = Button(look, self.tr("Change"), Kind.QUIET)
        self.leave = Button(look, "", Kind.QUIET)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._said, self.name, self.dose, self.why):
            words.addWidget(label)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(words, 1)
        head.addWidget(self.change)
        head.addWidget(self.leave)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 12, 12, 12)
        self._column.addLayout(head)
        self.change.clicked.connect(self._on_change_clicked)
        self.leave.clicked.connect(self._on_leave_clicked)

    @property
    def editor(self) -> LineEditor | None:
        """The fields, while they are open."""
        return self._editor

    def show_line(self, line: Line) -> None:
        """Show how the line stands; what is unsure opens its fields."""
        self._line = line
        reading = line.reading
        quoted = self.tr("“{line}”").format(line=" ".join(reading.line.split()))
        self._said.setText(quoted)
        self.name.setText(self.tr("Left out") if line.is_out else self._name_of(line))
        self.dose.setText("" if line.is_out or reading.is_ignored else dose_words(reading))
        self.dose.setVisible(bool(self.dose.text()))
        asks = [] if line.is_ready else [_sentence(why) for why in _whys(line)]
        self.why.setText(" ".join(asks))
        self.why.setVisible(bool(asks))
        is_in = not line.is_out and not reading.is_ignored
        self.leave.setVisible(is_in or line.is_out)
        out, back = self.tr("Leave out"), self.tr("Take in again")
        self.leave.set_words(back if line.is_out else out)
        self.change.set_words(self.tr("Use it") if reading.is_ignored else self.tr("Change"))
        self.change.setVisible(not line.is_out and line.is_ready)
        for button in (self.change, self.leave):
            button.setAccessibleDescription(quoted)
        self._open(is_open=not line.is_ready)

    def _name_of(self, line: Line) -> str:
        reading = line.reading
        if reading.is_ignored:
            return self.tr("Not an exercise")
        if "exercise" in reading.unsure:
            return self.tr("Which exercise is it?")
        return name_words(reading, self._exercises)

    def _open(self, *, is_open: bool) -> None:
        if self._editor is not None:
            self._column.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
        if is_open and self._line is not None:
            self._editor = LineEditor(self.look, self._line.reading, self._exercises)
            self._editor.answered.connect(lambda said: self.answered.emit(self._number, said))
            self._column.addWidget(self._editor)

    def _on_change_clicked(self) -> None:
        self._open(is_open=True)
        self.change.hide()
        if self._editor is not None:
            self._editor.exercise.setFocus()

    def _on_leave_clicked(self) -> None:
        if self._line is not None:
            self.left_out.emit(self._number, not self._line.is_out)


def _whys(line: Line) -> list[str]:
    """What is unsure; where there are exercises to choose from, the name above asks already."""
    has_choice = bool(line.reading.candidates)
    unsure = line.reading.unsure.items()
    return [why for name, why in unsure if name != "exercise" or not has_choice]


def _sentence(why: str) -> str:
    end = "" if why.endswith(("?", ".", "!")) else "."
    return f"{why[:1].upper()}{why[1:]}{end}"
