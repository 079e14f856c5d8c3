"""Every name of every exercise, in a table that a line is looked up in; `naming` looks.

Rules: the catalogue's names come with the language's other ones, which are data. A name that fits
several exercises keeps all of them; a name of what the catalogue lacks has none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.words import Equipment, Position
from backease_desktop.core.paste.forms import Forms, is_acronym, singular
from backease_desktop.core.paste.lexicon import Lexicon
from backease_desktop.core.paste.slips import Mended, mended_by
from backease_desktop.core.paste.tokens import Token, phrase, tokens_of
from backease_desktop.core.values import words_of

FILLERS = frozenset(
    {"w", "the", "a", "an", "your", "my", "of", "with", "on", "in", "at", "to", "and"}
)
"""Words within a name that change nothing."""
SIGNS = frozenset(",-/&+()'\"")
"""Signs within a name that change nothing."""
FEW_HOLDS = 5
"""Times that something is done which is held rather than repeated."""

Key = tuple[str, ...]
Ids = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Every name of every exercise, ready to be looked up.

    Attributes:
        exact: by the words as they are; stems: by their plain forms.
        mixed: by the plain forms in the order of the alphabet, of names of several words.
        heads: the plain forms that a name may begin with, and how long such a name may be.
        most: words of the longest name.
        perhaps: names that are always asked about, even if they fit one exercise alone.
        forms: what brings a word to its plain form.
        mended: what brings slips of the pen back to a word.
        own: for each id its names in plain forms.
        positions, equipment: of the exercises, by id; held: ids of those that are held, not done
            so many times.
        families: ids of one movement in several positions, or of one name.
        things: what a word says is at hand.
    """

    exact: Mapping[Key, Ids]
    stems: Mapping[Key, Ids]
    mixed: Mapping[Key, Ids]
    heads: Mapping[str, int]
    most: int
    perhaps: frozenset[Key]
    forms: Forms
    mended: Mended
    own: Mapping[str, tuple[Key, ...]]
    positions: Mapping[str, Position]
    equipment: Mapping[str, frozenset[Equipment]]
    held: frozenset[str]
    families: tuple[Ids, ...]
    things: Mapping[str, Equipment]


def names_of(catalogue: Catalogue, lexicon: Lexicon) -> Names:
    """The names of a catalogue's exercises, and what else they are called."""
    rows = [(_words(tokens_of(name)), id_) for name, id_ in _rows(catalogue, lexicon)]
    forms = Forms(
        bases=frozenset(singular(word) for words, _ in rows for word in words),
        short={word: phrase(text) for word, text in lexicon.short.items()},
    )
    exact: dict[Key, Ids] = {}
    stems: dict[Key, Ids] = {}
    own: dict[str, tuple[Key, ...]] = {}
    for words, id_ in rows:
        exact[words] = _with(exact.get(words, ()), id_)
        if not is_acronym(words):
            stem = forms.of_all(words)
            stems[stem] = _with(stems.get(stem, ()), id_)
            own[id_] = (*own.get(id_, ()), stem)
    perhaps = _add_several(exact, stems, catalogue, lexicon, forms)
    for name in lexicon.others:
        words = _words(tokens_of(name))
        exact[words] = stems[forms.of_all(words)] = ()
    heads: dict[str, int] = {}
    for words in (*stems, *map(forms.of_all, exact)):
        heads[words[0]] = max(heads.get(words[0], 0), len(words))
    everything = catalogue.exercises.values()
    return Names(
        exact=exact,
        stems=stems,
        mixed=_mixed(stems),
        heads=heads,
        most=max(heads.values(), default=0),
        perhaps=frozenset(perhaps),
        forms=forms,
        mended=_mended(stems, exact, lexicon),
        own=own,
        positions={e.id: e.position for e in everything},
        equipment={e.id: frozenset(e.equipment) for e in everything},
        held=frozenset(e.id for e in everything if _is_held(e)),
        families=(*lexicon.families, *_namesakes(rows)),
        things={word: thing for thing, words in lexicon.things.items() for word in words},
    )


def _rows(catalogue: Catalogue, lexicon: Lexicon) -> Iterable[tuple[str, str]]:
    for exercise in catalogue.exercises.values():
        for name in (exercise.name, *exercise.aliases, *lexicon.names.get(exercise.id, ())):
            yield name, exercise.id


def _namesakes(rows: Iterable[tuple[Key, str]]) -> Iterable[Ids]:
    """The exercises that share a name: forward and backward rolls of the shoulders."""
    by_name: dict[Key, Ids] = {}
    for words, id_ in rows:
        by_name[words] = _with(by_name.get(words, ()), id_)
    return tuple(dict.fromkeys(ids for ids in by_name.values() if len(ids) > 1))


def _add_several(
    exact: dict[Key, Ids],
    stems: dict[Key, Ids],
    catalogue: Catalogue,
    lexicon: Lexicon,
    forms: Forms,
) -> set[Key]:
    """Add the names that fit several; which of all names are always asked about."""
    perhaps: set[Key] = set()
    for name, ids in lexicon.several.items():
        words = _words(tokens_of(name))
        known = tuple(one for one in ids if one in catalogue.exercises)
        stem = forms.of_all(words)
        if words not in exact or len(known) > len(exact[words]):
            exact[words] = known
            if stems.setdefault(stem, known) == known and len(known) == 1:
                perhaps.add(stem)
            if len(known) == 1:
                perhaps.add(words)
    return perhaps


def _mixed(stems: Mapping[Key, Ids]) -> dict[Key, Ids]:
    """Names of several words by these words in any order; two of one key keep both."""
    mixed: dict[Key, Ids] = {}
    for words, ids in stems.items():
        if len(words) > 1 and ids:
            key = tuple(sorted(words))
            mixed[key] = tuple(dict.fromkeys((*mixed.get(key, ()), *ids)))
    return mixed


def _words(tokens: Iterable[Token]) -> Key:
    every = [token.text for token in tokens if token.text not in SIGNS]
    kept = [word for at, word in enumerate(every) if at == 0 or word not in FILLERS]
    return tuple(kept)


def _with(ids: Ids, one: str) -> Ids:
    return ids if one in ids else (*ids, one)


def _is_held(exercise: Exercise) -> bool:
    """Whether all its doses are holds, a few at most."""
    doses = exercise.prescriptions
    return all(p.hold_s and (p.reps is None or p.reps.max <= FEW_HOLDS) for p in doses)


def _mended(stems: Iterable[Key], exact: Iterable[Key], lexicon: Lexicon) -> Mended:
    """What brings slips back to a word of the lexicon or of a name; numbers are never guessed."""
    words = {word for row in (*stems, *exact) for word in row}
    everyday = {*lexicon.everyday, *lexicon.numbers, *lexicon.times, *lexicon.short}
    # No slip tells something else: words of asides are known, and none is mended towards them.
    asides = {w for one in (*lexicon.aside, *lexicon.aside_with_exercise) for w in phrase(one)}
    others = lexicon.with_(
        everyday=(),
        aside=(),
        aside_with_exercise=(),
        cut_off=(),
        numbers={},
        times={},
        areas={},
        things={},
        short={},
    )
    for listed in _texts(words_of(others)):
        words.update(part for part in phrase(listed) if part.isalpha())
    return mended_by(frozenset(words) - everyday, frozenset(everyday | asides))


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(key)
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
