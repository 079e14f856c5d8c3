"""What is said at the end of a session: what was played, not where the timeline stood."""

from PySide6.QtCore import QCoreApplication

from backease_desktop.core.session_record import SessionRecord
from backease_desktop.ui.formats import exact_words


def headline(record: SessionRecord) -> str:
    """A few words for the end."""
    if record.stopped_hurting:
        return _tr("Stopped, and that was right")
    if record.is_whole:
        return _tr("Session complete")
    return _tr("That was a part of it") if record.exercises else _tr("This one was skipped")


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


def _tr(text: str) -> str:
    return QCoreApplication.translate("closing", text)
