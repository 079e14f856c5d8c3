"""Times and phases in words, as the screen shows them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from backease_desktop.core.catalogue.words import Position
from backease_desktop.core.timeline.segments import Segment, SegmentKind, Timeline
from backease_desktop.core.units import Ms, ceil_seconds

if TYPE_CHECKING:  # The process in the tray says minutes, and plays nothing.
    from backease_desktop.core.player.snapshot import Snapshot

_PHASES = {
    SegmentKind.INTRO: QT_TRANSLATE_NOOP("phases", "Get ready"),
    SegmentKind.POSITION: QT_TRANSLATE_NOOP("phases", "Change position"),
    SegmentKind.PREPARE: QT_TRANSLATE_NOOP("phases", "Get ready"),
    SegmentKind.HOLD: QT_TRANSLATE_NOOP("phases", "Hold"),
    SegmentKind.MOVE: QT_TRANSLATE_NOOP("phases", "Move"),
    SegmentKind.SWITCH: QT_TRANSLATE_NOOP("phases", "Switch sides"),
    SegmentKind.RELAX: QT_TRANSLATE_NOOP("phases", "Relax"),
    SegmentKind.REST: QT_TRANSLATE_NOOP("phases", "Rest"),
    SegmentKind.OUTRO: QT_TRANSLATE_NOOP("phases", "Complete"),
}
_POSITIONS = {
    Position.SITTING: QT_TRANSLATE_NOOP("positions", "Sitting"),
    Position.STANDING: QT_TRANSLATE_NOOP("positions", "Standing"),
    Position.ALL_FOURS: QT_TRANSLATE_NOOP("positions", "On hands and knees"),
    Position.KNEELING: QT_TRANSLATE_NOOP("positions", "Kneeling"),
    Position.SUPINE: QT_TRANSLATE_NOOP("positions", "Lying on your back"),
    Position.PRONE: QT_TRANSLATE_NOOP("positions", "Lying on your front"),
    Position.SIDE_LYING: QT_TRANSLATE_NOOP("positions", "Lying on your side"),
}


def clock(duration: Ms) -> str:
    """A time as a clock shows it: 0:07, 5:12, 61:00; started seconds count."""
    minutes, seconds = divmod(ceil_seconds(duration), 60)
    return f"{minutes}:{seconds:02}"


def digits(seconds: int) -> str:
    """What a countdown shows: plain seconds below 100, minutes and seconds from there on."""
    return str(seconds) if seconds < 100 else f"{seconds // 60}:{seconds % 60:02}"


def phase_words(kind: SegmentKind) -> str:
    """A phase in words: "Switch sides"."""
    return QCoreApplication.translate("phases", str(_PHASES[kind]))


def paused_words() -> str:
    """What stands in the place of the phase while paused."""
    return _tr("Paused")


def of_words(count: int) -> str:
    """What stands beneath the number of a repetition: "of 10"."""
    return _tr("of {count}").format(count=count)


def position_words(position: Position) -> str:
    """A position in words: "On hands and knees"."""
    return QCoreApplication.translate("positions", str(_POSITIONS[position]))


def place_in_exercise(snapshot: "Snapshot") -> str:
    """Where in the exercise we are: "Second side · set 2 of 3"; empty where there is one of all.

    Where sides alternate no side is the second one: the landmark says which is on.
    """
    segment = snapshot.segment
    parts = [_side_words(snapshot.timeline, segment), _set_words(segment)]
    if segment.rep is not None and not snapshot.counts_repetitions:
        parts.append(_rep_words(segment))
    text = " · ".join(part for part in parts if part)
    return text[:1].upper() + text[1:]


def bar_words(timeline: Timeline, index: int, length: Ms) -> str:
    """What a bar of the timeline stands for: "Bird dog · Hold · right arm · 0:30, at 1:20"."""
    segment = timeline.segments[index]
    what = [segment.name, phase_words(segment.kind), segment.landmark or ""]
    if segment.reps and segment.reps > 1:
        what.append(_tr("{count} times").format(count=segment.reps))
    when = _tr("{length}, at {start}").format(
        length=clock(length), start=clock(timeline.starts[index])
    )
    return " · ".join([*(part for part in what if part), when])


def _side_words(timeline: Timeline, segment: Segment) -> str:
    if segment.side is None or segment.step is None:
        return ""
    sided = [s for s in timeline.segments if s.step == segment.step and s.side is not None]
    sides = [other.side for other in sided]
    alternates = len({other.side for other in sided if other.block == segment.block}) > 1
    if len(set(sides)) < 2 or alternates:
        return ""
    return _tr("first side") if segment.side == sides[0] else _tr("second side")


def _set_words(segment: Segment) -> str:
    if segment.sets is None or segment.sets < 2 or segment.set_number is None:
        return ""
    return _tr("set {number} of {count}").format(number=segment.set_number, count=segment.sets)


def _rep_words(segment: Segment) -> str:
    if segment.reps is None or segment.reps < 2:
        return ""
    return _tr("repetition {number} of {count}").format(number=segment.rep, count=segment.reps)


def _tr(text: str) -> str:
    return QCoreApplication.translate("formats", text)
