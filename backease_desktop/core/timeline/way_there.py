"""The way to an exercise: where the body must get to, what is needed there, and how it is told.

Rules:
    * A change of place, posture or things at hand is a segment of its own.
    * Nobody needs time to get to the chair or the feet before the first exercise; where to be is
      said all the same.
    * How to get down to the floor, and up from it, is told once in a session.
"""

from dataclasses import dataclass

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.words import Equipment, Place, Position
from backease_desktop.core.timeline.phrasing import Phrasing
from backease_desktop.core.timeline.sayings import where_of
from backease_desktop.core.timeline.segments import Cue, CueKind
from backease_desktop.core.wording import Wording, sentence

KNEELS = (Position.ALL_FOURS, Position.KNEELING)


@dataclass(frozen=True, slots=True)
class WayThere:
    """The way from one exercise to another.

    Attributes:
        exercise: where it leads; before: where it begins, None at the start of a session.
        wording: what tells one place from another.
        went_down, got_up: how to get down to the floor, or up, has been told before.
    """

    exercise: Exercise
    before: Exercise | None
    wording: Wording
    went_down: bool = False
    got_up: bool = False

    def onwards(self, exercise: Exercise) -> "WayThere":
        """The way from this exercise to the next one."""
        return WayThere(
            exercise,
            self.exercise,
            self.wording,
            went_down=self.went_down or self.goes_down,
            got_up=self.got_up or self.gets_up,
        )

    @property
    def takes_time(self) -> bool:
        """Whether it is a segment of its own."""
        if self.before is None:
            return self.exercise.place is Place.MAT or bool(self.new_things)
        return self.moves or bool(self.new_things)

    @property
    def moves(self) -> bool:
        """Whether the body goes somewhere else."""
        if self.before is None:
            return True
        here, there = (where_of(one, self.wording) for one in (self.before, self.exercise))
        return self.before.position is not self.exercise.position or here != there

    @property
    def new_things(self) -> tuple[Equipment, ...]:
        """What is needed now and was not before; a mat lies there, whoever sits has a chair."""
        had = {Equipment.MAT, *(self.before.equipment if self.before else ())}
        if self.exercise.position is Position.SITTING:
            had.add(Equipment.CHAIR)
        return tuple(thing for thing in self.exercise.equipment if thing not in had)

    @property
    def is_none(self) -> bool:
        """Whether the body is there already, so that the same set-up need not be told again."""
        return (
            self.before is not None
            and not self.takes_time
            and sentence(self.before.setup) == sentence(self.exercise.setup)
        )

    @property
    def goes_down(self) -> bool:
        """Whether the body goes down to the floor."""
        return self.exercise.place is Place.MAT and not self._was_on_floor

    @property
    def gets_up(self) -> bool:
        """Whether the body gets up from the floor."""
        return self.exercise.place is not Place.MAT and self._was_on_floor

    @property
    def _was_on_floor(self) -> bool:
        return self.before is not None and self.before.place is Place.MAT

    def cues(self, phrasing: Phrasing) -> list[Cue]:
        """Where to be, then what to fetch; as far as either changes."""
        speak, position = phrasing.voicing.spoken, self.wording.position
        cues: list[Cue] = []
        if self.moves:
            phrases: list[str] = []
            if self.goes_down and not self.went_down:
                kneels = self.exercise.position in KNEELS
                phrases.append(position.kneel_down if kneels else position.lie_down)
            if self.gets_up and not self.got_up:
                phrases.append(position.get_up)
            phrase = position.first if self.before is None else position.next
            phrases.append(phrase.format(where=where_of(self.exercise, self.wording)))
            if self.goes_down or self.gets_up:
                phrases.append(position.take_time)
            cues.append(speak(CueKind.POSITION, *phrases))
        if self.new_things:
            fetch = [position.fetch[thing] for thing in self.new_things]
            cues.append(speak(CueKind.FETCH, *fetch))
        return cues
