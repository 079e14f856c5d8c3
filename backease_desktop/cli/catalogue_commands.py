"""Commands that read the catalogue: list, catalogue check, catalogue export, timeline."""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import replace

from backease_desktop.bootstrap.shelf import Shelf, open_shelf
from backease_desktop.core.catalogue.export import exported as exported_catalogue
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.person.export import change_line, exported_changes
from backease_desktop.core.person.tailored import NothingLeftError, Tailored, for_anybody
from backease_desktop.core.schemas import schemas
from backease_desktop.core.speaking_time import estimate
from backease_desktop.core.timeline.compile import session_timeline
from backease_desktop.core.timeline.export import clock_time, cue_sheet
from backease_desktop.core.timeline.export import exported as exported_timeline
from backease_desktop.core.timeline.segments import Timeline
from backease_desktop.core.units import Ms
from backease_desktop.storage.catalogue_figures import misleading_figures
from backease_desktop.storage.catalogue_files import Loaded, load_catalogue
from backease_desktop.storage.catalogue_play import unplayable
from backease_desktop.storage.paths import bundled
from backease_desktop.storage.wording_files import load_wording


def list_routines(options: argparse.Namespace) -> int:
    """Routines with minutes, places, equipment."""
    shelf = open_shelf(options.profile)
    _report(shelf.problems)
    rows = []
    for one in shelf.catalogue.routines.values():
        mine = _mine_or_none(shelf, one, options)
        if mine is None:
            continue
        routine, duration = mine.routine, _timeline(shelf, mine, options).duration
        rows.append(
            {
                "id": routine.id,
                "name": routine.name,
                "duration_s": round(duration / 1000),
                "minutes": round(duration / 60_000, 1),
                "places": list(shelf.catalogue.places_of(routine)),
                "equipment": list(shelf.catalogue.equipment_of(routine)),
                "exercises": len(routine.steps),
                "changed": mine.told,
                "source": routine.source,
            }
        )
    if options.json:
        _print_json(rows)
        return 0
    widest = max((len(str(row["id"])) for row in rows), default=0)
    for row in rows:
        length = clock_time(Ms(int(row["duration_s"]) * 1000))  # type: ignore[call-overload]
        places = ", ".join(row["places"])  # type: ignore[arg-type]
        things = ", ".join(row["equipment"]) or "nothing"  # type: ignore[arg-type]
        print(f"{row['id']!s:<{widest}}  {length:>6}  {row['name']}  ({places}; needs {things})")
    return 0


def catalogue(options: argparse.Namespace) -> int:
    """Check the catalogue or a pack; export it; write its schemas."""
    if options.what == "check":
        return _check(options)
    if options.path is not None:
        raise ReportedError(f"catalogue {options.what} takes no path")
    shelf = open_shelf(options.profile)
    _report(shelf.problems)
    if options.what == "schema":
        _print_json(schemas())
        return 0
    _print_json(exported_catalogue(shelf.catalogue, lambda r: _standard(shelf, r).duration))
    return 0


def _check(options: argparse.Namespace) -> int:
    shipped = bundled("catalogue")
    wording = load_wording(shipped / "wording")
    if options.path is None:
        loaded = load_catalogue(shipped)
        found = loaded.catalogue
        unplayed = tuple(unplayable(shipped, found.routines.values(), found, wording))
        loaded = Loaded(found, (*loaded.problems, *unplayed))
    else:
        if not options.path.is_dir():
            wrong = "not a folder; a pack is a folder with exercises/"
            for_files = "; a file that others gave you is for `backease import`"
            raise ReportedError(
                f"{options.path}: {wrong}{for_files if options.path.exists() else ''}"
            )
        loaded = load_catalogue(shipped, [options.path], wording=wording)
    misleading = tuple(misleading_figures(options.path or shipped))
    _report((*loaded.problems, *misleading))
    if loaded.problems or misleading:
        return 1
    found = loaded.catalogue
    print(f"{len(found.exercises)} exercises and {len(found.routines)} routines, no problems")
    return 0


def timeline(options: argparse.Namespace) -> int:
    """The cue sheet of a routine."""
    shelf = open_shelf(options.profile)
    _report(shelf.problems)
    mine = mine_of(shelf, options)
    laid_out = _timeline(shelf, mine, options)
    if options.json:
        _print_json(exported_timeline(laid_out) | {"changed": exported_changes(mine.changes)})
        return 0
    print("\n".join(cue_sheet(laid_out)))
    for change in mine.changes:
        print(change_line(change, shelf.catalogue))
    return 0


def routine_of(shelf: Shelf, routine_id: str) -> Routine:
    """A routine of the catalogue.

    Raises:
        ReportedError: there is none of this id.
    """
    routine = shelf.catalogue.routines.get(routine_id)
    if routine is None:
        known = ", ".join(shelf.catalogue.routines)
        raise ReportedError(f"no routine has the id {routine_id!r}; there are {known}")
    return routine


def mine_of(shelf: Shelf, options: argparse.Namespace) -> Tailored:
    """The routine that a command names, as it is for the person, or for anybody.

    Raises:
        ReportedError: there is none of this id, or nothing of it is left for the person.
    """
    return _mine(shelf, routine_of(shelf, options.routine), options)


def _mine(shelf: Shelf, routine: Routine, options: argparse.Namespace) -> Tailored:
    if getattr(options, "for_anybody", True):
        return for_anybody(routine, shelf.catalogue)
    return shelf.for_me(routine)


def _mine_or_none(shelf: Shelf, routine: Routine, options: argparse.Namespace) -> Tailored | None:
    try:
        return _mine(shelf, routine, options)
    except NothingLeftError as error:
        print(error, file=sys.stderr)
        return None


def _timeline(shelf: Shelf, mine: Tailored, options: argparse.Namespace) -> Timeline:
    preferences = shelf.preferences
    own_rate = preferences.rate_wpm
    dose = getattr(options, "dose", None)
    rate = getattr(options, "rate", None) or own_rate
    is_voiced = getattr(options, "voice", "on") == "on"
    preferences = replace(
        preferences,
        dose=DoseLevel(dose) if dose else preferences.dose,
        rate_wpm=rate,
        voice=is_voiced,
    )
    met = getattr(options, "met", None)
    if met is not None:
        preferences = replace(preferences, met=dict.fromkeys(shelf.catalogue.exercises, met))

    def length(text: str) -> Ms:
        # Another rate than the person's is a question, which no recorded voice can answer.
        if rate != own_rate:
            return estimate(text, rate)
        return shelf.speaking_time(text, shelf.voice)

    return session_timeline(mine, preferences, shelf.wording, length)


def _standard(shelf: Shelf, routine: Routine) -> Timeline:
    """The timeline that an export's duration stands for: the standard effort at default speed."""
    mine = for_anybody(routine, shelf.catalogue)
    return _timeline(shelf, mine, argparse.Namespace(dose=DoseLevel.STANDARD))


def _report(problems: Iterable[object]) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))
