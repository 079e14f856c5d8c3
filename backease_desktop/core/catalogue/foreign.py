"""Exercises of two open collections as a pack: wger's JSON and free-exercise-db's.

Rules: texts and muscles are taken with the licence line of each, pictures are not. Neither
collection gives doses or positions: the dose is ours and marked as assumed, and what an exercise
asks of a body is not known (`Exercise.unclassified`). What cannot be used is left out and told.

Shapes as the projects publish them: github.com/wger-project/wger (`/api/v2/exerciseinfo/`, its
older `exercisebaseinfo`, and the names in `exercises/fixtures`) and
github.com/yuhonas/free-exercise-db (`dist/exercises.json`, or a file of one exercise).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from backease_desktop.core.catalogue.bare_text import bare_text
from backease_desktop.core.catalogue.catalogue import Source
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.pack import Pack, id_from
from backease_desktop.core.catalogue.words import Area, Equipment, Position
from backease_desktop.core.plain_text import fault_of
from backease_desktop.core.reading import read

MOST_EXERCISES = 1_000
_LONGEST_NAME, _LONGEST_TEXT = 48, 420
_ENGLISH = (2, "2", "en")
"""wger's number for English, and its short name in older files."""
_LICENCES = {1: "CC-BY-SA 3", 2: "CC-BY-SA 4", 3: "CC0", 4: "CC-BY 4"}
"""wger's numbers for licences: a translation names its own by number only."""

_AREAS: Mapping[Area, tuple[str, ...]] = {
    Area.LOWER_BACK: ("lower back", "erector spinae"),
    Area.UPPER_BACK: ("middle back", "lats", "latissimus", "traps", "trapezius", "back"),
    Area.NECK: ("neck",),
    Area.SHOULDERS: ("shoulder", "deltoid", "brachii", "brachialis", "triceps", "biceps", "arms"),
    Area.CHEST: ("chest", "pectoralis", "serratus"),
    Area.HIPS: ("adductor", "abductor", "hip"),
    Area.BUTTOCKS: ("glute",),
    Area.HAMSTRINGS: ("hamstring", "biceps femoris"),
    Area.LEGS: ("quad", "calves", "calf", "gastrocnemius", "soleus", "legs"),
    Area.CORE: ("abdom", "abs", "oblique", "rectus abdominis"),
    Area.WRISTS: ("forearm",),
}
_THINGS: Mapping[Equipment, tuple[str, ...]] = {
    Equipment.BAND: ("band",),
    Equipment.FOAM_ROLLER: ("foam roll",),
    Equipment.MAT: ("mat",),
    Equipment.CHAIR: ("chair",),
}
_NO_THING = ("none", "body only", "bodyweight", "other")


Kind = TypeVar("Kind", Area, Equipment)


