"""What is told of an exercise, by how often a person has met it; and where its tip is said."""

from dataclasses import dataclass
from enum import StrEnum

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.timeline import layout
from backease_desktop.core.timeline.dose import Dose
from backease_desktop.core.timeline.phrasing import Phrasing
from backease_desktop.core.timeline.preferences import Telling
from backease_desktop.core.timeline.segments import Cue, CueKind
from backease_desktop.core.wording import sentence, sentences


class TipPlace(StrEnum):
    """Where an exercise's tip is said: in a hold, at the end of a repetition, or before all."""

    HOLD = "hold"
    CLOSING = "closing"
    PREPARE = "prepare"


@dataclass(frozen=True, slots=True)
class Tip:
    """What to mind in an exercise.

    Attributes:
        cue: its words.
        place: where they are said.
        is_told: this is the side and set that says them; others only take the same time for it.
    """

    cue: Cue
    place: TipPlace
    is_told: bool


def tip_of(exercise: Exercise, dose: Dose, phrasing: Phrasing, *, is_told: bool) -> Tip:
    """The tip of an exercise, at a place where it is heard whatever the dose.

    A hold that is long enough has room for it. Where a repetition is too short, it comes at the end
    of one, where the body rests for a moment; a single short hold and breaths hear it before.
    """
    cue = phrasing.voicing.spoken(CueKind.TIP, *sentences(exercise.tip))
    if dose.breaths is not None:
        place = TipPlace.PREPARE
    elif dose.hold is not None and layout.has_room_for_tip(dose.hold, cue, phrasing):
        place = TipPlace.HOLD
    else:
        place = TipPlace.CLOSING if dose.reps > 1 else TipPlace.PREPARE
    return Tip(cue, place, is_told)


def told_before(
    exercise: Exercise, telling: Telling, phrasing: Phrasing, *, is_there: bool
) -> list[Cue]:
    """How to get there, the movement and the breath, in this order, as far as they are told.

    Args:
        exercise: what is told of.
        telling: how much.
        phrasing: makes the cues.
        is_there: the body is in the position already, so that nobody need be told the way.
    """
    speak = phrasing.voicing.spoken
    told: list[Cue] = []
    if telling is Telling.FULL:
        if not is_there:
            told.append(speak(CueKind.SETUP, sentence(exercise.setup)))
        if exercise.movement:
            told.append(speak(CueKind.MOVEMENT, sentence(exercise.movement)))
        if exercise.breath_hint:
            told.append(speak(CueKind.BREATH_HINT, sentence(exercise.breath_hint)))
        return told
    if telling is Telling.SHORT and not is_there:
        told.append(speak(CueKind.SETUP, sentence(exercise.setup_short)))
    words = words_of_repetition(exercise)
    if telling is not Telling.NOTHING and words:
        told.append(speak(CueKind.MOVEMENT, *words))
    return told


def words_of_repetition(exercise: Exercise) -> tuple[str, ...]:
    """What is said within a repetition, in order; each once."""
    words = [phase.say for phase in exercise.phases]
    if exercise.rep_in and exercise.rep_out:
        words = [exercise.rep_in, exercise.rep_out]
    return tuple(dict.fromkeys(sentence(word) for word in words))
