"""What came with the program: is it whole, and does it do what it should? No window, no sound."""

import json
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from backease_desktop.bootstrap.shelf import DEFAULT_ROUTINE, Shelf
from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.model import figure_of
from backease_desktop.core.player.player import Player
from backease_desktop.core.settings import Settings
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.units import Ms
from backease_desktop.core.voice import Pace
from backease_desktop.own_program import executable_folder
from backease_desktop.self_test.verdict import Broken
from backease_desktop.storage.paths import bundled

_PACKAGE = "backease-desktop"
_PARTS = "parts.json"
"""The list of its files that a frozen program carries in `_data`: sizes in bytes, by path."""
_SHOWN = 3


def parts() -> str:
    """Whether every file is there as it was installed: of the package, or of the frozen program.

    The commands beside it are not looked at: pipx writes them anew.
    """
    listed = bundled("resources").parent / _PARTS
    if listed.is_file():
        return _parts_of_the_frozen(listed, executable_folder())
    try:
        installed = distribution(_PACKAGE).files or []
    except PackageNotFoundError:
        installed = []
    own = [path for path in installed if path.parts[0] == "backease_desktop"]
    if not own:  # a checkout
        return "not installed by pip, so there is no list of its files"
    damaged = [
        str(path)
        for path in own
        if path.size is not None and not _has_size(Path(str(path.locate())), path.size)
    ]
    return _whole(damaged, len(own))


def _parts_of_the_frozen(listed: Path, folder: Path) -> str:
    sizes: dict[str, int] = json.loads(listed.read_text(encoding="utf-8"))
    damaged = [path for path, size in sizes.items() if not _has_size(folder / path, size)]
    return _whole(damaged, len(sizes))


def _has_size(path: Path, size: int) -> bool:
    return path.is_file() and path.stat().st_size == size


def _whole(damaged: list[str], files: int) -> str:
    if damaged:
        more = f" and {len(damaged) - _SHOWN} more" if len(damaged) > _SHOWN else ""
        raise Broken(
            f"missing or changed: {', '.join(damaged[:_SHOWN])}{more}",
            "install BackEase again",
        )
    return f"{files} files as they were installed"


def catalogue(shelf: Shelf) -> str:
    """Whether it is there, and nothing in it is left out."""
    if shelf.problems:
        raise Broken("; ".join(shelf.problems), "install BackEase again")
    found = shelf.catalogue
    if DEFAULT_ROUTINE not in found.routines:
        raise Broken(f"there is no routine {DEFAULT_ROUTINE}", "install BackEase again")
    return f"{len(found.exercises)} exercises, {len(found.routines)} routines"


def natural_voice(shelf: Shelf) -> str:
    """Whether the sound that came with the program is there, and can be decoded."""
    again = "install BackEase again"
    if shelf.pack is None:
        raise Broken("the sound of the natural voice is missing or damaged", again)
    for pace in Pace:
        text = min(shelf.pack.phrases)
        if shelf.pack.find(text, pace) is None:
            raise Broken(f"“{text}” cannot be decoded", again)
    return f"{len(list(shelf.pack.phrases))} phrases, {shelf.pack.size / 1e6:.0f} MB"


def figures(shelf: Shelf) -> str:
    """Whether every figure can be drawn."""
    drawn = 0
    for exercise in shelf.catalogue.exercises.values():
        if exercise.figure is not None:
            film = Film(figure_of(exercise.figure))
            if not film.drawing_at(film.held, "right").shapes:
                raise ValueError(f"the figure of {exercise.id} is empty")
            drawn += 1
    return f"{drawn} figures drawn"


def timelines(shelf: Shelf) -> str:
    """Whether every routine can be laid out."""
    routines = shelf.catalogue.routines.values()
    total = sum(
        compile_timeline(
            routine,
            shelf.catalogue,
            shelf.preferences,
            shelf.wording,
            lambda text: shelf.speaking_time(text, shelf.voice),
        ).duration
        for routine in routines
    )
    return f"{len(routines)} compiled, {total // 60_000} minutes"


def player(shelf: Shelf) -> str:
    """Whether a session comes to its end."""
    timeline = compile_timeline(
        shelf.catalogue.routines[DEFAULT_ROUTINE],
        shelf.catalogue,
        shelf.preferences,
        shelf.wording,
        lambda text: shelf.speaking_time(text, shelf.voice),
    )
    player, events = Player(timeline), 0
    player.play(Ms(0))
    for now in range(0, timeline.duration + 1000, 1000):
        events += len(player.advance(Ms(now)))
    if player.is_running:
        raise ValueError("the session does not end")
    return f"{timeline.name} played to its end, {events} events"


def files(shelf: Shelf) -> str:
    """Whether settings come back as they were written."""
    shelf.kept.settings_file.save(Settings())
    if shelf.kept.settings_file.read().value != Settings():
        raise ValueError("settings come back other than they were written")
    return "settings written and read"
