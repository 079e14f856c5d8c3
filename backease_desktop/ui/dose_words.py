"""A prescription in words, as its source gives it: ranges stay ranges, what is assumed is said."""

from PySide6.QtCore import QCoreApplication

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.prescription import Prescription, Range
from backease_desktop.core.catalogue.words import SideMode


def dose_words(prescription: Prescription, exercise: Exercise) -> str:
    """A dose: "hold 15–30 s · each side", "8–12 × 6 s"."""
    hold, reps, breaths = prescription.hold_s, prescription.reps, prescription.breaths
    if breaths is not None:
        amount = _tr("{n} breaths").format(n=_range(breaths))
    elif hold is not None and reps is not None:
        amount = _tr("{n} × {time}").format(n=_range(reps), time=_time(hold))
    elif hold is not None:
        amount = _tr("hold {time}").format(time=_time(hold))
    else:
        amount = _tr("{n} times").format(n=_range(reps) if reps else "1")
    sets = prescription.sets
    sides = {
        SideMode.NONE: "",
        SideMode.EACH: _tr("each side"),
        SideMode.ALTERNATE: _tr("sides in turn"),
        SideMode.AFFECTED: _tr("the side that hurts"),
        SideMode.LEFT: _tr("left side only"),
        SideMode.RIGHT: _tr("right side only"),
    }[prescription.sides or exercise.sides]
    parts = (amount, _tr("{n} sets").format(n=_range(sets)) if sets else "", sides)
    return " · ".join(part for part in parts if part)


def assumed_words(prescription: Prescription) -> list[str]:
    """What is ours in this dose, each in a sentence."""
    notes = []
    if prescription.assumed:
        names = {
            "hold_s": _tr("the length of the hold"),
            "reps": _tr("the number of repetitions"),
            "breaths": _tr("the number of breaths"),
            "sets": _tr("the number of sets"),
            "rest_s": _tr("the rest"),
            "sides": _tr("what is done on which side"),
        }
        what = ", ".join(names[field] for field in prescription.assumed)
        note = _tr("Assumed by us: {what}.").format(what=what)
        if prescription.as_given:
            said = _tr("The source says: {words}.").format(words=prescription.as_given)
            note = f"{note} {said}"
        notes.append(note)
    if prescription.name_inferred:
        notes.append(_tr("The article gives no name here; this one is ours."))
    if prescription.reason:
        notes.append(_tr("Our own dose. {reason}").format(reason=prescription.reason))
    return notes


def _range(amount: Range) -> str:
    return str(amount.min) if amount.min == amount.max else f"{amount.min}–{amount.max}"


def _time(amount: Range) -> str:
    is_minutes = amount.min >= 120 and not amount.min % 60 and not amount.max % 60
    if not is_minutes:
        return _tr("{n} s").format(n=_range(amount))
    return _tr("{n} min").format(n=_range(Range(min=amount.min // 60, max=amount.max // 60)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("doses", text)
