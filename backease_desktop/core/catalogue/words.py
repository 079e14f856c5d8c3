"""The closed lists of the catalogue: every word a file may use for a position, a side."""

from enum import StrEnum


class Position(StrEnum):
    """How the body is placed while the exercise is done."""

    SITTING = "sitting"
    STANDING = "standing"
    ALL_FOURS = "all-fours"
    KNEELING = "kneeling"
    SUPINE = "supine"
    PRONE = "prone"
    SIDE_LYING = "side-lying"


class Place(StrEnum):
    """Where a person needs to be: what "what fits now?" asks for."""

    CHAIR = "chair"
    STANDING = "standing"
    MAT = "mat"


PLACE_OF: dict[Position, Place] = {
    Position.SITTING: Place.CHAIR,
    Position.STANDING: Place.STANDING,
    Position.ALL_FOURS: Place.MAT,
    Position.KNEELING: Place.MAT,
    Position.SUPINE: Place.MAT,
    Position.PRONE: Place.MAT,
    Position.SIDE_LYING: Place.MAT,
}


class Area(StrEnum):
    """The part of the body that an exercise works on, in a user's words."""

    LOWER_BACK = "lower back"
    UPPER_BACK = "upper back"
    NECK = "neck"
    SHOULDERS = "shoulders"
    CHEST = "chest"
    HIPS = "hips"
    BUTTOCKS = "buttocks"
    HAMSTRINGS = "hamstrings"
    LEGS = "legs"
    CORE = "core"
    WRISTS = "wrists"
    EYES = "eyes"


class Equipment(StrEnum):
    """A thing that must be at hand."""

    CHAIR = "chair"
    DESK = "desk"
    WALL = "wall"
    MAT = "mat"
    TOWEL = "towel"
    BAND = "band"
    FOAM_ROLLER = "foam roller"
    CUSHION = "cushion"


class SideMode(StrEnum):
    """How an exercise treats left and right.

    `EACH`: the whole dose on one side, then on the other. `ALTERNATE`: sides change with every
    repetition and the dose counts both. `AFFECTED`: only on the side that the person named.
    `LEFT`, `RIGHT`: only there, as somebody told this person.
    """

    NONE = "none"
    EACH = "each"
    ALTERNATE = "alternate"
    AFFECTED = "affected"
    LEFT = "left"
    RIGHT = "right"


class Side(StrEnum):
    """Left or right, of the person who exercises."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Side":
        """The opposite side."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Direction(StrEnum):
    """Which way the spine goes."""

    NEUTRAL = "neutral"
    FLEXION = "flexion"
    EXTENSION = "extension"
    ROTATION = "rotation"
    SIDE_BEND = "side bend"


class Load(StrEnum):
    """What the muscles must do: nothing, move, keep still against effort, or move a weight."""

    NONE = "none"
    MOVING = "moving"
    ISOMETRIC = "isometric"
    LOADED = "loaded"


class Demand(StrEnum):
    """What an exercise asks of a part of the body, beyond what position, spine and load say.

    `NERVE`: it draws the nerve of the leg long. `HEAD_LOW`: the head is below the heart. `LEGS_UP`:
    the legs lie high. `HIP_BEND`: a hip bends by more than a right angle. `HIP_TURN`: a leg crosses
    over or turns. `KNEE_BEND`: a knee bends deep under weight. `KNEELING`: weight on a knee.
    `WRISTS`: weight on bent wrists. `NECK`: the neck goes far. `LEGS_APART`: one leg goes its own
    way. `BELLY`: the belly wall must hold much.
    """

    NERVE = "nerve"
    HEAD_LOW = "head low"
    LEGS_UP = "legs up"
    HIP_BEND = "hip bend"
    HIP_TURN = "hip turn"
    KNEE_BEND = "knee bend"
    KNEELING = "kneeling"
    WRISTS = "wrists"
    NECK = "neck"
    LEGS_APART = "legs apart"
    BELLY = "belly"


DEMANDS_OF: dict[Position, frozenset[Demand]] = {
    Position.ALL_FOURS: frozenset({Demand.KNEELING, Demand.WRISTS}),
    Position.KNEELING: frozenset({Demand.KNEELING}),
}
"""What a position asks for by itself, so that nobody need write it down."""


class DoseLevel(StrEnum):
    """Which end of a prescription's range is taken."""

    GENTLE = "gentle"
    STANDARD = "standard"
    FULL = "full"


class Action(StrEnum):
    """What a precaution asks for."""

    AVOID = "avoid"
    ASK = "ask"
    MODIFY = "modify"


class MeantFor(StrEnum):
    """Whom a routine is meant for, where it is not meant for everybody."""

    PREGNANCY = "pregnancy"
    SCIATICA = "sciatica"
    SCOLIOSIS = "scoliosis"


class Order(StrEnum):
    """In which order a programme's exercises are done: its article's, or ours."""

    ARTICLE = "article"
    OURS = "ours"
