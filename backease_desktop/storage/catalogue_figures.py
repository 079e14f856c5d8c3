"""Figures in the catalogue's files: every frame looked at, and what misleads named by its line.

The words of a figure are checked whenever its file is read. Whether the body that they describe is
a possible one shows only when every frame is solved, which takes too long for a start of the
program; so it is asked for: by `backease catalogue check` and by the viewer of a file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.model import figure_of
from backease_desktop.core.figure.rules import problems as problems_of
from backease_desktop.core.figure.stills import FigureError
from backease_desktop.storage.catalogue_folder import (
    file_of,
    line_in,
    read_exercise,
    read_folder,
)
from backease_desktop.storage.catalogue_problems import Problem

FIGURE = "figure"

_ARM = ("arm", "shoulder", "elbow", "hand")
_LIMB = re.compile(r"\b(right|left) (arm|shoulder|elbow|hand|leg|hip|knee|foot)\b")
"""A limb in a sentence, which the file may have a line of its own for."""


@dataclass(frozen=True, slots=True)
class FigureFile:
    """What an exercise's file says of its figure.

    Attributes:
        exercise: None if the file cannot be used.
        film: None if there is no figure, or none that can be built.
        problems: everything wrong with the file and with each frame of the figure.
    """

    exercise: Exercise | None
    film: Film | None
    problems: tuple[Problem, ...]


def read_figure(file: Path) -> FigureFile:
    """The figure in an exercise's file; never raises, whatever the file holds."""
    exercise, problems = read_exercise(file)
    if exercise is None:
        return FigureFile(None, None, tuple(sorted(problems)))
    if exercise.figure is None:
        missing = Problem(file, 1, FIGURE, "missing; catalogue/README.md shows how to write one")
        return FigureFile(exercise, None, (missing,))
    film, found = _built(exercise)
    problems += (_located(file, exercise, sentence) for sentence in found)
    return FigureFile(exercise, film, tuple(sorted(problems)))


def misleading_figures(folder: Path) -> Iterator[Problem]:
    """What is wrong with the figures of a folder whose files are in order."""
    for exercise in read_folder(folder).contents.exercises:
        if exercise.figure is not None:
            file = file_of(folder, "exercises", exercise.id)
            yield from (_located(file, exercise, sentence) for sentence in _built(exercise)[1])


def _built(exercise: Exercise) -> tuple[Film | None, tuple[str, ...]]:
    """The film of an exercise, and what is wrong with it."""
    film = Film(figure_of(exercise.figure))
    try:
        return film, problems_of(film)
    except FigureError as error:
        return None, (str(error),)


def _located(file: Path, exercise: Exercise, sentence: str) -> Problem:
    """The problem of a sentence that begins with its field: `keyframes.hold: the right knee …`."""
    field, _, words = sentence.partition(": ")
    steps = [FIGURE, *field.split(".")]
    said = _said_at(exercise, steps)
    limb = _LIMB.search(words)
    if limb and isinstance(said, dict):
        kind = "arm" if limb[2] in _ARM else "leg"
        steps += [name for name in (f"{limb[1]}_{kind}", f"{kind}s") if name in said][:1]
    return Problem(file, line_in(file, tuple(steps)), ".".join(steps), words)


def _said_at(exercise: Exercise, steps: list[str]) -> object:
    """What the file says at a field of the figure, None if nothing."""
    said: object = {FIGURE: exercise.figure}
    for step in steps:
        said = said.get(step) if isinstance(said, dict) else None
    return said
