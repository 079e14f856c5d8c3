"""Names in any form and order, and what stands beside them."""

import pytest

from backease_desktop.core.paste.beside import has_strange_word, is_another, is_explained, is_joined
from backease_desktop.core.paste.forms import Forms, singular
from backease_desktop.core.paste.names import names_of
from backease_desktop.core.paste.naming import (
    Named,
    fitting,
    mended_tokens,
    named_in,
    things_in,
)
from backease_desktop.core.paste.tokens import Token
from tests.core.paste.test_lines import catalogue, words

FORMS = Forms(
    bases=frozenset({"stretch", "raise", "hip", "shrug"}),
    short={"str": ("stretch",), "hf": ("hip", "flexor")},
)


def read(line: str) -> tuple[tuple[Token, ...], Named]:
    names = words().names
    tokens = mended_tokens(tuple(Token(t, at, at + 1) for at, t in enumerate(line.split())), names)
    return tokens, named_in(tokens, names)[0]


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("stretches", ("stretch",)),
        ("stretching", ("stretch",)),
        ("raising", ("raise",)),
        ("shrugging", ("shrug",)),
        ("str", ("stretch",)),
        ("hf", ("hip", "flexor")),
        ("morning", ("morning",)),
        ("press", ("press",)),
    ],
)
def test_a_word_is_brought_to_its_plain_form(word: str, plain: tuple[str, ...]) -> None:
    assert FORMS.of(word) == plain


def test_a_short_word_is_the_long_one_with_its_plural_kept() -> None:
    assert FORMS.long(("str", "hips")) == ("stretch", "hips")
    assert singular("hips") == "hip"


@pytest.mark.parametrize(
    ("line", "exercise"),
    [
        ("stretching of the calf", "calf-stretch"),
        ("bends of the knee , small", "mini-squat"),
        ("hf str", "hip-flexor-stretch"),
        ("lev scap str", "neck-diagonal"),
        ("shoulder shrugging", "shoulder-shrug"),
    ],
)
def test_a_name_is_found_bent_shortened_or_turned_round(line: str, exercise: str) -> None:
    assert read(line)[1].ids == (exercise,)


def test_a_name_in_its_own_order_leaves_one_in_another_order_unread() -> None:
    tokens, _ = read("bridge : lift the leg")
    assert [one.ids for one in named_in(tokens, words().names)] == [("bridge",)]


def test_the_thing_in_a_line_chooses_where_the_name_leaves_it_open() -> None:
    names = words().names
    tokens, named = read("hamstring with the towel")
    assert len(named.ids) > 1
    assert fitting(named, None, things_in(tokens, names), names) == ("towel-hamstring-stretch",)


def test_a_mat_chooses_nothing() -> None:
    assert things_in(read("bridge on the mat")[0], words().names) == ()


def test_a_name_that_comes_again_is_one_name_with_two_places() -> None:
    tokens, named = read("hip marching : lots of marches")
    assert named.ids == ("hip-marching",)
    assert named.places == ((0, 2), (len(tokens) - 1, len(tokens)))


def test_a_word_that_the_exercise_has_itself_makes_no_other_of_it() -> None:
    names, asides = words().names, words().asides
    for line, is_new in (("knee to chest single leg", False), ("bridge single leg", True)):
        tokens, named = read(line)
        assert is_another(tokens, named, named.ids, names, asides) is is_new, line


def test_a_strange_word_before_a_name_is_told_and_how_it_is_done_is_none() -> None:
    names, asides = words().names, words().asides
    for line, is_strange in (("frobnicated bridge", True), ("smoothly bridge", False)):
        tokens, named = read(line)
        assert has_strange_word(tokens, named, names, asides) is is_strange, line


def test_a_movement_that_is_joined_to_a_name_is_told() -> None:
    names, asides = words().names, words().asides
    tokens, named = read("bridge and clam")
    assert is_joined(tokens, named, names, asides)


def test_a_name_in_brackets_behind_words_of_its_relative_is_asked() -> None:
    names = words().names
    assert is_explained(*read("forearm thing ( plank )"), names)
    assert not is_explained(*read("quiet thing ( plank )"), names)


def test_the_table_has_every_exercise_by_its_own_name() -> None:
    names = names_of(catalogue(), words().lexicon)
    assert set(names.own) == set(catalogue().exercises)


def test_something_joined_before_a_name_is_told() -> None:
    names, asides = words().names, words().asides
    for line, is_strange in (("elbow and leg lift", True), ("warm up and bridge", False)):
        tokens, named = read(line)
        assert has_strange_word(tokens, named, names, asides) is is_strange, line


def test_no_slip_is_mended_towards_an_aside() -> None:
    names = words().names
    assert names.mended.word("postural") == "postural"
    assert names.mended.word("hamstirng") == "hamstring"
