"""What an exercise asks of a body, said in the editor; and phases, the parts of a repetition.

Rules:
1. What nobody has said counts as unknown (`Exercise.unclassified`): whoever has told us of a
   condition is asked first, and nothing is composed of it. So it is in an exercise that is new.
2. Another position or another pose is another movement: then what was said of the old one is to be
   said anew. Words and doses change nothing of it.
"""

from typing import Any

from backease_desktop.core.catalogue.exercise import Exercise, Phase, Spine
from backease_desktop.core.catalogue.words import Direction, Load, Position

MOST_PHASES = 12
THERE, BACK = "and there", "and back"
"""What a phase says where a repetition had no words."""
SECONDS = 2.0
"""Of a phase that is new."""


def as_new(exercise: Exercise) -> Exercise:
    """The exercise as the beginning of another one: nobody has said what that asks of a body."""
    return exercise.with_(
        spine=Spine(),
        load=Load.NONE,
        demands=(),
        strengthens=False,
        balance=False,
        unclassified=True,
    )


def with_position(exercise: Exercise, position: Position) -> Exercise:
    """Done in another position."""
    if position is exercise.position:
        return exercise
    return exercise.with_(position=position, unclassified=True)


def with_pose(exercise: Exercise, words: Any) -> Exercise:  # noqa: ANN401  (what a file holds)
    """With a figure that is posed otherwise."""
    if words == exercise.figure:
        return exercise
    return exercise.with_(figure=dict(words), unclassified=True)


def with_directions(exercise: Exercise, chosen: tuple[Direction, ...]) -> Exercise:
    """Its spine goes there, or stays as it is where nothing is chosen."""
    spine = exercise.spine.with_(directions=chosen or (Direction.NEUTRAL,))
    if not chosen:
        spine = Spine()  # what goes nowhere goes neither far nor often
    return exercise.with_(spine=spine)


def with_phase_more(exercise: Exercise) -> Exercise:
    """With one more phase before the last; with the first two where it had none.

    Phases have words of their own, so those of a repetition become theirs.
    """
    figure: Any = exercise.figure
    met = {phase.to for phase in exercise.phases}
    names = [one for one in (figure["keyframes"] if figure else ("hold",)) if one != "setup"]
    to = next((name for name in names if name not in met), "setup")
    there = Phase(to=to, seconds=SECONDS, say=exercise.rep_in or THERE)
    if not exercise.phases:
        back = Phase(to="setup", seconds=SECONDS, say=exercise.rep_out or BACK)
        return exercise.with_(phases=(there, back), rep_in=None, rep_out=None)
    if len(exercise.phases) >= MOST_PHASES:
        return exercise
    return exercise.with_(phases=(*exercise.phases[:-1], there, exercise.phases[-1]))


def without_phase(exercise: Exercise, index: int) -> Exercise:
    """Without a phase; of fewer than two there are none, and a repetition has its two words."""
    left = (*exercise.phases[:index], *exercise.phases[index + 1 :])
    if len(left) >= 2:
        return exercise.with_(phases=left)
    words = exercise.phases[0].say, exercise.phases[-1].say
    return exercise.with_(phases=(), rep_in=words[0], rep_out=words[1])


def with_phase(exercise: Exercise, index: int, **changes: object) -> Exercise:
    """With a phase that leads elsewhere, takes longer, or says something else."""
    phases = list(exercise.phases)
    phases[index] = phases[index].with_(**changes)
    return exercise.with_(phases=tuple(phases))