class ForeignError(ValueError):
    """A file is of neither collection, or nothing of it can be used; says why."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """What a file holds.

    Attributes:
        collection: its name; left_out: a sentence for each exercise that cannot be used.
    """

    collection: str
    pack: Pack
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """An exercise as a collection gives it."""

    name: str
    text: str
    muscles: tuple[str, ...]
    things: tuple[str, ...]
    licence: str
    author: str
    is_stretch: bool


@dataclass(frozen=True, slots=True)
class _Collection:
    """Where exercises of others come from."""

    name: str
    address: str
    licence: str


WGER = _Collection("wger", "https://wger.de", "CC-BY-SA 4.0")
FREE_EXERCISE_DB = _Collection(
    "free-exercise-db", "https://github.com/yuhonas/free-exercise-db", "The Unlicense"
)


def foreign_pack(value: object, today: str) -> Foreign:
    """The pack of a file's JSON.

    Args:
        value: as it was read.
        today: ISO, the day on which the file was read.

    Raises:
        ForeignError: it is of neither collection, or nothing can be used.
    """
    collection, entries = _entries(value)
    if len(entries) > MOST_EXERCISES:
        raise ForeignError(f"{len(entries)} exercises; at most {MOST_EXERCISES} can be taken")
    found_in = _of_wger if collection is WGER else _of_free_exercise_db
    sources: dict[str, Source] = {}
    exercises: dict[str, Exercise] = {}
    left_out: list[str] = []
    for number, entry in enumerate(entries, start=1):
        try:
            found = found_in(entry)
            source = _source(found, collection, today)
            exercise = _exercise(found, source, exercises)
        except (ForeignError, ValidationError) as error:
            left_out.append(f"exercise {number}: {_why(error)}")
            continue
        sources[source.id] = source
        exercises[exercise.id] = exercise
    if not exercises:
        first = left_out[0] if left_out else "there is no exercise in it"
        raise ForeignError(f"nothing of it can be used; {first}")
    pack = Pack(sources=tuple(sources.values()), exercises=tuple(exercises.values()))
    return Foreign(collection.name, pack, tuple(left_out))


def _entries(value: object) -> tuple[_Collection, Sequence[object]]:
    """Which collection it is of, and its exercises."""
    if isinstance(value, Mapping):
        is_one = "category" in value
        listed = None if is_one else value.get("results", value.get("exercises"))
        entries = listed if isinstance(listed, list) else [value]
    else:
        entries = value if isinstance(value, list) else []
    for entry in entries:
        if isinstance(entry, Mapping) and "primaryMuscles" in entry:
            return FREE_EXERCISE_DB, entries
        if isinstance(entry, Mapping) and {"translations", "license_author"} & set(entry):
            return WGER, entries
    raise ForeignError(
        "no exercises of wger or free-exercise-db are in it; other files of JSON cannot be "
        "brought in, but their lines can be pasted"
    )


def _of_wger(entry: object) -> _Found:
    table = _table(entry)
    told = _english(table)
    muscles = [*_list(table, "muscles"), *_list(table, "muscles_secondary")]
    category = table.get("category")
    where = category.get("name") if isinstance(category, Mapping) else ""
    return _Found(
        name=_text(told, "name"),
        text=bare_text(_text(told, "description")),
        muscles=(*(_muscle(one) for one in muscles), str(where or "")),
        things=tuple(n for thing in _list(table, "equipment") for n in _names(thing)),
        licence=_licence(told) or _licence(table) or WGER.licence,
        author=str(told.get("license_author") or table.get("license_author") or ""),
        is_stretch="stretch" in _text(told, "name").lower(),
    )


def _english(table: Mapping[str, Any]) -> Mapping[str, Any]:
    """The English words of an exercise, which older files have in it, newer ones in a list."""
    name = next((name for name in ("translations", "exercises") if name in table), None)
    for told in [table] if name is None else _list(table, name):
        if isinstance(told, Mapping) and _language(told) in _ENGLISH:
            return told
    raise ForeignError("it has no English text")


def _language(told: Mapping[str, Any]) -> object:
    language = told.get("language", _ENGLISH[0])
    return language.get("short_name") if isinstance(language, Mapping) else language


def _licence(told: Mapping[str, Any]) -> str:
    """The licence of a text, empty where it names none that is known."""
    licence = told.get("license")
    if isinstance(licence, Mapping):
        return str(licence.get("short_name") or "").strip()
    return _LICENCES.get(licence, "") if isinstance(licence, int) else ""


def _muscle(muscle: object) -> str:
    """The name of a muscle: the Latin one where that says where it is, which English may not."""
    names = _names(muscle)
    return next((name for name in names if _kinds([name], _AREAS)), names[0] if names else "")


def _of_free_exercise_db(entry: object) -> _Found:
    table = _table(entry)
    steps = [step for step in _list(table, "instructions") if isinstance(step, str)]
    muscles = [*_list(table, "primaryMuscles"), *_list(table, "secondaryMuscles")]
    return _Found(
        name=_text(table, "name"),
        text=bare_text(" ".join(steps)),
        muscles=tuple(str(muscle) for muscle in muscles),
        things=tuple(str(thing) for thing in (table.get("equipment"),) if thing),
        licence=FREE_EXERCISE_DB.licence,
        author="",
        is_stretch=table.get("category") == "stretching",
    )


def _source(found: _Found, collection: _Collection, today: str) -> Source:
    return read(
        Source,
        {
            "id": id_from(f"{collection.name} {found.licence}"),
            "title": collection.name,
            "address": collection.address,
            "looked_up": today,
            "licence": found.licence[:200],
            "about": f"Exercises of the open collection {collection.name}; doses are ours.",
        },
    )


def _exercise(found: _Found, source: Source, taken: Mapping[str, Exercise]) -> Exercise:
    for text in (found.name, found.text, found.author):
        if text and (fault := fault_of(text)):
            raise ForeignError(fault)
    stretch, others = {"hold_s": {"min": 20, "max": 30}}, {"reps": {"min": 8, "max": 12}}
    dose = stretch if found.is_stretch else others
    return read(
        Exercise,
        {
            "id": id_from(found.name, taken, "exercise"),
            "name": found.name[:_LONGEST_NAME].strip(),
            "areas": _kinds(found.muscles, _AREAS) or (Area.CORE,),
            "position": Position.STANDING,
            "equipment": _kinds(found.things, _THINGS),
            "sides": "none",
            "setup": "Get ready as the text says.",
            "setup_short": "Get ready.",
            "where": "where the text says",
            "tip": "Only as far as feels easy.",
            "release": "Come back slowly.",
            "text": _with_licence(found, source),
            "unclassified": True,
            "prescriptions": [
                {
                    "source": source.id,
                    **dose,
                    "assumed": list(dose),
                    "as_given": "no dose given",
                }
            ],
        },
    )


def _with_licence(found: _Found, source: Source) -> str:
    """The text, shortened to whole sentences, with what it needs and whose it is."""
    things = [t for t in found.things if not t.lower().startswith(_NO_THING)]
    needs = f" Needs: {', '.join(things)[:60]}." if things else ""
    by = f", by {found.author[:60]}" if found.author else ""
    line = f"{needs} From {source.title}{by}, {found.licence[:40]}."
    room, text = _LONGEST_TEXT - len(line), found.text
    if len(text) > room:
        text = text[:room]
        end = max(text.rfind(". "), text.rfind("! "), text.rfind("? "))
        text = text[: end + 1] if end > 0 else text[: room - 1].rsplit(" ", 1)[0] + "…"
    return f"{text}{line}".strip()


def _kinds(words: Iterable[str], table: Mapping[Kind, tuple[str, ...]]) -> tuple[Kind, ...]:
    """What some words say of a table; of several parts within a word the longest counts."""
    found = {_longest(word.lower(), table) for word in words}
    return tuple(kind for kind in table if kind in found)


def _longest(word: str, table: Mapping[Kind, tuple[str, ...]]) -> Kind | None:
    hits = [(len(part), kind) for kind, parts in table.items() for part in parts if part in word]
    return max(hits, key=lambda hit: hit[0])[1] if hits else None


def _table(entry: object) -> Mapping[str, Any]:
    if not isinstance(entry, Mapping):
        raise ForeignError("it is no table in braces")
    return entry


def _text(table: Mapping[str, Any], field: str) -> str:
    text = table.get(field)
    if not isinstance(text, str) or not text.strip():
        raise ForeignError(f"{field}: text is missing")
    return " ".join(text.split())


def _list(table: Mapping[str, Any], field: str) -> list[Any]:
    listed = table.get(field, [])
    if not isinstance(listed, list):
        raise ForeignError(f"{field}: should be a list")
    return listed


def _names(thing: object) -> list[str]:
    """The names of a muscle or a thing; older files have numbers, which name nothing."""
    if isinstance(thing, Mapping):
        return [str(thing[key]) for key in ("name", "name_en") if thing.get(key)]
    return [thing] if isinstance(thing, str) else []


def _why(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        return f"{field}: {str(first['msg']).removeprefix('Value error, ')}"
    return str(error)
