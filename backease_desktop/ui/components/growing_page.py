"""A page that is shown with its head, and whose other parts follow: a piece in each turn.

Rules:
1. Made at once are the heading and what stands below it, as far as that is quick; then comes what
   the eye comes to next, and last what is not seen yet, such as a view that is opened from here.
2. Parts follow while the page is seen. Whoever leaves it, or closes the window, ends that; the rest
   follows when it is shown again.
3. Whoever needs all of it makes it whole: the window does so for whoever asks it for the page, and
   for keys. A part that one key or button needs is made by asking for it.
4. What is made in a piece has its place before the piece ends: nothing is left of it when the page
   goes.
5. What shows a value that may change is joined to it, and told of it, when it is there.
"""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from backease_desktop.controllers.in_turns import InTurns
from backease_desktop.core.pieces import Beside, Pieces


class GrowingPage(QWidget):
    """The page. Who derives from it makes its head, and gives what follows to `grow`.

    Signals:
        became_whole: all of it is there.
    """

    became_whole = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rest: deque[Pieces[None]] = deque()
        self._turns: InTurns | None = None
        self._is_making = False
        self._then: Callable[[], None] | None = None

    @property
    def is_whole(self) -> bool:
        """Whether all of it is there."""
        return not self._rest

    def grow(self, pieces: Pieces[None]) -> None:
        """Have parts made, behind those that are still to come."""
        self._rest.append(pieces)
        if self.isVisible():
            self._begin()

    def make_whole(self) -> None:
        """Make all that is still to come, now; a part that is being made ends by itself."""
        if not self._rest or self._is_making:
            return
        while self._rest:
            if (beside := self._make_piece()) is not None:
                beside()
        if self.isVisible():
            _show_made(self)
        self._end()

    def when_whole(self, do: Callable[[], None]) -> None:
        """Do something once all of it is there, unless the page is left before, or asked again."""
        if self.is_whole:
            do()
        else:
            self._then = do

    def showEvent(self, event: QShowEvent) -> None:
        """Go on with the parts."""
        super().showEvent(event)
        if not self.is_whole:
            self._begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: leave the rest for the next time, and what was to be done with it."""
        self._then = None
        self._stop()
        super().hideEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes to what comes next when all is there; Qt asks, too, when a page is hidden."""
        if self.isVisible():
            self.make_whole()
        return super().focusNextPrevChild(is_next)

    def _begin(self) -> None:
        if self._turns is None:
            self._turns = InTurns(self._left(), self)
            self._turns.begin()

    def _stop(self) -> None:
        if self._turns is not None:
            self._turns.let_go()
            self._turns = None

    def _left(self) -> Pieces[None]:
        while self._rest:
            yield self._make_piece()
        self._end()

    def _end(self) -> None:
        self._stop()
        then, self._then = self._then, None
        if then is not None:
            then()
        self.became_whole.emit()

    def _make_piece(self) -> Beside | None:
        self._is_making = True
        try:
            return next(self._rest[0])  # not `yield from`: turns that are let go of would close it
        except StopIteration:
            self._rest.popleft()
            return None
        finally:
            self._is_making = False


def _show_made(widget: QWidget) -> None:
    """Show what was made in it: now, not when the layout comes to it, for it may get the focus."""
    for child in widget.children():
        if not isinstance(child, QWidget) or child.isWindow():
            continue
        if not child.isHidden():
            _show_made(child)
        elif not child.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            child.show()
