"""Sayings: the phrases that tell numbers and places of one exercise or one session."""

from collections.abc import Sequence

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.words import Equipment, SideMode
from backease_desktop.core.timeline.dose import Dose
from backease_desktop.core.units import Ms
from backease_desktop.core.wording import Wording, sentence

AT_THE_DESK = (Equipment.CHAIR, Equipment.DESK)
"""Whoever needs no more than these need not be told."""


def where_of(exercise: Exercise, wording: Wording) -> str:
    """Where an exercise is done, as it is spoken."""
    return exercise.where or wording.position.where[exercise.position]


def place_phrase(number: int, count: int, wording: Wording) -> str:
    """Which exercise of how many: "Three of eight."."""
    first, last = wording.number(number), wording.number(count)
    return sentence(wording.place_in_session.format(number=first, count=last))


def dose_phrases(dose: Dose, wording: Wording, step: int = 0) -> tuple[str, ...]:
    """A dose as it is told: "Ten times." "Six seconds each." "Each side."."""
    words, number = wording.dose, wording.number
    phrases: list[str] = []
    alternates = dose.sides is SideMode.ALTERNATE
    if dose.breaths is not None:
        phrases.append(words.breaths.format(n=number(dose.breaths)))
    elif dose.hold is None or dose.reps > 1:
        phrases.append(words.times.format(n=number(dose.reps // 2 if alternates else dose.reps)))
        if dose.hold is not None:
            phrases.append(words.each_lasting.format(length=wording.length(dose.hold)))
    else:
        phrases.append(words.lasting.format(length=wording.length(dose.hold)))
    if dose.sets > 1:
        phrases.append(words.sets.format(n=number(dose.sets)))
    if alternates:
        phrases.append(words.in_turn)
    elif dose.sides is SideMode.EACH:
        phrases.append(words.each_side[step % len(words.each_side)])
    return tuple(sentence(phrase) for phrase in phrases)


def intro_phrases(
    name: str,
    exercises: int,
    duration: Ms,
    things: Sequence[Equipment],
    wording: Wording,
    changed: int = 0,
) -> tuple[str, ...]:
    """What is said first: name, exercises, minutes, what must be at hand, and what is changed."""
    phrases = [name, wording.count_of_exercises(exercises), wording.in_minutes(duration)]
    if set(things) - set(AT_THE_DESK):
        in_order = sorted(things, key=list(Equipment).index)
        phrases.append(wording.needed(in_order))
    if changed:
        phrases.append(wording.changed_for_you(changed))
    phrases.append(wording.careful)
    return tuple(sentence(phrase) for phrase in phrases)
