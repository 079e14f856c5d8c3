"""The line beneath the countdown: where in the exercise we are, and what comes then."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.ui.components.line import Line, Run
from backease_desktop.ui.formats import clock, phase_words, place_in_exercise
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size


class ThenLine(Line):
    """Such as "Second side · then Relax"; it names the next exercise where no card does."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, Size.HEADING, Qt.AlignmentFlag.AlignHCenter, 0.6, parent)
        self._snapshot: Snapshot | None = None
        self._says_next = False

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a moment of a session."""
        self._snapshot = snapshot
        if snapshot.is_waiting:
            self.set_runs(Run(self.tr("Go on when you are ready"), "muted_text"))
            return
        place = place_in_exercise(snapshot)
        lead, strong = self._what_follows(snapshot)
        if place and lead:
            lead = f"{place} · {lead[:1].lower()}{lead[1:]}"
        self.set_runs(Run(lead or place, "muted_text"), Run(strong, weight=QFont.Weight.DemiBold))

    def set_says_next(self, says_next: bool) -> None:
        """Name the next exercise, because there is no card that does."""
        if says_next != self._says_next:
            self._says_next = says_next
            if self._snapshot is not None:
                self.show_snapshot(self._snapshot)

    def _what_follows(self, snapshot: Snapshot) -> tuple[str, str]:
        if snapshot.then is not None:
            return self.tr("Then "), phase_words(snapshot.then)
        if self._says_next and snapshot.next is not None:
            time = clock(snapshot.next.starts_in)
            return self.tr("Next, in {time}: ").format(time=time), snapshot.next.name
        return "", ""
