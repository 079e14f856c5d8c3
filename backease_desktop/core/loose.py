"""Values from words of our own that need not be in order yet: drafts.

Types are looked at, limits are not: a name of one letter is a name. What is no value at all is
refused, as by any other reader.
"""

from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from backease_desktop.core.values import Value

V = TypeVar("V", bound=Value)


def loose_value(kind: type[V], words: object) -> V:
    """A value from plain words (`core.values.words_of`), whether its limits are kept or not.

    Raises:
        msgspec.ValidationError: the words are of other types, or name fields that there are not.
    """
    if not isinstance(words, dict):
        raise msgspec.ValidationError(f"{kind.__name__} is a group of fields")
    hints = get_type_hints(kind, include_extras=True)
    fields = {one.encode_name: one for one in msgspec.structs.fields(kind)}
    if unknown := sorted(str(name) for name in words if name not in fields):
        raise msgspec.ValidationError(f"{unknown[0]}: no field of {kind.__name__}")
    if missing := [n for n, one in fields.items() if one.required and n not in words]:
        raise msgspec.ValidationError(f"{missing[0]}: missing")
    return kind(
        **{fields[name].name: _loose(hints[fields[name].name], one) for name, one in words.items()}
    )


def _loose(kind: Any, words: Any) -> Any:  # noqa: ANN401  (any type, any plain value)
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _loose(parts[0], words)
    if origin in (Union, UnionType):
        if words is None and NoneType in parts:
            return None
        return _loose(next(part for part in parts if part is not NoneType), words)
    if isinstance(kind, type) and issubclass(kind, Value):
        return loose_value(kind, words)
    if origin is tuple and isinstance(words, list):
        return tuple(_loose(parts[0], one) for one in words)
    return msgspec.convert(words, kind)
