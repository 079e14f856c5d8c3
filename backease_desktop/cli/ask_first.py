"""What is asked in a terminal before a session starts; where nobody is there to answer, it is said.

A terminal that nobody types into (a pipe, a script) answers nothing: what was to be asked about is
left out of the session then, and nothing is kept.
"""

import sys
from collections.abc import Callable

from backease_desktop.controllers.door import Door
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.person.person import CONDITION_OF, SideThatHurts
from backease_desktop.core.person.questions import (
    AskQuestion,
    MeantQuestion,
    Question,
    Reply,
    SideQuestion,
)

Replies = dict[str, Reply | SideThatHurts]

_YES_NO: Replies = {"y": Reply.YES, "n": Reply.NO}
_SIDES: Replies = {side.value[0]: side for side in SideThatHurts}


def ask_first(door: Door, routine: Routine) -> bool:
    """Ask what is to be asked; whether the routine is to start.

    Raises:
        NothingLeftError: nothing of it is left for the person.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        if (question := door.question(routine)) is not None:
            print(_words(question, door)[0], file=sys.stderr)
        return True
    while (question := door.question(routine)) is not None:
        words, replies = _words(question, door)
        reply = _reply(words, replies, input)
        if reply is None or (isinstance(question, MeantQuestion) and reply is Reply.NO):
            return False
        door.answer(question, reply)
    return True


def _reply(
    words: str, replies: Replies, read: Callable[[str], str]
) -> Reply | SideThatHurts | None:
    """The answer; None where the person leaves without one."""
    asked = f"{words} [{'/'.join(replies)}, q to leave] "
    while True:
        try:
            typed = read(asked).strip().lower()[:1]
        except EOFError:
            return None
        if typed == "q":
            return None
        if typed in replies:
            return replies[typed]


def _words(question: Question, door: Door) -> tuple[str, Replies]:
    catalogue = door.catalogue
    match question:
        case MeantQuestion(routine, meant_for):
            condition = CONDITION_OF[meant_for]
            title = next(r.title for r in catalogue.rules if r.condition == condition)
            name = catalogue.routines[routine].name
            return f"{name} is for people with this: {title}. Start it?", _YES_NO
        case AskQuestion(_, asked):
            names = ", ".join(catalogue.exercises[exercise].name for exercise, _, _ in asked)
            reasons = dict.fromkeys(rules[0].reason for _, rules, _ in asked)
            return (
                f"Ask a doctor or physiotherapist first: {names}. {' '.join(reasons)} "
                "Without a yes, others come. Have they said that you may?"
            ), _YES_NO
        case SideQuestion():
            return "Which side hurts more: left, right, both, neither?", _SIDES
