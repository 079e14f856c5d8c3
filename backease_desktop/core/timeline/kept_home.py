"""Home as it was worked out, to be painted at the next start before anything else is read.

Rules:
1. It is shown only as long as it is true: the same files, settings and profile (the file that keeps
   it says which), nothing new in the journal that could change it, and a day on which everything
   in it is as it was (`home_days`).
2. Each card knows what it was made of (`made_of`), so that what has changed costs one card.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.fields import Fields
from backease_desktop.core.person.person import SideThatHurts
from backease_desktop.core.timeline.routine_card import RoutineCard

HARMLESS = frozenset(
    {
        *("reminder_called", "reminder_answered", "reminder_held", "plan_changed"),
        *("segment_reached", "day_marked"),
    }
)
"""Kinds of entries that change nothing on home; most of what is added without a window."""


class JournalMark(NamedTuple):
    """How far a file of the journal is known.

    Attributes:
        size: bytes of it.
        written, changed: the file's times then; see `storage.catalogue_cache.Mark`.
        sum: CRC-32 of these bytes: what was added behind them says nothing of them.
    """

    size: int
    written: int
    changed: int
    sum: int


class KeptHome(Fields, frozen=True, kw_only=True):
    """What home shows.

    Attributes:
        cards: of all routines, in their order.
        made_of: by id of the routine, what its card was made of, in a few letters.
        figures: by id of an exercise that is shown, what its figure is drawn from.
        dose: how much is done.
        side: the side that hurts.
        chosen: id of the routine that was chosen last.
        journal: how far each file of the journal is known, by its name.
        since, until: the days on which it is true.
    """

    cards: tuple[RoutineCard, ...]
    made_of: dict[str, str]
    figures: dict[str, str]
    dose: DoseLevel
    side: SideThatHurts
    chosen: str | None
    journal: dict[str, JournalMark]
    since: date
    until: date

    def is_true_on(self, today: date) -> bool:
        """Whether the day is one of its days; a clock that was set back makes it untrue."""
        return self.since <= today <= self.until


def harmless(lines: Iterable[bytes]) -> bool:
    """Whether lines of a journal change nothing on home; one that is not whole may."""
    return all(any(line.startswith(start) for start in _STARTS) for line in lines)


_STARTS = tuple(f'{{"kind":"{kind}",'.encode() for kind in sorted(HARMLESS))
