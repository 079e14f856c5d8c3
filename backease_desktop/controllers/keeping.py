"""The files of the person, as a page needs to know of them: a port, which the roof fits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:  # A port is a promise about types: it costs nothing at a start.
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from backease_desktop.controllers.errands import Errand, Errands
    from backease_desktop.core.catalogue.exercise import Exercise


class KeptFile(Protocol):
    """A file that is kept about the person."""

    @property
    def path(self) -> Path:
        """Where it is."""

    @property
    def size(self) -> int:
        """In bytes."""


class Erased(Protocol):
    """What erasing has done."""

    @property
    def count(self) -> int:
        """Files that are gone."""

    @property
    def size(self) -> int:
        """The bytes that they had."""

    @property
    def left(self) -> tuple[str, ...]:
        """Those that could not be taken away, each with the reason."""


class TakenIn(Protocol):
    """What came of a history that was brought in."""

    @property
    def new(self) -> int:
        """Entries that were not known."""

    @property
    def wrong(self) -> tuple[str, ...]:
        """A sentence for each entry that cannot be used."""


class Keeping(Protocol):
    """The files of the person. What cannot be done is raised as a `ReportedError`."""

    @property
    def folder(self) -> Path:
        """Where the history is."""

    def files(self) -> Sequence[KeptFile]:
        """Every file."""

    @property
    def errands(self) -> Errands:
        """Runs what the others make."""

    def export(
        self, kind: str, path: Path, exercises: Mapping[str, Exercise], /
    ) -> Errand[Any, int]:
        """Write the history as csv, json, ics, fit or fhir; comes to the number of sessions.

        Args:
            kind: one of these.
            path: the file.
            exercises: all that are known, by id.
        """

    def bring_in(self, path: Path, /) -> Errand[Any, TakenIn]:
        """Take in a history that was exported."""

    def move_to(self, folder: Path, /) -> Errand[Any, int]:
        """Keep the history in a folder from now on; comes to the number of its entries."""

    def erase(self) -> Errand[Any, Erased]:
        """Take everything away; the program is to end then."""
