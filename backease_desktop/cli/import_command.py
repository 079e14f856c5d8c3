"""`backease import`: what others gave, looked into, and kept as a pack of the person's own."""

import argparse
import json
import sys
from collections.abc import Sequence

from backease_desktop.bootstrap.clocks import today
from backease_desktop.bootstrap.sharing import keep, look_into, paste_words
from backease_desktop.bootstrap.shelf import Shelf, open_shelf
from backease_desktop.controllers.bringing_in import GivenPack
from backease_desktop.core.catalogue.pack import Pack
from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.paste.making import Given, pack_of
from backease_desktop.core.paste.reading import Reading, exported_reading
from backease_desktop.core.plain_text import printable, visible
from backease_desktop.core.timeline.dose import dose_of, in_words
from backease_desktop.ui.share.pack_words import counted

PHYSIO = "My physiotherapist"
ROUTINE = "From my physiotherapist"


def bring_in(options: argparse.Namespace) -> int:
    """Look into a file; keep what is in it, or say it as JSON."""
    shelf = open_shelf(options.profile)
    for problem in shelf.problems:
        print(problem, file=sys.stderr)
    found = look_into(options.file, shelf.catalogue)
    if isinstance(found, GivenPack):
        return _bring_in(found, shelf, options)
    if options.json:
        print(json.dumps([exported_reading(one) for one in found], ensure_ascii=False, indent=1))
        return 0
    return _lines(found, shelf, options)


def _lines(readings: Sequence[Reading], shelf: Shelf, options: argparse.Namespace) -> int:
    """Make a routine of what is clear, and say what is not."""
    name = visible(options.name or ROUTINE).strip() or ROUTINE
    sender = visible(options.sender or PHYSIO).strip() or PHYSIO
    given = Given(name, sender, today().isoformat())
    made = pack_of(readings, given, shelf.catalogue, paste_words(shelf.catalogue).lexicon)
    for reading, why in made.left:
        which = f" ({', '.join(reading.candidates)})" if reading.candidates else ""
        print(f"line {reading.number}: {printable(reading.line)}: {why}{which}", file=sys.stderr)
    if made.pack is None:
        raise ReportedError("no line says clearly which exercise is meant, and how much of it")
    folder = keep(shelf.kept, shelf.catalogue, shelf.wording, name, made.pack)
    _show(made.pack, shelf)
    print(
        f"kept in {printable(str(folder))}; `backease --start {made.pack.routines[0].id}` opens it"
    )
    if made.left:
        print("What was left out is asked about in the window: “Paste what you were given”.")
    return 0


def _show(pack: Pack, shelf: Shelf) -> None:
    new = {exercise.id: exercise for exercise in pack.exercises}
    for routine in pack.routines:
        print(printable(routine.name))
        for step in routine.steps:
            exercise = new.get(step.exercise) or shelf.catalogue.exercises[step.exercise]
            dose = step.dose or exercise.prescriptions[0]
            words = in_words(dose_of(exercise, dose, DoseLevel.STANDARD))
            print(
                f"  {printable(exercise.name)}: {words}{' (new)' if step.exercise in new else ''}"
            )


def _bring_in(given: GivenPack, shelf: Shelf, options: argparse.Namespace) -> int:
    pack = given.pack
    if options.json:
        told = {
            "title": given.title,
            "from": given.sender,
            "exercises": [{"id": one.id, "name": one.name} for one in pack.exercises],
            "routines": [{"id": one.id, "name": one.name} for one in pack.routines],
            "there": given.there,
            "left_out": list(given.left_out),
        }
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return 0
    for sentence in given.left_out:
        print(printable(sentence), file=sys.stderr)
    if not (pack.exercises or pack.routines):
        print(f"{printable(given.title)}: all of it is there already")
        return 0
    sender = f", from {printable(given.sender)}" if given.sender else ""
    print(f"{printable(given.title)}: {counted(pack)}{sender}")
    folder = keep(shelf.kept, shelf.catalogue, shelf.wording, given.title, pack)
    _show(pack, shelf)
    print(f"kept in {printable(str(folder))}")
    return 0
