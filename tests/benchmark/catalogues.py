"""Files of the shipped catalogue under other ids, for packs of any size."""

import re
from pathlib import Path

_REFERENCE = re.compile(r"^((?:id|easier|harder): )([a-z0-9-]+)$", re.MULTILINE)
_STEP = re.compile(r"(\{exercise: )([a-z0-9-]+)")
_ORDER = re.compile(r"^our_order:(?: \[.*\]|(?:\n  - .*)+)", re.MULTILINE)
_LISTED = re.compile(r"(?<=[\[ ])([a-z0-9-]*[a-z0-9])(?=[\],\n]|$)")
_NAME = re.compile(r"^name: (.+)$", re.MULTILINE)


def copy_into(folder: Path, original: Path, turn: int) -> None:
    """A file of the shipped catalogue in another folder, as that of a round."""
    text = original.read_text("utf-8")
    end = f"-{turn}" if turn else ""
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
