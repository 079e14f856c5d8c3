"""The shapes of the catalogue's files, and the JSON Schemas that editors check them with.

An exercise and a routine have a file each; sources and precautions are lists in one file. The
schemas are made from the models, so they cannot say anything else than the program does.

An exercise's file is checked with the words of its figure, which the catalogue itself leaves
alone: figures are many words, and nobody needs them before the first picture.
"""

from typing import Annotated, Any

from msgspec import Meta

from backease_desktop.core.catalogue.catalogue import Source
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.manifest import Manifest
from backease_desktop.core.catalogue.precautions import Rule
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.figure.landmarks import PLACES
from backease_desktop.core.figure.model import KEYFRAMES, Figure
from backease_desktop.core.figure.postures import POSTURES
from backease_desktop.core.figure.regions import REGIONS
from backease_desktop.core.figure.skeleton import PARTS
from backease_desktop.core.paste.lexicon import Lexicon
from backease_desktop.core.plan.rules import PlanRules
from backease_desktop.core.reading import schema_of
from backease_desktop.core.safety import Safety
from backease_desktop.core.values import Value
from backease_desktop.core.wording import Wording


class ExerciseFile(Exercise, frozen=True, kw_only=True):
    """`exercises/<id>.yaml`: an exercise, the words of its figure checked too."""

    figure: Figure | None = None  # type: ignore[assignment]

    def check(self) -> None:
        """As for an exercise; and phases lead to keyframes of the figure."""
        super().check()
        if self.figure is not None:
            self.check_phases(self.figure.keyframes)


class SourcesFile(Value, frozen=True, kw_only=True):
    """`sources.yaml`: the articles that doses come from."""

    sources: Annotated[tuple[Source, ...], Meta(min_length=1)]


class PrecautionsFile(Value, frozen=True, kw_only=True):
    """`precautions.yaml`: the rules that precautions are derived by."""

    rules: Annotated[tuple[Rule, ...], Meta(min_length=1)]


MODELS: dict[str, type[Value]] = {
    "exercise": ExerciseFile,
    "routine": Routine,
    "sources": SourcesFile,
    "precautions": PrecautionsFile,
    "safety": Safety,
    "wording": Wording,
    "paste": Lexicon,
    "backease": Manifest,
    "plan": PlanRules,
}
"""The model of each kind of file, by the name of its schema."""


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of each kind of file."""
    return {kind: _schema_of(model) for kind, model in MODELS.items()}


def _schema_of(model: type[Value]) -> dict[str, Any]:
    schema = schema_of(model)
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
