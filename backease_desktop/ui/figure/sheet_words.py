"""What stands on a printed sheet: a routine's exercises with their doses, and whose doses they are.

Everything is said that a person needs who has only the paper: which numbers an article gives, which
ones are ours, and who should ask first. What holds for every exercise is said once, at the top.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from backease_desktop.core.catalogue.catalogue import Catalogue, Source
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.prescription import Prescription
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.catalogue.words import Action, DoseLevel, Side, SideMode
from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.photo_film import PhotoFilm
from backease_desktop.core.person.tailored import Change
from backease_desktop.core.timeline.dose import dose_of, in_words
from backease_desktop.core.units import Ms
from backease_desktop.ui.dose_words import assumed_words, dose_words
from backease_desktop.ui.durations import minutes_words
from backease_desktop.ui.share.qr_code import Squares

MOST_PICTURES = 3
"""Beside the small one of the other side."""

_KEYFRAMES = {
    "setup": QT_TRANSLATE_NOOP("sheet", "Start"),
    "in": QT_TRANSLATE_NOOP("sheet", "Breathe in"),
    "out": QT_TRANSLATE_NOOP("sheet", "Breathe out"),
    "up": QT_TRANSLATE_NOOP("sheet", "Up"),
    "down": QT_TRANSLATE_NOOP("sheet", "Down"),
    "hold": QT_TRANSLATE_NOOP("sheet", "Hold"),
}
_LEVELS = {
    DoseLevel.GENTLE: QT_TRANSLATE_NOOP("sheet", "gentle effort"),
    DoseLevel.STANDARD: QT_TRANSLATE_NOOP("sheet", "normal effort"),
    DoseLevel.FULL: QT_TRANSLATE_NOOP("sheet", "full effort"),
}
_ACTIONS = {
    Action.AVOID: QT_TRANSLATE_NOOP("sheet", "Leave it out: {who}."),
    Action.MODIFY: QT_TRANSLATE_NOOP("sheet", "Change it: {who}."),
    Action.ASK: QT_TRANSLATE_NOOP("sheet", "Ask first: {who}."),
}
Whom = Mapping[Action, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Picture:
    """One drawn moment: a place on the film, its side, and the words beneath it."""

    place: int
    side: str
    caption: str
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class SheetStep:
    """One exercise of the sheet.

    Attributes:
        film: None for an exercise without a figure; then there are no pictures.
        walks: whether the camera follows the side; see `Film.drawing_at`.
        notes: the article and the range of its dose, what is ours in it, who should take care.
    """

    name: str
    dose: str
    text: str
    notes: tuple[str, ...]
    film: Film | None
    walks: bool
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A routine on paper; `warning` holds for all of it, `code` is the routine as a QR code."""

    title: str
    summary: str
    about: str
    warning: str
    steps: tuple[SheetStep, ...]
    code: Squares | None = None


def sheet_of(
    routine: Routine,
    catalogue: Catalogue,
    level: DoseLevel,
    duration: Ms,
    films: Mapping[str, Film],
    changes: Sequence[Change] = (),
) -> Sheet:
    """The sheet of a routine.

    Args:
        routine: what is printed.
        catalogue: where its exercises and articles stand.
        level: the dose.
        duration: how long it takes with that dose.
        films: the figures by exercise id, as far as there are any.
        changes: what of it is not as the article has it, for whoever it is printed for.
    """
    exercises = [catalogue.exercise_of(step) for step in routine.steps]
    care = [_care(exercise, catalogue) for exercise in exercises]
    shared = {
        action: tuple(who for who in care[0][action] if all(_has(c, action, who) for c in care))
        for action in _ACTIONS
    }
    steps = tuple(
        _step(
            exercise,
            catalogue.prescription_of(step),
            catalogue.sources,
            level,
            films.get(exercise.id),
            [*_for_you(exercise, changes, catalogue), *_care_words(_without(whom, shared))],
        )
        for step, exercise, whom in zip(routine.steps, exercises, care, strict=True)
    )
    needed = ", ".join(catalogue.equipment_of(routine)) or _tr("nothing else needed")
    summary = [
        _tr("{n} exercises").format(n=len(steps)) if len(steps) > 1 else _tr("1 exercise"),
        _tr("about {time}").format(time=minutes_words(duration)),
        QCoreApplication.translate("sheet", str(_LEVELS[level])),
        needed,
    ]
    warning = [
        _tr("General information, not medical advice."),
        _tr("Move only as far as feels easy, keep breathing, and stop if anything hurts."),
        *_care_words(shared),
    ]
    return Sheet(routine.name, " · ".join(summary), routine.about, " ".join(warning), steps)


