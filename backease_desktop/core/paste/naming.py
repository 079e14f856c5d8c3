"""Which exercise a line names.

Rules: the longest name counts; in another order ("stretch of the calf") it counts where none
stands in its own. One name for several exercises is unsure, unless the position or the thing in
the line chooses; a word that makes another exercise of it ("single leg bridge") makes it unknown.
A slip of the pen is mended where only one word of ours is that near.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from backease_desktop.core.catalogue.words import Equipment
from backease_desktop.core.paste.names import FILLERS, SIGNS, Ids, Key, Names
from backease_desktop.core.paste.tokens import Token

_EVERYWHERE: frozenset[Equipment] = frozenset({Equipment.MAT, Equipment.CUSHION})
"""Things that tell no exercise from another: whatever is done lying has them."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a line.

    Attributes:
        start, end: its tokens, first, and one past the last.
        ids: what it may be; none for a name that the catalogue lacks.
        is_sure: it need not be asked about, though it fits one exercise alone.
        again: where it is named once more.
    """

    start: int
    end: int
    ids: Ids
    is_sure: bool = True
    again: tuple[tuple[int, int], ...] = ()

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Its tokens wherever it is named: first, and one past the last."""
        return ((self.start, self.end), *self.again)


def named_in(tokens: Sequence[Token], names: Names) -> tuple[Named, ...]:
    """The names in a line that do not overlap, the longest chosen first, in order."""
    found = _found(tokens, names, _in_order)
    if not any(len(one.ids) == 1 and one.is_sure for one in found):
        found += _found(tokens, names, _in_any_order)
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


def fitting(named: Named, position: str | None, things: Iterable[str], names: Names) -> Ids:
    """The exercises that a name may be where a line says a position, or what is at hand."""
    if position is None:
        return _with_things(named, frozenset(things), names)
    right = tuple(one for one in named.ids if names.positions[one] == position)
    if right:
        return right if len(named.ids) > 1 else named.ids
    for family in names.families:
        if set(named.ids) & set(family):
            there = tuple(o for o in family if names.positions.get(o) == position)
            return there or tuple(one for one in family if one in names.positions)
    return named.ids


def things_in(tokens: Iterable[Token], names: Names) -> tuple[Equipment, ...]:
    """What a line says is at hand."""
    found = (names.things.get(token.text) for token in tokens)
    return tuple(dict.fromkeys(one for one in found if one and one not in _EVERYWHERE))


def mended_tokens(tokens: Iterable[Token], names: Names) -> tuple[Token, ...]:
    """The tokens with slips of the pen put right; their places stay."""
    return tuple(
        replace(token, text=names.mended.word(token.text)) if token.is_word else token
        for token in tokens
    )


def _with_things(named: Named, things: frozenset[str], names: Names) -> Ids:
    """Of several, or of a family, those that need what the line says is at hand."""
    if not things or any(names.equipment[one] & things for one in named.ids[:1]):
        return named.ids
    listed = named.ids
    if len(listed) == 1:
        listed = next((f for f in names.families if listed[0] in f), listed)
    right = tuple(one for one in listed if names.equipment.get(one, frozenset()) & things)
    return right or named.ids


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
            is_sure = before.is_sure or one.is_sure or len(before.ids) > 1
            again = (*before.again, (one.start, one.end))
            kept[-1] = replace(before, ids=common, is_sure=is_sure, again=again)
        elif before and _is_vague(one) and not any(t.is_number for t in tokens[one.end :]):
            continue
        else:
            kept.append(one)
    return kept


def _is_vague(one: Named) -> bool:
    return one.end - one.start == 1 and bool(one.ids) and (len(one.ids) > 1 or not one.is_sure)


_LookUp = Callable[[Key, Key, Names], tuple[Key, Ids] | None]
"""Looks words up by themselves and by their plain forms: under which key, and what it may be."""


def _in_order(words: Key, stem: Key, names: Names) -> tuple[Key, Ids] | None:
    for whole in (words, names.forms.long(words)):
        if whole in names.exact:
            return whole, names.exact[whole]
    return (stem, names.stems[stem]) if stem in names.stems else None


def _in_any_order(_words: Key, stem: Key, names: Names) -> tuple[Key, Ids] | None:
    key = tuple(sorted(stem))
    return (stem, names.mixed[key]) if key in names.mixed else None


def _found(tokens: Sequence[Token], names: Names, look_up: _LookUp) -> list[Named]:
    found = (_longest_at(tokens, at, names, look_up) for at in range(len(tokens)))
    return [one for one in found if one is not None]


def _longest_at(tokens: Sequence[Token], at: int, names: Names, look_up: _LookUp) -> Named | None:
    if tokens[at].is_sign:
        return None
    head = names.forms.of(tokens[at].text)[0]
    most = names.heads.get(head, 0) if look_up is _in_order else names.most
    words: list[str] = []
    best: Named | None = None
    for end in range(at, len(tokens)):
        token = tokens[end]
        if token.text in SIGNS or (words and token.text in FILLERS):
            continue
        words.append(token.text)
        if len(words) > most:
            break
        whole = tuple(words)
        looked_up = look_up(whole, names.forms.of_all(whole), names)
        if looked_up is not None:
            key, ids = looked_up
            best = Named(at, end + 1, ids, is_sure=key not in names.perhaps)
    return best


def _weight(tokens: Sequence[Token], named: Named) -> int:
    return sum(not token.is_sign for token in tokens[named.start : named.end])
