"""Whether the routines of files can be played: each is laid out once, before anybody needs it.

A file may be right field by field and yet ask for what nobody can do or no program can lay out. So
a routine's length is reckoned first, which takes no time whatever the numbers are, and only one
that is short enough is compiled.
"""

import logging
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.routine import LONGEST_ROUTINE_S, Routine
from backease_desktop.core.catalogue.words import DoseLevel
from backease_desktop.core.speaking_time import estimate
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.core.wording import Wording
from backease_desktop.storage.catalogue_folder import file_of, line_in
from backease_desktop.storage.catalogue_problems import Problem

LONGEST_PACK_S = 50 * 60 * 60
"""Seconds of exercise in all routines of a pack: laying them out takes a second or two."""

logger = logging.getLogger(__name__)


def unplayable(
    folder: Path, routines: Iterable[Routine], catalogue: Catalogue, wording: Wording
) -> list[Problem]:
    """What is wrong with routines whose fields are in order.

    Args:
        folder: where their files stand.
        routines: of this folder.
        catalogue: in which all their references resolve.
        wording: what is said in them.
    """
    problems, whole = [], 0.0
    preferences = Preferences(dose=DoseLevel.FULL)
    length = cache(lambda text: estimate(text, preferences.rate_wpm))
    for routine in routines:
        seconds = catalogue.fullest_s(routine)
        whole += seconds
        wrong = _too_long(seconds, LONGEST_ROUTINE_S, "a routine")
        if whole > LONGEST_PACK_S:
            wrong = _too_long(whole, LONGEST_PACK_S, "all routines together")
        if wrong is None:
            try:
                compile_timeline(routine, catalogue, preferences, wording, length)
            except Exception as error:  # whatever it is: nothing of a pack may stop a start
                logger.info("%s cannot be laid out", routine.id, exc_info=True)
                wrong = f"cannot be laid out in time ({type(error).__name__}: {error})"
        if wrong is not None:
            file = file_of(folder, "routines", routine.id)
            problems.append(Problem(file, line_in(file, ("steps",)), "steps", wrong))
        if whole > LONGEST_PACK_S:
            break
    return problems


def _too_long(seconds: float, most: int, what: str) -> str | None:
    if seconds <= most:
        return None
    minutes = round(seconds / 60)
    return f"takes {minutes} minutes at its fullest; {what} may take {most // 60}"
