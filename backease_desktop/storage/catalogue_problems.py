"""What is wrong in a file of the catalogue, in words for the person who wrote the file.

A problem says where it is (file, line, field), what is wrong and what would be right. It is
written for a physiotherapist and not for a programmer: no type names, no "input".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from backease_desktop.storage.yaml_marks import Marked, Place

WHOLE_FILE = "file"
"""The field of a problem that is not about one field."""

_VALUE_ERROR = "Value error, "


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in a file.

    Attributes:
        line: counted from 1.
        field: as in `prescriptions.0.hold_s`.
        problem: what is wrong, and what would be right.
    """

    file: Path
    line: int
    field: str
    problem: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.field}: {self.problem}"


def problems_in_yaml(file: Path, marked: Marked) -> list[Problem]:
    """What is wrong with the YAML of a file."""
    return [Problem(file, m.line, _dotted(m.path), m.problem) for m in marked.marks]


def problems_in_values(
    file: Path, marked: Marked, model: type[BaseModel], error: ValidationError
) -> list[Problem]:
    """What is wrong with the values of a file."""
    found = []
    details = error.errors(include_url=False)
    for detail in details:
        place: Place = detail["loc"]
        if detail["type"] == "too_short" and _within(place, details):
            continue  # a list is not empty because everything in it is wrong
        text = _in_words(detail, model)
        named = re.match(r"([a-z_]+): (.+)", text, re.DOTALL)
        if named and named[1] in _fields(_model_at(model, place)):
            place, text = (*place, named[1]), named[2]
        found.append(Problem(file, marked.line_of(place), _dotted(place), text))
    return found


def _within(place: Place, details: list[ErrorDetails]) -> bool:
    return any(d["loc"] != place and d["loc"][: len(place)] == place for d in details)


def _dotted(place: Place) -> str:
    return ".".join(str(step) for step in place) or WHOLE_FILE


def _in_words(detail: ErrorDetails, model: type[BaseModel]) -> str:
    """One of pydantic's findings as a sentence."""
    kind, given, place = detail["type"], detail["input"], detail["loc"]
    context: dict[str, Any] = detail.get("ctx", {})
    match kind:
        case "missing":
            return "missing; add it"
        case "extra_forbidden":
            around = _model_at(model, place[:-1])
            return "unknown field; " + _instead(str(place[-1]), _fields(around))
        case "enum":
            known = re.findall(r"'([^']*)'", context["expected"])
            return f"{_shown(given)} is not known here; " + _instead(str(given), known)
        case "value_error":
            return detail["msg"].removeprefix(_VALUE_ERROR)
        case "string_pattern_mismatch":
            return f"{_shown(given)} is not of the right form; {_form(context['pattern'])}"
        case "string_too_long":
            return f"{len(given)} characters; at most {context['max_length']} fit"
        case "string_too_short":
            return f"{len(given)} characters; at least {context['min_length']} are needed"
        case "too_short":
            return "empty; at least one is needed"
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


def _model_at(model: type[BaseModel] | None, place: Place) -> type[BaseModel] | None:
    """The model of the value at a place, if it is a group of known fields."""
    for step in place:
        if isinstance(step, str):
            model = _model_within(_fields(model).get(step))
    return model


def _model_within(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401  (any annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    within = (_model_within(inner) for inner in get_args(annotation))
    return next((model for model in within if model), None)
