"""The entrance to sessions: what every way in asks for, what is asked before it, what then starts.

A routine that is wanted waits here while a question is open; whatever was on goes on until then.
Rules:
1. Nothing comes in but through the `Door`, so what is handed on is what is right for the person.
2. One routine waits at a time: whoever wants another one has left the first.
3. A question that nobody answers starts nothing.
"""

from PySide6.QtCore import QObject, Signal

from backease_desktop.controllers.door import Door
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.person.person import SideThatHurts
from backease_desktop.core.person.questions import MeantQuestion, Question, Reply
from backease_desktop.core.person.tailored import NothingLeftError, Tailored


class Entrance(QObject):
    """Asks first, and lets in.

    Args:
        door: knows the person.
        settings: have the order of exercises.
        parent: the owner.

    Signals:
        asked: something is to be said before a routine may start; carries the `Question`, which
            `answer` answers.
        refused: nothing of a routine is left for the person; carries a sentence that says why.
        opened: a session starts; carries its routine as a `Tailored`, and the step to start from.
    """

    asked = Signal(object)
    refused = Signal(str)
    opened = Signal(object, object)

    def __init__(
        self, door: Door, settings: SettingsController, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.door = door
        self._settings = settings
        self._waiting: tuple[Routine, int | None] | None = None
        self._last: tuple[Routine, int | None] | None = None
        self._mine: Tailored | None = None

    @property
    def mine(self) -> Tailored | None:
        """What was opened last, with what was changed in it for the person."""
        return self._mine

    def start(self, routine_id: str) -> None:
        """Play a routine of the catalogue, or one that was put together.

        Raises:
            KeyError: there is no such routine.
        """
        self.start_routine(self.door.routine(routine_id))

    def start_routine(
        self, routine: Routine, step: int | None = None, *, can_ask: bool = True
    ) -> None:
        """Play any routine of the catalogue's exercises, from a step on.

        Where nobody can be asked (`can_ask`), what was to be asked about is avoided.
        """
        routine = routine.in_order(self._settings.preferences.order)
        mine = self.let_in(routine, can_ask=can_ask)
        if mine is None:
            return
        question = self.door.question(routine) if can_ask else None
        if question is not None:
            self._waiting = routine, step
            self.asked.emit(question)
            return
        self._waiting, self._last, self._mine = None, (routine, step), mine
        self.opened.emit(mine, mine.near(step))

    def repeat(self, *, where_it_ended: bool = False) -> None:
        """Play what was played last once more, or from the exercise at which it was ended."""
        if self._last is not None:
            routine, step = self._last
            self.start_routine(routine, step if where_it_ended else None)

    def note_end(self, routine: Routine, step: int | None) -> None:
        """A session is over: what was played in the end, and where it ended."""
        self._last = routine, step

    def let_in(self, routine: Routine, *, can_ask: bool = False) -> Tailored | None:
        """A routine as it is for the person, without a question; None where nothing is left."""
        try:
            return self.door.let_in(routine, can_ask=can_ask)
        except NothingLeftError as error:
            self.refused.emit(str(error))
            return None

    def answer(self, question: Question, reply: Reply | SideThatHurts | None) -> None:
        """Go on with what waits; None, and "no" to what is meant for others, leave it."""
        waiting, self._waiting = self._waiting, None
        if reply is not None:
            self.door.answer(question, reply)
        is_left = reply is None or (reply is Reply.NO and isinstance(question, MeantQuestion))
        if waiting is not None and not is_left:
            self.start_routine(*waiting)
