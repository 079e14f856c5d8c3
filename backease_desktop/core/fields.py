"""What is the person's, as values: structs that a page edits and a file keeps.

Rules:
1. A field says its title, its help and its limits where it stands; pages, checks and tests read
   them from there, through `fields_of`.
2. To construct one checks only what holds between fields (`__post_init__`). Types and limits are
   for values from outside, and those come in through `checked`, `parsed` or `mended`.
3. What is wrong is told as a `FieldError`: where it stands, and what would be right.
"""

from collections.abc import Mapping
from datetime import datetime, time
from functools import cache
from types import MappingProxyType, UnionType
from typing import Annotated, Any, Final, Self, TypeVar, Union, get_args, get_origin

import msgspec

from backease_desktop.core.field_words import given, right
from backease_desktop.core.plain_text import fault_of, printable

Place = tuple[str | int, ...]
AwareTime = Annotated[datetime, msgspec.Meta(tz=True)]
"""A moment with its zone."""
UNUSABLE: Final = object()


class FieldError(ValueError):
    """A field holds what it cannot; the text says in plain words what would be right.

    Attributes:
        place: names of the fields that lead to it, and numbers from 0 within lists.
    """

    def __init__(self, text: str, *place: str | int) -> None:
        super().__init__(text)
        self.place: Place = place


class Fields(msgspec.Struct, frozen=True, kw_only=True):
    """A frozen value made of fields, which a file can keep."""

    def with_(self, **changes: Any) -> Self:  # noqa: ANN401  (the types of the fields)
        """The same with other values of our own, which are not checked."""
        return msgspec.structs.replace(self, **changes)


F = TypeVar("F", bound=Fields)


class Field(msgspec.Struct, frozen=True):
    """What a field says of itself.

    Attributes:
        name: in the file.
        title, help: for the person.
        kind: its type.
        default: None where there is none to take.
        least, most: limits of a number; None without.
    """

    name: str
    title: str
    help: str
    kind: Any
    default: Any
    least: int | None
    most: int | None


def field(title: str, help_text: str, **limits: Any) -> msgspec.Meta:  # noqa: ANN401
    """What a field says of itself; it stands beside the type, in `Annotated`."""
    return msgspec.Meta(title=title, description=help_text, **limits)


@cache
def fields_of(model: type[Fields]) -> Mapping[str, Field]:
    """The fields of a struct, by name, in order."""
    return MappingProxyType({one.name: _field(one) for one in msgspec.structs.fields(model)})


def checked(value: F, **changes: Any) -> F:  # noqa: ANN401  (the types of the fields)
    """The same with values that come from outside.

    Raises:
        FieldError: a value is not what its field can hold.
    """
    unknown = changes.keys() - fields_of(type(value)).keys()
    if unknown:
        raise FieldError("is not known here", *unknown)
    return parsed(type(value), msgspec.to_builtins(msgspec.structs.asdict(value) | changes))


def parsed(model: type[F], data: object) -> F:
    """A struct from what JSON holds, everything right.

    Raises:
        FieldError: something is not; tells the first of them.
    """
    wrong: list[FieldError] = []
    value = _read(_plain(data, (), wrong), model, (), wrong)
    if wrong:
        raise wrong[0]
    assert isinstance(value, model)
    return value


def mended(model: type[F], data: object) -> tuple[F, tuple[FieldError, ...]]:
    """A struct from what JSON holds, and what was wrong with that.

    A field that cannot be used takes its default. An entry of a list or table is left out, as are
    those for which there is no room, those that do not go together with others, and those that
    lack the part that says what kind they are of; but a
    list of which nothing is left counts as a field that cannot be used, and so does a struct that
    lacks a field without a default.
    """
    wrong: list[FieldError] = []
    value = _read(_plain(data, (), wrong), model, (), wrong)
    return (value if isinstance(value, model) else model()), tuple(wrong)


