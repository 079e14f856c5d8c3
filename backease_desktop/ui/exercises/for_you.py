"""What an exercise is for the person, before they start it: what changes, why, on whose word."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.precautions import Rule
from backease_desktop.core.catalogue.words import Action
from backease_desktop.core.person.verdict import Verdict
from backease_desktop.ui.components.card import Card, Ground
from backease_desktop.ui.components.chip import Chip
from backease_desktop.ui.components.labels import Label, heading
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.me.me_words import source_words


class ForYou(Card):
    """The card.

    Args:
        look: the theme and the fonts.
        exercise: that is shown.
        found: what it is for the person; not fine.
        catalogue: the name of what comes instead.

    Signals:
        link_requested: id of the exercise that comes instead, to be shown.
    """

    link_requested = Signal(str)

    def __init__(
        self,
        look: Look,
        exercise: Exercise,
        found: Verdict,
        catalogue: Catalogue,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, Ground.SOFT, parent=parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(heading(headline(found)))
        for rule in found.rules:
            column.addLayout(_reason(rule))
        column.addWidget(Label(outcome(exercise, found, catalogue), wraps=True))
        if found.instead:
            other = catalogue.exercises[found.instead[0]]
            words = self.tr("Look at {name}").format(name=other.name)
            self.link = Chip(look, words, is_checkable=False)
            self.link.clicked.connect(lambda: self.link_requested.emit(other.id))
            column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)


def headline(found: Verdict) -> str:
    """What it is for the person, in a few words."""
    return {
        Action.MODIFY: _tr("Changed for you"),
        Action.ASK: _tr("Ask first"),
        Action.AVOID: _tr("Left out for you"),
    }[found.action or Action.MODIFY]


def outcome(exercise: Exercise, found: Verdict, catalogue: Catalogue) -> str:
    """What happens where it would come: by itself, and in every routine."""
    other = catalogue.exercises[found.instead[0]].name if found.instead else ""
    match found.action:
        case Action.MODIFY:
            return _tr("It comes, and this is said with it: {tip}").format(tip=found.tip or "")
        case Action.ASK if other:
            return _tr(
                "You are asked before it starts. Without a yes of a doctor or physiotherapist, "
                "{name} comes instead."
            ).format(name=other)
        case Action.ASK:
            return _tr(
                "You are asked before it starts. Without a yes of a doctor or physiotherapist it "
                "does not come."
            )
        case _ if other:
            return _tr("{name} comes instead of {this}.").format(name=other, this=exercise.name)
        case _:
            return _tr("Nothing we could name comes instead.")


def _reason(rule: Rule) -> QVBoxLayout:
    """Of a rule what it is about, why, what to do, and its source with the day of the last look."""
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(rule.title, is_strong=True, wraps=True))
    words.addWidget(Label(f"{rule.reason} {rule.instead or ''}".strip(), wraps=True))
    words.addWidget(Label(source_words(rule), "small", "muted", wraps=True))
    return words


def _tr(text: str) -> str:
    return QCoreApplication.translate("for_you", text)
