"""The JSON Schema of `policies.json`, made from the settings themselves.

So it cannot say anything else than the program does. What it leaves out: a text must be one that
can be shown (`core.plain_text`), and a folder of packs a whole path.
"""

from typing import Any

import msgspec

from backease_desktop.core.fields import fields_of
from backease_desktop.core.settings import Settings

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def policies_schema() -> dict[str, Any]:
    """The schema, as JSON holds it."""
    sections = {name: one.kind for name, one in fields_of(Settings).items()}
    _, parts = msgspec.json.schema_components(sections.values(), ref_template="#/$defs/{name}")
    settings = {
        f"{name}.{field}": _entry(words)
        for name, section in sections.items()
        for field, words in parts.pop(section.__name__)["properties"].items()
    }
    packs = {
        "folder": {"description": "The whole path of a folder of packs.", **_TEXT},
        "signed_by": {
            "description": "The public key of minisign that each pack must be signed by.",
            "anyOf": [{"type": "string"}, {"type": "null"}],
        },
    }
    policies = {
        "settings": _table("Settings by their names, as in settings.json.", settings),
        "packs": _table("Packs for everybody.", packs, "folder"),
    }
    whole = {
        "$schema": {"type": "string"},
        "policies": _table("What an organisation sets.", policies),
    }
    return {
        "$schema": DIALECT,
        "title": "policies.json of BackEase",
        **_table("What an organisation sets for its people.", whole, "policies"),
        "$defs": parts,
    }


_TEXT = {"type": "string", "minLength": 1}


def _entry(value: dict[str, Any]) -> dict[str, Any]:
    """The entry of one setting; `value` is the schema of its field."""
    value = dict(value)
    title, about = value.pop("title"), value.pop("description")
    locked = {
        "description": "Whether nobody can choose otherwise.",
        "type": "boolean",
        "default": False,
    }
    table = _table(about, {"value": value, "locked": locked}, "value")
    return {"title": title, **table}


def _table(about: str, properties: dict[str, Any], *required: str) -> dict[str, Any]:
    return {
        "description": about,
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }
