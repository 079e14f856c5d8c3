"""Puts sessions together for the person who is there, with their dose, voice and past."""

from dataclasses import dataclass, replace
from functools import cache

import msgspec

from backease_desktop.controllers.door import Door
from backease_desktop.controllers.ports import Journal
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.compose.choices import LayOut
from backease_desktop.core.compose.composed import (
    Composed,
    NothingFitsError,
    composed,
    done_on,
)
from backease_desktop.core.compose.moment import seed_of
from backease_desktop.core.compose.wanted import Wanted
from backease_desktop.core.speaking_time import SpeakingTime
from backease_desktop.core.timeline.cards import card_of
from backease_desktop.core.timeline.compile import session_timeline
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.routine_card import RoutineCard
from backease_desktop.core.timeline.segments import Timeline
from backease_desktop.core.timeline.voicing import Lengths
from backease_desktop.core.units import Ms
from backease_desktop.core.voice import VoiceChoice
from backease_desktop.core.wording import Wording


@dataclass(frozen=True, slots=True)
class Fitted:
    """A session that was put together, and how a picker shows it."""

    made: Composed
    card: RoutineCard


class Composer:
    """Puts sessions together, and has the door know them, so that they can be started.

    Args:
        door: the person, and the catalogue.
        settings: the dose and the times.
        wording: names of sessions, and phrases.
        speaking_time: how long phrases take.
        journal: what was done today.
    """

    def __init__(
        self,
        *,
        door: Door,
        settings: SettingsController,
        wording: Wording,
        speaking_time: SpeakingTime,
        journal: Journal,
    ) -> None:
        self._door = door
        self._settings = settings
        self._wording = wording
        self._speaking_time = speaking_time
        self._journal = journal
        self._made_for: object = None
        self._alone: dict[Routine, Timeline] = {}

    @property
    def seed(self) -> int:
        """The seed of this moment, for whoever puts a session together now."""
        return seed_of(self._journal.history, self._door.today)

    def compose(self, wanted: Wanted) -> Fitted:
        """Put a session together, and keep it, so that it can be started by its id.

        What was done today is known here: `wanted` need not tell.

        Raises:
            NothingFitsError: nothing can be put together; says why.
        """
        today = self._door.today
        wanted = msgspec.structs.replace(wanted, done_today=done_on(self._journal.history, today))
        name = self.name_for(wanted.place)
        lay_out, asking = self.lay_out(), self._door.asking
        return self.fitted(composed(wanted, asking, self._door.catalogue, name, lay_out))

    def name_for(self, place: Place) -> str:
        """What a session is called that was put together for a place."""
        return self._wording.fitted[place]

    def lay_out(self) -> LayOut:
        """What makes timelines for the person, with dose, voice and times as they are now."""
        preferences, length, asking = self._preferences, self._length, self._door.asking
        if self._made_for != (preferences, self._voice, asking):
            self._made_for, self._alone = (preferences, self._voice, asking), {}

        def lay_out(routine: Routine) -> Timeline:
            if len(routine.steps) > 1:
                return self._laid_out(routine, preferences, length)
            if routine not in self._alone:  # the same for every session: each is laid out once
                self._alone[routine] = self._laid_out(routine, preferences, length)
            return self._alone[routine]

        return lay_out

    def fitted(self, made: Composed) -> Fitted:
        """What was put together, known by its id from now on, and its card."""
        self._door.remember(made.routine)
        mine = self._door.let_in(made.routine)
        card = card_of(
            mine.routine,
            mine.catalogue,
            self._preferences,
            self._wording,
            self._length,
            mine.told,
        )
        return Fitted(made, card)

    @property
    def _preferences(self) -> Preferences:
        """As they are, with words: a session is laid out with them, heard or not."""
        return replace(self._settings.preferences, voice=True)

    @property
    def _voice(self) -> VoiceChoice:
        return self._settings.settings.voice.choice(self._wording.voice)

    @property
    def _length(self) -> Lengths:
        voice = self._voice
        return cache(lambda text: self._speaking_time(text, voice))

    def card_for(self, place: Place, longest: Ms) -> RoutineCard | None:
        """What may be offered now at a place; None where nothing can be put together."""
        try:
            return self.compose(Wanted(longest, place, self.seed)).card
        except NothingFitsError:
            return None

    def _laid_out(self, routine: Routine, preferences: Preferences, length: Lengths) -> Timeline:
        mine = self._door.let_in(routine)
        return session_timeline(mine, preferences, self._wording, length)
