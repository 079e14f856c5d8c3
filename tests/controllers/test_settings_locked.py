"""Settings that an organisation has locked: no key, button or page changes them."""

from datetime import date

import pytest
from PySide6.QtCore import QObject

from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.policy import Policy, Rule
from backease_desktop.core.profile import Profile
from backease_desktop.core.settings import Say, Settings
from tests.fakes.journal import MemoryJournal
from tests.fakes.ports import MemoryStore

POLICY = Policy((Rule("voice", "say", Say.TONES, True, "here"),))


@pytest.fixture
def settings(qapp: QObject) -> SettingsController:
    return SettingsController(
        settings=POLICY.applied(Settings(), ()),
        profile=Profile(),
        settings_store=MemoryStore(),
        profile_store=MemoryStore(),
        journal=MemoryJournal(),
        today=lambda: date(2026, 11, 17),
        policy=POLICY,
    )


def test_what_is_locked_stays_and_nobody_is_told_of_a_change(
    settings: SettingsController,
) -> None:
    told: list[Settings] = []
    settings.changed.connect(told.append)
    settings.set_field("voice", "say", Say.EVERYTHING)
    assert settings.settings.voice.say is Say.TONES
    assert told == []


def test_what_is_not_locked_changes_beside_it(settings: SettingsController) -> None:
    settings.set_field("voice", "volume", 20)
    assert (settings.settings.voice.volume, settings.settings.voice.say) == (20, Say.TONES)
