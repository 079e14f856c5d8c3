"""Repetitions: what each one consists of, and what is said in it.

The number is said with each start ("And one" first, because the count-in has just ended with
"one"), the side with each start where sides alternate, "Halfway" once from eight on, and "Last
one." instead of the last number. Of these nothing fades: counting is what a person goes by.
"""

from dataclasses import dataclass

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.words import Side
from backease_desktop.core.timeline import layout
from backease_desktop.core.timeline.dose import Dose
from backease_desktop.core.timeline.phrasing import Phrasing
from backease_desktop.core.timeline.segments import Cue, CueKind, Motion
from backease_desktop.core.timeline.voicing import BETWEEN_PHRASES
from backease_desktop.core.tones import ToneName
from backease_desktop.core.units import Ms, from_seconds
from backease_desktop.core.wording import sentence

HALFWAY_FROM = 8
"""So many repetitions, and the middle one is announced."""


@dataclass(frozen=True, slots=True)
class Rep:
    """One repetition of a block.

    Attributes:
        number: from 1; count: how many there are.
        side: the side that it is done on.
        alternates: sides change with every repetition; what is counted is pairs.
    """

    number: int
    count: int
    side: Side | None
    alternates: bool

    @property
    def is_last(self) -> bool:
        """Whether none follows."""
        return self.number == self.count

    @property
    def is_told(self) -> bool:
        """Whether its words are said, rather than tones alone."""
        return self.number <= 2 or self.is_last

    @property
    def is_half(self) -> bool:
        """Whether half of them are done when it begins."""
        return self.count >= HALFWAY_FROM and self.number == self.count // 2 + 1


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a repetition: a movement, or its hold.

    Attributes:
        motion: how the figure moves; None in the hold.
        least: how long it lasts at least, in milliseconds.
        leads_from, leads_to: keyframes, where the exercise has phases.
    """

    motion: Motion | None
    least: Ms = Ms(0)
    cues: tuple[Cue, ...] = ()
    leads_from: str | None = None
    leads_to: str | None = None


def parts_of(exercise: Exercise, dose: Dose, rep: Rep, phrasing: Phrasing) -> list[Part]:
    """The parts of a repetition, in order.

    After the last one's hold nothing follows: relaxing or changing sides tells the way out.
    """
    start = start_of(rep, phrasing)
    if exercise.phases:
        return _phases(exercise, dose, rep, phrasing, start)
    going_in = tuple(layout.row([*start, *_in_words(exercise, rep, phrasing)], gap=BETWEEN_PHRASES))
    if dose.hold is not None:
        moving = from_seconds(exercise.seconds_to_move)
        parts = [Part(Motion.IN, moving, going_in), Part(None)]
        if not rep.is_last:
            parts.append(Part(Motion.OUT, moving, (_out_words(exercise, dose, rep, phrasing),)))
        return parts
    if exercise.rep_out is None:
        return [Part(Motion.CYCLE, from_seconds(exercise.seconds_per_rep), going_in)]
    half = from_seconds(exercise.seconds_per_rep / 2)
    coming_out = (_out_words(exercise, dose, rep, phrasing),)
    return [Part(Motion.CYCLE, half, going_in), Part(Motion.CYCLE, half, coming_out)]


def start_of(rep: Rep, phrasing: Phrasing) -> list[Cue]:
    """What is said as a repetition begins: its number, its side, or that it is the last."""
    wording, speak = phrasing.wording, phrasing.voicing.spoken
    side = (sentence(wording.sides[rep.side]),) if rep.alternates and rep.side else ()
    if rep.number == 1:
        return [speak(CueKind.START, wording.first_rep, *side)]
    if rep.is_last:
        said = [speak(CueKind.REP, wording.last_one, *side)]
    elif rep.alternates and rep.number % 2 == 0:
        said = [speak(CueKind.REP, *side)]
    else:
        number = rep.number // 2 + 1 if rep.alternates else rep.number
        said = [speak(CueKind.REP, sentence(wording.number(number)), *side)]
    if rep.is_half:
        said.append(phrasing.cue(CueKind.HALFWAY, wording.halfway))
    return said


def _in_words(exercise: Exercise, rep: Rep, phrasing: Phrasing) -> list[Cue]:
    if exercise.rep_in is None or not rep.is_told:
        return []
    return [phrasing.cue(CueKind.IN, (sentence(exercise.rep_in),), ToneName.REP)]


def _out_words(exercise: Exercise, dose: Dose, rep: Rep, phrasing: Phrasing) -> Cue:
    """The end of a repetition: in its own words, or "Release." where it had a longer hold."""
    if exercise.rep_out is not None:
        forms: tuple[str, ...] = (sentence(exercise.rep_out),)
        kind = CueKind.OUT
    else:
        forms, kind = phrasing.wording.release, CueKind.RELEASE
    is_long = dose.hold is not None and dose.hold >= layout.TICKS_FROM
    if rep.is_told and (kind is CueKind.OUT or is_long):
        return phrasing.cue(kind, forms)
    return phrasing.quiet(kind, forms[phrasing.step % len(forms)])


def _phases(
    exercise: Exercise, dose: Dose, rep: Rep, phrasing: Phrasing, start: list[Cue]
) -> list[Part]:
    parts: list[Part] = []
    before, kind = "setup", CueKind.IN
    for phase in exercise.phases:
        tone = ToneName.REP if kind is CueKind.IN else ToneName.RELEASE
        words = sentence(phase.say)
        if rep.is_told:
            said = [phrasing.cue(kind, (words,), tone)]
        else:
            said = [phrasing.quiet(kind, words, tone)] if parts else []
        cues = tuple(layout.row(said if parts else [*start, *said], gap=BETWEEN_PHRASES))
        seconds = from_seconds(phase.seconds)
        parts.append(Part(Motion.PHASE, seconds, cues, leads_from=before, leads_to=phase.to))
        if phase.to == "hold" and dose.hold is not None:
            parts.append(Part(None))
        if phase.to == "hold":
            kind = CueKind.OUT
        before = phase.to
    return parts
