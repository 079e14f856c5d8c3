"""What is said around *It hurts*: where it was, and what comes of it the next time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

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
    name = hurt.segment.name
    if hurt.is_enough:
        kept = _tr("The session is kept as “stopped because it hurt”.")
        return f"{kept} {_next_time(hurt, name)}"
    back = _tr("Esc goes back to the paused session.")
    return f"{_next_time(hurt, name)} {back}"


def _next_time(hurt: "Hurt", name: str) -> str:
    if hurt.easier is not None:
        return _tr("Next time {name} starts with its easier form.").format(name=name)
    return _tr("If {name} is left once more, it is left out until you take it back.").format(
        name=name
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("hurts", text)
