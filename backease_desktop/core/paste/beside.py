"""What stands beside the name of an exercise, and whether that makes another one of it.

Rules: a word that changes the exercise makes it one that the catalogue lacks, unless a name of the
exercise has it itself; a word that nobody knows, or another movement, makes the name unsure.
"""

from collections.abc import Iterable, Sequence

from backease_desktop.core.paste.aside import Asides
from backease_desktop.core.paste.names import Key, Names
from backease_desktop.core.paste.naming import Named
from backease_desktop.core.paste.tokens import Token

_NEXT = frozenset({"then", "and", "+", "&", ","})
"""What the next movement may follow."""
_HOW = "ly"
"""The end of words that say how: they make no other exercise."""


def is_another(
    tokens: Sequence[Token], named: Named, ids: Sequence[str], names: Names, asides: Asides
) -> bool:
    """Whether a word beside the name makes an exercise of it that the catalogue lacks."""
    behind = [at for at in range(named.end, len(tokens)) if asides.is_remark(tokens, at)]
    end = behind[0] if behind else len(tokens)
    outside = [*tokens[: named.start], None, *tokens[named.end : end]]
    texts = [token.text if token is not None else "" for token in outside]
    for change, thing in asides.changes:
        size = len(change)
        if not any(texts[at : at + size] == [*change] for at in range(len(texts) - size + 1)):
            continue
        needs_it = thing and all(thing in names.equipment.get(one, ()) for one in ids)
        if not needs_it and not _is_its_own(change, ids, names):
            return True
    return False


def is_joined(tokens: Sequence[Token], named: Named, names: Names, asides: Asides) -> bool:
    """Whether another movement is joined to the name: `bridge and clam`, `… then forward x10`."""
    if _has_a_second_dose(tokens, named, names, asides):
        return True
    behind = tokens[named.end : named.end + 2]
    if len(behind) < 2 or behind[0].text not in ("+", "&", "/", "and", "or", "with", "into"):
        return False
    word = behind[1].text
    is_strange = behind[0].text != "with" and word not in names.mended.known
    is_movement = word in asides.movements - asides.plain
    return behind[1].is_word and (is_movement or is_strange)


def has_strange_word(tokens: Sequence[Token], named: Named, names: Names, asides: Asides) -> bool:
    """Whether a word that nobody knows stands directly before the name, or is joined to it."""
    before = tokens[: named.start]
    if len(before) > 1 and before[-1].text in _NEXT - {",", "then"}:
        joined = before[-2]
        if joined.is_word and joined.text not in asides.plain:
            return True
    for token in reversed(before):
        if token.text in ("+", "&", "/"):
            continue
        if not token.is_word:
            return False
        is_known = token.text in asides.plain or token.text in names.mended.known
        if not is_known and not token.text.endswith(_HOW):
            return True
    return False


def is_explained(tokens: Sequence[Token], named: Named, names: Names) -> bool:
    """Whether a name in brackets explains words that are of another name: `forearm … (plank)`."""
    if not is_within_brackets(tokens, named):
        return False
    theirs = _words_of_relatives(named, names)
    before = [names.forms.of(token.text) for token in tokens[: named.start] if token.is_word]
    return any(word in theirs for words in before for word in words)


def is_within_brackets(tokens: Sequence[Token], named: Named) -> bool:
    """Whether a name stands in brackets."""
    before = [token.text for token in tokens[: named.start]]
    return before.count("(") > before.count(")")


def _has_a_second_dose(tokens: Sequence[Token], named: Named, names: Names, asides: Asides) -> bool:
    """Whether a dose is followed by another movement with a dose of its own."""
    theirs = _words_of_relatives(named, names)
    others = asides.movements - asides.known - asides.plain - _words_of(named.ids, names)
    for at in range(named.end + 1, len(tokens) - 1):
        is_relative = tokens[at - 1].text in _NEXT and names.forms.of(tokens[at].text)[0] in theirs
        is_other = tokens[at].text in others and tokens[at + 1].is_number
        before, after = tokens[named.end : at], tokens[at + 1 :]
        if (is_relative or is_other) and all(
            any(token.is_number for token in part) for part in (before, after)
        ):
            return True
    return False


def _words_of_relatives(named: Named, names: Names) -> set[str]:
    """Words that tell relatives of an exercise from it."""
    relatives = {one for family in names.families if set(named.ids) & {*family} for one in family}
    return _words_of(relatives, names) - _words_of(named.ids, names)


def _words_of(ids: Iterable[str], names: Names) -> set[str]:
    return {word for id_ in ids for name in names.own.get(id_, ()) for word in name}


def _is_its_own(change: Key, ids: Sequence[str], names: Names) -> bool:
    """Whether each exercise is called so itself: `single leg` of a knee to the chest."""
    words = names.forms.of_all(change)
    size = len(words)
    return bool(ids) and all(
        any(
            name[at : at + size] == words
            for name in names.own.get(one, ())
            for at in range(len(name) - size + 1)
        )
        for one in ids
    )
