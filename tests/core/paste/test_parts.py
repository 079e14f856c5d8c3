"""The parts that a line goes through, each by itself."""

from backease_desktop.core.paste.aside import asides_of, is_cut_off, tells_something_else
from backease_desktop.core.paste.dose import dose_of
from backease_desktop.core.paste.how_often import Amount, how_often
from backease_desktop.core.paste.lexicon import Lexicon, Often
from backease_desktop.core.paste.marks import Mark, codes_of, marks_of, phrases_of
from backease_desktop.core.paste.naming import mended_tokens, named_in
from backease_desktop.core.paste.reading import Sides
from backease_desktop.core.paste.sides import sides_of
from backease_desktop.core.paste.slips import mended_by
from backease_desktop.core.paste.tokens import tokens_of
from tests.core.paste.test_lines import words


def lexicon() -> Lexicon:
    return words().lexicon


def marks(line: str) -> tuple[Mark, ...]:
    return marks_of(tokens_of(line), phrases_of(lexicon()), ())


def codes(line: str) -> str:
    return codes_of(marks(line))


def test_typographic_signs_are_the_plain_ones_at_the_same_place() -> None:
    first, times, last, inches = tokens_of("3 × 30″")

    assert (times.text, inches.text) == ("x", '"')
    assert (first.low, last.low, last.start) == (3, 30, 4)


def test_fractions_and_a_decimal_comma_are_numbers() -> None:
    assert [tokens_of(text)[0].low for text in ("½ min", "1½ min", "1 1/2 min", "0,5 min")] == [
        0.5,
        1.5,
        1.5,
        0.5,
    ]


def test_a_comma_between_numbers_of_no_time_is_a_comma() -> None:
    assert [token.text for token in tokens_of("3,10")] == ["3", ",", "10"]


def test_a_line_becomes_letters_that_read_as_it_is_written() -> None:
    assert codes("3x10, hold 5 s each side twice a day") == "nxn,hnseNd"


def test_units_are_units_only_behind_a_number() -> None:
    assert codes("5 s") == "ns"
    assert "s" not in codes("s 5")


def test_a_range_is_one_number_and_a_dash_between_dose_and_length_is_none() -> None:
    (number, _) = marks("8 - 12 reps")
    assert (number.low, number.high) == (8, 12)
    assert codes("3 x 10 - 30 s") == "nxn,ns"


def test_minutes_and_seconds_are_one_length() -> None:
    number, unit = marks("1 min 30 s")
    assert (number.low, unit.code) == (90, "s")


def test_a_small_number_before_daily_counts_the_times_and_a_large_one_is_asked() -> None:
    line = "10 reps x2 daily"
    assert how_often(line, marks(line), codes(line)).per_day == Amount(2, 2)

    asked = how_often("x12 daily", marks("x12 daily"), codes("x12 daily"))
    assert asked.per_day is None
    assert set(asked.unsure) == {"reps", "per_day"}


def test_shorthand_is_data() -> None:
    assert lexicon().often["tds"] == Often(day=3)


def test_weekdays_are_counted_and_their_range_too() -> None:
    for line, count in (("Mon, Wed, Fri", 3), ("Mon-Fri", 5), ("tue & tue", 1)):
        assert how_often(line, marks(line), codes(line)).per_week == Amount(count, count)


def test_sides_with_a_number_each_are_each_and_different_ones_are_asked() -> None:
    line = "L 20 s R 20 s"
    assert sides_of(line, marks(line), codes(line)).sides is Sides.EACH

    line = "L 20 s R 30 s"
    assert "sides" in sides_of(line, marks(line), codes(line)).unsure


def test_a_rest_and_a_weight_are_no_dose() -> None:
    line = "3 sets of 10, rest 60 s, 2 kg"
    found = dose_of(line, marks(line), codes(line))

    assert (found.sets, found.reps, found.hold_s) == (Amount(3, 3), Amount(10, 10), None)
    assert found.unsure == {}


def test_a_second_number_for_the_same_field_is_asked() -> None:
    line = "10 reps, 12 reps"
    found = dose_of(line, marks(line), codes(line))

    assert found.reps is None
    assert set(found.unsure) == {"reps"}


def test_a_slip_is_mended_only_where_one_word_is_that_near() -> None:
    mended = mended_by(frozenset({"bridge", "stretch", "hand", "band"}), frozenset({"bride"}))

    assert mended.word("brigde") == "bridge"
    assert mended.word("strech") == "stretch"
    assert mended.word("bride") == "bride"
    assert mended.word("land") == "land"


def test_the_longest_name_counts() -> None:
    names = words().names
    line = mended_tokens(tokens_of("Side plank on your knees"), names)

    assert [one.ids for one in named_in(line, names)] == [("side-plank-on-knees",)]


def test_advice_is_told_from_an_exercise_and_a_cut_off_line_from_a_whole_one() -> None:
    asides = asides_of(lexicon())
    advice = tokens_of("never push into pain")

    assert tells_something_else(
        "never push into pain", advice, (), asides, has_dose=False, is_empty=True
    )
    for line, is_cut in (("3 x 10, hold for", True), ("3 x 10 (5 s", True), ("3 x 10", False)):
        assert is_cut_off(line, tokens_of(line), marks(line), asides) is is_cut
