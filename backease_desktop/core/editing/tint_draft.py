"""What is tinted in the picture of an exercise that is written.

A file names a region of both sides once (`hip`), or each side by itself (`right_hip`); here each is
shown by itself, and both are written as the file would. The order of a file is kept, so what is put
in and taken out again leaves its words as they were. A figure is written for the right side, so
right and left are those of the picture; done on the left they change places.
"""

from typing import Any

from backease_desktop.core.figure.regions import BOTH_SIDES, REGIONS

Words = dict[str, Any]

SINGLE = tuple(region for region in REGIONS if region not in BOTH_SIDES)
"""Every region, each side by itself."""

_PAIR = {single: pair for pair, both in BOTH_SIDES.items() for single in both}


def tinted(words: Words) -> frozenset[str]:
    """The regions of a figure that are tinted, each side by itself."""
    said = words.get("working", ())
    return frozenset(single for region in said for single in BOTH_SIDES.get(region, (region,)))


def with_tint(words: Words, region: str, *, is_on: bool) -> Words:
    """The figure with one region tinted, or not (one of `SINGLE`)."""
    if (region in tinted(words)) is is_on:
        return words
    said = [str(one) for one in words.get("working", ())]
    pair = _PAIR.get(region)
    other = next((one for one in BOTH_SIDES.get(pair or "", ()) if one != region), None)
    if is_on and pair is not None and other in said:
        changed = [pair if one == other else one for one in said]
    elif is_on:
        changed = [*said, region]
    else:
        changed = [other if other and one == pair else one for one in said if one != region]
    return _with_working(words, list(dict.fromkeys(changed)))


def _with_working(words: Words, working: list[str]) -> Words:
    """In its place: where files write it, before the keyframes."""
    if working and "working" in words:
        return {**words, "working": working}
    changed: Words = {}
    for field, said in words.items():
        if field == "keyframes" and working:
            changed["working"] = working
        if field != "working":
            changed[field] = said
    return changed