def _for_you(exercise: Exercise, changes: Sequence[Change], catalogue: Catalogue) -> Iterator[str]:
    """What an exercise is for the person: what a session would say with it, or ask before it."""
    for change in changes:
        takes_a_place = change.instead == exercise.id and not change.comes
        if takes_a_place:
            name = catalogue.exercises[change.exercise].name
            yield _tr("For you, in place of: {name}.").format(name=name)
        elif change.exercise == exercise.id and change.action is Action.ASK:
            yield _tr("For you: ask a doctor or physiotherapist first. {reason}").format(
                reason=change.rules[0].reason
            )
        if change.tip and (takes_a_place or (change.comes and change.exercise == exercise.id)):
            yield _tr("For you: {tips}").format(tips=change.tip)


def _step(
    exercise: Exercise,
    prescription: Prescription,
    sources: Mapping[str, Source],
    level: DoseLevel,
    film: Film | None,
    care: Sequence[str],
) -> SheetStep:
    sides = prescription.sides or exercise.sides
    dose = in_words(dose_of(exercise, prescription, level))
    given = dose_words(prescription, exercise)
    source = sources[prescription.source]
    article = f"“{source.title}”"
    if prescription.section:
        article += f", {source.sections[prescription.section]}"
    origin = [_tr("From {article}.").format(article=article)]
    if given != dose:
        origin.append(_tr("Range: {dose}.").format(dose=given))
    notes = (" ".join(origin), *assumed_words(prescription), " ".join(care))
    return SheetStep(
        name=exercise.name,
        dose=dose,
        text=exercise.text,
        notes=tuple(note for note in notes if note),
        film=film,
        walks=sides is not SideMode.ALTERNATE,
        pictures=_pictures(film, exercise, sides) if film else (),
    )


def _pictures(film: Film, exercise: Exercise, sides: SideMode) -> tuple[Picture, ...]:
    """The keyframes that tell the way in and the end; the other side small beside them."""
    names = [name for name in film.figure.keyframes if not name.startswith("between")]
    held = list(film.figure.keyframes)[film.held]
    if isinstance(film, PhotoFilm):
        return (Picture(film.held, "right", ""),)
    if len(names) > MOST_PICTURES:
        names = [names[0], held, names[-1]]
    marks = exercise.landmarks if sides is not SideMode.NONE and film.figure.mirror else None
    places = {name: place for place, name in enumerate(film.figure.keyframes)}
    only = Side(sides.value) if sides in (SideMode.LEFT, SideMode.RIGHT) else None
    side = only or Side.RIGHT
    pictures = [
        Picture(
            places[name],
            side,
            _capital(marks.of(side))
            if marks and name == held
            else _keyframe_words(name, film, exercise),
        )
        for name in dict.fromkeys(names)
    ]
    if marks and only is None:
        pictures.append(Picture(places[held], "left", _capital(marks.left), is_small=True))
    return tuple(pictures)


def _keyframe_words(name: str, film: Film, exercise: Exercise) -> str:
    if name == next(iter(film.figure.keyframes)):
        return _tr("Start")
    if name in ("in", "out") and exercise.breath is None:
        return _tr("Then")
    return QCoreApplication.translate("sheet", str(_KEYFRAMES[name]))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _care(exercise: Exercise, catalogue: Catalogue) -> Whom:
    """Who should leave an exercise out, change it or ask first; each by what is strictest."""
    rules = catalogue.precautions_of(exercise)
    found: dict[Action, tuple[str, ...]] = {}
    for action in _ACTIONS:
        titles = dict.fromkeys(rule.title for rule in rules if rule.action is action)
        names = [title[:1].lower() + title[1:] for title in titles]
        found[action] = tuple(n for n in names if not any(n in before for before in found.values()))
    return found


def _has(care: Whom, action: Action, who: str) -> bool:
    return who in care[action]


def _without(care: Whom, shared: Whom) -> Whom:
    return {
        action: tuple(who for who in whom if who not in shared[action])
        for action, whom in care.items()
    }


def _care_words(care: Whom) -> list[str]:
    return [
        QCoreApplication.translate("sheet", str(words)).format(who="; ".join(care[action]))
        for action, words in _ACTIONS.items()
        if care[action]
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("sheet", text)
