"""The table of what was heard: written, read, and summed."""

from pathlib import Path

from tests.speech.heard_table import NOTHING, Row, cell_of, read_table, sums_of, table_text
from tests.speech.word_errors import compare

KEY = frozenset({"Two.", "Hold it."})
ROWS = [
    Row("Two.", "r2", {"calm": "", "brisk": "to"}),
    Row("Hold it.", "r1", {"calm": NOTHING, "brisk": ""}),
    Row("Lift “both” heels.", "r3", {"calm": "lift both", "brisk": ""}),
]


def test_a_table_comes_back_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "heard.tsv"
    path.write_text(table_text(ROWS, KEY, "an ear"), encoding="utf-8")
    assert read_table(path) == {row.phrase: row for row in ROWS}
    assert read_table(tmp_path / "none.tsv") == {}


def test_the_sums_stand_on_top() -> None:
    lines = table_text(ROWS, KEY, "an ear").splitlines()
    assert lines[0].startswith("# Heard by an ear")
    assert lines[1] == "# calm: 3 phrases, 6 words, 3 wrong = 50.0%; 1 of 2 key cues right"
    assert lines[2] == "# brisk: 3 phrases, 6 words, 1 wrong = 16.7%; 1 of 2 key cues right"


def test_a_cell_is_empty_only_where_every_word_was_right() -> None:
    cells = [cell_of(compare(["Hold it."], heard)[0]) for heard in ("hold it", "", "told it")]
    assert cells == ["", NOTHING, "told it"]


def test_what_was_not_heard_counts_in_full() -> None:
    assert sums_of("calm", [ROWS[1]], KEY).errors == 2
