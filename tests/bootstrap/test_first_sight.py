"""Home as it was kept is shown only as long as it is true."""

import json
import os
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from backease_desktop.bootstrap import first_sight
from backease_desktop.bootstrap.first_sight import FirstSight
from backease_desktop.bootstrap.journal import open_journal
from backease_desktop.bootstrap.kept import open_kept
from backease_desktop.core.catalogue.words import Area, DoseLevel, Place
from backease_desktop.core.journal.entries import Entry, ProfileChanged, ReminderCalled
from backease_desktop.core.person.person import SideThatHurts
from backease_desktop.core.pieces import drained
from backease_desktop.core.timeline.kept_home import KeptHome
from backease_desktop.core.timeline.routine_card import RoutineCard, RoutineStep
from backease_desktop.core.units import Ms

DAY = date(2026, 11, 29)
CARD = RoutineCard(
    id="short",
    name="Short",
    about="A short one.",
    is_desk_set=True,
    source_title=None,
    duration=Ms(60_000),
    places=(Place.CHAIR,),
    equipment=(),
    areas=(Area.NECK,),
    steps=(RoutineStep("turn", "Turn", "5 times", False),),
    has_affected=False,
)


def seen(folder: Path, day: date = DAY) -> KeptHome | None:
    """What is shown first in a profile."""
    kept = open_kept(folder)
    return FirstSight(kept, lambda: folder / "data" / "journal", day).home


def added(folder: Path, entry: Entry) -> None:
    journal = open_journal(open_kept(folder), print)
    journal.append(entry)
    journal.close()


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A profile whose home was kept, with a pack and a history."""
    (tmp_path / "data/packs/mine/routines").mkdir(parents=True)
    (tmp_path / "data/packs/mine/routines/own.yaml").write_text("id: own\n")
    added(tmp_path, ReminderCalled(reminders=("one",)))
    kept = open_kept(tmp_path)
    first = FirstSight(kept, lambda: tmp_path / "data" / "journal", DAY)
    assert first.home is None
    home = KeptHome(
        cards=(CARD,),
        made_of={"short": "abc"},
        figures={"turn": "def"},
        dose=DoseLevel.GENTLE,
        side=SideThatHurts.BOTH,
        chosen=None,
        journal=drained(first.journal_now()),
        since=DAY,
        until=DAY + timedelta(days=3),
    )
    first.keep(first.files, kept.settings, kept.profile, home)
    assert seen(tmp_path) == home
    return tmp_path


def _settings(profile: Path) -> None:
    (profile / "config").mkdir(exist_ok=True)
    (profile / "config/settings.json").write_text(json.dumps({"session": {"dose": "full"}}))


def _told(profile: Path) -> None:
    (profile / "data/profile.json").write_text(json.dumps({"first_start": "2026-11-20"}))


def _pack_file(profile: Path) -> None:
    (profile / "data/packs/mine/routines/own.yaml").write_text("id: own2\n")


def _pack_time(profile: Path) -> None:
    os.utime(profile / "data/packs/mine/routines/own.yaml", (1, 1))


def _pack_file_with_the_old_time(profile: Path) -> None:
    file = profile / "data/packs/mine/routines/own.yaml"
    before = file.stat()
    file.write_text("id: owl\n")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size


def _another_pack(profile: Path) -> None:
    (profile / "data/packs/other").mkdir()


def _no_pack_file(profile: Path) -> None:
    (profile / "data/packs/mine/routines/own.yaml").unlink()


def _person(profile: Path) -> None:
    added(profile, ProfileChanged(field="condition.disc", value=True))


def _another_device(profile: Path) -> None:
    (profile / "data/journal/other").mkdir()
    (profile / "data/journal/other/2026.jsonl").write_text('{"kind":"exercise_done","id":""}\n')


def _journal_of(profile: Path) -> Path:
    (file,) = (profile / "data/journal").glob("*/*.jsonl")
    return file


def _cut_journal(profile: Path) -> None:
    file = _journal_of(profile)
    file.write_bytes(file.read_bytes()[:-5])


def _no_journal(profile: Path) -> None:
    _journal_of(profile).unlink()


def _written_over(profile: Path) -> None:
    file = _journal_of(profile)
    before, text = file.stat(), file.read_bytes()
    file.write_bytes(text.replace(b'"one"', b'"two"'))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size


def _written_over_and_grown(profile: Path) -> None:
    _written_over(profile)
    added(profile, ReminderCalled(reminders=("one",)))


def _newer_entry(profile: Path) -> None:
    with _journal_of(profile).open("a") as file:
        file.write('{"kind":"of_a_later_version","id":""}\n')


@pytest.mark.parametrize(
    "change",
    [
        *(_settings, _told, _pack_file, _pack_time, _another_pack, _no_pack_file, _person),
        *(_another_device, _cut_journal, _no_journal, _newer_entry),
        *(_written_over, _written_over_and_grown, _pack_file_with_the_old_time),
    ],
)
def test_what_may_have_changed_home_is_read_before_it_is_shown(
    profile: Path, change: Callable[[Path], None]
) -> None:
    change(profile)
    assert seen(profile) is None


def test_a_call_of_a_reminder_changes_nothing_on_home(profile: Path) -> None:
    added(profile, ReminderCalled(reminders=("one",)))
    assert seen(profile) is not None


def test_a_journal_that_was_only_touched_is_what_it_was(profile: Path) -> None:
    os.utime(_journal_of(profile), (1, 1))
    assert seen(profile) is not None


def test_what_another_program_is_just_writing_into_a_pack_changes_nothing(profile: Path) -> None:
    (profile / "data/packs/mine/routines/.own.yaml.x7").write_text("half")
    (profile / "data/packs/.new-1").mkdir()
    assert seen(profile) is not None


@pytest.mark.parametrize(("days", "is_shown"), [(-1, False), (0, True), (3, True), (4, False)])
def test_home_is_shown_on_its_days_and_not_with_a_clock_set_back(
    profile: Path, days: int, *, is_shown: bool
) -> None:
    assert (seen(profile, DAY + timedelta(days=days)) is not None) is is_shown


@pytest.mark.parametrize("name", ["__version__", "LANGUAGE", "FORMAT"])
def test_another_version_or_language_works_its_own_out(
    profile: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_sight, name, "other")
    kept = open_kept(profile)
    assert FirstSight(kept, lambda: profile / "data" / "journal", DAY).known is None


@pytest.mark.parametrize("why", ["", "not kept", "files", "day", "journal"])
def test_the_log_is_told_why_home_is_worked_out_anew(profile: Path, why: str) -> None:
    if why == "not kept":
        (profile / "cache" / "home.msgpack").unlink()
    elif why == "files":
        _settings(profile)
    elif why == "journal":
        _person(profile)
    first = FirstSight(
        open_kept(profile),
        lambda: profile / "data" / "journal",
        DAY - timedelta(days=1) if why == "day" else DAY,
    )
    assert first.untrue == why
    assert (first.home is None) is bool(why)


def test_what_is_not_true_any_more_still_says_of_what_its_cards_were_made(profile: Path) -> None:
    _settings(profile)
    first = FirstSight(open_kept(profile), lambda: profile / "data" / "journal", DAY)
    assert first.home is None
    assert first.known is not None
    assert first.known.made_of == {"short": "abc"}
