"""The part of home that is painted first where packs bring thousands (`core.timeline.kept_home`).

To say that all of home is true takes a look at each file of each pack. A part is true when those
packs are what they were that its cards are from, and it takes a look at these. That holds where

1. nothing was left out, so no pack waits for another one to be mended or to go;
2. each of these packs holds by itself, with nothing but what came with the program;
3. they bring every exercise that the person has done: how much of a card is told hangs on those.
"""

from collections.abc import Collection, Sequence

from backease_desktop.bootstrap.shelf import Shelf
from backease_desktop.core.catalogue.catalogue import Catalogue, broken_references, catalogue_of
from backease_desktop.core.catalogue.pack import Pack
from backease_desktop.core.journal.history import History
from backease_desktop.core.pieces import Pieces
from backease_desktop.core.timeline.fitting import telling_exercises
from backease_desktop.core.timeline.kept_home import KeptHome, first_cards
from backease_desktop.core.timeline.routine_card import RoutineCard
from backease_desktop.storage.catalogue_files import MOST_PACKS, packs_in
from backease_desktop.storage.read_folders import ReadFolders

MOST_MARKS = 500
"""Files that are looked at before the paint without anybody noticing: three milliseconds."""


def packs_behind(
    cards: Sequence[RoutineCard], shelf: Shelf, folders: ReadFolders, history: History
) -> Pieces[tuple[str, ...] | None]:
    """Names of the packs that the first of some cards are from; in pieces, a pack each.

    Args:
        cards: all of them.
        shelf: what they were made from.
        folders: have read the packs.
        history: the person's.

    Returns:
        None where that cannot be told, or where a part would spare too little.
    """
    packs, names = packs_in(shelf.kept.folders.data), list[str]()
    if shelf.kept.policy is not None or len(packs) >= MOST_PACKS:
        return None
    first = first_cards(cards)
    routines = {card.id for card in first}
    exercises = {step.exercise for card in first for step in card.steps} | history.exercises_done
    exercises |= {one.exercise for session in history.sessions for one in session.hurt}
    for pack in packs:
        yield None
        folder = folders.known(pack)
        if folder is None or folder.problems or not _is_in(folder.contents, shelf.catalogue):
            return None
        if not _brings(folder.contents, routines, exercises):
            continue
        if not _holds_alone(folder.contents, shelf.shipped):
            return None
        names.append(pack.name)
    return tuple(names) if 2 * len(names) <= len(packs) else None


def part_of(home: KeptHome, packs: tuple[str, ...]) -> KeptHome:
    """The part of a home whose cards stand first, and are from these packs."""
    cards = first_cards(home.cards)
    telling = telling_exercises(home.cards)
    shown = sorted({step.exercise for card in cards for step in card.steps})
    return home.with_(
        cards=cards,
        made_of={},
        figures={exercise: home.figures[exercise] for exercise in shown},
        telling={card.id: telling[card.id] for card in cards},
        packs=packs,
    )


def _is_in(pack: Pack, catalogue: Catalogue) -> bool:
    """Whether a pack was taken, with all but routines that are being written."""
    return (
        all(catalogue.sources.get(one.id) == one for one in pack.sources)
        and all(catalogue.exercises.get(one.id) == one for one in pack.exercises)
        and all(catalogue.routines.get(one.id, one) == one for one in pack.routines)
    )


def _brings(pack: Pack, routines: Collection[str], exercises: Collection[str]) -> bool:
    """Whether a pack brings one of these."""
    return any(one.id in routines for one in pack.routines) or any(
        one.id in exercises for one in pack.exercises
    )


def _holds_alone(pack: Pack, shipped: Catalogue) -> bool:
    """Whether all that a pack names is in it, or came with the program."""
    both = catalogue_of(
        (*shipped.sources.values(), *pack.sources),
        (*shipped.exercises.values(), *pack.exercises),
        (*shipped.routines.values(), *pack.routines),
    )
    return not broken_references(both, pack.exercises, pack.routines)
