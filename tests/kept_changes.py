"""What may happen to files that something kept was made of, by hand or by other programs.

Whatever can be done without a trace is done so: contents change, names, sizes and times do not.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path
from random import Random
from typing import NamedTuple

from PySide6.QtCore import QObject

from backease_desktop.bootstrap.journal import open_journal
from backease_desktop.bootstrap.kept import open_kept
from backease_desktop.core.journal.entries import (
    DayMarked,
    Deleted,
    Entry,
    Felt,
    PainTold,
    ProfileChanged,
    ReminderCalled,
    SessionEnded,
    SessionStarted,
)
from backease_desktop.storage.paths import bundled
from tests.fakes.photos import jpeg_of


class World(NamedTuple):
    """Where everything lies, and numbers for what is new."""

    shipped: Path
    profile: Path
    numbers: Iterator[int]

    @property
    def packs(self) -> Path:
        return self.profile / "data" / "packs"

    @property
    def cache(self) -> Path:
        return self.profile / "cache"


def world_with_a_past(shipped: Path, profile: Path) -> World:
    """A profile with a pack and a session, of which nothing is kept."""
    world = World(shipped, profile, count(1))
    (profile / "data").mkdir(parents=True)
    pack_added(world)
    session(world)
    return world


def change_in_place(file: Path, old: str, new: str) -> None:
    """Write one word for another of the same length, or back; the file keeps size and time."""
    assert len(old) == len(new)
    before, text = file.stat(), file.read_text("utf-8")
    there, other = (old, new) if old in text else (new, old)
    assert there in text, (file, there)
    file.write_text(text.replace(there, other), "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert file.stat().st_mtime_ns == before.st_mtime_ns


# What came with the program


def shipped_exercise(world: World) -> None:
    """Another name."""
    file = world.shipped / "exercises" / "seated-twist.yaml"
    change_in_place(file, "name: Seated twist", "name: Seated turns")


def shipped_dose(world: World) -> None:
    """Another dose."""
    file = world.shipped / "exercises" / "seated-twist.yaml"
    change_in_place(file, "hold_s: {min: 15, max: 30}", "hold_s: {min: 25, max: 40}")


def shipped_routine(world: World) -> None:
    """Another name."""
    change_in_place(
        world.shipped / "routines" / "desk-chair-2.yaml", "At the chair", "On the chair"
    )


def shipped_rules(world: World) -> None:
    """What is to be left out for a condition is asked about, or the other way."""
    change_in_place(world.shipped / "precautions.yaml", "action: avoid", "action: ask  ")


def wording(world: World) -> None:
    """Other words, which take another time."""
    file = world.shipped / "wording" / "en.yaml"
    change_in_place(file, "switch: [And switch sides.,", "switch: [Please do it now.,")


# Packs


def pack_added(world: World) -> None:
    """A routine with an exercise of its own."""
    number = next(world.numbers)
    pack = world.packs / f"pack-{number}"
    for part, name, own in (
        ("exercises", "seated-twist", f"own-twist-{number}"),
        ("routines", "desk-chair-2", f"own-routine-{number}"),
    ):
        (pack / part).mkdir(parents=True)
        text = (bundled("catalogue") / part / f"{name}.yaml").read_text("utf-8")
        text = text.replace(f"id: {name}\n", f"id: {own}\n")
        text = text.replace("exercise: seated-twist", f"exercise: own-twist-{number}")
        text = text.replace("easier: upper-body-twist\n", "")
        (pack / part / f"{own}.yaml").write_text(text, "utf-8")


def _a_pack(world: World) -> Path:
    with suppress(OSError):
        for pack in sorted(world.packs.iterdir()):
            if (pack / "routines").is_dir():
                return pack
    pack_added(world)
    return max(world.packs.iterdir())


def pack_removed(world: World) -> None:
    """All of it."""
    pack = _a_pack(world)
    pack.unlink() if pack.is_symlink() else shutil.rmtree(pack)


def pack_renamed(world: World) -> None:
    """Its files are what they were."""
    _a_pack(world).rename(world.packs / f"moved-{next(world.numbers)}")


def _routine_of(pack: Path) -> Path:
    return min((pack / "routines").glob("own-*.yaml"))


def pack_changed(world: World) -> None:
    """Another name, in place."""
    change_in_place(_routine_of(_a_pack(world)), "without getting up", "without standing u")


def pack_file_replaced(world: World) -> None:
    """Another file of the same name, size and time takes the place of the first."""
    file = _routine_of(_a_pack(world))
    other = file.with_suffix(".other")
    shutil.copy2(file, other)
    change_in_place(other, "At the chair", "By the chair")
    other.replace(file)


def pack_exchanged(world: World) -> None:
    """Where a link leads: to another folder with files of the same names, sizes and times."""
    pack = _a_pack(world)
    other = world.profile / f"elsewhere-{next(world.numbers)}"
    shutil.copytree(pack, other, symlinks=True)
    change_in_place(_routine_of(other), "Turn and bend", "Bend and turn")
    pack.unlink() if pack.is_symlink() else shutil.rmtree(pack)
    pack.symlink_to(other)


def pack_damaged(world: World) -> None:
    """A file cannot be read, or can again."""
    pack = _a_pack(world)
    file = pack / "routines" / "broken.yaml"
    file.unlink() if file.is_symlink() else file.symlink_to(pack / "nowhere")


def photo(world: World) -> None:
    """Another photo instead of a figure, of the same size and time."""
    pack = _a_pack(world)
    (exercise,) = (pack / "exercises").glob("*.yaml")
    file = pack / "photos" / f"{exercise.stem}.jpg"
    file.parent.mkdir(exist_ok=True)
    before = file.stat() if file.exists() else None
    colour = "teal" if before is None or jpeg_of(64, 64) != file.read_bytes() else "navy"
    file.write_bytes(jpeg_of(64, 64, colour))
    if before is not None:
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def draft(world: World) -> None:
    """A routine is not in order any more, or is again."""
    routine = _routine_of(_a_pack(world)).stem
    file = world.profile / "data" / "drafts" / f"{routine}.json"
    file.parent.mkdir(exist_ok=True)
    if file.exists():
        file.unlink()
    else:
        file.write_text(f'{{"id": "{routine}", "name": "Half", "steps": []}}')


# What the person says, by hand and from other programs and devices


def _with_settings(world: World, text: str) -> None:
    file = world.profile / "config" / "settings.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)


def effort(world: World) -> None:
    """Chosen by hand, in the file."""
    level = ("full", "gentle", "auto", "standard")[next(world.numbers) % 4]
    _with_settings(world, f'{{"session": {{"dose": "{level}"}}}}')


def pace(world: World) -> None:
    """Another speed of the voice."""
    _with_settings(world, f'{{"voice": {{"rate_wpm": {120 + next(world.numbers) % 100}}}}}')


def profile(world: World) -> None:
    """The first start was long ago, or just now."""
    day = ("2026-11-30", "2020-01-01")[next(world.numbers) % 2]
    (world.profile / "data" / "profile.json").write_text(f'{{"first_start": "{day}"}}')


def _beside(world: World, *entries: Entry) -> None:
    """Another program of ours adds entries."""
    owner = QObject()
    journal = open_journal(open_kept(world.profile), print, owner)
    for entry in entries:
        journal.append(entry)
    journal.close()


def condition(world: World) -> None:
    """Said in another program, or taken back."""
    is_on = bool(next(world.numbers) % 2)
    _beside(world, ProfileChanged(field="condition.neck", value=is_on or None))


def side(world: World) -> None:
    """The side that hurts."""
    _beside(world, ProfileChanged(field="side", value=("left", "right")[next(world.numbers) % 2]))


def session(world: World) -> None:
    """Done, and easy."""
    done = ("seated-side-bend", "seated-twist")
    kept = open_kept(world.profile)
    owner = QObject()
    journal = open_journal(kept, print, owner)
    start = journal.append(
        SessionStarted(
            routine="desk-chair-2", name="x", duration_ms=9, dose="standard", exercises=done
        )
    )
    journal.append(
        SessionEnded(session=start.id, how="finished", played_ms=9, fraction=1.0, exercises=done)
    )
    journal.append(Felt(session=start.id, how="easy"))
    journal.close()


def _a_session(world: World) -> str:
    owner = QObject()
    journal = open_journal(open_kept(world.profile), print, owner)
    sessions = journal.history.sessions
    journal.close()
    return sessions[-1].id if sessions else ""


def pain(world: World) -> None:
    """Told after the last session, on another machine: easy leads no further up."""
    if not _a_session(world):
        session(world)
    _beside(world, PainTold(level=7, when="after", session=_a_session(world)))


def session_deleted(world: World) -> None:
    """The last one."""
    if last := _a_session(world):
        _beside(world, Deleted(target=last))


def reminder(world: World) -> None:
    """What changes nothing on home."""
    _beside(world, ReminderCalled(reminders=("one",)))


def day_marked(world: World) -> None:
    """A day off."""
    _beside(world, DayMarked(day=date(2026, 11, 1 + next(world.numbers) % 28), mark="ill"))


def _a_journal_file(world: World) -> Path:
    files = sorted((world.profile / "data" / "journal").glob("*/*.jsonl"))
    if not files:
        session(world)
        return _a_journal_file(world)
    return files[-1]


def journal_changed(world: World) -> None:
    """A line of it is another one, in place."""
    file = _a_journal_file(world)
    if '"easy"' not in file.read_text() and '"hard"' not in file.read_text():
        session(world)
    change_in_place(file, '"easy"', '"hard"')


def journal_changed_and_grown(world: World) -> None:
    """The same, and something harmless stands behind it."""
    journal_changed(world)
    reminder(world)


def journal_cut(world: World) -> None:
    """Its last line is gone, as after a copy of yesterday was brought back."""
    file = _a_journal_file(world)
    file.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[:-1]))


def journal_gone(world: World) -> None:
    """All of it."""
    shutil.rmtree(world.profile / "data" / "journal", ignore_errors=True)


def journal_of_another_device(world: World) -> None:
    """What was done there arrives, and names it."""
    text = _a_journal_file(world).read_text()
    other = world.profile / "data" / "journal" / f"{next(world.numbers):08x}" / "2026.jsonl"
    other.parent.mkdir(parents=True, exist_ok=True)
    other.write_text(text.replace('"id":"0', '"id":"1').replace('"session":"0', '"session":"1'))


CHANGES = (
    *(shipped_exercise, shipped_dose, shipped_routine, shipped_rules, wording),
    *(pack_added, pack_removed, pack_renamed, pack_changed, pack_file_replaced),
    *(pack_exchanged, pack_damaged, photo, draft),
    *(effort, pace, profile, condition, side, session, pain, session_deleted),
    *(reminder, day_marked, journal_changed, journal_changed_and_grown),
    *(journal_cut, journal_gone, journal_of_another_device),
)


# What is kept itself


def _kept_file(world: World, random: Random) -> Path | None:
    files = sorted(
        file
        for file in world.cache.rglob("*")
        if file.is_file() and file.stat().st_size < 1 << 20  # no pipe, and none that is huge
    )
    return random.choice(files) if files else None


def cut(file: Path, random: Random) -> None:
    """Its end is missing."""
    whole = file.read_bytes()
    file.write_bytes(whole[: random.randrange(len(whole) + 1)])


def flipped(file: Path, random: Random) -> None:
    """A bit of it is another."""
    whole = bytearray(file.read_bytes())
    if whole:
        whole[random.randrange(len(whole))] ^= 1 << random.randrange(8)
        file.write_bytes(whole)


def longer(file: Path, random: Random) -> None:
    """Something stands behind it."""
    with file.open("ab") as opened:
        opened.write(random.randbytes(1 + random.randrange(99)))


def swapped(file: Path, random: Random) -> None:
    """It is another of the kept ones."""
    others = sorted(one for one in file.parent.iterdir() if one.is_file())
    shutil.copy2(random.choice(others), file.with_name("x"))
    file.with_name("x").replace(file)


def foreign(file: Path, random: Random) -> None:
    """It is another program's."""
    file.write_bytes(random.randbytes(random.randrange(4_000)))


def folder(file: Path, random: Random) -> None:
    """A folder has its name."""
    file.unlink()
    file.mkdir()


def pipe(file: Path, random: Random) -> None:
    """A pipe has its name, into which nobody writes."""
    file.unlink()
    os.mkfifo(file)


def huge(file: Path, random: Random) -> None:
    """It has no end that anybody would wait for."""
    os.truncate(file, 1 << 32)


def gone(file: Path, random: Random) -> None:
    """It is not there."""
    file.unlink()


DAMAGES = (cut, flipped, longer, swapped, foreign, folder, pipe, huge, gone)


def damaged(world: World, random: Random) -> str:
    """Damage something that is kept; says what was done."""
    file = _kept_file(world, random)
    if file is None:
        return "nothing"
    damage = random.choice(DAMAGES)
    damage(file, random)
    return f"{damage.__name__} {file.name}"
