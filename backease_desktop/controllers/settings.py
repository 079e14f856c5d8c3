"""The settings and the profile as they are now, written down at every change."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from backease_desktop.controllers.ports import ProfileStore, SettingsStore
from backease_desktop.core.fields import checked
from backease_desktop.core.profile import Profile
from backease_desktop.core.settings import DoseChoice, Section, Settings
from backease_desktop.core.timeline.preferences import Preferences, preferences_of


class SettingsController(QObject):
    """Holds settings and profile.

    Signals:
        changed: the settings are other than before; carries them.
        profile_changed: the profile is other than before; carries it.
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
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._profile = profile
        self._settings_store = settings_store
        self._profile_store = profile_store
        self._today = today

    @property
    def settings(self) -> Settings:
        """The settings as they are."""
        return self._settings

    @property
    def profile(self) -> Profile:
        """The profile as it is."""
        return self._profile

    @property
    def preferences(self) -> Preferences:
        """What a session is compiled with now."""
        return preferences_of(self._settings, self._profile, self._today())

    def update(self, name: str, section: Section) -> None:
        """Replace a section of the settings ("voice"), save, and say so."""
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

    def remember_routine(self, routine: str) -> None:
        """Remember the routine that was chosen last."""
        if self._profile.last_routine != routine:
            self._keep(self._profile.with_(last_routine=routine))

    def remember_met(self, exercises: tuple[str, ...]) -> None:
        """Count exercises as met once more."""
        if exercises:
            self._keep(self._profile.having_met(exercises, self._today()))

    def remember_done(self, routine: str) -> None:
        """Remember a routine as the one that was done last."""
        self._keep(self._profile.having_done(routine))

    @property
    def has_grown(self) -> bool:
        """Whether an automatic dose has become larger, which is to be said once."""
        is_automatic = self._settings.session.dose is DoseChoice.AUTO
        return is_automatic and self._profile.is_to_be_told_of_growth(self._today())

    def remember_told_growth(self) -> None:
        """Remember that it was said."""
        self._keep(self._profile.with_(told_growth=True))

    def stay_gentle(self) -> None:
        """Keep the dose of the first week."""
        self.set_field("session", "dose", DoseChoice.GENTLE)

    def remember_told_staying(self) -> None:
        """Remember that closing the window was explained."""
        self._keep(self._profile.with_(told_staying=True))

    def _keep(self, profile: Profile) -> None:
        self._profile = profile
        self._profile_store.save(profile)
        self.profile_changed.emit(profile)
