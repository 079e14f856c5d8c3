"""A person as fields with a value each, as the journal keeps them: the newest of each field counts.

Fields are small, so that two machines that learn different things lose neither: a condition, what
is rather not done, an answer is a field of its own. What a later version writes, and this one does
not know, is left alone; what cannot be used counts as not said.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from backease_desktop.core.fields import FieldError, checked, parsed
from backease_desktop.core.person.person import NOBODY, Answer, Person, RatherNot

_CONDITION, _RATHER_NOT, _ANSWER, _TOLD = "condition.", "rather-not.", "answer.", "told."
_DUE, _SIDE = "due", "side"


def person_of(values: Mapping[str, Any]) -> Person:
    """The person whom the newest values of all fields amount to."""
    person = NOBODY
    for field, value in sorted(values.items()):
        try:
            person = _with_field(person, field, value)
        except FieldError:
            continue
    return person


def changes(before: Person, after: Person) -> Iterator[tuple[str, Any]]:
    """The fields that differ, with their new values; None takes one back."""
    old, new = dict(_fields(before)), dict(_fields(after))
    for field in sorted(old.keys() | new.keys()):
        if old.get(field) != new.get(field):
            yield field, new.get(field)


def _fields(person: Person) -> Iterator[tuple[str, Any]]:
    yield from ((_CONDITION + one, True) for one in person.conditions)
    yield from ((_RATHER_NOT + one, True) for one in person.rather_not)
    yield from ((_TOLD + one, True) for one in person.told)
    for exercise, answer in person.answers.items():
        yield _ANSWER + exercise, msgspec.to_builtins(answer)
    if person.due is not None:
        yield _DUE, person.due.isoformat()
    if person.side is not None:
        yield _SIDE, str(person.side)


def _with_field(person: Person, field: str, value: Any) -> Person:  # noqa: ANN401  (what JSON holds)
    if value is None:
        return person
    if field in (_DUE, _SIDE):
        return checked(person, **{field: value})
    kind, dot, name = field.partition(".")
    match kind + dot:
        case "condition." if value is True:
            return checked(person, conditions=sorted({*person.conditions, name}))
        case "rather-not." if value is True and name in set(RatherNot):
            return person.with_condition(name)
        case "told." if value is True:
            return person.with_told(name)
        case "answer.":
            return person.with_(answers={**person.answers, name: parsed(Answer, value)})
        case _:
            return person
