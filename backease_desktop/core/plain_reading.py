"""Words from outside into values whose types and limits say all there is to check.

pydantic takes a tenth of a second to load, and finds everything that is wrong at once (`reading`).
Where nothing is wrong, and a value has no checks in our words, msgspec alone comes to the same
value in a moment: the first start of all shows what is told of risk by it.
"""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from backease_desktop.core.values import Check, Value, Written

V = TypeVar("V", bound=Value)


def plain_value(kind: type[V], words: object) -> V | None:
    """The value that words say; None where they say none, or `reading` has to look at them.

    Args:
        kind: of the value.
        words: as a file holds them.
    """
    if not _is_plain(kind):
        return None
    try:
        return msgspec.convert(_stripped(words), kind)
    except msgspec.ValidationError:
        return None


@cache
def _is_plain(kind: Any) -> bool:  # noqa: ANN401  (any type)
    """Whether nothing but types and limits decides what a value of this type is."""
    if isinstance(kind, type) and issubclass(kind, Value):
        hints = get_type_hints(kind, include_extras=True).values()
        has_own = kind.check is not Value.check or "prepared" in _own_names(kind)
        return not has_own and all(map(_is_plain, hints))
    if get_origin(kind) is Annotated:
        said = [one for one in kind.__metadata__ if isinstance(one, Check | Written)]
        return not said and _is_plain(get_args(kind)[0])
    if isinstance(origin := get_origin(kind), type) and issubclass(origin, Mapping):
        return False  # `reading` takes the room from around its keys, too
    return all(_is_plain(part) for part in get_args(kind) if part is not ...)


def _own_names(kind: type[Value]) -> set[str]:
    """What a kind of value, or one that it is made from, has beside what every value has."""
    return {name for one in kind.__mro__ if one is not Value for name in vars(one)}


def _stripped(words: object) -> object:
    """The same without room around its strings, as `reading` takes them."""
    match words:
        case str():
            return words.strip()
        case dict():
            return {name: _stripped(word) for name, word in words.items()}
        case list():
            return [_stripped(word) for word in words]
    return words
