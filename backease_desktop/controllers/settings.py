"""The settings and the profile as they are now, written down at every change.

What was met and done is asked of the journal.
"""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from backease_desktop.controllers.ports import Journal, ProfileStore, SettingsStore
from backease_desktop.core.fields import checked
from backease_desktop.core.journal.entries import (
    Corrected,
    Deleted,
    Entry,
    Felt,
    LeftHurting,
    PainTold,
    SessionEnded,
    TakenOver,
)
from backease_desktop.core.person.keeping import person_of
from backease_desktop.core.profile import Profile
from backease_desktop.core.settings import DoseChoice, Section, Settings

if TYPE_CHECKING:
    from backease_desktop.core.journal.history import History
    from backease_desktop.core.timeline.preferences import Preferences

if TYPE_CHECKING:
    from backease_desktop.core.policy import Policy

CHANGES_WHAT_IS_MET = (SessionEnded, Felt, PainTold, LeftHurting, Corrected, Deleted, TakenOver)
"""Entries that may change what was met and felt, and so the automatic dose (`core.pain`)."""


class SettingsController(QObject):
    """Holds settings and profile.

    Signals:
        changed: the settings are other than before; carries them.
        profile_changed: the profile, or what was met and done, is other than before; carries the
            profile.
    """

    changed = Signal(object)
    profile_changed = Signal(object)

    def __init__(
        self,
        *,
        settings: Settings,
        profile: Profile,
        settings_store: SettingsStore,
        profile_store: ProfileStore,
        journal: Journal,
        today: Callable[[], date],
        policy: "Policy | None" = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._profile = profile
        self._settings_store = settings_store
        self._profile_store = profile_store
        self._journal = journal
        self._today = today
        self.policy = policy
        """What the organisation of this computer has set; None where it has set nothing."""
        self._waiting: tuple[str, ...] = ()
        journal.changed.connect(self._on_journal_changed)

    @property
    def settings(self) -> Settings:
        """The settings as they are."""
        return self._settings

    @property
    def profile(self) -> Profile:
        """The profile as it is."""
        return self._profile

    @property
    def preferences(self) -> "Preferences":
        """What a session is compiled with now."""
        return self._by(self._journal.history)

    def before(self, session: str) -> "Preferences":
        """What a session is compiled with as if it had not been; so was it when it began."""
        return self._by(self._journal.history.without(session))

    def _by(self, history: "History") -> "Preferences":
        today = self._today()
        # Loaded on first use: the first paint does without the history, and without this.
        from backease_desktop.core.timeline.preferences import preferences_of

        return preferences_of(
            self._settings,
            self._profile,
            history.met_until(today),
            today,
            history.felt,
            person_of(history.profile),
        )

    def update(self, name: str, section: Section) -> None:
        """Replace a section of the settings ("voice"), save, and say so; what is locked stays."""
        if self.policy is not None:
            section = self.policy.held(name, section)
        if getattr(self._settings, name) == section:
            return
        self._settings = self._settings.with_(**{name: section})
        self._settings_store.save(self._settings)
        self.changed.emit(self._settings)

    def set_field(self, section: str, field: str, value: object) -> None:
        """Change one field, checked.

        Raises:
            FieldError: the value is outside the field's limits.
        """
        before: Section = getattr(self._settings, section)
        self.update(section, checked(before, **{field: value}))

    def accept_safety_page(self) -> None:
        """Remember that the person has read the safety page, and when they began."""
        first = self._profile.first_start or self._today()
        self._keep(self._profile.with_(understood=True, first_start=first))

    @property
    def done(self) -> tuple[str, ...]:
        """Ids of the routines that were done, the one that was done last at the end."""
        return self._journal.history.done

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the routines that were started, or wait for it; the last one at the end."""
        return (*self._journal.history.started, *self._waiting)

    def keep_for_later(self, routine: str) -> None:
        """Take a routine for the one that was chosen last, though nothing has started yet."""
        self._waiting = (routine,)

    @property
    def has_grown(self) -> bool:
        """Whether an automatic dose has become larger, which is to be said once."""
        is_automatic = self._settings.session.dose is DoseChoice.AUTO
        if not is_automatic or not self._profile.is_to_be_told_of_growth(self._today()):
            return False
        history = self._journal.history  # what was felt rules the dose, whatever the week
        return history.has_met_any and history.felt is None

    def remember_told_growth(self) -> None:
        """Remember that it was said."""
        self._keep(self._profile.with_(told_growth=True))

    def stay_gentle(self) -> None:
        """Keep the dose of the first week."""
        self.set_field("session", "dose", DoseChoice.GENTLE)

    def remember_told_staying(self) -> None:
        """Remember that closing the window was explained."""
        self._keep(self._profile.with_(told_staying=True))

    def _on_journal_changed(self, entries: tuple[Entry, ...]) -> None:
        if any(isinstance(entry, CHANGES_WHAT_IS_MET) for entry in entries):
            self.profile_changed.emit(self._profile)

    def _keep(self, profile: Profile) -> None:
        self._profile = profile
        self._profile_store.save(profile)
        self.profile_changed.emit(profile)
