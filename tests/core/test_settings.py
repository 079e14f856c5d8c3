"""Settings and profile: limits, defaults, and files of other versions."""

from datetime import date, timedelta

import pytest

from backease_desktop.core.catalogue.words import DoseLevel, Side
from backease_desktop.core.fields import FieldError, checked, fields_of, parsed
from backease_desktop.core.person.person import Person, SideThatHurts
from backease_desktop.core.profile import GENTLE_DAYS, Profile
from backease_desktop.core.settings import (
    DoseChoice,
    Say,
    Section,
    SessionSettings,
    Settings,
    VoiceSettings,
)
from backease_desktop.core.timeline.preferences import preferences_of

LEFT = Person(side=SideThatHurts.LEFT)
START = date(2026, 11, 2)


def sections() -> list[type[Section]]:
    return [type(getattr(Settings(), name)) for name in fields_of(Settings)]


@pytest.mark.parametrize("section", sections(), ids=lambda s: s.__name__)
def test_every_field_says_what_it_is_and_has_a_default(section: type[Section]) -> None:
    for name, field in fields_of(section).items():
        assert field.title, name
        assert field.help, name
        assert getattr(section(), name) == field.default, name


def test_fields_of_another_version_are_ignored_and_missing_ones_take_defaults() -> None:
    read = parsed(Settings, {"voice": {"volume": 30, "timbre": "warm"}, "future": {}})
    assert read.voice.volume == 30
    assert read.session == SessionSettings()


def test_a_value_outside_its_limits_is_refused() -> None:
    with pytest.raises(FieldError, match="from 120 to 240, not 900"):
        checked(VoiceSettings(), rate_wpm=900)


@pytest.mark.parametrize(
    ("day", "is_new"), [(0, True), (GENTLE_DAYS - 1, True), (GENTLE_DAYS, False)]
)
def test_the_first_week_is_gentle(day: int, is_new: bool) -> None:
    assert Profile(first_start=START).is_new(START + timedelta(days=day)) is is_new


def test_somebody_who_never_started_is_new() -> None:
    assert Profile().is_new(START)


@pytest.mark.parametrize(
    ("choice", "is_new", "level"),
    [
        (DoseChoice.AUTO, True, DoseLevel.GENTLE),
        (DoseChoice.AUTO, False, DoseLevel.STANDARD),
        (DoseChoice.FULL, True, DoseLevel.FULL),
        (DoseChoice.GENTLE, False, DoseLevel.GENTLE),
    ],
)
def test_an_automatic_dose_is_gentle_in_the_first_week_and_a_chosen_one_stays(
    choice: DoseChoice, is_new: bool, level: DoseLevel
) -> None:
    settings = Settings(session=SessionSettings(dose=choice))
    today = START + timedelta(days=0 if is_new else GENTLE_DAYS)
    assert preferences_of(settings, Profile(first_start=START), {}, today).dose is level


def test_preferences_hold_what_was_chosen_in_milliseconds() -> None:
    settings = Settings(
        session=SessionSettings(prepare_s=12, switch_s=9),
        voice=VoiceSettings(say=Say.CUES, rate_wpm=170),
    )
    chosen = preferences_of(settings, Profile(), {"plank": 4}, START, person=LEFT)
    assert (chosen.prepare, chosen.switch, chosen.rate_wpm) == (12_000, 9_000, 170)
    assert chosen.affected_side is Side.LEFT
    assert chosen.voice
    assert not chosen.talks
    assert chosen.met == {"plank": 4}


@pytest.mark.parametrize(
    ("say", "voice"), [(Say.TONES, False), (Say.SILENT, False), (Say.CUES, True)]
)
def test_only_words_need_a_voice(say: Say, voice: bool) -> None:
    assert (
        preferences_of(Settings(voice=VoiceSettings(say=say)), Profile(), {}, START).voice is voice
    )


@pytest.mark.parametrize(
    ("days", "told", "is_to_be_told"), [(6, False, False), (7, False, True), (7, True, False)]
)
def test_the_end_of_the_gentle_week_is_told_once(
    days: int, told: bool, is_to_be_told: bool
) -> None:
    first = date(2026, 11, 2)
    profile = Profile(first_start=first, told_growth=told)
    assert profile.is_to_be_told_of_growth(first + timedelta(days=days)) is is_to_be_told
