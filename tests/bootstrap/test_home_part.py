"""A part of home is painted first where packs bring thousands: true of itself, or not at all."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from backease_desktop.bootstrap.clocks import today
from backease_desktop.bootstrap.first_sight import FirstSight
from backease_desktop.bootstrap.home_part import packs_behind, part_of
from backease_desktop.bootstrap.kept import open_kept
from backease_desktop.bootstrap.shelf import adding_packs, reading_shipped
from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.journal.history import History
from backease_desktop.core.person.person import SideThatHurts
from backease_desktop.core.pieces import drained
from backease_desktop.core.timeline.fitting import telling_exercises
from backease_desktop.core.timeline.kept_home import SHOWN_FIRST, KeptHome
from backease_desktop.core.timeline.routine_card import RoutineCard, RoutineStep
from backease_desktop.core.units import MINUTE, Ms
from backease_desktop.storage.home_file import ALL
from backease_desktop.storage.read_folders import ReadFolders
from tests.bootstrap.test_first_sight import CARD
from tests.fakes.history import TODAY, play
from tests.fakes.journal import FakeNow, MemoryJournal
from tests.storage.test_catalogue_files import EASIER, EXERCISE, ROUTINE, SOURCES

NAMES = ("a", "b", "c", "d")
FULL = '{"session": {"dose": "full"}}'


class Packs:
    """A profile with packs of a clinic each, as it is read at a start."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        for name in NAMES:
            self._write(name)

    def _write(self, name: str) -> None:
        files = {
            "sources.yaml": SOURCES,
            f"exercises/stand-tall-{name}.yaml": EXERCISE,
            f"exercises/stand-still-{name}.yaml": EASIER,
            f"routines/standing-{name}.yaml": ROUTINE.replace("id: standing", "id: standing-x"),
        }
        for file, text in files.items():
            for id_ in ("stand-tall", "stand-still", "clinic", "standing-x"):
                text = text.replace(id_, f"{id_.removesuffix('-x')}-{name}")
            path = self.data / "packs" / name / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")

    def change(self, file: str, old: str, new: str) -> None:
        """Write over a file of a pack, in its place."""
        path = self.data / "packs" / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    def behind(self, *routines: str, history: History | None = None) -> tuple[str, ...] | None:
        """The packs behind the cards of some routines, which stand first."""
        kept, folders = open_kept(self.folder), ReadFolders()
        shelf = drained(adding_packs(drained(reading_shipped(kept, folders)), folders))
        known = shelf.catalogue.routines
        cards = [card_of(one, [s.exercise for s in known[one].steps]) for one in routines]
        return drained(packs_behind(cards, shelf, folders, history or History()))


def card_of(id_: str, exercises: list[str], minutes: int = 4) -> RoutineCard:
    steps = tuple(RoutineStep(one, one, "5 times", False) for one in exercises)
    return CARD.with_(id=id_, steps=steps, duration=Ms(minutes * MINUTE))


@pytest.fixture
def packs(qapp: QApplication, tmp_path: Path) -> Packs:
    return Packs(tmp_path)


# Which packs are behind a part


def test_the_packs_that_the_first_cards_are_from_are_behind_them(packs: Packs) -> None:
    assert packs.behind("desk-chair-2") == ()
    assert packs.behind("standing-b", "desk-chair-2") == ("b",)
    assert packs.behind("standing-b", "standing-d") == ("b", "d")


def test_the_packs_of_what_the_person_has_done_are_behind_every_card(packs: Packs) -> None:
    journal = MemoryJournal(FakeNow())
    play(journal, TODAY, exercises=("stand-tall-c", "seated-twist"))
    assert packs.behind("desk-chair-2", history=journal.history) == ("c",)
    play(journal, TODAY, exercises=("stand-still-a",), hurt="stand-still-a")
    assert packs.behind("desk-chair-2", history=journal.history) == ("a", "c")


def test_a_pack_that_needs_another_one_makes_no_part(packs: Packs) -> None:
    packs.change("b/routines/standing-b.yaml", "stand-tall-b, ", "stand-tall-c, ")
    packs.change("b/routines/standing-b.yaml", "stand-tall-c, prescription: clinic-b",
                 "stand-tall-c, prescription: clinic-c")  # fmt: skip
    assert packs.behind("standing-b") is None
    assert packs.behind("standing-a") == ("a",)


def test_where_a_pack_is_left_out_there_is_no_part(packs: Packs) -> None:
    packs.change("d/routines/standing-d.yaml", "name: Standing", "name: [")
    assert packs.behind("standing-a") is None


def test_a_part_that_more_than_half_of_the_packs_are_behind_spares_too_little(
    packs: Packs,
) -> None:
    assert packs.behind("standing-a", "standing-b", "standing-c") is None


# What of home is a part


