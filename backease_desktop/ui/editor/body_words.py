"""What an exercise asks of a body, in plain words."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from backease_desktop.core.catalogue.words import Demand, Direction, Load

DIRECTIONS = {
    Direction.FLEXION: QT_TRANSLATE_NOOP("body", "bends forward"),
    Direction.EXTENSION: QT_TRANSLATE_NOOP("body", "bends back"),
    Direction.ROTATION: QT_TRANSLATE_NOOP("body", "turns"),
    Direction.SIDE_BEND: QT_TRANSLATE_NOOP("body", "bends to a side"),
}
"""Where the spine may go; where nothing is chosen it stays as it is."""
LOADS = {
    Load.NONE: QT_TRANSLATE_NOOP("body", "Nothing: they rest or are stretched"),
    Load.MOVING: QT_TRANSLATE_NOOP("body", "They move the body"),
    Load.ISOMETRIC: QT_TRANSLATE_NOOP("body", "They keep still against effort"),
    Load.LOADED: QT_TRANSLATE_NOOP("body", "They move a weight"),
}
DEMANDS = {
    Demand.NERVE: QT_TRANSLATE_NOOP("body", "draws the nerve of the leg long"),
    Demand.HEAD_LOW: QT_TRANSLATE_NOOP("body", "head below the heart"),
    Demand.LEGS_UP: QT_TRANSLATE_NOOP("body", "legs lie high"),
    Demand.HIP_BEND: QT_TRANSLATE_NOOP("body", "hip bent past a right angle"),
    Demand.HIP_TURN: QT_TRANSLATE_NOOP("body", "leg crosses over or turns"),
    Demand.KNEE_BEND: QT_TRANSLATE_NOOP("body", "knee bent deep under weight"),
    Demand.KNEELING: QT_TRANSLATE_NOOP("body", "weight on a knee"),
    Demand.WRISTS: QT_TRANSLATE_NOOP("body", "weight on bent wrists"),
    Demand.NECK: QT_TRANSLATE_NOOP("body", "neck goes far"),
    Demand.LEGS_APART: QT_TRANSLATE_NOOP("body", "one leg goes its own way"),
    Demand.BELLY: QT_TRANSLATE_NOOP("body", "belly wall must hold much"),
}


def words_of(noop: object) -> str:
    """Words of these tables, in the language of the screen."""
    return QCoreApplication.translate("body", str(noop))
