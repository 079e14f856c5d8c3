"""How a check comes out, and what a person can do about it.

A check is a function that returns a sentence, or raises `Lacking` for what the program can do
without, or anything else for what it cannot.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How a check came out."""

    GOOD = "ok"
    WARNING = "warning"
    BAD = "FAILED"


@dataclass(frozen=True, slots=True)
class Result:
    """A line of the table."""

    what: str
    verdict: Verdict
    detail: str


class FindingError(Exception):
    """What is so, and what to do about it."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}; {remedy}")


class Lacking(FindingError):  # noqa: N818  (it is no error: the program works without)
    """Something is missing that the program can do without."""


class Broken(FindingError):  # noqa: N818  (it stands beside `Lacking`)
    """Something is missing that the program needs."""


def judged(what: str, check: Callable[[], str]) -> Result:
    """How a check comes out; it never raises."""
    try:
        return Result(what, Verdict.GOOD, check())
    except Lacking as lacking:
        return Result(what, Verdict.WARNING, str(lacking))
    except Broken as broken:
        return Result(what, Verdict.BAD, str(broken))
    # A broken installation can raise anything; the table is what tells of it.
    except Exception as error:
        return Result(what, Verdict.BAD, f"{type(error).__name__}: {error}")
