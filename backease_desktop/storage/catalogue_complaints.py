"""What pydantic finds wrong with the values of a file, in words for the person who wrote it.

Loaded when a file is read that is new or changed, never with what was kept.
"""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from backease_desktop.storage.catalogue_problems import (
    MOST_OF_A_FILE,
    Problem,
    dotted,
    not_too_many,
)
from backease_desktop.storage.yaml_marks import Marked, Place

_VALUE_ERROR = "Value error, "


def problems_in_values(
    file: Path, marked: Marked, model: type[BaseModel], error: ValidationError
) -> list[Problem]:
    """What is wrong with the values of a file."""
    found: list[Problem] = []
    details = error.errors(include_url=False)
    for detail in details:
        if len(found) > MOST_OF_A_FILE:
            break
        place = _in_file(detail)
        if detail["type"] == "too_short" and _within(detail["loc"], details):
            continue  # a list is not empty because everything in it is wrong
        if _is_other_shape(detail, place):
            continue
        text = _in_words(detail, place, model)
        named = re.match(r"([a-z_]+(?:\.\w+)*): (.+)", text, re.DOTALL)
        if named:
            inner = [int(s) if s.isdigit() else s for s in named[1].split(".")]
            if inner[0] in _fields(_model_at(model, place)):
                place, text = (*place, *inner), named[2]
        found.append(Problem(file, marked.line_of(place), dotted(place), text))
    return not_too_many(file, found)


def _in_file(detail: ErrorDetails) -> Place:
    """Where a value stands in the file: pydantic's place without the names of our models."""
    place: Place = detail["loc"]
    if detail["type"] == "extra_forbidden":
        return (*_without_models(place[:-1]), place[-1])
    return _without_models(place)


def _without_models(place: Place) -> Place:
    return tuple(
        s for s in place if isinstance(s, int) or not re.match(r"[A-Z]|tuple\[|function-", s)
    )


def _is_other_shape(detail: ErrorDetails, place: Place) -> bool:
    """Whether one thing or a list may stand here, and the one that was not taken is complained of.

    What is wrong with the one that was taken is a problem of its own.
    """
    kind, is_list = detail["type"], isinstance(detail["input"], list)
    return place != detail["loc"] and (kind == "tuple_type" or (kind == "model_type" and is_list))


def _within(place: Place, details: list[ErrorDetails]) -> bool:
    return any(d["loc"] != place and d["loc"][: len(place)] == place for d in details)


def _in_words(detail: ErrorDetails, place: Place, model: type[BaseModel]) -> str:
    """One of pydantic's findings as a sentence."""
    kind, given = detail["type"], detail["input"]
    context: dict[str, Any] = detail.get("ctx", {})
    match kind:
        case "missing":
            return "missing; add it"
        case "extra_forbidden":
            around = _model_at(model, place[:-1])
            return "unknown field; " + _instead(str(place[-1]), _fields(around))
        case "enum" | "literal_error":
            known = re.findall(r"'([^']*)'", context["expected"])
            return f"{_shown(given)} is not known here; " + _instead(str(given), known)
        case "value_error":
            return detail["msg"].removeprefix(_VALUE_ERROR)
        case "string_pattern_mismatch":
            return f"{_shown(given)} is not of the right form; {_form(context['pattern'])}"
        case "string_too_long":
            return f"{len(given.strip())} characters; at most {context['max_length']} fit"
        case "string_too_short":
            return f"{len(given.strip())} characters; at least {context['min_length']} are needed"
        case "too_short" if not given:
            return "empty; at least one is needed"
        case "too_short":
            return f"only {len(given)} here; at least {context['min_length']} are needed"
        case "too_long":
            return f"more than {context['max_length']} here; leave some out"
        case "greater_than_equal":
            return f"{_shown(given)} is too small; the least is {context['ge']}"
        case "less_than_equal":
            return f"{_shown(given)} is too large; the most is {context['le']}"
    return f"{_shown(given)} does not fit; {_needed(kind, context)}"


def _needed(kind: str, context: dict[str, Any]) -> str:
    """What would be right where the sort of value is wrong."""
    if context.get("class_name") == "Range":
        return "write a whole number such as 10 or a range such as {min: 8, max: 12}"
    for start, words in {
        "int": "write a whole number",
        "float": "write a number",
        "finite": "write a number",
        "bool": "write true or false",
        "string": "write text; put it in quotes if it looks like a number",
        "tuple": "write a list such as [one, two]",
        "model": "write fields, each as `name: value`",
        "dict": "write fields, each as `name: value`",
    }.items():
        if kind.startswith(start):
            return words
    return kind.replace("_", " ")


def _form(pattern: str) -> str:
    if r"\d{4}" in pattern:
        return "write a date as 2026-11-21"
    if "forward" in pattern:
        return "write out, in, up, down, forward or back, or two of them as in back_and_out"
    return "use small letters, digits and single hyphens, as in bird-dog"


def _instead(given: str, known: Iterable[str]) -> str:
    words = list(known)
    close = get_close_matches(given, words, n=1)
    return f"did you mean {close[0]!r}?" if close else f"known are {', '.join(words)}"


def _shown(given: object) -> str:
    if given is None:
        return "nothing"
    if isinstance(given, dict):
        return "a group of fields"
    if isinstance(given, list):
        return "a list"
    text = str(given).lower() if isinstance(given, bool) else repr(given)
    return text if len(text) <= 40 else text[:37] + "..."


def _fields(model: type[BaseModel] | None) -> dict[str, Any]:
    """The fields of a model, by the names that files use."""
    fields = model.model_fields if model else {}
    return {field.alias or name: field.annotation for name, field in fields.items()}


def _model_at(model: type[BaseModel], place: Place) -> type[BaseModel] | None:
    """The model of the value at a place, if it is a group of known fields."""
    annotation: Any = model
    for step in place:
        if get_origin(annotation) is dict:
            annotation = get_args(annotation)[1]
        elif isinstance(step, str):
            annotation = _fields(_model_within(annotation)).get(step)
    return _model_within(annotation)


def _model_within(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401  (any annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    within = (_model_within(inner) for inner in get_args(annotation))
    return next((model for model in within if model), None)
