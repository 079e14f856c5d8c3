"""A start without a command, read by hand: what a click on the icon is need not load a parser.

It knows the options in their plainest forms and nothing else; whatever else is given is read by
`typed`, which explains everything, mistakes too. `tests/cli/test_plain_start.py` holds both to the
same answers.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from backease_desktop.bootstrap.asked import Asked

_PATHS = {"--profile": "profile", "--event-log": "event_log", "--open": "open"}
_WORDS = {"--start": "start", "--show": "show"}


def plain_start(given: Sequence[str]) -> Asked | None:
    """What a start without a command asks; None where that is not surely what is meant."""
    words, found = list(given), dict[str, Any]()
    if words[-1:] == ["--open"]:  # a menu entry leaves out the file where there is none
        words.pop()
    while words:
        word = words.pop(0)
        if word == "--background":
            found["background"] = True
            continue
        if word not in (*_PATHS, *_WORDS) or not words or words[0].startswith("-"):
            return None
        value = words.pop(0)
        if word in _PATHS:
            found[_PATHS[word]] = Path(value)
        else:
            found[_WORDS[word]] = value
    return Asked(**found)
