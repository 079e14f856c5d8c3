"""What a picker shows: a card for every routine, and what fits now."""

from dataclasses import replace
from functools import cache

from PySide6.QtCore import QObject, Signal

from backease_desktop.controllers.door import Door
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.person.verdict import Asking
from backease_desktop.core.speaking_time import SpeakingTime
from backease_desktop.core.timeline.cards import card_of
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.timeline.routine_card import RoutineCard
from backease_desktop.core.voice import VoiceChoice
from backease_desktop.core.wording import Wording


class RoutinesController(QObject):
    """Works the cards out once for each set of preferences.

    Signals:
        changed: the cards are others than before, because the dose, the times or the person are.
    """

    changed = Signal()

    def __init__(
        self,
        *,
        door: Door,
        wording: Wording,
        settings: SettingsController,
        speaking_time: SpeakingTime,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._door = door
        self._wording = wording
        self._settings = settings
        self._speaking_time = speaking_time
        self._cards: tuple[RoutineCard, ...] = ()
        self._made_for: tuple[Preferences, VoiceChoice, Asking] | None = None
        settings.changed.connect(self._on_settings_changed)
        settings.profile_changed.connect(self._on_settings_changed)
        door.changed.connect(self._on_settings_changed)

    @property
    def cards(self) -> tuple[RoutineCard, ...]:
        """A card for every routine: desk sets, then the others, the shorter ones first."""
        if self._wanted != self._made_for:
            self._made_for = preferences, voice, _ = self._wanted
            # Routines share most of their phrases: each is measured once.
            length = cache(lambda text: self._speaking_time(text, voice))
            routines = self._door.catalogue.routines.values()
            cards = [
                replace(card, is_for_me=self._door.is_meant(routine))
                for routine in routines
                if (mine := self._door.shown(routine)) is not None
                for card in [
                    card_of(
                        mine.routine, mine.catalogue, preferences, self._wording, length, mine.told
                    )
                ]
            ]
            self._cards = tuple(sorted(cards, key=lambda c: (not c.is_desk_set, c.duration)))
        return self._cards

    @property
    def _wanted(self) -> tuple[Preferences, VoiceChoice, Asking]:
        voice = self._settings.settings.voice
        return self._settings.preferences, voice.choice(self._wording.voice), self._door.asking

    def _on_settings_changed(self) -> None:
        if self._wanted != self._made_for:
            self.changed.emit()
