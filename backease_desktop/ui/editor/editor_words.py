"""What the routine editor says: doses, ranges, and what is amiss, each in a sentence."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.prescription import Prescription, Range
from backease_desktop.core.catalogue.routine import MOST_STEPS, Step
from backease_desktop.core.catalogue.words import DoseLevel, SideMode
from backease_desktop.core.editing.problems import DraftProblem, Outside, Trouble
from backease_desktop.core.editing.routine_draft import Amount, RoutineDraft, amount_at, dose_now
from backease_desktop.core.timeline.dose import dose_of, in_words

_SIDES = {
    SideMode.NONE: QT_TRANSLATE_NOOP("editor", "No sides"),
    SideMode.EACH: QT_TRANSLATE_NOOP("editor", "Each side"),
    SideMode.ALTERNATE: QT_TRANSLATE_NOOP("editor", "Sides in turn"),
    SideMode.AFFECTED: QT_TRANSLATE_NOOP("editor", "The side that hurts"),
    SideMode.LEFT: QT_TRANSLATE_NOOP("editor", "Left side only"),
    SideMode.RIGHT: QT_TRANSLATE_NOOP("editor", "Right side only"),
}
_SHORT_SIDES = {
    SideMode.ALTERNATE: QT_TRANSLATE_NOOP("editor", "In turn"),
    SideMode.AFFECTED: QT_TRANSLATE_NOOP("editor", "Sore side"),
    SideMode.LEFT: QT_TRANSLATE_NOOP("editor", "Left only"),
    SideMode.RIGHT: QT_TRANSLATE_NOOP("editor", "Right only"),
}
_AMOUNTS: dict[Amount, object] = {
    "reps": QT_TRANSLATE_NOOP("editor", "Repetitions"),
    "hold_s": QT_TRANSLATE_NOOP("editor", "Hold"),
    "breaths": QT_TRANSLATE_NOOP("editor", "Breaths"),
    "sets": QT_TRANSLATE_NOOP("editor", "Sets"),
    "rest_s": QT_TRANSLATE_NOOP("editor", "Rest between sets"),
}
_TROUBLES = {
    Trouble.NAME: QT_TRANSLATE_NOOP("editor", "The name needs 2 to 48 letters."),
    Trouble.EMPTY: QT_TRANSLATE_NOOP("editor", "It has no exercise yet. Add one."),
    Trouble.TOO_MANY: QT_TRANSLATE_NOOP("editor", "A routine has {n} steps at most."),
    Trouble.TOO_LONG: QT_TRANSLATE_NOOP(
        "editor", "It takes {words} minutes at its fullest; 180 are the most."
    ),
    Trouble.UNKNOWN: QT_TRANSLATE_NOOP("editor", "This exercise is not there any more."),
    Trouble.NO_LENGTH: QT_TRANSLATE_NOOP(
        "editor", "This step has no length yet. Give it a hold or repetitions."
    ),
    Trouble.MISFIT: QT_TRANSLATE_NOOP("editor", "This dose cannot be done: {words}."),
}


def tr(text: str) -> str:
    """A text in the language of the screen."""
    return QCoreApplication.translate("editor", text)


def sides_words(sides: SideMode) -> str:
    """How left and right are treated: "Each side"."""
    return tr(str(_SIDES[sides]))


def short_sides_words(sides: SideMode) -> str:
    """The same where there is little room: "In turn"."""
    return tr(str(_SHORT_SIDES.get(sides, _SIDES[sides])))


def amount_words(field: Amount) -> str:
    """What a number of a dose is called."""
    return tr(str(_AMOUNTS[field]))


def range_words(amount: Range, field: Amount) -> str:
    """A range as it stands beside a number: "10–12", "15–30 s"."""
    ends = str(amount.min) if amount.min == amount.max else f"{amount.min}–{amount.max}"
    return f"{ends} s" if field in ("hold_s", "rest_s") else ends


def source_words(amount: Range | None, field: Amount) -> str:
    """What the source says of a number."""
    if amount is None:
        return tr("the source gives none")
    return tr("source: {range}").format(range=range_words(amount, field))


def standard_words(dose: Prescription, field: Amount) -> str:
    """What is done of a range as standard; nothing where it is one number."""
    amount: Range | None = getattr(dose, field)
    if amount is None or amount.min == amount.max:
        return ""
    middle = amount_at(dose, field, DoseLevel.STANDARD)
    said = range_words(Range(min=middle, max=middle), field)
    return tr("{n} as standard").format(n=said)


def problem_words(problem: DraftProblem) -> str:
    """What is amiss, in a sentence."""
    return tr(str(_TROUBLES[problem.trouble])).format(n=MOST_STEPS, words=problem.words)


def outside_words(one: Outside) -> str:
    """That a number leaves the source's range; it may be kept."""
    more = tr("{name}: {n} is more than the source says ({range}). You may keep it.")
    less = tr("{name}: {n} is less than the source says ({range}). You may keep it.")
    words = more if one.value > one.range.max else less
    said = range_words(one.range, one.field)
    return words.format(name=amount_words(one.field), n=one.value, range=said)


def short_outside_words(one: Outside) -> str:
    """The same where there is little room."""
    return source_words(one.range, one.field)


def step_dose_words(step: Step, exercise: Exercise, level: DoseLevel) -> str:
    """A step's dose as a line: "10 × 3 s · sides in turn"; nothing where it has no length."""
    dose = dose_now(step, exercise)
    if dose.hold_s is None and dose.reps is None and dose.breaths is None:
        return tr("no dose yet")
    return in_words(dose_of(exercise, dose, level))


def head_problem_words(problems: tuple[DraftProblem, ...]) -> str:
    """Why it cannot be started, at the head; nothing where it can."""
    if not problems:
        return ""
    steps = {problem.step for problem in problems if problem.step is not None}
    if not steps:
        return problem_words(problems[0])
    if len(steps) == 1:
        return tr("One step needs a look before it can start")
    return tr("{n} steps need a look before it can start").format(n=len(steps))


def count_words(draft: RoutineDraft) -> str:
    """How many exercises: "5 exercises"."""
    count = len(draft.steps)
    return tr("1 exercise") if count == 1 else tr("{n} exercises").format(n=count)


def changes_words(count: int) -> str:
    """How many changes of position."""
    if count == 0:
        return tr("no change of position")
    return (
        tr("1 change of position") if count == 1 else tr("{n} changes of position").format(n=count)
    )
