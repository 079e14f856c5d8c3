"""The shapes of the catalogue's files, and the JSON Schemas that editors check them with.

An exercise and a routine have a file each; sources and precautions are lists in one file. The
schemas are made from the models, so they cannot say anything else than the program does.

An exercise's file is checked with the words of its figure, which the catalogue itself leaves
alone: figures are many words, and nobody needs them before the first picture.
"""

from typing import Any, Self

from pydantic import BaseModel, Field, model_validator

from backease_desktop.core.catalogue.catalogue import Source
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.precautions import Rule
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.figure.landmarks import PLACES
from backease_desktop.core.figure.model import KEYFRAMES, Figure
from backease_desktop.core.figure.postures import POSTURES
from backease_desktop.core.figure.regions import REGIONS
from backease_desktop.core.figure.skeleton import PARTS
from backease_desktop.core.paste.lexicon import Lexicon
from backease_desktop.core.safety import Safety
from backease_desktop.core.values import Value
from backease_desktop.core.wording import Wording


class ExerciseFile(Exercise):
    """`exercises/<id>.yaml`: an exercise, the words of its figure checked too."""

    figure: Figure | None = None  # type: ignore[assignment]

    @model_validator(mode="after")
    def _phases_lead_to_keyframes(self) -> Self:
        if self.figure is not None:
            for phase in self.phases:
                if phase.to not in self.figure.keyframes:
                    known = ", ".join(self.figure.keyframes)
                    raise ValueError(f"phases: {phase.to!r} is no keyframe of the figure: {known}")
        return self


class SourcesFile(Value):
    """`sources.yaml`: the articles that doses come from."""

    sources: tuple[Source, ...] = Field(min_length=1)


class PrecautionsFile(Value):
    """`precautions.yaml`: the rules that precautions are derived by."""

    rules: tuple[Rule, ...] = Field(min_length=1)


MODELS: dict[str, type[BaseModel]] = {
    "exercise": ExerciseFile,
    "routine": Routine,
    "sources": SourcesFile,
    "precautions": PrecautionsFile,
    "safety": Safety,
    "wording": Wording,
    "paste": Lexicon,
}
"""The model of each kind of file, by the name of its schema."""


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of each kind of file."""
    return {kind: _schema_of(model) for kind, model in MODELS.items()}


def _schema_of(model: type[BaseModel]) -> dict[str, Any]:
    schema = model.model_json_schema()
    _tell_words_of_figures(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _tell_words_of_figures(schema: dict[str, Any]) -> None:
    """What pydantic's schema does not know of a figure: `chair: true`, and the lists of words."""
    definitions = schema.get("$defs", {})
    if "Figure" not in definitions:
        return
    for prop in ("Chair", "Desk"):
        definitions[prop] = {"anyOf": [{"const": True}, definitions[prop]]}
    figure = definitions["Figure"]["properties"]
    figure["keyframes"] |= {"propertyNames": {"enum": list(KEYFRAMES)}, "minProperties": 2}
    figure["working"]["items"]["enum"] = list(REGIONS)
    for name, field, words in (
        ("Keyframe", "from", (*POSTURES, *KEYFRAMES)),
        ("Keyframe", "stays", PARTS),
        ("Arm", "reach", PLACES),
        ("Leg", "reach", PLACES),
        ("Strap", "from", PLACES),
        ("Strap", "to", PLACES),
    ):
        text = definitions[name]["properties"][field]
        text.get("anyOf", [text])[0]["enum"] = list(words)
