"""What is said around *It hurts*: where it was, and what comes of it the next time."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from backease_desktop.core.person.tailored import Change
from backease_desktop.core.person.verdict import HURT
from backease_desktop.core.timeline.segments import Segment

if TYPE_CHECKING:
    from backease_desktop.controllers.hurting import Hurt


def place_words(segment: Segment) -> str:
    """Where a session stands: "Bird dog, left arm, 6 of 10"."""
    parts = [segment.name]
    if segment.landmark:
        parts.append(segment.landmark[:1].lower() + segment.landmark[1:])
    if segment.rep is not None and segment.reps is not None and segment.reps > 1:
        parts.append(_tr("{number} of {count}").format(number=segment.rep, count=segment.reps))
    return ", ".join(parts)


def promise(hurt: "Hurt") -> str:
    """What comes of it: this time, and the next."""
    if hurt.is_enough:
        kept = _tr("The session is kept as “stopped because it hurt”.")
        return f"{kept} {_next_time(hurt)}"
    back = _tr("Esc goes back to the paused session.")
    return f"{_next_time(hurt)} {back}"


def why_words(changes: Sequence[Change], name: Callable[[str], str]) -> str:
    """Why a session is not as it was, where something hurt before; empty where nothing did."""
    told = []
    for change in changes:
        if change.condition != HURT or change.again:
            continue
        words = (
            _tr("{name} stays out ({reason}).")
            if change.instead is None
            else _tr("{name} comes as its easier form ({reason}).")
        )
        reason = change.rules[0].reason.rstrip(".")
        told.append(words.format(name=name(change.exercise), reason=reason.lower()))
    return " ".join(told)


def _next_time(hurt: "Hurt") -> str:
    name = hurt.segment.name
    if hurt.stays_out:
        words = _tr("Left twice in a row, {name} stays out. You can take that back in Settings.")
    elif hurt.easier is not None:
        words = _tr(
            "Next time {name} starts with its easier form. You can take that back in Settings."
        )
    else:
        words = _tr("If {name} is left once more, it stays out until you take it back in Settings.")
    return words.format(name=name)


def _tr(text: str) -> str:
    return QCoreApplication.translate("hurts", text)
