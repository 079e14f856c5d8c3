"""What a JSON Schema says of a value: as much of 2020-12 as our schemas use, and nothing unread."""

from typing import Any

_TYPES = {"string": str, "boolean": bool, "object": dict, "null": type(None)}
_ONLY_WORDS = {"$schema", "$defs", "title", "description", "default"}


def fits(value: Any, schema: dict[str, Any], whole: dict[str, Any] | None = None) -> bool:
    """Whether a value is what the schema describes.

    Raises:
        AssertionError: the schema says something that is not understood here.
    """
    whole = whole or schema
    return all(
        _keeps(value, word, said, schema, whole)
        for word, said in schema.items()
        if word not in _ONLY_WORDS
    )


def _keeps(value: Any, word: str, said: Any, schema: dict[str, Any], whole: dict[str, Any]) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    match word:
        case "$ref":
            return fits(value, whole["$defs"][said.removeprefix("#/$defs/")], whole)
        case "anyOf":
            return any(fits(value, one, whole) for one in said)
        case "enum":
            return any(type(value) is type(one) and value == one for one in said)
        case "type" if said == "integer":
            return is_number and value == value // 1
        case "type":
            return isinstance(value, _TYPES[said])
        case "minimum":
            return not is_number or value >= said
        case "maximum":
            return not is_number or value <= said
        case "minLength":
            return not isinstance(value, str) or len(value) >= said
        case "required":
            return not isinstance(value, dict) or all(name in value for name in said)
        case "additionalProperties":
            assert said is False
            return not isinstance(value, dict) or value.keys() <= schema["properties"].keys()
        case "properties":
            parts = value.items() if isinstance(value, dict) else ()
            return all(fits(part, said[name], whole) for name, part in parts if name in said)
    raise AssertionError(f"{word} is not understood here")
