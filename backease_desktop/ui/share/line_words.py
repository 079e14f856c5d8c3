"""What was read from a line, in words: exercise, dose, sides, how often."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.prescription import Range
from backease_desktop.core.catalogue.words import Position
from backease_desktop.core.paste.often import Asked
from backease_desktop.core.paste.reading import Reading, Sides

SIDES: Mapping[Sides, object] = {
    Sides.NONE: QT_TRANSLATE_NOOP("share", "not said"),
    Sides.EACH: QT_TRANSLATE_NOOP("share", "each side"),
    Sides.BOTH: QT_TRANSLATE_NOOP("share", "both sides"),
    Sides.LEFT: QT_TRANSLATE_NOOP("share", "left side only"),
    Sides.RIGHT: QT_TRANSLATE_NOOP("share", "right side only"),
}

POSITIONS: Mapping[Position, object] = {
    Position.SITTING: QT_TRANSLATE_NOOP("share", "sitting"),
    Position.STANDING: QT_TRANSLATE_NOOP("share", "standing"),
    Position.ALL_FOURS: QT_TRANSLATE_NOOP("share", "on all fours"),
    Position.KNEELING: QT_TRANSLATE_NOOP("share", "kneeling"),
    Position.SUPINE: QT_TRANSLATE_NOOP("share", "lying on the back"),
    Position.PRONE: QT_TRANSLATE_NOOP("share", "lying on the front"),
    Position.SIDE_LYING: QT_TRANSLATE_NOOP("share", "lying on the side"),
}


def words(key: object) -> str:
    """Words of these tables in the person's language."""
    return QCoreApplication.translate("share", str(key))


def name_words(reading: Reading, exercises: Mapping[str, Exercise]) -> str:
    """Which exercise it is; a new one by the line's own words."""
    if reading.exercise is not None:
        return exercises[reading.exercise].name
    own = reading.name or reading.line
    return words(_NEW).format(name=own[:1].upper() + own[1:]) if reading.is_unknown else own


def dose_words(reading: Reading) -> str:
    """How much, on which sides, how often: only what was read."""
    parts = [_amount(reading)]
    if reading.sides is not Sides.NONE:
        parts.append(words(SIDES[reading.sides]))
    if reading.per_day:
        parts.append(_often(reading.per_day, _DAY, _DAYS))
    if reading.per_week:
        parts.append(_often(reading.per_week, _WEEK, _WEEKS))
    return " · ".join(part for part in parts if part)


def asked_words(asked: Asked) -> str:
    """How often: "twice a day"; both where both are written."""
    said = ((asked.per_day, _DAY, _DAYS), (asked.per_week, _WEEK, _WEEKS))
    parts = [_often(Range(min=n, max=n), one, many) for n, one, many in said if n]
    return ", ".join(parts)


def _amount(reading: Reading) -> str:
    said = []
    if reading.sets:
        said.append(words(_SET if _is_one(reading.sets) else _SETS).format(n=_range(reading.sets)))
    if reading.reps:
        one = _is_one(reading.reps)
        said.append(words(_TIME if one else _TIMES).format(n=_range(reading.reps)))
    if reading.hold_s:
        said.append(words(_HOLD).format(n=_range(reading.hold_s)))
    return " · ".join(said)


def _often(amount: Range, one: object, many: object) -> str:
    return words(one if _is_one(amount) else many).format(n=_range(amount))


def _is_one(amount: Range) -> bool:
    return amount.max == 1


def _range(amount: Range) -> str:
    return str(amount.min) if amount.min == amount.max else f"{amount.min}–{amount.max}"


_NEW = QT_TRANSLATE_NOOP("share", "{name} (new)")
_SET = QT_TRANSLATE_NOOP("share", "{n} set")
_SETS = QT_TRANSLATE_NOOP("share", "{n} sets")
_TIME = QT_TRANSLATE_NOOP("share", "once")
_TIMES = QT_TRANSLATE_NOOP("share", "{n} times")
_HOLD = QT_TRANSLATE_NOOP("share", "hold {n} s")
_DAY = QT_TRANSLATE_NOOP("share", "once a day")
_DAYS = QT_TRANSLATE_NOOP("share", "{n} times a day")
_WEEK = QT_TRANSLATE_NOOP("share", "once a week")
_WEEKS = QT_TRANSLATE_NOOP("share", "{n} times a week")
