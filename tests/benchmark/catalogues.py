"""Catalogues of any size, made from the shipped one: its files again and again, under new ids."""

import re
from pathlib import Path

from backease_desktop.storage.paths import bundled

_REFERENCE = re.compile(r"^((?:id|easier|harder): )([a-z0-9-]+)$", re.MULTILINE)
_STEP = re.compile(r"(\{exercise: )([a-z0-9-]+)")
_ORDER = re.compile(r"^our_order:(?: \[.*\]|(?:\n  - .*)+)", re.MULTILINE)
_LISTED = re.compile(r"(?<=[\[ ])([a-z0-9-]*[a-z0-9])(?=[\],\n]|$)")
_NAME = re.compile(r"^name: (.+)$", re.MULTILINE)


def make_catalogue(folder: Path, exercises: int) -> Path:
    """A catalogue of so many exercises, with routines in the shipped proportion.

    The copies of one round refer to each other, so every reference resolves; only the last round
    may be a part of one, and it then brings no routines.
    """
    shipped = bundled("catalogue")
    originals = sorted(shipped.glob("exercises/*.yaml"))
    routines = sorted(shipped.glob("routines/*.yaml"))
    for part in ("exercises", "routines"):
        folder.joinpath(part).mkdir(parents=True)
    for name in ("sources.yaml", "precautions.yaml"):
        folder.joinpath(name).write_text(shipped.joinpath(name).read_text("utf-8"), "utf-8")
    for number in range(exercises):
        turn, at = divmod(number, len(originals))
        is_whole = (turn + 1) * len(originals) <= exercises
        copy_into(folder, originals[at], turn, with_links=is_whole)
        if is_whole and at < len(routines):
            copy_into(folder, routines[at], turn)
    return folder


def copy_into(folder: Path, original: Path, turn: int, *, with_links: bool = True) -> None:
    """A file of the shipped catalogue in another folder, as that of a round."""
    text = original.read_text("utf-8")
    end = f"-{turn}" if turn else ""
    if not with_links:
        text = re.sub(r"^(easier|harder): .*\n", "", text, flags=re.MULTILINE)
    text = _REFERENCE.sub(rf"\g<1>\g<2>{end}", text)
    text = _STEP.sub(rf"\g<1>\g<2>{end}", text)
    text = _ORDER.sub(lambda match: _LISTED.sub(rf"\g<1>{end}", match[0]), text)
    if turn:
        text = _NAME.sub(lambda match: f"name: {_numbered(match[1], turn)}", text, count=1)
    folder.joinpath(original.parent.name, f"{original.stem}{end}.yaml").write_text(text, "utf-8")


def _numbered(name: str, turn: int) -> str:
    """A name with its number, within the 48 letters that a name may have; quotes stay outside."""
    quote = name[0] if name[0] in "'\"" else ""
    return f"{quote}{name.strip(quote or None)[:43].strip()} {turn}{quote}"
