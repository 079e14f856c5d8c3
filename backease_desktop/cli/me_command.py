"""`backease me`: what a person says about themselves, from the command line."""

import argparse
import json
import sys
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from backease_desktop.bootstrap.clocks import today
from backease_desktop.bootstrap.journal import all_saved, open_journal
from backease_desktop.bootstrap.shelf import open_shelf
from backease_desktop.controllers.door import Door
from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.errors import ReportedError
from backease_desktop.core.person.person import (
    LATEST_WEEK,
    NOBODY,
    PREGNANCY,
    Person,
    RatherNot,
    SideThatHurts,
)

NONE = "none"
MOST_DAYS = 7 * LATEST_WEEK


def me(options: argparse.Namespace) -> int:
    """Show or change what is kept about the person."""
    shelf = open_shelf(options.profile)
    app = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    journal = open_journal(shelf.kept, partial(print, file=sys.stderr), app, stays=False)
    try:
        door = Door(shelf.catalogue, journal, today, app)
        if options.what == "show":
            _want_no_more(options.key, options.what)
        else:
            door.say(_changed(door.person, options, shelf.catalogue))
            all_saved(journal)
        _show(door.person, shelf.catalogue, as_json=options.json)
    finally:
        journal.close()
    return 0


def _changed(person: Person, options: argparse.Namespace, catalogue: Catalogue) -> Person:
    what, key, value = options.what, options.key, options.value
    if what == "clear":
        _want_no_more(key, what)
        return NOBODY
    if key is None:
        raise ReportedError(
            f"me {what} wants a {'key and a value' if what == 'set' else 'condition'}"
        )
    if what == "set":
        if value is None:
            raise ReportedError(f"me set {key} wants a value")
        return _with_value(person, key, value)
    _want_no_more(value, f"{what} CONDITION")
    known = dict.fromkeys(rule.condition for rule in catalogue.rules)
    if key not in known and not (what == "remove" and key in person.conditions):
        raise ReportedError(f"no condition is called {key!r}; there are {', '.join(known)}")
    return person.with_condition(key) if what == "add" else person.without(key)


def _with_value(person: Person, key: str, value: str) -> Person:
    match key:
        case "pregnancy-week" if value == NONE:
            return person.without(PREGNANCY)
        case "pregnancy-week":
            if not (value.isascii() and value.isdigit() and 1 <= int(value) <= LATEST_WEEK):
                raise ReportedError(
                    f"pregnancy-week should be a whole number from 1 to {LATEST_WEEK}, or none; "
                    f"not {value!r}"
                )
            return person.with_week(int(value), today())
        case "due-date" if value == NONE:
            return person.without(PREGNANCY)
        case "due-date":
            return person.with_condition(PREGNANCY).with_(due=_due(value))
        case "affected-side":
            if value == NONE:
                return person.with_(side=None)
            return person.with_(side=SideThatHurts(_one_of(key, value, SideThatHurts)))
        case "rather-not":
            named = [] if value == NONE else [one.strip() for one in value.split(",")]
            return person.with_rather_not({_one_of(key, one, RatherNot) for one in named})
    keys = "pregnancy-week, due-date, affected-side, rather-not"
    raise ReportedError(f"no key is called {key!r}; there are {keys}")


def _one_of(key: str, value: str, words: type[SideThatHurts] | type[RatherNot]) -> str:
    known = [str(word) for word in words]
    if value not in known:
        raise ReportedError(f"{key} should be one of {', '.join(known)}, or none; not {value!r}")
    return value


def _due(value: str) -> date:
    try:
        due = date.fromisoformat(value)
    except ValueError:
        raise ReportedError(
            f"due-date should be a date such as 2027-05-01, not {value!r}"
        ) from None
    if not -14 <= (due - today()).days <= MOST_DAYS:
        raise ReportedError(
            f"due-date should lie within the next {LATEST_WEEK} weeks, not {value!r}"
        )
    return due


def _want_no_more(word: str | None, after: str) -> None:
    if word is not None:
        raise ReportedError(f"me {after} takes nothing more, not {word!r}")


def _exported(person: Person) -> dict[str, Any]:
    now = today()
    return {
        "conditions": list(person.conditions),
        "holding": sorted(person.having(now)),
        "pregnancy-week": person.week(now),
        "due-date": person.due.isoformat() if person.due else None,
        "affected-side": person.side,
        "rather-not": list(person.rather_not),
        "answers": {
            id_: {"may": answer.may, "on": answer.on.isoformat()}
            for id_, answer in sorted(person.answers.items())
        },
    }


def _show(person: Person, catalogue: Catalogue, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(_exported(person), ensure_ascii=False, indent=1))
        return
    if person == NOBODY:
        print("Nothing is kept about you.")
        return
    titles = {rule.condition: rule.title for rule in catalogue.rules}
    for id_ in person.conditions:
        print(f"{id_}: {titles.get(id_, id_)}")
    week = person.week(today())
    if week is not None:
        print(f"pregnancy-week: {week} (due {person.due})")
    if person.side is not None:
        print(f"affected-side: {person.side}")
    if person.rather_not:
        print(f"rather-not: {', '.join(person.rather_not)}")
    for id_, answer in sorted(person.answers.items()):
        said = "may be done" if answer.may else "is left out"
        print(f"{id_}: {said} (answered on {answer.on})")
