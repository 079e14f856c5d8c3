"""What is asked before a session starts, over whatever page is on; Escape starts nothing.

Each question has a sheet with its answers; what an answer comes to is the `Entrance`'s business.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from backease_desktop.controllers.entrance import Entrance
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.person.person import CONDITION_OF, SideThatHurts
from backease_desktop.core.person.questions import (
    AskQuestion,
    MeantQuestion,
    Question,
    Reply,
    SideQuestion,
)
from backease_desktop.ui.components.button import Kind
from backease_desktop.ui.components.sheet import Option, Sheet
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.main_window import MainWindow

MOST_NAMED = 4
"""Exercises that are named in a question; of more, the number."""


class BeforeStart(QObject):
    """Puts the questions of an entrance to the person.

    Args:
        look: the theme and the fonts.
        window: whose pages the question covers.
        entrance: asks, and is answered.
    """

    def __init__(self, look: Look, window: MainWindow, entrance: Entrance) -> None:
        super().__init__(window)
        self._entrance = entrance
        self._catalogue: Catalogue = entrance.door.catalogue
        self._question: Question | None = None
        self.sheet = Sheet(look, window.centralWidget() or window)
        self.sheet.chosen.connect(self._on_chosen)
        self.sheet.dismissed.connect(self._on_dismissed)
        entrance.asked.connect(self._on_asked)
        entrance.refused.connect(window.show_message)
        entrance.opened.connect(self.sheet.close_quietly)

    def _on_asked(self, question: Question) -> None:
        self._question = question
        match question:
            case MeantQuestion():
                self._ask_meant(question)
            case AskQuestion():
                self._ask_first(question)
            case SideQuestion():
                self._ask_side()

    def _on_chosen(self, name: str) -> None:
        question, self._question = self._question, None
        if question is not None:
            is_side = isinstance(question, SideQuestion)
            self._entrance.answer(question, SideThatHurts(name) if is_side else Reply(name))

    def _on_dismissed(self) -> None:
        question, self._question = self._question, None
        if question is not None:
            self._entrance.answer(question, None)

    def _ask_meant(self, question: MeantQuestion) -> None:
        condition = CONDITION_OF[question.meant_for]
        title = next(r.title for r in self._catalogue.rules if r.condition == condition)
        self.sheet.ask(
            self.tr("{name} is for some people only").format(
                name=self._catalogue.routines[question.routine].name
            ),
            self.tr(
                "It was put together for this: {title}. You have not said under About you that "
                "this is so for you."
            ).format(title=_lower(title)),
            Option(Reply.NO, self.tr("Choose another one"), Kind.PRIMARY, (), "⏎"),
            Option(
                Reply.ME,
                self.tr("That is so for me"),
                Kind.SECONDARY,
                (Qt.Key.Key_M,),
                "M",
                note=self.tr("It is kept under About you"),
            ),
            Option(Reply.YES, self.tr("Start all the same"), Kind.QUIET, (Qt.Key.Key_S,), "S"),
            footer=self.tr("Esc starts nothing."),
        )

    def _ask_first(self, question: AskQuestion) -> None:
        names = [self._catalogue.exercises[exercise].name for exercise, _, _ in question.asked]
        reasons = dict.fromkeys(rules[0].reason for _, rules, _ in question.asked)
        others = [self._catalogue.exercises[id_].name for _, _, id_ in question.asked if id_]
        self.sheet.ask(
            self.tr("Ask somebody who knows you first"),
            self.tr(
                "With what you said about you, a doctor or physiotherapist should say whether you "
                "may do this: {names}. {reasons}"
            ).format(names=self._named(names), reasons=" ".join(list(reasons)[:2])),
            Option(
                Reply.NO,
                self.tr("Without it") if len(names) == 1 else self.tr("Without them"),
                Kind.PRIMARY,
                (),
                "⏎",
                note=self._instead(others),
            ),
            Option(
                Reply.YES,
                self.tr("I have asked, and I may"),
                Kind.SECONDARY,
                (Qt.Key.Key_Y,),
                "Y",
                note=self.tr("You are asked again in ninety days, or when something changes"),
            ),
            footer=self.tr("Esc starts nothing. General information, not medical advice."),
        )

    def _ask_side(self) -> None:
        left, right = self.tr("Left"), self.tr("Right")
        both, neither = self.tr("Both alike"), self.tr("Neither")
        keys = Qt.Key
        self.sheet.ask(
            self.tr("Which side hurts more?"),
            self.tr("An exercise of this session is done on that side. You are asked once."),
            Option(SideThatHurts.LEFT, left, Kind.SECONDARY, (keys.Key_L,), "L"),
            Option(SideThatHurts.RIGHT, right, Kind.SECONDARY, (keys.Key_R,), "R", is_beside=True),
            Option(SideThatHurts.BOTH, both, Kind.SECONDARY, (keys.Key_B,), "B"),
            Option(
                SideThatHurts.NEITHER, neither, Kind.SECONDARY, (keys.Key_N,), "N", is_beside=True
            ),
            footer=self.tr("Esc starts nothing."),
        )

    def _named(self, names: Sequence[str]) -> str:
        if len(names) <= MOST_NAMED:
            return ", ".join(names)
        shown, more = ", ".join(names[:MOST_NAMED]), len(names) - MOST_NAMED
        return self.tr("{names} and {n} more").format(names=shown, n=more)

    def _instead(self, others: Sequence[str]) -> str:
        if not others:
            return self.tr("It is left out")
        return self.tr("Instead: {names}").format(names=self._named(others))


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
