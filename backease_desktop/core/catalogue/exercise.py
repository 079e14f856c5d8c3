"""An exercise: one movement, told in our own words, with a prescription for each source of it."""

import re
from collections.abc import Iterable
from typing import Annotated

from msgspec import Meta, field

from backease_desktop.core.catalogue.prescription import Prescription
from backease_desktop.core.catalogue.words import (
    DEMANDS_OF,
    PLACE_OF,
    Area,
    Demand,
    Direction,
    Equipment,
    Load,
    Place,
    Position,
    Side,
    SideMode,
)
from backease_desktop.core.values import Check, Value

FLOOR, ELSEWHERE, WHOLE_BODY = 10.0, 6.0, 14.0
"""Seconds to change sides: on the floor, on a chair or standing, and where the whole body turns."""

Id = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""Small letters, digits and single hyphens, as in `bird-dog`."""


LONGEST_WORD = 30
"""Letters of a word that is spoken; the longest of ours has half of that."""

LONGEST_EXERCISE_S = 2 * 60 * 60
"""Seconds that an exercise may take by its fullest dose."""

_BREATH_S = 12.0
"""Seconds of a slow breath, at most."""


def few_words(limit: int) -> Check:
    """A text that the voice can say: so many words at most, and none that misleads."""

    def check(text: str) -> str:
        words = text.split()
        if not words:
            raise ValueError("only blanks; write text")
        if len(words) > limit:
            raise ValueError(f"{len(words)} words; at most {limit} can be spoken here")
        longest = max(map(len, words))
        if longest > LONGEST_WORD:
            raise ValueError(f"a word of {longest} letters; at most {LONGEST_WORD} can be spoken")
        if re.search(r"\barch(es|ed|ing)?\b", text, re.IGNORECASE):
            raise ValueError('never say "arch": the articles use it in opposite senses')
        return text

    return Check(check)


class Landmarks(Value, frozen=True, kw_only=True):
    """What to say for each side: a part of the body, not to be mistaken ("left leg crossed")."""

    left: Annotated[str, few_words(6)]
    right: Annotated[str, few_words(6)]

    def of(self, side: Side) -> str:
        """The landmark of one side."""
        return self.left if side is Side.LEFT else self.right


class Phase(Value, frozen=True, kw_only=True):
    """A part of a repetition that has a time and words of its own ("round up", "and level").

    Attributes:
        to: the keyframe of the figure that it leads to.
        seconds: how long it takes.
        say: the words at its start.
    """

    to: Annotated[str, Meta(pattern=r"^[a-z]+(_[0-9])?$")]
    seconds: Annotated[float, Meta(ge=1.0, le=8.0)]
    say: Annotated[str, few_words(3)]


class Breath(Value, frozen=True, kw_only=True):
    """What to say while breathing in and out, for exercises paced by the breath."""

    inwards: Annotated[str, few_words(6)] = field(name="in")
    outwards: Annotated[str, few_words(6)] = field(name="out")


class Spine(Value, frozen=True, kw_only=True):
    """Where the movement takes the spine; precautions are derived from this.

    Attributes:
        directions: every direction that occurs.
        end_range: it goes as far as the spine can go.
        repeated: it goes there many times.
    """

    directions: tuple[Direction, ...] = (Direction.NEUTRAL,)
    end_range: bool = False
    repeated: bool = False


class Exercise(Value, frozen=True, kw_only=True):
    """One movement.

    Attributes:
        say: the name as it is spoken, if it differs from `name`.
        setup: one spoken sentence that gets a person into the position, at most 12 words.
        setup_short: the same for someone who has met the exercise before, at most 6 words.
        where: where it is done, as it is spoken ("on your knees"), if its position does not say.
        movement: one spoken sentence, at most 14 words: the part that moves, which way, how far.
        rep_in: what is said as a repetition goes in ("Lift"); rep_out: as it comes out
            ("and lower"). The files call them `in` and `out`.
        breath: words for in and out, where the breath is the pace.
        breath_hint: how to breathe, where the breath is not the pace.
        phases: the parts of a repetition that is more than in, hold and out.
        tip: what to mind during a hold, at most 8 words.
        release: the way out of it, at most 8 words.
        release_first: the way out is told before "Relax", because letting go there means dropping.
        text: two to four short sentences that are shown.
        seconds_per_rep: how long one plain repetition takes, there and back, in seconds.
        seconds_to_move: how long going into, and coming out of, a repetition's hold takes.
        seconds_to_switch: how long changing sides takes, if not as long as usual at its place.
        strengthens: it builds strength or stability, rather than stretching or loosening.
        balance: the exercise stands on one leg.
        unclassified: what it asks of the body is not known, because somebody wrote it down for one
            person. Whoever has said that they have a condition is asked first.
        demands: what it asks of parts of the body; what its position asks for is understood.
        easier: id of an easier exercise; harder: id of a harder one.
        figure: the words of its figure, as they stand in the file. They are checked when the file
            is read, and solved when a picture is first wanted: `core.figure.model.Figure`.
    """

    id: Id
    name: Annotated[str, Meta(min_length=2, max_length=48)]
    say: Annotated[str, few_words(6)] | None = None
    aliases: Annotated[tuple[Annotated[str, Meta(max_length=48)], ...], Meta(max_length=20)] = ()
    areas: Annotated[tuple[Area, ...], Meta(min_length=1)]
    position: Position
    equipment: tuple[Equipment, ...] = ()
    sides: SideMode
    landmarks: Landmarks | None = None
    setup: Annotated[str, few_words(12)]
    setup_short: Annotated[str, few_words(6)]
    where: Annotated[str, few_words(6)] | None = None
    movement: Annotated[str, few_words(14)] | None = None
    rep_in: Annotated[str, few_words(3)] | None = field(default=None, name="in")
    rep_out: Annotated[str, few_words(3)] | None = field(default=None, name="out")
    breath: Breath | None = None
    breath_hint: Annotated[str, few_words(10)] | None = None
    phases: Annotated[tuple[Phase, ...], Meta(max_length=12)] = ()
    tip: Annotated[str, few_words(8)]
    release: Annotated[str, few_words(8)]
    release_first: bool = False
    text: Annotated[str, Meta(min_length=40, max_length=420)]
    spine: Spine = Spine()
    load: Load = Load.NONE
    strengthens: bool = False
    balance: bool = False
    unclassified: bool = False
    demands: tuple[Demand, ...] = ()
    seconds_per_rep: Annotated[float, Meta(ge=3.0, le=12.0)] = 4.0
    seconds_to_move: Annotated[float, Meta(ge=1.5, le=6.0)] = 2.0
    seconds_to_switch: Annotated[float, Meta(ge=3.0, le=30.0)] | None = None
    easier: Id | None = None
    harder: Id | None = None
    prescriptions: Annotated[tuple[Prescription, ...], Meta(min_length=1, max_length=50)]
    figure: dict[str, object] | None = None

    def check(self) -> None:
        """Sides have landmarks, doses differ and end, words are there for what is counted."""
        modes = {self.sides, *(p.sides for p in self.prescriptions if p.sides)}
        if modes != {SideMode.NONE} and self.landmarks is None:
            raise ValueError("landmarks: an exercise with sides needs left and right landmarks")
        keys = [p.key for p in self.prescriptions]
        for key in keys:
            if keys.count(key) > 1:
                raise ValueError(f"prescriptions: {key!r} is given twice")
        for at, prescription in enumerate(self.prescriptions):
            if (takes := self._too_long(prescription)) is not None:
                raise ValueError(f"prescriptions.{at}: {takes}")
        if self.breath is None and any(p.breaths for p in self.prescriptions):
            raise ValueError("breath: a dose in breaths needs words for in and out")
        if (self.rep_in is None) != (self.rep_out is None):
            raise ValueError("in, out: a repetition needs both words or neither")
        if self.phases:
            self._has_whole_phases()

    def _has_whole_phases(self) -> None:
        if self.rep_in is not None:
            raise ValueError("phases: they have words of their own; leave out `in` and `out`")
        if len(self.phases) < 2 or self.phases[-1].to != "setup":
            raise ValueError("phases: at least two, and the last one comes back `to: setup`")
        held = sum(phase.to == "hold" for phase in self.phases)
        if any(p.hold_s for p in self.prescriptions) and held != 1:
            raise ValueError("phases: a dose with hold_s needs exactly one phase `to: hold`")

    def check_phases(self, keyframes: Iterable[str]) -> None:
        """Phases lead to keyframes that the figure has.

        Raises:
            ValueError: one does not; says which there are.
        """
        known = list(keyframes)
        for phase in self.phases:
            if phase.to not in known:
                there = ", ".join(known)
                raise ValueError(f"phases: {phase.to!r} is no keyframe of the figure: {there}")

    @property
    def spoken_name(self) -> str:
        """The name as the voice says it."""
        return self.say or self.name

    @property
    def place(self) -> Place:
        """Where a person must be to do it."""
        return PLACE_OF[self.position]

    @property
    def all_demands(self) -> frozenset[Demand]:
        """What it asks of parts of the body, by itself and by its position."""
        return DEMANDS_OF.get(self.position, frozenset()) | frozenset(self.demands)

    @property
    def switching(self) -> float:
        """Seconds that changing sides takes."""
        if self.seconds_to_switch is not None:
            return self.seconds_to_switch
        if self.position is Position.SIDE_LYING:
            return WHOLE_BODY
        return FLOOR if self.place is Place.MAT else ELSEWHERE

    @property
    def tells_way_out_first(self) -> bool:
        """Whether the way out must be told before "Relax": whoever holds a load would drop it."""
        return self.release_first or self.load in (Load.ISOMETRIC, Load.LOADED)

    def misfit(self, dose: Prescription) -> str | None:
        """Why a dose that is not one of its prescriptions cannot be done with it; None if it can.

        The sentence begins with the field of the dose that is wrong.
        """
        if dose.sides not in (None, SideMode.NONE) and self.landmarks is None:
            return f"sides: {self.name} does the same on both sides; leave sides out"
        if dose.breaths is not None and self.breath is None:
            return f"breaths: {self.name} is not paced by the breath; give hold_s or reps"
        if dose.hold_s is not None and self.phases and not any(p.to == "hold" for p in self.phases):
            return f"hold_s: {self.name} has no hold; leave it out"
        takes = self._too_long(dose)
        return None if takes is None else f"reps: {takes}"

    def _too_long(self, prescription: Prescription) -> str | None:
        minutes = round(self.fullest_s(prescription) / 60)
        if minutes * 60 <= LONGEST_EXERCISE_S:
            return None
        most = LONGEST_EXERCISE_S // 60
        return f"takes {minutes} minutes at its fullest; an exercise takes {most} at most"

    def fullest_s(self, prescription: Prescription) -> float:
        """Seconds that the fullest dose of a prescription takes, without the words around it."""
        reps = prescription.reps.max if prescription.reps else 1
        if prescription.breaths:
            block = prescription.breaths.max * _BREATH_S
        elif prescription.hold_s:
            block = reps * (prescription.hold_s.max + 2 * self.seconds_to_move)
        else:
            block = reps * max(self.seconds_per_rep, sum(phase.seconds for phase in self.phases))
        sides = prescription.sides or self.sides
        blocks = 2 if sides in (SideMode.EACH, SideMode.AFFECTED) else 1
        sets = prescription.sets.max if prescription.sets else 1
        rest = prescription.rest_s.max if prescription.rest_s else 0
        return sets * blocks * block + (sets - 1) * rest

    @property
    def gentlest(self) -> Prescription:
        """The prescription that asks for the least: whom something hurt is not given more."""
        return min(self.prescriptions, key=lambda prescription: prescription.least_work)

    def prescription(self, key: str) -> Prescription | None:
        """The prescription of a source ("001/core"), or None."""
        return next((p for p in self.prescriptions if p.key == key), None)
