"""The base of every value of the catalogue, and what may be said of its fields.

Rules:
1. A value is a frozen struct. To construct one checks nothing: types, limits and what is said here
   are for values from outside, and those come in through `core.reading`.
2. What a field holds stands once, beside its type in `Annotated`: limits as `msgspec.Meta`, checks
   in our words as `Check`, other ways to write it as `Written`, and what editors are told where
   the type does not say it as `Told`.
3. What must hold between fields is the value's own `check`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Self, TypeVar

import msgspec


class Value(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    gc=False,
):
    """A frozen value that knows its fields and no others.

    It is read from a file, so nothing in it leads back to it, and the search for garbage need not
    look into it: there are hundreds of thousands of them where packs bring thousands of exercises.
    """

    def with_(self, **changes: Any) -> Self:  # noqa: ANN401  (the types of the fields)
        """The same with other values of our own, which are not checked."""
        return msgspec.structs.replace(self, **changes)

    def check(self) -> None:
        """What must hold between fields.

        Raises:
            ValueError: it does not; says what would be right.
        """

    @classmethod
    def prepared(cls, words: Any) -> Any:  # noqa: ANN401  (what a file holds)
        """What a file holds, as the fields have it; older ways to write it are read here."""
        return words


V = TypeVar("V", bound=Value)


@dataclass(frozen=True, slots=True)
class Check:
    """A check of a field's value: returns it, or raises a ValueError in words for a person."""

    of: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Written:
    """Another way to write a field: turns what a file holds into what the type can read."""

    as_: Callable[[Any], Any]


@dataclass(frozen=True, slots=True, eq=False)  # itself and nothing else: a type is hashed
class Told:
    """The JSON Schema that editors are given of a field."""

    schema: dict[str, Any]


def kept_value(kind: type[V], words: object) -> V:
    """A value from words that were checked when they were kept; types and limits are seen again.

    Raises:
        msgspec.ValidationError: the words are no such value.
    """
    value = msgspec.convert(words, kind)
    try:
        value.check()
    except ValueError as error:
        raise msgspec.ValidationError(str(error)) from error
    return value


def words_of(value: object) -> Any:  # noqa: ANN401  (what a file holds)
    """A value as plain words, by the names that files use; what is as by default is left out."""
    if isinstance(value, Value):
        fields = msgspec.structs.fields(type(value))
        said = {one.encode_name: (getattr(value, one.name), one) for one in fields}
        return {name: words_of(part) for name, (part, one) in said.items() if part != _usual(one)}
    if isinstance(value, tuple | list):
        return [words_of(part) for part in value]
    if isinstance(value, Mapping):
        return {words_of(key): words_of(part) for key, part in value.items()}
    return msgspec.to_builtins(value)


def _usual(one: msgspec.structs.FieldInfo) -> Any:  # noqa: ANN401  (any value)
    """What a field holds where nothing is said; `NODEFAULT` if something must be."""
    if one.default_factory is not msgspec.NODEFAULT:
        return one.default_factory()
    return one.default
