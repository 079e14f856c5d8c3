"""Every phrase that a session of this catalogue can say: what a voice pack is made from.

A phrase has one clip; cues put phrases together. So this is a set of short sentences, found by
laying every routine, and every exercise by itself, out for all that a person may choose,
and adding what depends on chance: how long a hold still lasts after a pause, how many minutes a
session has, and what is said at a pause or by a reminder.
"""

from collections.abc import Iterator
from itertools import combinations, groupby

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.routine import Routine, single_exercise
from backease_desktop.core.catalogue.words import DoseLevel, Order, Place, Side
from backease_desktop.core.timeline.compile import compile_timeline, phrases_of
from backease_desktop.core.timeline.lead_in import counted_in_block, rep_phrases
from backease_desktop.core.timeline.preferences import FULL, SHORT, Preferences
from backease_desktop.core.timeline.sayings import intro_phrases, place_phrase, where_of
from backease_desktop.core.timeline.segments import Timeline
from backease_desktop.core.units import MINUTE, SECOND, Ms
from backease_desktop.core.wording import Wording, sentence

LONGEST_SESSION, LONGEST_OFFER, LONGEST_HOLD = 150, 20, 10
"""Minutes of a session, of one that a reminder offers, and of a hold; a longer one is rendered."""
LONGEST_REMAINING = 90
"""Seconds of a hold that may be left after a pause; from there on it is told in minutes."""
MOST_STEPS = 12
"""Exercises of a session that somebody puts together; those of a shipped routine are all said."""
FORMS = 3
"""Places in a routine after which the forms of a phrase begin again."""
NO_TIME = Ms(1)
"""Words that take no time always fit, so nothing is left out."""


def every_phrase(catalogue: Catalogue, wording: Wording) -> frozenset[str]:
    """Every phrase of every routine and exercise × dose × guidance × side, and of their breaks."""
    said: set[str] = set(_of_breaks(wording))
    for exercise in catalogue.exercises.values():
        said.update(_of_exercise(exercise, catalogue, wording))
    for routine in catalogue.routines.values():
        for preferences in _every_choice(catalogue):
            said.update(_of_routine(routine, catalogue, preferences, wording))
    said.update(sentence(rule.tip) for rule in catalogue.rules if rule.tip)
    said.update(_of_fitted_sessions(catalogue, wording))
    return frozenset(said)


def _of_routine(
    routine: Routine, catalogue: Catalogue, preferences: Preferences, wording: Wording
) -> list[str]:
    timeline = compile_timeline(routine, catalogue, preferences, wording, lambda _: NO_TIME)
    return [*phrases_of(timeline), *_after_being_cut_off(timeline, wording)]


def _after_being_cut_off(timeline: Timeline, wording: Wording) -> Iterator[str]:
    """The repetition, before it goes on."""
    counted = {
        place
        for _, block in groupby(timeline.segments, lambda one: one.block)
        for place in counted_in_block(block).values()
    }
    for number, count in counted:
        yield from rep_phrases(number, count, wording)


def _of_exercise(exercise: Exercise, catalogue: Catalogue, wording: Wording) -> Iterator[str]:
    """An exercise by itself, or anywhere in a routine, where what recurs may take any form."""
    yield wording.position.next.format(where=where_of(exercise, wording))
    for prescription in exercise.prescriptions:
        alone = single_exercise(exercise, prescription.key)
        thrice = alone.with_(steps=alone.steps * FORMS)
        for preferences in _every_choice(catalogue):
            yield from _of_routine(alone, catalogue, preferences, wording)
            yield from _of_routine(thrice, catalogue, preferences, wording)


def _every_choice(catalogue: Catalogue) -> Iterator[Preferences]:
    """What a person may choose, as far as it changes what is said.

    How much is told and how much is done say different phrases, so not every pair need be tried.
    """
    met = {n: dict.fromkeys(catalogue.exercises, n) for n in (FULL, FULL + SHORT)}
    for dose in DoseLevel:
        for side in Side:
            yield Preferences(dose=dose, first_side=side)
            yield Preferences(
                dose=dose, affected_side=side, order=Order.OURS, met=met[FULL], wait_for_me=True
            )
    yield Preferences(met=met[FULL + SHORT])


def _of_fitted_sessions(catalogue: Catalogue, wording: Wording) -> Iterator[str]:
    """What is said first of a session that was put together for a place."""
    for place in Place:
        there = [one for one in catalogue.exercises.values() if one.place is place]
        if not there:
            continue
        yield sentence(wording.fitted[place])
        needed = [frozenset(one.equipment) for one in there]
        always = frozenset.intersection(*needed)
        others = sorted(frozenset().union(*needed) - always)
        for count in range(len(others) + 1):
            for some in combinations(others, count):
                things = (*always, *some)
                yield from intro_phrases("", 1, NO_TIME, things, wording)[3:-1]


def _of_breaks(wording: Wording) -> Iterator[str]:
    """What is said whatever the routine is."""
    yield from (wording.pause, wording.hurts, wording.voice_test, wording.reminder_alone)
    for forms in (wording.hold, wording.halfway, wording.ten_left, wording.switch, wording.relax):
        yield from forms
    yield from (*wording.release, *wording.dose.each_side)
    for count in range(2, MOST_STEPS + 1):
        yield sentence(wording.count_of_exercises(count))
    for count in range(1, MOST_STEPS + 1):
        yield sentence(wording.changed_for_you(count))
    for count in range(2, MOST_STEPS + 1):
        yield from (place_phrase(number, count, wording) for number in range(1, count + 1))
    for seconds in range(1, LONGEST_REMAINING + 1):
        yield wording.resume.format(length=wording.length(Ms(seconds * SECOND)))
    lengths = [Ms(minutes * MINUTE) for minutes in range(1, LONGEST_SESSION + 1)]
    yield from (sentence(wording.in_minutes(length)) for length in lengths)
    for length in lengths[:LONGEST_HOLD]:
        yield wording.resume.format(length=wording.length(length))
    for length in lengths[:LONGEST_OFFER]:
        yield from (wording.call_to(length, place) for place in Place)
