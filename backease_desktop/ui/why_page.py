"""Why did it (not) remind me? The last decisions, newest first, and the sources in use."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.reminder.decisions import Decision
from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.reminder_words import day_words, decision_words
from backease_desktop.ui.style import Look

SHOWN_FIRST = 12

Report = tuple[str, str, bool, str]
"""Topic, name of the source, whether it is in use, and why it does not work."""


class WhyCard(Card):
    """The card.

    Args:
        look: the theme and the fonts.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._decisions: tuple[Decision, ...] = ()
        self._names: Mapping[str, str] = {}
        self._is_whole = False
        self._list = Label("", wraps=True)
        self._sources = Label("", "small", "muted", wraps=True)
        for label in (self._list, self._sources):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.all = Button(look, self.tr("Show all"))
        self.all.clicked.connect(self._on_all_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        column.addWidget(
            Label(self.tr("Why did it (not) remind me?"), "heading", wraps=True),
        )
        column.addWidget(self._list)
        row = QHBoxLayout()
        row.addWidget(self.all)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(Label(self.tr("How it knows"), is_strong=True))
        column.addWidget(self._sources)
        self.set_decisions((), {})
        self.set_sources(())

    @property
    def lines(self) -> list[str]:
        """What the list says."""
        return self._list.text().splitlines()

    @property
    def source_lines(self) -> list[str]:
        """What is said of the sources."""
        return self._sources.text().splitlines()

    def set_decisions(self, decisions: Sequence[Decision], names: Mapping[str, str]) -> None:
        """Show these decisions, given oldest first; `names` are those of the reminders."""
        self._decisions, self._names = tuple(decisions), dict(names)
        newest = self._decisions[::-1]
        shown = newest if self._is_whole else newest[:SHOWN_FIRST]
        empty = self.tr(
            "Nothing has been decided yet. Each call, and each that waits, is said here."
        )
        self._list.setText("\n".join(self._line(one) for one in shown) or empty)
        self.all.setVisible(len(shown) < len(newest))

    def set_sources(self, reports: Iterable[Report]) -> None:
        """Show the sources: what is asked, and what does not work and why."""
        lines = [words for report in reports if (words := self._source_words(*report))]
        self._sources.setText("\n".join(lines) or self.tr("No source has been asked yet."))

    def _line(self, decision: Decision) -> str:
        day = day_words(decision.at.weekday())
        return f"{day} {decision.at:%H:%M}   {decision_words(decision, self._names)}"

    def _source_words(self, topic: str, name: str, in_use: bool, trouble: str) -> str:
        head = topic[:1].upper() + topic[1:]
        if trouble:
            form = self.tr("{topic}: {name} does not work – {trouble}")
            return form.format(topic=head, name=name, trouble=trouble)
        return self.tr("{topic}: {name}").format(topic=head, name=name) if in_use else ""

    def _on_all_clicked(self) -> None:
        self._is_whole = True
        self.set_decisions(self._decisions, self._names)
