"""What two programs have made of one file, joined, so that neither loses what it has changed.

Each has read the file as it was `before`. What only one of them has changed is taken from that one;
where both have, tables are joined entry by entry, lists by what was added and removed, and of
anything else ours counts, being the newer. Pure values: what JSON holds, in and out.
"""

from typing import Any, Final

_NOTHING: Final = object()


def joined(before: object, ours: object, theirs: object) -> Any:  # noqa: ANN401
    """The value that holds the changes of both.

    Args:
        before: as both have read it.
        ours: as we would leave it.
        theirs: as the other has left it.
    """
    if ours == before:
        return theirs
    if theirs == before:
        return ours
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return _tables(before if isinstance(before, dict) else {}, ours, theirs)
    if isinstance(ours, list) and isinstance(theirs, list):
        return _lists(before if isinstance(before, list) else [], ours, theirs)
    return ours


def with_unknown(
    value: object,
    known: object,
    said: object,
    wrong: frozenset[tuple[str | int, ...]],
    place: tuple[str | int, ...] = (),
) -> Any:  # noqa: ANN401
    """A value, with what a file says beyond what we know of it put back in.

    Args:
        value: what is to be written.
        known: what we have understood of the file.
        said: what stands there.
        wrong: places of what we know and cannot use, which is not put back.
        place: where all of them stand.
    """
    if isinstance(value, dict) and isinstance(known, dict) and isinstance(said, dict):
        found = {
            key: with_unknown(part, known.get(key), said.get(key), wrong, (*place, key))
            for key, part in value.items()
        }
        unknown = (key for key in said if key not in known and (*place, key) not in wrong)
        return found | {key: said[key] for key in unknown if key not in found}
    if isinstance(value, list) and isinstance(known, list) and isinstance(said, list):
        understood = {_name_of(entry): entry for entry in known}
        numbers = {_name_of(entry): at for at, entry in enumerate(said)}
        entries = []
        for entry in value:
            name = _name_of(entry)
            if name is not None and name in understood and name in numbers:
                at = numbers[name]
                entry = with_unknown(entry, understood[name], said[at], wrong, (*place, at))
            entries.append(entry)
        return entries
    return value


def _tables(before: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    found = {}
    for key in [*ours, *(key for key in theirs if key not in ours)]:
        first = before.get(key, _NOTHING)
        one, other = ours.get(key, _NOTHING), theirs.get(key, _NOTHING)
        if one is _NOTHING or other is _NOTHING:
            left = other if one is _NOTHING else one
            if left != first:  # added or changed by one, whom the other does not know of
                found[key] = left
        else:
            found[key] = joined(first, one, other)
    return found


def _lists(before: list[Any], ours: list[Any], theirs: list[Any]) -> list[Any]:
    """By the names of the entries; ours, where they have none."""
    first, one, other = (_by_name(entries) for entries in (before, ours, theirs))
    if first is None or one is None or other is None:
        return ours
    return list(_tables(first, one, other).values())


def _by_name(entries: list[Any]) -> dict[Any, Any] | None:
    named = {_name_of(entry): entry for entry in entries}
    return None if None in named or len(named) < len(entries) else named


def _name_of(entry: object) -> str | None:
    """What tells an entry of a list from the others; None if nothing does."""
    if isinstance(entry, dict):
        name = entry.get("id")
        return name if isinstance(name, str) else None
    return repr(entry) if isinstance(entry, str | int | float) else None
