"""Home as it was worked out, to be painted at the next start before anything else is read.

Rules:
1. It is shown only as long as it is true: the same files, settings and profile (the file that keeps
   it says which), nothing new in the journal that could change it, and a day on which everything
   in it is as it was (`home_days`).
2. Each card knows what it was made of (`made_of`), so that what has changed costs one card.
3. Where packs bring thousands, what is painted is a part of it: the cards that stand first. It is
   true of itself (`packs`), says nothing of the rest, and all of it follows after the paint.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.fields import Fields
from backease_desktop.core.person.person import SideThatHurts
from backease_desktop.core.timeline.fitting import FIRST_PLACE, FIRST_TIME, fitting
from backease_desktop.core.timeline.routine_card import RoutineCard

SHOWN_FIRST = 8
"""Cards before all are asked for."""

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
        telling: by id of a routine, the exercise that stands for it among all of them; of a part.
        packs: of a part, names of the packs that its cards are from; None where it is all.
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
    telling: dict[str, str] = msgspec.field(default_factory=dict)
    packs: tuple[str, ...] | None = None

    @property
    def is_part(self) -> bool:
        """Whether there are more cards than these."""
        return self.packs is not None

    def is_true_on(self, today: date) -> bool:
        """Whether the day is one of its days; a clock that was set back makes it untrue."""
        return self.since <= today <= self.until


def first_cards(cards: Sequence[RoutineCard]) -> tuple[RoutineCard, ...]:
    """Of all cards those that are painted first: at the beginning, and what is offered."""
    first = cards[:SHOWN_FIRST]
    offered = fitting(cards, FIRST_PLACE, FIRST_TIME)[:1]
    return (*first, *(card for card in offered if card not in first))


def harmless(lines: Iterable[bytes]) -> bool:
    """Whether lines of a journal change nothing on home; one that is not whole may."""
    return all(any(line.startswith(start) for start in _STARTS) for line in lines)


_STARTS = tuple(f'{{"kind":"{kind}",'.encode() for kind in sorted(HARMLESS))
