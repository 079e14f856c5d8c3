"""The words for pasted lines: ours can be used, and a file that cannot says where it is wrong."""

from pathlib import Path

import pytest

from backease_desktop.core.paste.lexicon import Often
from backease_desktop.storage.catalogue_files import load_catalogue
from backease_desktop.storage.paste_words import PasteWordsError, load_paste_words
from tests.fakes.small_catalogue import CATALOGUE_FOLDER


def test_every_exercise_that_our_words_name_is_there() -> None:
    lexicon = load_paste_words(CATALOGUE_FOLDER / "paste")
    exercises = set(load_catalogue(CATALOGUE_FOLDER).catalogue.exercises)

    named = {*lexicon.names, *(id_ for ids in lexicon.several.values() for id_ in ids)}
    assert named | {id_ for ids in lexicon.families for id_ in ids} <= exercises
    assert lexicon.often["bd"] == Often(day=2)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("numbers: {one: 1", r"en.yaml:\d+: not readable as YAML"),
        ("numbers: {one: 1}", r"en.yaml: times: Field required"),
        ("numbers: &a {one: 1}", r"en.yaml:1: &a has no use here"),
    ],
)
def test_a_file_that_cannot_be_used_says_where(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "en.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(PasteWordsError, match=problem):
        load_paste_words(tmp_path)


def test_a_language_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(PasteWordsError, match=r"xx.yaml: cannot be read"):
        load_paste_words(tmp_path, "xx")
