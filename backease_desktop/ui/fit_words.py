"""What is said of a session that was put together: how much is strength, and what is amiss."""

from PySide6.QtCore import QCoreApplication

from backease_desktop.core.compose.composed import Composed, Note

MOST, HALF, THIRD = 0.6, 0.45, 1 / 3
"""Of the work: from here on it is most of it, half of it, a third of it."""


def fit_words(made: Composed) -> str:
    """Its sentences; nothing where there is nothing to say: "Half of it is strength."."""
    said = [_strength_words(made)]
    if Note.DONE_TODAY in made.notes:
        said.append(_tr("Some of it you have done today."))
    if Note.OTHER_AREAS in made.notes:
        said.append(_tr("Some of it is for other parts: there is too little for these alone."))
    return " ".join(one for one in said if one)


def _strength_words(made: Composed) -> str:
    if Note.LITTLE_STRENGTH in made.notes:
        if made.strength:
            return _tr("Less than a third of it is strength: no more fits this place and you.")
        return _tr("None of it is strength: nothing of that kind fits this place and you.")
    if made.share >= MOST:
        return _tr("Most of it is strength.")
    if made.share >= HALF:
        return _tr("Half of it is strength.")
    return _tr("A third of it is strength.") if made.share >= THIRD else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("fit", text)
