"""Words from outside into values: everything checked, and what is wrong named by its field.

Rules:
1. A value is declared once, as a struct (`core.values`). The pydantic model that checks words for
   it is made from that declaration here, and so is the schema that editors are given.
2. pydantic finds everything that is wrong at once, and where; what comes out is the struct. It
   weighs 13 MB, so nothing that was checked before, and kept, comes through here again.
"""

from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    WithJsonSchema,
    create_model,
)

from backease_desktop.core.values import Check, Told, Value, Written

V = TypeVar("V", bound=Value)

_LIMITS = ("ge", "le", "min_length", "max_length", "pattern")
_CONFIG = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def read(kind: type[V], words: object) -> V:
    """The value that words from outside say.

    Raises:
        pydantic.ValidationError: they say none; with everything that is wrong.
    """
    value: V = _reader(kind).validate_python(words)
    return value


def get_ready(*kinds: type[Value]) -> None:
    """Make the models of values, which takes longer than to read one."""
    for kind in kinds:
        _reader(kind)


def schema_of(kind: type[Value]) -> dict[str, Any]:
    """The JSON Schema of the words for a value."""
    return model_of(kind).model_json_schema()


@cache
def model_of(kind: type[Value]) -> type[BaseModel]:
    """The model that checks words for a value: fields, names, limits and defaults are its own."""
    hints = get_type_hints(kind, include_extras=True)
    fields: dict[str, Any] = {
        one.name: (_checked(hints[one.name]), _field(one)) for one in msgspec.structs.fields(kind)
    }
    return create_model(
        kind.__name__,
        __doc__=kind.__doc__,
        __config__=_CONFIG,
        __module__=kind.__module__,
        **fields,
    )


@cache
def _reader(kind: type[Value]) -> TypeAdapter[Any]:
    return TypeAdapter(_checked(kind))


def _field(one: msgspec.structs.FieldInfo) -> Any:  # noqa: ANN401  (what pydantic calls a field)
    alias = one.encode_name if one.encode_name != one.name else None
    if one.default_factory is not msgspec.NODEFAULT:
        return Field(default_factory=one.default_factory, alias=alias)
    if one.default is msgspec.NODEFAULT:
        return Field(alias=alias)
    default = one.default
    if isinstance(default, Value):  # only seen in the schema: what was not said is not handed on
        default = model_of(type(default))(**msgspec.structs.asdict(default))
    return Field(default=default, alias=alias)


def _checked(kind: Any) -> Any:  # noqa: ANN401  (any type)
    """A type as pydantic is to check it: structs by their models, what is said of it as it says."""
    origin, parts = get_origin(kind), get_args(kind)
    if isinstance(kind, type) and issubclass(kind, Value):
        said = [AfterValidator(_maker(kind)), BeforeValidator(kind.prepared)]
        return Annotated[(model_of(kind), *(said if _is_prepared(kind) else said[:1]))]
    if origin is Annotated:
        said = [_said(one) for one in kind.__metadata__]
        return Annotated[(_checked(parts[0]), *said)]
    if origin in (Union, UnionType):
        return Union[tuple(_checked(part) for part in parts)]  # noqa: UP007  (made of parts)
    if origin is not None and any(_holds_values(part) for part in parts):
        return origin[tuple(part if part is ... else _checked(part) for part in parts)]
    return kind


def _holds_values(part: Any) -> bool:  # noqa: ANN401  (any type)
    """Whether there is something of ours within a type, which pydantic does not know."""
    is_ours = isinstance(part, type) and issubclass(part, Value)
    return is_ours or get_origin(part) is Annotated or any(map(_holds_values, get_args(part)))


def _said(one: Any) -> Any:  # noqa: ANN401  (whatever stands in Annotated)
    match one:
        case msgspec.Meta():
            given = {name: getattr(one, name) for name in _LIMITS}
            return Field(**{name: limit for name, limit in given.items() if limit is not None})
        case Check():
            return AfterValidator(one.of)
        case Written():
            return BeforeValidator(one.as_)
        case Told():
            return WithJsonSchema(one.schema)
    return one


def _is_prepared(kind: type[Value]) -> bool:
    return kind.prepared.__func__ is not Value.prepared.__func__  # type: ignore[attr-defined]


def _maker(kind: type[V]) -> Any:  # noqa: ANN401  (from a model of the kind to the kind)
    def made(model: BaseModel) -> V:
        value = kind(**{name: getattr(model, name) for name in model.model_fields_set})
        value.check()
        return value

    return made
