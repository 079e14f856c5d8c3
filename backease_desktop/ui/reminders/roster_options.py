"""What holds for all reminders: what counts as a break, what is not interrupted, how much later.

It is tuned seldom, so it stands behind a line that opens it.
"""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from backease_desktop.core.fields import Field, checked, fields_of
from backease_desktop.core.reminder.presence import UNTOLD
from backease_desktop.core.reminder.roster import BusySwitches, Roster
from backease_desktop.core.reminder.typed_times import numbers_of
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.disclosure import Disclosure
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.settings.field_editors import Editor, editor_for
from backease_desktop.ui.settings.field_line import FieldLine

NUMBERS = ("away_after_min", "still_after_s", "typing_pause_s", "typing_wait_s")


class RosterOptions(Card):
    """The card.

    Args:
        look: the theme and the fonts.
        roster: shown first.

    Signals:
        changed: carries the roster with the changed options; its reminders are those shown last.
    """

    changed = Signal(object)

    def __init__(self, look: Look, roster: Roster, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._roster = roster
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(12, 8, 12, 12)
        self._column.setSpacing(14)
        self._lines: list[FieldLine] = []
        self.editors: dict[str, Editor] = {}
        self.snooze = QLineEdit()
        self.snooze.setAccessibleName(self.tr("Later"))
        self.snooze.editingFinished.connect(self._on_snooze_typed)
        self._trouble = Label("", "small", "danger", wraps=True)
        hint = self.tr(
            "what counts as a break, waiting for a pause in typing, what is not interrupted"
        )
        self.whole = Disclosure(look, self.tr("For all reminders"), hint, body)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.whole)
        options = fields_of(Roster)
        for name in NUMBERS:
            self._add(options[name], self._editor(options[name]))
        self._add(options["snooze_min"], self.snooze)
        self._column.addWidget(self._trouble)
        self._column.addSpacing(8)
        self._column.addWidget(Label(self.tr(options["wait_for"].title), "heading"))
        self._switches = {n: f for n, f in fields_of(BusySwitches).items() if n not in UNTOLD}
        for switch in self._switches.values():
            self._add_switch(switch)
        self.show_roster(roster)

    @property
    def trouble(self) -> str:
        """What is wrong with what was typed last."""
        return self._trouble.text()

    def show_roster(self, roster: Roster) -> None:
        """Show the options of a roster, without saying that they were changed."""
        self._roster = roster
        self._say("")
        for name in NUMBERS:
            self.editors[name].show(getattr(roster, name))
        for name in self._switches:
            self.editors[name].show(getattr(roster.wait_for, name))
        self.snooze.setText(", ".join(str(minutes) for minutes in roster.snooze_min))

    def fit(self, is_wide: bool) -> None:
        """Put fields beside their words, or below them where both have no room in a line."""
        for line in self._lines:
            line.fit(is_wide)

    def _add(self, info: Field, field: QWidget) -> None:
        line = FieldLine(self.tr(info.title), self.tr(info.help), field, words_share=2)
        self._lines.append(line)
        self._column.addWidget(line)

    def _add_switch(self, info: Field) -> None:
        def chosen(value: object) -> None:
            self._change(wait_for=checked(self._roster.wait_for, **{info.name: value}))

        self.editors[info.name] = editor_for(self.look, info, chosen)
        self._add(info, self.editors[info.name].widget)

    def _editor(self, info: Field) -> QWidget:
        self.editors[info.name] = editor_for(
            self.look, info, lambda value: self._change(**{info.name: value})
        )
        return self.editors[info.name].widget

    def _on_snooze_typed(self) -> None:
        try:
            self._change(snooze_min=numbers_of(self.snooze.text()))
        except ValueError:
            self._say(self.tr("One to four numbers of minutes, such as 5, 10, 20"))

    def _change(self, **fields: Any) -> None:  # noqa: ANN401  (the types of the fields)
        roster = checked(self._roster, **fields)
        self._say("")
        if roster != self._roster:
            self._roster = roster
            self.changed.emit(roster)

    def _say(self, trouble: str) -> None:
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        self.snooze.setAccessibleDescription(trouble)
