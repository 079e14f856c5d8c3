"""What a `.backease` file says of itself, and which texts a file from anybody may have.

A file is a zip with `mimetype`, `manifest.json` and the YAML of a pack, in the layout of a folder.
It comes from anybody, so its texts are plainer than those of a pack by hand: no markup, no links.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from msgspec import Meta, field

from backease_desktop.core.catalogue.pack import Pack
from backease_desktop.core.plain_text import fault_of
from backease_desktop.core.values import Check, Value, words_of

MIME_TYPE = "application/vnd.backease+zip"
SUFFIX = ".backease"
FORMAT, VERSION = "backease-pack", 1

_MARKUP = re.compile(r"<\s*[/!?]?\s*[A-Za-z][^<>]*>?|&(?:[A-Za-z]{2,8}|#x?[0-9A-Fa-f]+);")
_LINK = re.compile(r"(?:[a-z][a-z0-9+.-]*://|\bwww\.|\b(?:javascript|data|file|mailto):)", re.I)
_MAY_LINK = ("address",)


def _plain(text: str) -> str:
    if fault := fault_of(text):
        raise ValueError(fault)
    if fault := foreign_fault_of(text):
        raise ValueError(fault)
    return text


Words = Annotated[str, Meta(min_length=1, max_length=120), Check(_plain)]
Count = Annotated[int, Meta(ge=0, le=1000)]


class Manifest(Value, frozen=True, kw_only=True):
    """`manifest.json`.

    Attributes:
        version: of the format; a program reads its own and older ones.
        name: what the file is called to people; sender: who made it; the file calls it `from`.
        exercises, routines: how many are in it.
    """

    format: Literal["backease-pack"]
    version: Annotated[int, Meta(ge=1)]
    name: Words
    sender: Words | None = field(default=None, name="from")
    exercises: Count
    routines: Count


def foreign_fault_of(text: str) -> str | None:
    """Why a text of a file from anybody is refused; None if it is not."""
    if _MARKUP.search(text):
        return "markup such as <b> stands within the text; write plain text"
    if _LINK.search(text):
        return "a link stands within the text; a source has an address for it"
    return None


def foreign_faults(pack: Pack) -> Iterator[tuple[str, str, str]]:
    """The texts of a pack that are refused: part and id of the item, field, and why."""
    for part, items in (
        ("sources", pack.sources),
        ("exercises", pack.exercises),
        ("routines", pack.routines),
    ):
        for item in items:
            for name, text in _texts(words_of(item), ""):
                fault = foreign_fault_of(text)
                if fault and name not in _MAY_LINK:
                    yield f"{part}/{item.id}", name, fault


def _texts(value: object, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _texts(inner, f"{place}.{name}" if place else str(name))
    elif isinstance(value, list | tuple):
        for at, inner in enumerate(value):
            yield from _texts(inner, f"{place}.{at}")
