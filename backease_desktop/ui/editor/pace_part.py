"""How a movement is paced: the seconds of its ways, and phases where it has more than two.

A phase leads to a keyframe, takes its seconds, and says its words. Where there are phases a
repetition has no words of its own.
"""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.catalogue.exercise import Exercise, Phase
from backease_desktop.core.editing.body_draft import (
    MOST_PHASES,
    with_phase,
    with_phase_more,
    without_phase,
)
from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.fields import Choice, SecondsField, Switch
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.turning_row import TurningRow
from backease_desktop.ui.editor.form_part import FormPart
from backease_desktop.ui.editor.keyframe_card import keyframe_words
from backease_desktop.ui.editor.typed_line import TypedLine
from backease_desktop.ui.look.style import Look


class PhaseRow(QWidget):
    """A phase: where to, how long, what is said, and a way to take it out."""

    def __init__(self, look: Look, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = self.tr
        named = {"n": number}
        self.to = Choice(look, tr("Phase {n} leads to").format(**named))
        self.to.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.to.setMinimumContentsLength(6)
        seconds = tr("Seconds of phase {n}").format(**named)
        self.seconds = SecondsField(look, seconds, 1.0, 8.0)
        self.say = TypedLine(tr("Words of phase {n}").format(**named))
        self.out = Button(look, tr("Without phase {n}").format(**named), Kind.QUIET, icon="close")
        self.out.set_compact(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        upper, lower = TurningRow(look, 6), QHBoxLayout()
        upper.addWidget(self.to, 1)
        upper.addWidget(self.seconds, 1)
        lower.addWidget(self.say, 1)
        lower.addWidget(self.out)
        column.addLayout(upper)
        column.addLayout(lower)

    def show_phase(self, phase: Phase, keyframes: list[str]) -> None:
        """Show it; keyframes are those that the figure has."""
        names = list(dict.fromkeys((*keyframes, phase.to)))
        if [self.to.itemData(at) for at in range(self.to.count())] != names:
            self.to.clear()
            for name in names:
                self.to.addItem(keyframe_words(name), name)
        self.to.setCurrentIndex(names.index(phase.to))
        self.seconds.setValue(phase.seconds)
        self.say.show_text(phase.say)


class PacePart(FormPart):
    """The part of the form."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        tr = self.tr
        self.way = SecondsField(look, tr("Seconds into a hold, and out of it"), 1.5, 6.0)
        self.repetition = SecondsField(look, tr("Seconds of a repetition without a hold"), 3, 12)
        self.switch = SecondsField(look, tr("Seconds to change sides"), 2.5, 30.0)
        self.switch.setSpecialValueText(tr("usual"))
        self.way_out_first = Switch(look, tr("The way out is told before “Relax”"))
        self.phases: list[PhaseRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.more = Button(look, tr("One more phase"), icon="plus")
        self.add(tr("Seconds into a hold, and out of it"), self.way)
        self.add(tr("Seconds of a repetition without a hold"), self.repetition)
        self.add(tr("Seconds to change sides"), self.switch)
        self.add_switch(tr("The way out is told before “Relax”"), self.way_out_first)
        about = tr("Phases: for a repetition with more than a way in and a way out.")
        self.column.addWidget(Label(about, "small", "muted", wraps=True))
        self.column.addLayout(self._rows)
        self.column.addWidget(self.more)
        self.column.addStretch(1)
        self._connect()

    def show_fields(self, exercise: Exercise) -> None:
        """Put what is said into the fields."""
        self.way.setValue(exercise.seconds_to_move)
        self.repetition.setValue(exercise.seconds_per_rep)
        self.switch.setValue(exercise.seconds_to_switch or self.switch.minimum())
        self.way_out_first.setChecked(exercise.release_first)
        while len(self.phases) < len(exercise.phases):
            self._add_row()
        while len(self.phases) > len(exercise.phases):
            row = self.phases.pop()
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        figure: Any = exercise.figure
        names = list(figure["keyframes"]) if figure else []
        for row, phase in zip(self.phases, exercise.phases, strict=True):
            row.show_phase(phase, names)
        self.more.setEnabled(len(self.phases) < MOST_PHASES)

    def _add_row(self) -> None:
        at = len(self.phases)
        row = PhaseRow(self.look, at + 1)
        row.to.activated.connect(
            lambda index: self.request(lambda one: with_phase(one, at, to=row.to.itemData(index)))
        )
        row.seconds.valueChanged.connect(
            lambda value: self.request(lambda one: with_phase(one, at, seconds=value))
        )
        row.say.typed.connect(
            lambda text: self.request(
                lambda one: with_phase(one, at, say=" ".join(text.split())), f"phase {at}"
            )
        )
        row.say.settled.connect(self.settled)
        row.out.clicked.connect(lambda: self.request(lambda one: without_phase(one, at)))
        self.phases.append(row)
        self._rows.addWidget(row)

    def _connect(self) -> None:
        request = self.request
        self.way.valueChanged.connect(
            lambda value: request(lambda one: one.with_(seconds_to_move=value))
        )
        self.repetition.valueChanged.connect(
            lambda value: request(lambda one: one.with_(seconds_per_rep=value))
        )
        self.switch.valueChanged.connect(
            lambda value: request(
                lambda one: one.with_(
                    seconds_to_switch=None if value <= self.switch.minimum() else value
                )
            )
        )
        self.way_out_first.toggled.connect(
            lambda is_on: request(lambda one: one.with_(release_first=is_on))
        )
        self.more.clicked.connect(lambda: request(with_phase_more))
