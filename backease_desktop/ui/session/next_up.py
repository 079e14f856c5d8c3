"""The card that says what comes next, and in how long."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QWidget

from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.ui.components.card import Card, Ground
from backease_desktop.ui.components.line import Line, Run
from backease_desktop.ui.formats import clock
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import Size

PAD = 10


class NextUp(Card):
    """The next exercise.

    Args:
        look: the theme and the fonts.
        thumbnail: a widget with a small picture of the next exercise.

    Signals:
        exercise_changed: id of the next exercise, empty after the last; for the thumbnail's owner.
    """

    exercise_changed = Signal(str)

    def __init__(
        self, look: Look, thumbnail: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, Ground.CARD, parent=parent)
        self._exercise: str | None = None
        self._thumbnail = thumbnail
        self._ground = Card(look, Ground.SOFT, parent=self)
        self._ground.setVisible(thumbnail is not None)
        if thumbnail is not None:
            thumbnail.setParent(self._ground)
        self.when = Line(look, Size.SMALL, parent=self)
        self.name = Line(look, Size.BODY, parent=self)
        look.changed.connect(self._arrange)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what comes after this exercise."""
        following = snapshot.next
        if following is None:
            self.when.set_runs(Run(self.tr("After this"), "muted_text"))
            name = self.tr("The end")
        else:
            time = clock(following.starts_in)
            self.when.set_runs(Run(self.tr("Next, in {time}").format(time=time), "muted_text"))
            name = following.name
        self.name.set_runs(Run(name, weight=QFont.Weight.DemiBold))
        exercise = following.exercise if following else ""
        if exercise != self._exercise:
            self._exercise = exercise
            self.setAccessibleName(self.tr("Next: {name}").format(name=name))
            self.exercise_changed.emit(exercise)
            if self._thumbnail is not None:
                self._ground.setVisible(bool(exercise))
                self._arrange()

    def set_factor(self, factor: float) -> None:
        """Make the words larger than the theme has them."""
        self.when.set_factor(factor)
        self.name.set_factor(factor)
        self._arrange()

    def sizeHint(self) -> QSize:
        """Two lines, and the picture beside them."""
        height = self.when.line_height() + self.name.line_height() + 2 * PAD + 4
        picture = round(height * 1.3) if self._thumbnail is not None else 0
        words = max(self.when.sizeHint().width(), self.name.sizeHint().width())
        return QSize(words + picture + 3 * PAD + 12, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        left = 2 * PAD
        if not self._ground.isHidden():
            height = self.height() - 2 * PAD
            width = round(height * 1.35)
            self._ground.setGeometry(PAD + 2, PAD, width, height)
            if self._thumbnail is not None:
                self._thumbnail.setGeometry(self._ground.rect().adjusted(4, 4, -4, -4))
            left = PAD + 2 + width + PAD + 2
        when, name = self.when.line_height(), self.name.line_height()
        top = (self.height() - when - name - 2) // 2
        room = self.width() - left - PAD
        self.when.setGeometry(left, top, room, when)
        self.name.setGeometry(left, top + when + 2, room, name)
