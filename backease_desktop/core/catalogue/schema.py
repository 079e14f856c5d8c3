"""The shapes of the catalogue's files, and the JSON Schemas that editors check them with.

An exercise and a routine have a file each; sources and precautions are lists in one file. The
schemas are made from the models, so they cannot say anything else than the program does.
"""

from typing import Any

from pydantic import BaseModel, Field

from backease_desktop.core.catalogue.catalogue import Source
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.precautions import Rule
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.values import Value


class SourcesFile(Value):
    """`sources.yaml`: the articles that doses come from."""

    sources: tuple[Source, ...] = Field(min_length=1)


class PrecautionsFile(Value):
    """`precautions.yaml`: the rules that precautions are derived by."""

    rules: tuple[Rule, ...] = Field(min_length=1)


MODELS: dict[str, type[BaseModel]] = {
    "exercise": Exercise,
    "routine": Routine,
    "sources": SourcesFile,
    "precautions": PrecautionsFile,
}
"""The model of each kind of file, by the name of its schema."""


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of each kind of file."""
    return {kind: _schema_of(model) for kind, model in MODELS.items()}


def _schema_of(model: type[BaseModel]) -> dict[str, Any]:
    schema = model.model_json_schema()
    _let_numbers_stand_for_ranges(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _let_numbers_stand_for_ranges(schema: dict[str, Any]) -> None:
    """A file may write `reps: 10`; pydantic's schema knows only what the model becomes."""
    definitions = schema.get("$defs", {})
    if "Range" in definitions:
        whole_number = {"type": "integer", "minimum": 1}
        definitions["Range"] = {"anyOf": [whole_number, definitions["Range"]]}
