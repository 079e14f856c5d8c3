"""Why did it (not) remind me? The last decisions, newest first, and the sources in use."""

import re
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.core.reminder.decisions import Decision
from backease_desktop.ui.clock_words import clock_words
from backease_desktop.ui.components.button import Button
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.reminders.reminder_words import WEEK, date_words, day_words, decision_words

SHOWN_FIRST = 12
_INNER_DOT = re.compile(r"(?<=\w)\.(?=\w)")

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
        self._today_head = Label(self.tr("Today"), is_strong=True, wraps=True)
        self._today = Label("", wraps=True)
        self._list = Label("", wraps=True)
        self._sources = Label("", wraps=True)
        self._missing_head = Label(
            self.tr("Tried, and not on this desktop"), is_strong=True, wraps=True
        )
        self._missing = Label("", "small", "muted", wraps=True)
        for label in (self._today, self._list, self._sources, self._missing):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.all = Button(look, self.tr("Show all"))
        self.all.clicked.connect(self._on_all_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        column.addWidget(
            Label(self.tr("Why did it (not) call?"), "heading", wraps=True),
        )
        column.addWidget(self._today_head)
        column.addWidget(self._today)
        column.addWidget(Label(self.tr("What was decided"), is_strong=True, wraps=True))
        column.addWidget(self._list)
        row = QHBoxLayout()
        row.addWidget(self.all)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(Label(self.tr("How it knows"), is_strong=True, wraps=True))
        column.addWidget(self._sources)
        column.addWidget(self._missing_head)
        column.addWidget(self._missing)
        self.set_today(())
        self.set_decisions((), {})
        self.set_sources(())

    @property
    def lines(self) -> list[str]:
        """What the list says."""
        return self._list.text().splitlines()

    @property
    def source_lines(self) -> list[str]:
        """What is said of the sources in use."""
        return self._sources.text().splitlines()

    @property
    def missing_lines(self) -> list[str]:
        """What is said of those that do not work."""
        return self._missing.text().splitlines()

    def set_today(self, rows: Sequence[str]) -> None:
        """Show what the bar of the day shows, in words."""
        self._today.setText("\n".join(rows))
        for part in (self._today_head, self._today):
            part.setVisible(bool(rows))

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
        """Show the sources: first what is asked, then what was tried and why it does not work.

        That something is missing is usual: each desktop has its own, and all are tried.
        """
        known = tuple(reports)
        used = [self._head(topic, name) for topic, name, in_use, _ in known if in_use]
        missing = [
            f"{self._head(topic, name)} – {_breakable(trouble)}"
            for topic, name, _, trouble in known
            if trouble
        ]
        self._sources.setText("\n".join(used) or self.tr("Nothing has been asked yet."))
        self._missing.setText("\n".join(missing))
        for part in (self._missing_head, self._missing):
            part.setVisible(bool(missing))

    def _line(self, decision: Decision) -> str:
        newest = self._decisions[-1].at.date()
        at = decision.at.date()
        # Of the week that ends with the newest one, the weekday says which day it was.
        day = day_words(at.weekday()) if (newest - at).days < WEEK else date_words(at)
        return f"{day} {clock_words(decision.at)}   {decision_words(decision, self._names)}"

    def _head(self, topic: str, name: str) -> str:
        return self.tr("{topic}: {name}").format(topic=topic[:1].upper() + topic[1:], name=name)

    def _on_all_clicked(self) -> None:
        self._is_whole = True
        self.set_decisions(self._decisions, self._names)


def _breakable(text: str) -> str:
    """Names such as "org.freedesktop.DBus" may go on in the next line: no page is as wide."""
    return _INNER_DOT.sub(".\u200b", text)
