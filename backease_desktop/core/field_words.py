"""What a field may hold, in plain words: "a whole number from 120 to 240"."""

from typing import Any

import msgspec
from msgspec import inspect  # which a start leaves unloaded: see `cli/lean_start`

LONGEST = 60
"""Characters of a value that is repeated to the person."""


def right(kind: Any) -> str:  # noqa: ANN401  (any type)
    """What would be right for a type."""
    return _right(inspect.type_info(kind))


def given(data: object) -> str:
    """What stands there instead, as in the file; cut short."""
    text = msgspec.json.encode(data, enc_hook=lambda _: "…").decode()
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _right(kind: "inspect.Type") -> str:
    match kind:
        case inspect.Metadata(type=inner):
            return _right(inner)
        case inspect.UnionType(types=kinds):
            return " or ".join(dict.fromkeys(_right(one) for one in kinds))
        case inspect.EnumType(cls=choices):
            return " or ".join(str(choice.value) for choice in choices)
        case inspect.LiteralType(values=values):
            return " or ".join(map(str, values))
        case inspect.IntType(ge=least, le=most):
            return "a whole number" + _limits(least, most)
        case inspect.StrType(min_length=least, max_length=most):
            return "text" + _limits(least, most, " characters")
        case inspect.VarTupleType(min_length=least, max_length=most):
            return "a list" + _limits(least, most, " entries")
        case inspect.BoolType():
            return "true or false"
        case inspect.NoneType():
            return "null"
        case inspect.DateType():
            return "a date such as 2026-01-31"
        case inspect.TimeType():
            return "a time of the day such as 09:00"
        case inspect.DateTimeType():
            return "a date and time with its zone, such as 2026-01-31T09:00:00+01:00"
        case inspect.DictType() | inspect.StructType():
            return "a table in braces"
        case _:
            return "something else"


def _limits(least: int | None, most: int | None, of_what: str = "") -> str:
    if least is None and most is None:
        return ""
    if most is None:
        return f" of at least {least}{of_what}"
    if least is None:
        return f" of at most {most}{of_what}"
    return f"{' of' if of_what else ' from'} {least} to {most}{of_what}"
