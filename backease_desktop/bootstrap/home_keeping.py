"""Keeps home as it was worked out, for the next start; see `first_sight`, which shows it then.

The order is what keeps it from lying: first the files are looked at, and only then it is asked
whether what was read of them is still what they say. Whatever is written after that look makes home
untrue at the next start, and never false.
"""

import logging
from collections.abc import Callable, Container
from functools import partial
from typing import TYPE_CHECKING, Protocol

from backease_desktop.bootstrap.clocks import today
from backease_desktop.bootstrap.first_sight import FirstSight
from backease_desktop.bootstrap.home_part import MOST_MARKS, packs_behind, part_of
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.person.person import SideThatHurts
from backease_desktop.core.pieces import Pieces
from backease_desktop.core.timeline.home_days import true_until
from backease_desktop.core.timeline.kept_home import KeptHome

if TYPE_CHECKING:
    from backease_desktop.bootstrap.shelf_reading import ShelfReading
    from backease_desktop.controllers.door import Door
    from backease_desktop.controllers.routines import RoutinesController
    from backease_desktop.core.catalogue.catalogue import Catalogue
    from backease_desktop.storage.file_journal import FileJournal

logger = logging.getLogger(__name__)

PRINTED = 50
"""Figures that are looked at in one go, to know them again."""


class Prints(Protocol):
    """Knows what a figure is drawn from, in a few letters, by the exercise's id."""

    def print_of(self, exercise_id: str, /) -> str:
        """As it was when it was first asked for."""

    def look_again(self, exercise_id: str, /) -> str:
        """As it is now."""


class HomeKeeping:
    """Keeps it, as often as it may be another one.

    Args:
        first: the file.
        routines: the cards.
        settings: the settings and the profile.
        door: whose home it is, and the catalogue.
        journal: their history.
        figures: of the exercises that are shown.
        reading: has read the packs.
        read_again: reads what the files of the catalogue come to now.
    """

    def __init__(
        self,
        first: FirstSight,
        routines: "RoutinesController",
        settings: SettingsController,
        door: "Door",
        journal: "FileJournal",
        figures: Prints,
        reading: "ShelfReading",
        read_again: "Callable[[], Pieces[Catalogue]]",
    ) -> None:
        self._first, self._routines, self._settings = first, routines, settings
        self._door, self._journal = door, journal
        self._figures, self._reading, self._read_again = figures, reading, read_again
        self._files = first.files
        """Those that the catalogue in use was read from."""

    def keeping(self, *, may_read: bool = True) -> Pieces[None]:
        """Keep it in pieces; nothing where not all of it is made, or not of what the files say.

        Args:
            may_read: there is time to read files again that have changed.
        """
        day, first, journal = today(), self._first, self._journal
        try:
            marks = yield from first.journal_now()
        except OSError as error:
            logger.info("home is not kept: %s", error)
            return
        journal.refresh()
        is_as_read = (files := (yield from first.files_now())) == self._files
        if not is_as_read and not (may_read and (yield from self._is_what_files_say())):
            return
        self._routines.so_far()
        if not (self._routines.is_made and journal.is_of_its_files and today() == day):
            return
        settings, profile = self._settings.settings, self._settings.profile
        home = KeptHome(
            cards=self._routines.cards,
            made_of=self._routines.made_of,
            figures={},
            dose=self._settings.preferences.dose,
            side=self._door.person.side or SideThatHurts.BOTH,
            chosen=chosen_of(self._settings, {card.id for card in self._routines.cards}),
            journal=marks,
            since=day,
            until=true_until(settings, profile, journal.history, day),
        )
        yield None
        prints: dict[str, str] = {}
        print_of = self._figures.print_of if is_as_read else self._figures.look_again
        shown = sorted({step.exercise for card in home.cards for step in card.steps})
        for place in range(0, len(shown), PRINTED):
            prints |= {exercise: print_of(exercise) for exercise in shown[place:][:PRINTED]}
            yield None
        self._files = files
        made_of, home = (files, settings, profile), home.with_(figures=prints)
        packs = None
        if files.count(b"\0") > MOST_MARKS and self._routines.cards is home.cards:
            shelf, folders = self._reading.shelf, self._reading.folders
            packs = yield from packs_behind(home.cards, shelf, folders, journal.history)
        if packs is None:
            yield partial(first.keep, *made_of, home)
        else:
            part = part_of(home, packs)
            yield partial(first.keep_parts, *made_of, home, part)

    def _is_what_files_say(self) -> Pieces[bool]:
        """Whether the catalogue in use is that of the files, and in their order.

        It is after the person's own things were changed here; by hand, or by another program, they
        become something that only the next start reads.
        """
        now, used = (yield from self._read_again()), self._door.catalogue
        return now == used and list(now.routines) == list(used.routines)


def chosen_of(settings: SettingsController, ids: Container[str]) -> str | None:
    """Of these routines, the one that was chosen last."""
    return next((one for one in reversed(settings.chosen) if one in ids), None)
