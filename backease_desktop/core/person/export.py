"""What is changed for a person, as JSON for other programs, and as a line to read."""

from collections.abc import Iterable
from typing import Any

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.words import Action
from backease_desktop.core.person.tailored import Change


def exported_changes(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """Each change as plain values; `instead` is an exercise, or null where none comes."""
    return [
        {
            "exercise": one.exercise,
            "instead": one.instead,
            "action": one.action,
            "condition": one.condition,
            "comes": one.comes,
            "reasons": [
                {
                    "condition": rule.condition,
                    "reason": rule.reason,
                    "source": rule.source,
                    "reviewed": rule.reviewed,
                }
                for rule in one.rules
            ],
        }
        for one in changes
    ]


def change_line(change: Change, catalogue: Catalogue) -> str:
    """A change in one line: what comes of an exercise, why, and on whose word."""
    rule = change.rules[0]
    name = catalogue.exercises[change.exercise].name
    other = catalogue.exercises[change.instead].name if change.instead else None
    match change.action:
        case Action.MODIFY:
            said = f"{name} is changed: {rule.instead or rule.tip}"
        case Action.ASK:
            said = f"{name}: ask first. {rule.instead or ''}".rstrip()
        case _:
            again = " where it comes again" if change.again else ""
            said = (
                f"{other} comes instead of {name}{again}."
                if other
                else f"{name} is left out{again}."
            )
    return f"{said} {rule.reason} ({rule.title}; {rule.source}; reviewed {rule.reviewed})"