def home_of(cards: tuple[RoutineCard, ...]) -> KeptHome:
    exercises = {step.exercise for card in cards for step in card.steps}
    return KeptHome(
        cards=cards,
        made_of={card.id: "abc" for card in cards},
        figures={exercise: f"figure of {exercise}" for exercise in exercises},
        dose=DoseLevel.STANDARD,
        side=SideThatHurts.BOTH,
        chosen=None,
        journal={},
        since=today(),
        until=today() + timedelta(days=1),
    )


def test_a_part_has_what_stands_first_and_what_is_offered_with_all_that_they_show() -> None:
    cards = tuple(card_of(f"r{n}", [f"e{n}", "e"]) for n in range(SHOWN_FIRST + 5))
    offered = card_of("offered", ["e0"], minutes=2)
    home = home_of((*cards, offered))

    part = part_of(home, ("a",))

    assert part.is_part
    assert not home.is_part
    assert part.cards == (*cards[:SHOWN_FIRST], offered)
    assert part.figures == {
        one: home.figures[one] for one in ("e", *(f"e{n}" for n in range(SHOWN_FIRST)))
    }
    every = telling_exercises(home.cards)
    assert part.telling == {card.id: every[card.id] for card in part.cards}


# When a part is shown


class Sights:
    """What is shown of a home that was kept in parts, of which pack b is behind the first."""

    def __init__(self, packs: Packs) -> None:
        self._packs = packs
        cards = tuple(card_of(f"r{n}", ["e"]) for n in range(30))
        self.home = home_of(cards)
        self.part = part_of(self.home, ("b",))
        first, kept = self.first(), open_kept(packs.folder)
        first.keep_parts(first.files, kept.settings, kept.profile, self.home, self.part)

    def first(self) -> FirstSight:
        return FirstSight(open_kept(self._packs.folder), lambda: self._packs.data / "j", today())

    def after_the_paint(self) -> KeptHome | None:
        first, kept = self.first(), open_kept(self._packs.folder)
        drained(first.seeing_all(kept.settings, kept.profile))
        return first.home


@pytest.fixture
def sights(packs: Packs) -> Sights:
    return Sights(packs)


def test_a_part_is_shown_first_and_all_of_it_after_the_paint(sights: Sights) -> None:
    assert sights.first().home == sights.part
    assert sights.after_the_paint() == sights.home


@pytest.mark.parametrize(
    "change",
    [
        lambda packs: packs.change("b/routines/standing-b.yaml", "Standing", "Upright"),
        lambda packs: packs.change("b/exercises/stand-tall-b.yaml", "Let go.", "Let it go."),
        lambda packs: packs.change("c/sources.yaml", "Our clinic", "Their clinic"),
        lambda packs: (packs.data / "packs/c/routines/standing-c.yaml").unlink(),
        lambda packs: (packs.data / "packs/c/exercises/new.yaml").write_text("id: new\n"),
        lambda packs: (packs.data / "packs/new/routines").mkdir(parents=True),
        lambda packs: (packs.data / "packs/d").rename(packs.data / "packs/e"),
        lambda packs: (packs.data / "packs/b/photos").mkdir(),
        lambda packs: (packs.folder / "config/settings.json").write_text(
            '{"session": {"dose": "full"}}'
        ),
    ],
)
def test_nothing_is_shown_of_a_part_that_may_be_untrue(
    packs: Packs, sights: Sights, change: Callable[[Packs], object]
) -> None:
    (packs.folder / "config").mkdir(exist_ok=True)
    change(packs)
    first = sights.first()
    assert first.home is None
    assert first.untrue == "files"
    assert first.known == sights.home


def test_a_file_of_another_pack_that_was_written_over_leaves_the_part_true_and_not_the_whole(
    packs: Packs, sights: Sights
) -> None:
    packs.change("c/routines/standing-c.yaml", "Standing", "Upright")
    assert sights.first().home == sights.part
    assert sights.after_the_paint() == sights.part


@pytest.mark.parametrize("damage", [b"", b"not ours", None])
def test_a_part_is_shown_where_the_file_of_the_whole_is_damaged_or_gone(
    packs: Packs, sights: Sights, damage: bytes | None
) -> None:
    file = packs.folder / "cache" / ALL
    file.unlink() if damage is None else file.write_bytes(damage)
    assert sights.after_the_paint() == sights.part
    assert sights.first().known is None


def test_a_home_that_is_kept_whole_again_leaves_no_file_of_parts(
    packs: Packs, sights: Sights
) -> None:
    first, kept = sights.first(), open_kept(packs.folder)
    first.keep(first.files, kept.settings, kept.profile, sights.home)
    assert sights.first().home == sights.home
    assert not (packs.folder / "cache" / ALL).exists()


def test_files_are_looked_at_before_any_is_read_also_by_whoever_cannot_wait(
    packs: Packs, sights: Sights
) -> None:
    first, kept = sights.first(), open_kept(packs.folder)
    looking = first.seeing_all(kept.settings, kept.profile)
    next(looking)
    before = first.files  # a key has everything read now
    packs.change("c/routines/standing-c.yaml", "Standing", "Upright")
    drained(looking)
    assert first.files == before
