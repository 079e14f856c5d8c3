"""Values of the catalogue written as the YAML that a person would write by hand.

What is written is read again before it is handed out, so a file of ours is always one that the
catalogue takes. Fields in the order of the model, what is left open left out, one number for a
range of one, short groups on one line.
"""

from typing import Any

from backease_desktop.core.values import Value, words_of

_DOSE_FIELDS = frozenset({"hold_s", "reps", "breaths", "sets", "rest_s"})


class UnwritableError(ValueError):
    """A value that cannot stand in a file, such as a text with an invisible sign; says why."""


def yaml_of(value: Value, comment: str = "") -> str:
    """The YAML of a value.

    Args:
        value: an exercise, a routine, or the sources of a pack.
        comment: lines to stand above it, without their `#`.

    Raises:
        UnwritableError: what would be read from it is not the value.
    """
    # Loaded on first use, as PyYAML under it: who writes nothing needs none of it.
    from backease_desktop.storage.yaml_writer import write_yaml

    body = write_yaml(_short(words_of(value)))
    head = "".join(f"# {line}\n" for line in comment.splitlines())
    text = head + body
    _must_be_read_as(value, text)
    return text


def _must_be_read_as(value: Value, text: str) -> None:
    # Loaded on first use, as what writes.
    from backease_desktop.storage.yaml_reader import read_yaml

    marked = read_yaml(text)
    if marked.marks:
        first = marked.marks[0]
        field = ".".join(str(part) for part in first.path)
        raise UnwritableError(f"{field}: {first.problem}" if field else first.problem)
    # Loaded on first use, as pydantic under it.
    from backease_desktop.core.reading import read

    try:
        found = read(type(value), marked.value)
    except ValueError as error:
        raise UnwritableError(str(error)) from error
    if found != value:
        raise UnwritableError("what would be read from its file is something else")


def _short(value: Any) -> Any:  # noqa: ANN401  (any plain value)
    """Ranges of one as one number."""
    if isinstance(value, list):
        return [_short(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        name: inner["min"]
        if name in _DOSE_FIELDS and isinstance(inner, dict) and inner["min"] == inner["max"]
        else _short(inner)
        for name, inner in value.items()
    }
