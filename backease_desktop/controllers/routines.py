"""What a picker shows: a card for every routine, and what fits now.

A card is laid out from a whole timeline, some ten milliseconds each. So each is kept with what it
was made of, here and for the next start, and made again only when that is something else; and they
can be worked out some at a time (`work_out_some`), so that nobody who uses the window waits: packs
may bring thousands. A picker shows what there is `so_far`, and first cards stay where they are.
"""

from collections import deque
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType

import msgspec
from PySide6.QtCore import QObject, Signal

from backease_desktop.controllers.door import Door
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.person.tailored import Tailored
from backease_desktop.core.person.verdict import Asking
from backease_desktop.core.speaking_time import SpeakingTime
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.routine_card import RoutineCard
from backease_desktop.core.voice import VoiceChoice
from backease_desktop.core.wording import Wording

Made = tuple[str, RoutineCard]
"""A card, behind what it was made of."""

AT_A_TIME = 2
"""Cards that are laid out in one go: some twenty milliseconds."""
FIRST = 36
"""Cards that are there at once: all that came with the program, which packs stand behind."""
GROWTH = 1.25
"""By how much more there is to be told of: showing cards stays a part of what making them costs."""
LOOKED_AT = 25
"""Routines that are looked at in one go, where their cards are kept."""


