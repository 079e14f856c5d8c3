"""Commands that draw: figure and sheet."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from backease_desktop.bootstrap.sharing import code_of, given_away
from backease_desktop.bootstrap.shelf import open_shelf
from backease_desktop.cli.catalogue_commands import mine_of
from backease_desktop.cli.while_loading import ended_by_ctrl_c
from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.figure.film import Film
from backease_desktop.core.figure.model import figure_of
from backease_desktop.core.figure.stills import FigureError
from backease_desktop.core.settings import Theme
from backease_desktop.core.timeline.compile import session_timeline
from backease_desktop.storage.catalogue_figures import FigureFile, read_figure
from backease_desktop.storage.catalogue_files import packs_in
from backease_desktop.storage.paths import bundled, folders
from backease_desktop.ui.figure.colours import FigureColours
from backease_desktop.ui.figure.export import png_bytes, svg_text
from backease_desktop.ui.figure.palettes import PALETTES
from backease_desktop.ui.figure.sheet import pdf_bytes
from backease_desktop.ui.figure.sheet_words import sheet_of

STANDARD_HEIGHT = 800
"""Pixels of a PNG without `--size`; its width follows from the picture."""

STDOUT = Path("-")
UNNAMED = Path()
"""What `--svg` and `--png` are without a file."""


def figure(options: argparse.Namespace) -> int:
    """Draw the figure of an exercise, or those of all; into files or into a window."""
    if options.all is not None:
        return _draw_all(options)
    if options.exercise is None:
        raise ReportedError("name an exercise, a YAML file, or --all DIR")
    file = _file_of(options.exercise, options.profile)
    if options.svg is None and options.png is None:
        return _watch(file, options)
    read = read_figure(file)
    _report(read)
    film = read.film
    if film is None:
        return 1
    name = options.keyframe or film.stills[film.held].name
    if name not in film.figure.keyframes:
        known = ", ".join(film.figure.keyframes)
        raise ReportedError(f"{file.stem} has no keyframe {name!r}; it has {known}")
    suffix, out = ("svg", options.svg) if options.svg is not None else ("png", options.png)
    out = Path(f"{file.stem}.{suffix}") if out == UNNAMED else out
    _write(out, _picture(film, name, suffix, options))
    return 1 if read.problems else 0


def sheet(options: argparse.Namespace) -> int:
    """Print a routine: figures, doses and sources, as a PDF."""
    shelf = open_shelf(options.profile)
    for problem in shelf.problems:
        print(problem, file=sys.stderr)
    preferences = shelf.preferences
    mine = mine_of(shelf, options)
    routine = mine.routine.in_order(preferences.order)
    if options.dose:
        preferences = replace(preferences, dose=DoseLevel(options.dose))
    timeline = session_timeline(
        mine,
        preferences,
        shelf.wording,
        lambda text: shelf.speaking_time(text, shelf.voice),
    )
    figures = {step.exercise: shelf.catalogue.exercise_of(step).figure for step in routine.steps}
    films = {id_: Film(figure_of(block)) for id_, block in figures.items() if block}
    words = sheet_of(
        routine, shelf.catalogue, preferences.dose, timeline.duration, films, mine.changes
    )
    words = replace(words, code=code_of(given_away(shelf, options.routine)))
    try:
        pdf = pdf_bytes(words, options.paper)
    except FigureError as error:
        raise ReportedError(f"a figure cannot be built: {error}; see `catalogue check`") from error
    _write(options.pdf, pdf)
    return 0


def _draw_all(options: argparse.Namespace) -> int:
    """Every keyframe of every exercise that has a figure, a file each."""
    if options.exercise is not None or options.watch:
        raise ReportedError("--all draws every exercise into a folder; name no exercise with it")
    if {options.svg, options.png} - {None, UNNAMED}:
        raise ReportedError("with --all, --svg and --png take no file; the folder is enough")
    try:
        options.all.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReportedError(f"{options.all}: cannot be made ({error.strerror})") from error
    suffix = "png" if options.png is not None else "svg"
    has_problems, count = False, 0
    for file in _exercise_files(options.profile):
        read = read_figure(file)
        if read.exercise is not None and read.exercise.figure is None:
            continue
        _report(read)
        has_problems |= bool(read.problems)
        for name in read.film.figure.keyframes if read.film else ():
            if read.film and options.keyframe in (None, name):
                out = options.all / f"{file.stem}-{name}.{suffix}"
                _write(out, _picture(read.film, name, suffix, options))
                count += 1
    print(f"{count} pictures in {options.all}")
    return 1 if has_problems or not count else 0


def _report(read: FigureFile) -> None:
    for problem in read.problems:
        print(problem, file=sys.stderr)


def _picture(film: Film, keyframe: str, suffix: str, options: argparse.Namespace) -> bytes:
    if options.size and suffix == "svg":
        raise ReportedError("--size is for PNG; an SVG has no size of its own and scales freely")
    place = list(film.figure.keyframes).index(keyframe)
    drawing = film.drawing_at(place, options.side)
    colours: FigureColours = PALETTES[Theme(options.theme)]
    if suffix == "svg":
        return svg_text(drawing, colours).encode()
    frame = drawing.frame
    usual = round(STANDARD_HEIGHT * frame.width / frame.height), STANDARD_HEIGHT
    width, height = options.size or usual
    return png_bytes(drawing, width, height, colours)


def _write(out: Path, data: bytes) -> None:
    if out == STDOUT:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        out.write_bytes(data)
    except OSError as error:
        raise ReportedError(f"{out}: cannot be written ({error.strerror})") from error


def _exercise_files(profile: Path | None) -> Iterator[Path]:
    """The files of all exercises, the person's packs included."""
    for folder in (bundled("catalogue"), *packs_in(folders(profile).data)):
        yield from sorted((folder / "exercises").glob("*.yaml"))


def _file_of(exercise: str, profile: Path | None) -> Path:
    """The file of an exercise by id, or the file that is named itself.

    Raises:
        ReportedError: there is none.
    """
    if exercise.endswith((".yaml", ".yml")):
        file = Path(exercise)
        if not file.is_file():
            raise ReportedError(f"{file}: there is no such file")
        return file
    files = {file.stem: file for file in _exercise_files(profile)}
    if exercise not in files:
        raise ReportedError(f"no exercise has the id {exercise!r}; {_instead(exercise, files)}")
    return files[exercise]


def _instead(given: str, known: Iterable[str]) -> str:
    close = get_close_matches(given, known, n=3)
    return f"did you mean {' or '.join(close)}?" if close else f"there are {', '.join(known)}"


def _watch(file: Path, options: argparse.Namespace) -> int:
    if options.keyframe or options.size:
        raise ReportedError("the window shows every keyframe; --keyframe and --size are for files")
    # Loaded on first use: files are drawn without widgets.
    with ended_by_ctrl_c():
        from backease_desktop.cli.figure_window import watch

    return watch(file, Theme(options.theme), options.side)
