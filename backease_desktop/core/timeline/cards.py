"""Routine cards: what a picker shows of a routine, worked out once per set of preferences."""

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.routine import Routine, RoutineKind
from backease_desktop.core.catalogue.words import SideMode
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.dose import dose_of, in_words
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.routine_card import RoutineCard, RoutineStep
from backease_desktop.core.timeline.voicing import Lengths
from backease_desktop.core.wording import Wording


def card_of(
    routine: Routine,
    catalogue: Catalogue,
    preferences: Preferences,
    wording: Wording,
    lengths: Lengths,
    changed: int = 0,
) -> RoutineCard:
    """The card of a routine, in the order that the person has chosen.

    `changed` of its exercises are not as the routine has them.
    """
    routine = routine.in_order(preferences.order)
    steps, has_affected = [], False
    for step in routine.steps:
        exercise = catalogue.exercise_of(step)
        prescription = catalogue.prescription_of(step)
        dose = dose_of(exercise, prescription, preferences.dose)
        has_affected |= dose.sides is SideMode.AFFECTED
        is_assumed = bool(prescription.assumed)
        steps.append(RoutineStep(exercise.id, exercise.name, in_words(dose), is_assumed))
    timeline = compile_timeline(routine, catalogue, preferences, wording, lengths, changed)
    source = catalogue.sources.get(routine.source) if routine.source else None
    return RoutineCard(
        id=routine.id,
        name=routine.name,
        about=routine.about,
        is_desk_set=routine.kind is RoutineKind.DESK,
        source_title=source.title if source else None,
        duration=timeline.duration,
        places=catalogue.places_of(routine),
        equipment=catalogue.equipment_of(routine),
        areas=catalogue.areas_of(routine),
        steps=tuple(steps),
        has_affected=has_affected,
        meant_for=routine.meant_for,
        changed=changed,
        is_own=routine.kind is RoutineKind.OWN,
    )