class RoutinesController(QObject):
    """Works the cards out once for each set of preferences.

    Args:
        door: who the cards are for.
        wording: what is said in sessions.
        settings: how they are done.
        speaking_time: how long a phrase takes.
        print_of: some letters that are others for other bytes.
        kept: cards of an earlier start with what they were made of, by the routine's id.
        parent: the owner.

    Signals:
        changed: the cards are others than before, because the dose, the times, the person
            or the routines are.
        grown: there are more `so_far`, and those that were there are as they were.
    """

    changed = Signal()
    grown = Signal()

    def __init__(
        self,
        *,
        door: Door,
        wording: Wording,
        settings: SettingsController,
        speaking_time: SpeakingTime,
        print_of: Callable[[bytes], str],
        kept: Mapping[str, Made] = MappingProxyType({}),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._door = door
        self._wording = wording
        self._settings = settings
        self._speaking_time = speaking_time
        self._print_of = print_of
        self._made = dict(kept)
        self._cards: tuple[RoutineCard, ...] = ()
        self._done: dict[str, Made] = {}
        self._left: deque[Routine] = deque()
        self._places: dict[str, int] = {}
        self._told, self._told_all = 0, True
        self._made_for: tuple[Preferences, VoiceChoice, Asking] | None = None
        settings.changed.connect(self.look_again)
        settings.profile_changed.connect(self.look_again)
        door.changed.connect(self.look_again)
        door.catalogue_changed.connect(self._on_catalogue_changed)

    @property
    def cards(self) -> tuple[RoutineCard, ...]:
        """A card for every routine: desk sets, then the others, the shorter ones first."""
        while self._work_out_some():
            pass
        return self._cards

    @property
    def is_made(self) -> bool:
        """Whether all of them are there, and as they are now."""
        return not self._left and self._made_for is not None and self._wanted == self._made_for

    def so_far(self, wanted: Collection[str | None] = ()) -> tuple[RoutineCard, ...]:
        """The cards that are there by now, in their order; the first ones, and those that matter.

        While more are to come, those that stood there before keep their order, and what is new
        stands behind them: a key goes on starting what it started.

        Args:
            wanted: ids of routines whose cards are made now, if there are such routines.
        """
        if self._wanted != self._made_for:
            self._begin()
        if self._left and wanted:
            self._left = deque(sorted(self._left, key=lambda one: one.id not in wanted))
        while self._left and (len(self._done) < FIRST or self._left[0].id in wanted):
            self._work_out_some()
        made = [card for _, card in self._done.values()]
        cards = tuple(sorted(made, key=self._place)) if self._left else self._cards
        self._told, self._told_all = len(cards), not self._left
        return cards

    @property
    def made_of(self) -> dict[str, str]:
        """What each of the cards was made of, by the routine's id."""
        return {card.id: self._made[card.id][0] for card in self.cards}

    def work_out_some(self) -> bool:
        """Work out some more cards, in a time that nobody notices; whether more are to be done."""
        is_left = self._work_out_some()
        if len(self._done) >= self._told * GROWTH if is_left else not self._told_all:
            self.grown.emit()
        return is_left

    def _work_out_some(self) -> bool:
        if self._wanted != self._made_for:
            self._begin()
        laid_out = 0
        for _ in range(LOOKED_AT):
            if not self._left or laid_out == AT_A_TIME:
                break
            laid_out += self._work_out(self._left.popleft())
        if not self._left and self._done:
            self._made |= self._done
            done, routines = self._done, self._door.catalogue.routines
            cards = (done[id_][1] for id_ in routines if id_ in done)
            self._cards = tuple(sorted(cards, key=lambda c: (not c.is_desk_set, c.duration)))
            self._places = {card.id: place for place, card in enumerate(self._cards)}
            self._done = {}
        return bool(self._left)

    def _begin(self) -> None:
        self._made_for = self._wanted
        self._cards, self._done = (), {}
        # What stands first is made first.
        self._left = deque(sorted(self._door.catalogue.routines.values(), key=self._place))
        _, voice, _ = self._made_for
        # Routines share most of their phrases: each is measured once.
        self._length = cache(lambda text: self._speaking_time(text, voice))

    def _work_out(self, routine: Routine) -> bool:
        """Make the card of a routine, if something of it is left; whether it was laid out."""
        assert self._made_for is not None
        preferences, voice, _ = self._made_for
        mine, is_meant = self._door.shown(routine), self._door.is_meant(routine)
        if mine is None:
            return False
        made_of = self._print_of(_everything(mine, preferences, voice, is_meant=is_meant))
        before = self._made.get(routine.id)
        if before is not None and before[0] == made_of:
            self._done[routine.id] = before
            return False
        # Loaded on first use: where every card was kept none is laid out.
        from backease_desktop.core.timeline.cards import card_of

        card = card_of(
            mine.routine, mine.catalogue, preferences, self._wording, self._length, mine.told
        )
        self._done[routine.id] = made_of, card.with_(is_for_me=is_meant)
        return True

    def _place(self, one: Routine | RoutineCard) -> int:
        """Where its card stood before; behind all of them where it is new."""
        return self._places.get(one.id, len(self._places))

    @property
    def _wanted(self) -> tuple[Preferences, VoiceChoice, Asking]:
        voice = self._settings.settings.voice
        return self._settings.preferences, voice.choice(self._wording.voice), self._door.asking

    def look_again(self) -> None:
        """Tell if the cards are others by now, as on a day on which a gentle week is over."""
        if self._wanted != self._made_for:
            self.changed.emit()

    def _on_catalogue_changed(self) -> None:
        self._made_for = None
        self.changed.emit()


def _everything(
    mine: Tailored, preferences: Preferences, voice: VoiceChoice, *, is_meant: bool
) -> bytes:
    """All that a card is made of beside the wording and the natural voice, as bytes."""
    exercises = [mine.catalogue.exercise_of(step) for step in mine.routine.steps]
    # How often something was done is told by how much is said of it, which soon stays as it is.
    telling = [preferences.telling(one.id) for one in exercises]
    source = mine.catalogue.sources.get(mine.routine.source or "")
    told = [one.with_(figure=None) for one in exercises]  # no card depends on how it is drawn
    known = (mine.catalogue.exercises.get(id_) for id_, times in preferences.met.items() if times)
    is_on_floor = any(one.place is Place.MAT for one in exercises)
    goes_down = is_on_floor and any(one is not None and one.place is Place.MAT for one in known)
    own = replace(preferences, met={})
    return msgspec.msgpack.encode(
        [mine.routine, told, source, own, telling, goes_down, voice, is_meant, mine.told]
    )
