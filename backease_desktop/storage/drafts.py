"""Which routines of the person's are not in order yet: a start asks no more of the drafts."""

from pathlib import Path

from backease_desktop.storage.paths import DRAFTS


def waiting_ids(data: Path) -> frozenset[str]:
    """Ids of the routines that are not in order, or whose draft cannot be read: none is started."""
    return frozenset(file.stem for file in (data / DRAFTS).glob("*.json"))
