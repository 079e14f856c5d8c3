"""Which exercise a line names.

Rules: the longest name counts. One name for several exercises is unsure, unless the position in
the line chooses; a word that makes another exercise of it ("single leg bridge") makes it unknown. A
slip of the pen is mended where only one word of ours is that near.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.words import Position
from backease_desktop.core.paste.lexicon import Lexicon
from backease_desktop.core.paste.slips import Mended, mended_by
from backease_desktop.core.paste.tokens import Token, phrase, tokens_of
from backease_desktop.core.values import words_of

_FILLERS = frozenset({"the", "a", "an", "your", "my", "of", "with", "on", "in", "at", "to", "and"})
_SIGNS = frozenset(",-/&+()'\"")
_PLURAL = 4
"""Letters from which on an s at the end is a plural."""
_FEW_HOLDS = 5


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a line.

    Attributes:
        start, end: its tokens, first, and one past the last.
        ids: what it may be; none for a name that the catalogue lacks.
        is_sure: it need not be asked about, though it fits one exercise alone.
    """

    start: int
    end: int
    ids: tuple[str, ...]
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Names:
    """Every name of every exercise, ready to be looked up.

    Attributes:
        exact: by the words as they are; stems: by the words without plurals; heads: first words.
        perhaps: names that are always asked about, even if they fit one exercise alone.
        mended: what brings slips of the pen back to a word.
        positions, equipment: of the exercises, by id; held: ids of those that are held, not done
            so many times.
    """

    exact: Mapping[tuple[str, ...], tuple[str, ...]]
    stems: Mapping[tuple[str, ...], tuple[str, ...]]
    heads: Mapping[str, int]
    perhaps: frozenset[tuple[str, ...]]
    mended: Mended
    positions: Mapping[str, Position]
    equipment: Mapping[str, frozenset[str]]
    held: frozenset[str]
    families: tuple[tuple[str, ...], ...]


def names_of(catalogue: Catalogue, lexicon: Lexicon) -> Names:
    """The names of a catalogue's exercises, and what else they are called."""
    rows: list[tuple[str, str]] = []
    for exercise in catalogue.exercises.values():
        rows += ((name, exercise.id) for name in (exercise.name, *exercise.aliases))
        rows += ((name, exercise.id) for name in lexicon.names.get(exercise.id, ()))
    exact: dict[tuple[str, ...], tuple[str, ...]] = {}
    stems: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name, id_ in rows:
        words = _words(tokens_of(name))
        exact[words] = _with(exact.get(words, ()), id_)
        if not _is_acronym(words):
            stem = tuple(map(_stem, words))
            stems[stem] = _with(stems.get(stem, ()), id_)
    perhaps = set()
    for name, ids in lexicon.several.items():
        words = _words(tokens_of(name))
        known = tuple(one for one in ids if one in catalogue.exercises)
        stem = tuple(map(_stem, words))
        if words not in exact or len(known) > len(exact[words]):
            exact[words] = known
            if stems.setdefault(stem, known) == known and len(known) == 1:
                perhaps.add(stem)
            if len(known) == 1:
                perhaps.add(words)
    for name in lexicon.others:
        words = _words(tokens_of(name))
        exact[words] = stems[tuple(map(_stem, words))] = ()
    heads: dict[str, int] = {}
    for words in (*stems, *exact):
        head = _stem(words[0])
        heads[head] = max(heads.get(head, 0), len(words))
    everything = catalogue.exercises.values()
    return Names(
        exact=exact,
        stems=stems,
        heads=heads,
        perhaps=frozenset(perhaps),
        mended=_mended(stems, exact, lexicon),
        positions={e.id: e.position for e in everything},
        equipment={e.id: frozenset(e.equipment) for e in everything},
        held=frozenset(e.id for e in everything if _is_held(e)),
        families=lexicon.families,
    )


def named_in(tokens: Sequence[Token], names: Names) -> tuple[Named, ...]:
    """The names in a line that do not overlap, the longest chosen first, in order."""
    found = [one for at in range(len(tokens)) if (one := _longest_at(tokens, at, names))]
    found.sort(key=lambda one: (-_weight(tokens, one), one.start))
    kept: list[Named] = []
    for one in found:
        over = [
            at for at, other in enumerate(kept) if one.start < other.end and other.start < one.end
        ]
        if not over:
            kept.append(one)
        for at in over:
            kept[at] = _crossed(kept[at], one)
    kept.sort(key=lambda one: one.start)
    return tuple(_joined(kept, tokens))


