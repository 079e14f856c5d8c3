"""The pages about safety: what the program is, and when to get help instead.

They inform and never clear anybody. Every part names its source and the day of its last review, and
needs a clinician's signature until it has one.
"""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from backease_desktop.core.values import Value


class Urgency(StrEnum):
    """How urgent a part is."""

    NONE = "none"
    SOON = "soon"
    NOW = "now"


class SafetyPart(Value, frozen=True, kw_only=True):
    """A part of the pages.

    Attributes:
        text: what it is about, in a sentence or two.
        items: what to look for or to do, a line each.
        source: where the facts come from.
        reviewed: date of our last look at the source, ISO.
        signed_by: the clinician who reviewed it, None until one has.
    """

    id: str
    title: str
    urgency: Urgency = Urgency.NONE
    text: str
    items: tuple[str, ...] = ()
    source: str
    reviewed: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    signed_by: str | None = None


class Safety(Value, frozen=True, kw_only=True):
    """All parts, in the order of reading; the first says what the program is."""

    parts: Annotated[tuple[SafetyPart, ...], Meta(min_length=1)]

    @property
    def about(self) -> SafetyPart:
        """What the program is, which everybody reads first."""
        return self.parts[0]

    @property
    def help_wanted(self) -> tuple[SafetyPart, ...]:
        """The parts that say when to get help instead, the most urgent first."""
        order = {Urgency.NOW: 0, Urgency.SOON: 1}
        parts = [part for part in self.parts if part.urgency in order]
        return tuple(sorted(parts, key=lambda part: order[part.urgency]))
