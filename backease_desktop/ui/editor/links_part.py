"""The easier and the harder form of an exercise, chosen among those that may be named.

Where a form is chosen that this person is not offered, that is said below it.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.editing.links_draft import (
    LINKS,
    Hindrance,
    Link,
    NotOffered,
    with_link,
)
from backease_desktop.ui.components.fields import Choice
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.editor.form_part import FormPart
from backease_desktop.ui.look.style import Look

_NAMES: dict[Link, object] = {
    "easier": QT_TRANSLATE_NOOP("links", "Easier form"),
    "harder": QT_TRANSLATE_NOOP("links", "Harder form"),
}
_WHY = {
    Hindrance.AVOIDED: QT_TRANSLATE_NOOP(
        "links", "“{name}” is left out for you, so it is not offered to you. {reason}"
    ),
    Hindrance.ASKED: QT_TRANSLATE_NOOP(
        "links", "You are asked before “{name}”, so it is not offered to you. {reason}"
    ),
    Hindrance.MORE_CARE: QT_TRANSLATE_NOOP(
        "links", "“{name}” asks for more care of you, so it is not offered to you. {reason}"
    ),
}


class LinksPart(FormPart):
    """The part of the form."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.forms: dict[Link, Choice] = {}
        self.notes: dict[Link, Label] = {}
        self._faults: dict[Link, Label] = {}
        for link in LINKS:
            choice = Choice(look, _tr(_NAMES[link]))
            choice.setSizeAdjustPolicy(
                Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            choice.setMinimumContentsLength(10)
            choice.addItem(self.tr("None"), None)
            choice.activated.connect(lambda at, link=link: self._on_activated(link, at))
            self.forms[link] = choice
            self._faults[link] = Label("", "small", "danger", wraps=True)
            self.notes[link] = Label("", "small", "warning", wraps=True)
            self.add(_tr(_NAMES[link]), choice, self._faults[link])
            self.column.addWidget(self.notes[link])
            self.column.addSpacing(6)

    def show_forms(
        self, exercises: Sequence[Exercise], not_offered: Mapping[Link, NotOffered]
    ) -> None:
        """Show what may be named, and which of what is named is not offered to this person."""
        listed = [(None, self.tr("None")), *((one.id, one.name) for one in exercises)]
        for link, choice in self.forms.items():
            there = [(choice.itemData(at), choice.itemText(at)) for at in range(choice.count())]
            if there != listed:
                choice.clear()
                for id_, name in listed:
                    choice.addItem(name, id_)
            why = not_offered.get(link)
            self.notes[link].setText(_words(why) if why else "")
            self.notes[link].setVisible(why is not None)
        if self.exercise is not None:
            self.show_fields(self.exercise)

    def show_fields(self, exercise: Exercise) -> None:
        """Put what is said into the fields; what is gone is shown by its id."""
        for link, choice in self.forms.items():
            id_ = getattr(exercise, link)
            if choice.findData(id_) < 0:
                choice.addItem(id_, id_)
            choice.setCurrentIndex(choice.findData(id_))

    def show_fault(self, where: str, words: str) -> bool:
        """Show which form cannot be kept; whether the fault is one of these."""
        for link, label in self._faults.items():
            label.setText(words if link == where else "")
            label.setVisible(link == where)
        return where in self._faults

    def fault_of(self, link: Link) -> str:
        """What is said to be amiss in a form; empty where nothing is."""
        return self._faults[link].text()

    def _on_activated(self, link: Link, at: int) -> None:
        id_: str | None = self.forms[link].itemData(at)
        self.request(lambda one: with_link(one, link, id_))


def _words(why: NotOffered) -> str:
    return _tr(_WHY[why.why]).format(name=why.name, reason=why.reason).rstrip()


def _tr(text: object) -> str:
    return QCoreApplication.translate("links", str(text))
