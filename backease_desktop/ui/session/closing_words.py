"""What is said at the end of a session: what was played, not where the timeline stood."""

from PySide6.QtCore import QCoreApplication

from backease_desktop.core.account import Line, Outcome
from backease_desktop.core.bookmark import Bookmark
from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.pain import Band, Change, band_of, change_of
from backease_desktop.core.session_record import SessionRecord
from backease_desktop.core.timeline.routine_card import RoutineCard
from backease_desktop.core.units import MINUTE, Ms, ceil_seconds
from backease_desktop.ui.durations import exact_words


def headline(record: SessionRecord) -> str:
    """A few words for the end."""
    if record.stopped_hurting:
        return _tr("Stopped, and that was right")
    if record.is_whole:
        return _tr("{length}, done").format(length=_about(record.played))
    return _tr("That was part of it") if record.exercises else _tr("This one was skipped")


def summary(record: SessionRecord) -> str:
    """What was done: "2 of 4 exercises · 1 min 12 s"."""
    done, planned = len(record.exercises), len(record.planned)
    if record.is_whole:
        words = _tr("1 exercise") if done == 1 else _tr("{count} exercises").format(count=done)
    else:
        words = _tr("{done} of {count} exercises").format(done=done, count=planned)
    return f"{words} · {exact_words(record.played)}"


def consequence(record: SessionRecord) -> str:
    """What follows of a session that was too short; nothing of one that counts."""
    if record.is_done:
        return ""
    return _tr("Less than half of it was played, so the next reminder comes as planned.")


def ended_words(record: SessionRecord) -> str:
    """What is said in one line when a session was ended early."""
    return _tr("{name} ended: {summary}.").format(name=record.name, summary=summary(record))


def cut_off_words(bookmark: Bookmark) -> str:
    """What is offered after a session was cut off: "Go on with On the mat, at Bird dog?"."""
    name = str(bookmark.routine["name"])
    if not bookmark.words:
        return _tr("Go on with {name}?").format(name=name)
    place = bookmark.words
    if bookmark.rep and bookmark.reps and bookmark.reps > 1:
        count = _tr("repetition {number} of {count}")
        place = f"{place}, {count.format(number=bookmark.rep, count=bookmark.reps)}"
    return _tr("Go on with {name}, at {place}?").format(name=name, place=place)


def pain_words(before: int | None, after: int) -> str:
    """What a number after a session amounts to: with the one before, and by itself."""
    parts = [] if before is None else [_change_words(before, after)]
    parts += {
        Band.LITTLE: [],
        Band.SETTLES: [_tr("4 and 5 are fine if they are gone within a day.")],
        Band.ENOUGH: [_tr("6 and more is enough for today. Help has the signs to look out for.")],
    }[band_of(after)]
    return " ".join(parts)


def line_words(line: Line) -> str:
    """What became of an exercise: "both sides, 22 s", or why it was not done."""
    if line.outcome is Outcome.HURT:
        return _tr("left because it hurt")
    if line.outcome is Outcome.SKIPPED:
        return _tr("not finished")
    length = exact_words(line.worked)
    return _tr("both sides, {length}").format(length=length) if line.has_sides else length


def today_words(count: int, coming: int = 0) -> str:
    """How many sessions of today count, of how many where more are to come."""
    if coming:
        return _tr("{count} of {all} today").format(count=count, all=count + coming)
    if count == 0:
        return _tr("Nothing yet today")
    return _tr("{count} today").format(count=count)


def more_words(card: RoutineCard) -> str:
    """What a few minutes more would be: "Five minutes more, standing"."""
    place = {
        Place.CHAIR: _tr("at the chair"),
        Place.STANDING: _tr("standing"),
        Place.MAT: _tr("on the mat"),
    }[card.farthest]
    return _tr("{minutes} more, {place}").format(minutes=_about(card.duration), place=place)


def _about(played: Ms) -> str:
    """A length as one says it: "Two minutes", "40 seconds"."""
    if played < MINUTE:
        return _tr("{count} seconds").format(count=ceil_seconds(played))
    minutes = round(played / MINUTE)
    if minutes == 1:
        return _tr("One minute")
    words = _tr("Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve").split()
    count = words[minutes - 2] if minutes - 2 < len(words) else str(minutes)
    return _tr("{count} minutes").format(count=count)


def _change_words(before: int, after: int) -> str:
    told = _tr("From {before} to {after}:").format(before=before, after=after)
    if before == after:
        return _tr("{told} no change.").format(told=told)
    amounts = {
        Change.NONE: _tr("too small to call a change. Two points or more would be one."),
        Change.LESS: _tr("less than before. That may be called a change."),
        Change.MORE: _tr("more than before. That may be called a change."),
    }
    return f"{told} {amounts[change_of(before, after)]}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("closing", text)
