"""What the work of a session was, in one word, as other programs keep it."""

from collections.abc import Mapping
from enum import StrEnum

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.journal.past import PastSession


class Work(StrEnum):
    """Most of what was done; `GENERAL` where the exercises are not known any more."""

    STRETCHING = "stretching"
    STRENGTHENING = "strengthening"
    BREATHING = "breathing"
    GENERAL = "general"


def work_of(session: PastSession, exercises: Mapping[str, Exercise]) -> Work:
    """What was done in a session, or was to be done where no exercise came to its end.

    It strengthened where more than half of the exercises build strength or stability, and was
    breathing where all of them are breathed; otherwise it stretched and loosened.

    Args:
        session: that was played.
        exercises: all that are known, by id.
    """
    ids = session.exercises or session.planned
    known = [exercises[id_] for id_ in ids if id_ in exercises]
    if not known:
        return Work.GENERAL
    if all(_is_breathed(one) for one in known):
        return Work.BREATHING
    strong = sum(one.strengthens for one in known)
    return Work.STRENGTHENING if strong > len(known) / 2 else Work.STRETCHING


def _is_breathed(exercise: Exercise) -> bool:
    return all(one.breaths is not None for one in exercise.prescriptions)