def _crossed(kept: Named, other: Named) -> Named:
    """A name that another one lies across: where neither holds the other, nobody can say."""
    is_within = kept.start <= other.start and other.end <= kept.end
    if is_within or set(kept.ids) & set(other.ids):
        return kept
    return replace(kept, ids=(*kept.ids, *other.ids), is_sure=False)


def _joined(named: Sequence[Named], tokens: Sequence[Token]) -> list[Named]:
    """Two names that can be one exercise are that one; a vague word behind a name is none."""
    kept: list[Named] = []
    for one in named:
        before = kept[-1] if kept else None
        common = tuple(id_ for id_ in before.ids if id_ in one.ids) if before else ()
        if before and common:
            is_sure = before.is_sure and one.is_sure
            kept[-1] = replace(before, ids=common, is_sure=is_sure or len(before.ids) > 1)
        elif before and _is_vague(one) and not any(t.is_number for t in tokens[one.end :]):
            continue
        else:
            kept.append(one)
    return kept


def _is_vague(one: Named) -> bool:
    return one.end - one.start == 1 and bool(one.ids) and (len(one.ids) > 1 or not one.is_sure)


def fitting(named: Named, position: str | None, names: Names) -> tuple[str, ...]:
    """The exercises that a name may be where a line says a position."""
    if position is None:
        return named.ids
    right = tuple(one for one in named.ids if names.positions[one] == position)
    if right:
        return right if len(named.ids) > 1 else named.ids
    for family in names.families:
        if set(named.ids) & set(family):
            there = tuple(o for o in family if names.positions.get(o) == position)
            return there or tuple(one for one in family if one in names.positions)
    return named.ids


def mended_tokens(tokens: Iterable[Token], names: Names) -> tuple[Token, ...]:
    """The tokens with slips of the pen put right; their places stay."""
    return tuple(
        replace(token, text=names.mended.word(token.text)) if token.is_word else token
        for token in tokens
    )


def _longest_at(tokens: Sequence[Token], at: int, names: Names) -> Named | None:
    if tokens[at].is_sign or _stem(tokens[at].text) not in names.heads:
        return None
    most = names.heads[_stem(tokens[at].text)]
    words: list[str] = []
    best: Named | None = None
    for end in range(at, len(tokens)):
        token = tokens[end]
        if token.text in _SIGNS or (words and token.text in _FILLERS):
            continue
        words.append(token.text)
        if len(words) > most:
            break
        stem = tuple(map(_stem, words))
        ids = names.exact.get(tuple(words), names.stems.get(stem))
        if ids is not None:
            looked_up = tuple(words) if tuple(words) in names.exact else stem
            best = Named(at, end + 1, ids, is_sure=looked_up not in names.perhaps)
    return best


def _weight(tokens: Sequence[Token], named: Named) -> int:
    return sum(not token.is_sign for token in tokens[named.start : named.end])


def _words(tokens: Iterable[Token]) -> tuple[str, ...]:
    every = [token.text for token in tokens if token.text not in _SIGNS]
    kept = [word for at, word in enumerate(every) if at == 0 or word not in _FILLERS]
    return tuple(kept)


def _stem(word: str) -> str:
    if len(word) < _PLURAL or not word.endswith("s") or word.endswith("ss"):
        return word
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes")) else word[:-1]


def _with(ids: tuple[str, ...], one: str) -> tuple[str, ...]:
    return ids if one in ids else (*ids, one)


def _is_acronym(words: tuple[str, ...]) -> bool:
    """Whether a name is one short word, whose s at the end is no plural."""
    return len(words) == 1 and len(words[0]) < _PLURAL


def _is_held(exercise: Exercise) -> bool:
    """Whether all its doses are holds, a few at most."""
    doses = exercise.prescriptions
    return all(p.hold_s and (p.reps is None or p.reps.max <= _FEW_HOLDS) for p in doses)


def _mended(
    stems: Iterable[tuple[str, ...]], exact: Iterable[tuple[str, ...]], lexicon: Lexicon
) -> Mended:
    """What brings slips back to a word of the lexicon or of a name; numbers are never guessed."""
    words = {word for row in (*stems, *exact) for word in row}
    everyday = {*lexicon.everyday, *lexicon.numbers, *lexicon.times}
    others = lexicon.with_(everyday=(), numbers={}, times={}, areas={}, things={})
    for listed in _texts(words_of(others)):
        words.update(part for part in phrase(listed) if part.isalpha())
    return mended_by(frozenset(words) - everyday, frozenset(everyday))


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