def as_json(value: Fields) -> str:
    """A struct as people can read it in a file."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"


def _field(info: msgspec.structs.FieldInfo) -> Field:
    words = [one for one in get_args(info.type)[1:] if isinstance(one, msgspec.Meta)]
    said = {
        name: next((v for one in words if (v := getattr(one, name)) is not None), None)
        for name in ("title", "description", "ge", "le")
    }
    default = None if info.default is msgspec.NODEFAULT else info.default
    return Field(
        name=info.name,
        title=said["title"] or "",
        help=said["description"] or "",
        kind=_bare(info.type),
        default=default,
        least=said["ge"],
        most=said["le"],
    )


def _bare(kind: Any) -> Any:  # noqa: ANN401  (any type)
    """A type without what is said of it."""
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def _read(data: Any, kind: Any, place: Place, wrong: list[FieldError]) -> Any:  # noqa: ANN401
    """What is right is converted at once, what is not is looked into, part by part."""
    if data is UNUSABLE:
        return UNUSABLE
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError:
        bare = _bare(kind)
    if isinstance(data, dict):
        if get_origin(bare) is dict:
            return _usable(data, get_args(bare)[1], place, wrong)
        models = [one for one in _members(bare) if issubclass(one, Fields)]
        if models:
            return _struct(data, models, place, wrong)
    if isinstance(data, list | tuple) and get_origin(bare) is tuple:
        usable = _usable(dict(enumerate(data)), get_args(bare)[0], place, wrong)
        if data and not usable:
            return UNUSABLE
        data = _as_far_as_there_is_room(usable, kind, place, wrong)
    elif isinstance(data, str) and bare is time:
        data = _clock(data)
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError:
        wrong.append(FieldError(f"should be {right(kind)}, not {given(data)}", *place))
        return UNUSABLE


def _usable(
    parts: dict[Any, Any],
    kind: Any,  # noqa: ANN401  (any type)
    place: Place,
    wrong: list[FieldError],
) -> dict[Any, Any]:
    read = {key: _read(part, kind, (*place, key), wrong) for key, part in parts.items()}
    return {key: value for key, value in read.items() if value is not UNUSABLE}


def _members(kind: Any) -> list[type]:  # noqa: ANN401  (any type)
    """The classes that a type may be."""
    kinds = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    return [one for one in kinds if isinstance(one, type)]


def _is_one_of_several(kind: Any) -> bool:  # noqa: ANN401  (any type)
    """Whether a struct of one kind or another stands there: none can be put in another's place."""
    return sum(issubclass(one, Fields) for one in _members(_bare(kind))) > 1


def _struct(
    data: dict[str, Any], models: list[type[Fields]], place: Place, wrong: list[FieldError]
) -> Any:  # noqa: ANN401
    config = models[0].__struct_config__
    if len(models) > 1:
        tags = {model.__struct_config__.tag: model for model in models}
        tag = data.get(str(config.tag_field))
        if not isinstance(tag, str) or tag not in tags:
            words = f"should be {' or '.join(map(str, tags))}, not {given(tag)}"
            wrong.append(FieldError(words, *place, str(config.tag_field)))
            return UNUSABLE
        models = [tags[tag]]
    infos = {info.name: info for info in msgspec.structs.fields(models[0])}
    good = {}
    for name, part in data.items():
        if name in infos:
            good[name] = _read(part, infos[name].type, (*place, name), wrong)
            if good[name] is UNUSABLE and _is_one_of_several(infos[name].type):
                return UNUSABLE
        elif config.forbid_unknown_fields:
            wrong.append(FieldError("is not known here", *place, name))
    lost = [name for name, info in infos.items() if info.required and name not in data]
    wrong += [FieldError("is missing", *place, name) for name in lost]
    return _made(models[0], good, place, wrong)


def _made(model: type[Fields], good: dict[str, Any], place: Place, wrong: list[FieldError]) -> Any:  # noqa: ANN401
    """A struct of these values; those that do not go together take their defaults."""
    while True:
        good = {name: value for name, value in good.items() if value is not UNUSABLE}
        if any(one.required and one.name not in good for one in msgspec.structs.fields(model)):
            return UNUSABLE
        try:
            return model(**good)
        except FieldError as error:
            wrong.append(FieldError(str(error), *place, *error.place))
            if not error.place or error.place[0] not in good:
                return UNUSABLE
            name = str(error.place[0])
            good[name] = _without(good[name], error.place[1:])


def _without(value: Any, place: Place) -> Any:  # noqa: ANN401
    """A list without one of its entries; of anything else nothing can be used."""
    if len(place) == 1 and isinstance(value, tuple) and isinstance(place[0], int):
        return (*value[: place[0]], *value[place[0] + 1 :]) or UNUSABLE
    return UNUSABLE


def _as_far_as_there_is_room(
    entries: dict[int, Any],
    kind: Any,  # noqa: ANN401  (any type)
    place: Place,
    wrong: list[FieldError],
) -> tuple[Any, ...]:
    """The first entries of a list; each of the others is told."""
    words = [one for one in get_args(kind)[1:] if isinstance(one, msgspec.Meta)]
    most = next((one.max_length for one in words if one.max_length is not None), len(entries))
    for at in list(entries)[most:]:
        wrong.append(FieldError(f"is one too many; there is room for {most}", *place, at))
    return tuple(entries.values())[:most]


def _plain(data: Any, place: Place, wrong: list[FieldError]) -> Any:  # noqa: ANN401
    """What JSON holds; a text that cannot be shown (`core.plain_text`) is told, and unusable."""
    if isinstance(data, dict):
        good = {key: part for key, part in data.items() if not (key and fault_of(key))}
        for key in data.keys() - good.keys():
            wrong.append(FieldError(f"a field's name: {fault_of(key)}", *place, printable(key)))
        return {key: _plain(part, (*place, key), wrong) for key, part in good.items()}
    if isinstance(data, list | tuple):
        return [_plain(part, (*place, at), wrong) for at, part in enumerate(data)]
    if isinstance(data, str) and data and (fault := fault_of(data)):
        wrong.append(FieldError(fault, *place))
        return UNUSABLE
    return data


def _clock(text: str) -> time | str:
    """A time of the day as people write it, without seconds: 09:00."""
    try:
        return time.fromisoformat(text)
    except ValueError:
        return text
