"""A small catalogue, a profile, and starts of the program without its window.

What a start shows is asked twice: of one that finds what earlier starts have kept, and of one that
finds nothing (`from_nothing`). The second one is the oracle for the first.
"""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import msgspec
import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from backease_desktop.bootstrap import backstage, first_sight, shelf
from backease_desktop.bootstrap.backstage import Backstage
from backease_desktop.bootstrap.clocks import clock, today
from backease_desktop.bootstrap.first_sight import FirstSight
from backease_desktop.bootstrap.home_keeping import chosen_of
from backease_desktop.bootstrap.journal import open_journal
from backease_desktop.bootstrap.kept import Kept, build_settings, open_kept
from backease_desktop.core.person.person import SideThatHurts
from backease_desktop.core.pieces import Pieces, drained
from backease_desktop.core.timeline.kept_home import first_cards
from backease_desktop.core.timeline.routine_card import RoutineCard
from backease_desktop.storage.paths import bundled
from backease_desktop.ui.figure.figures import Figures
from backease_desktop.ui.look.icons import Icons
from backease_desktop.ui.look.style import Look

ROUTINES = ("desk-chair-2", "desk-chair-neck", "wall-stand-2")


class Shown(NamedTuple):
    """What a start shows."""

    cards: Sequence[RoutineCard]
    dose: object
    side: object
    chosen: object
    figures: Mapping[str, str]


class Told(NamedTuple):
    """What a start knows, when all is read."""

    shown: Shown
    sessions: object
    calls: object
    met: object
    profile: object
    problems: object


class Start:
    """A start on a profile, as far as what stands behind its window.

    Args:
        profile: its folder.
        cache: where it keeps what it may; the profile's own by default.
    """

    def __init__(self, profile: Path, cache: Path | None = None) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._owner = QObject()
        kept = open_kept(profile)
        if cache is not None:
            kept = msgspec.structs.replace(kept, folders=kept.folders._replace(cache=cache))
        self.kept: Kept = kept
        self.said: list[str] = []
        self.journal = open_journal(kept, self.said.append, self._owner)
        self.settings = build_settings(kept, self.journal, self._owner, self.said.append)
        self.first = FirstSight(kept, lambda: self.journal.folder, today())
        self.backstage = Backstage(kept, self.settings, self.journal, self.first, self._owner)
        look = Look(app, Icons(bundled("resources") / "icons"))
        self.figures = Figures(
            lambda: self.backstage.at_hand.catalogue,
            look,
            clock,
            self._owner,
            None,
            self.first.home.figures if self.first.home else {},
            self.backstage.photo,
        )

    @property
    def shown_first(self) -> Shown | None:
        """What is shown before anything is read; None where all that was kept is not true."""
        home = self.first.home
        if home is None or home.is_part:
            return None
        return Shown(home.cards, home.dose, home.side, home.chosen, home.figures)

    def pieces(self) -> Pieces[None]:
        """All that is done after the paint, until home is kept."""
        yield from self.backstage.get_ready()
        self.journal.refresh()
        yield None
        yield from self.backstage.keeping(self.figures)

    @property
    def told(self) -> Told:
        """What it knows now; all is read for it if need be."""
        cards = self.backstage.routines.cards
        exercises = sorted({step.exercise for card in cards for step in card.steps})
        history = self.journal.history
        shown = Shown(
            cards,
            self.settings.preferences.dose,
            self.backstage.door.person.side or SideThatHurts.BOTH,
            chosen_of(self.settings, {card.id for card in cards}),
            {one: self.figures.print_of(one) for one in exercises},
        )
        return Told(
            shown,
            history.sessions,
            history.calls,
            history.met_until(today()),
            history.profile,
            sorted(self.backstage.shelf.problems),
        )

    def close(self) -> None:
        """End it as the window does."""
        self.backstage.stop()
        drained(self.backstage.keeping(self.figures, may_read=False))
        self.backstage.stop()
        self.journal.close()
        self._owner.deleteLater()


def small_catalogue_in(folder: Path) -> Path:
    """The shipped catalogue in a folder, with a few of its routines and what they need."""
    shipped, place = bundled("catalogue"), folder / "catalogue"
    (place / "routines").mkdir(parents=True)
    (place / "exercises").mkdir()
    shutil.copytree(shipped / "wording", place / "wording")
    for name in ("sources.yaml", "precautions.yaml", "plan.yaml"):
        shutil.copy2(shipped / name, place / name)
    for routine in ROUTINES:
        text = (shipped / "routines" / f"{routine}.yaml").read_text("utf-8")
        (place / "routines" / f"{routine}.yaml").write_text(text, "utf-8")
        for line in text.splitlines():
            if "exercise:" in line:
                name = line.partition("exercise:")[2].partition(",")[0].strip(" }")
                shutil.copy2(shipped / "exercises" / f"{name}.yaml", place / "exercises")
    return place


def use_catalogue(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have starts take this folder for the catalogue that came with the program."""

    def here(name: str) -> Path:
        return place if name == "catalogue" else bundled(name)

    for module in (first_sight, shelf, backstage):
        monkeypatch.setattr(module, "bundled", here)


def from_nothing(profile: Path) -> Told:
    """What a start tells that finds nothing in its cache."""
    with TemporaryDirectory() as cache:
        start = Start(profile, Path(cache))
        told = start.told
        start.journal.close()
    return told


def lies(start: Start, truth: Told) -> Iterator[str]:
    """In what a start differs from the truth: on its first page, or when all is read."""
    home = start.first.home
    if home is not None and home.is_part:
        part = Shown(home.cards, home.dose, home.side, home.chosen, home.figures)
        whole = truth.shown
        figures = {one: whole.figures[one] for one in home.figures}
        first = whole._replace(cards=first_cards(whole.cards), figures=figures)
        yield from (f"part: {name}" for name in _others(part, first))
        drained(start.first.seeing_all(start.kept.settings, start.kept.profile))
    if (shown := start.shown_first) is not None:
        yield from (f"first {name}" for name in _others(shown, truth.shown))
    told = start.told
    yield from (f"then {name}" for name in _others(told.shown, truth.shown))
    yield from (name for name in _others(told, truth) if name != "shown")


def _others(one: Any, other: Any) -> list[str]:
    return [name for name in one._fields if getattr(one, name) != getattr(other, name)]
