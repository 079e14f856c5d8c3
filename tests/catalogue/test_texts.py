"""The words of the shipped exercises: plain, short, and nobody else's."""

import os
import re
from pathlib import Path

import pytest

from backease_desktop.core.catalogue.catalogue import Catalogue
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.words import Load

LONGEST_RUN = 8
"""A run of this many words in common with an article would be a copy."""

READING_AGE = 12
SPEAKABLE = re.compile(r"[A-Za-z][A-Za-z ,.'-]*")
ARTICLES = os.environ.get("BACKEASE_SEEDS")


def spoken(exercise: Exercise) -> dict[str, str]:
    """Everything that is said of an exercise."""
    words: dict[str, str | None] = {
        "name": exercise.spoken_name,
        "setup": exercise.setup,
        "setup_short": exercise.setup_short,
        "tip": exercise.tip,
        "release": exercise.release,
        "where": exercise.where,
        "movement": exercise.movement,
        "breath_hint": exercise.breath_hint,
        "in": exercise.rep_in,
        "out": exercise.rep_out,
        **{f"phase {i}": phase.say for i, phase in enumerate(exercise.phases)},
    }
    if exercise.landmarks:
        words |= {"left": exercise.landmarks.left, "right": exercise.landmarks.right}
    if exercise.breath:
        words |= {"breathe in": exercise.breath.inwards, "breathe out": exercise.breath.outwards}
    return {field: said for field, said in words.items() if said}


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return re.split(r"(?<=[.!?])\s+", text.strip())


def syllables(word: str) -> int:
    """About how many syllables a word has: groups of vowels, a silent e left out."""
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = re.search(r"[^aeiouyl]e$|[^aeiouydt]ed$|[^aeiouyszx]es$", word.lower())
    return max(1, groups - bool(silent))


def reading_age(text: str) -> float:
    """Flesch-Kincaid grade plus five years."""
    words = re.findall(r"[A-Za-z']+", text)
    grade = (
        0.39 * len(words) / len(sentences(text))
        + 11.8 * sum(map(syllables, words)) / len(words)
        - 15.59
    )
    return grade + 5


def runs(text: str, length: int = LONGEST_RUN) -> set[tuple[str, ...]]:
    """Every run of so many words."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", text.lower()))
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def exercises(catalogue: Catalogue) -> list[Exercise]:
    return list(catalogue.exercises.values())


def test_texts_have_two_to_four_sentences(shipped: Catalogue) -> None:
    lengths = {e.id: len(sentences(e.text)) for e in exercises(shipped)}

    assert {id_: n for id_, n in lengths.items() if not 2 <= n <= 4} == {}


def test_a_twelve_year_old_can_read_every_text(shipped: Catalogue) -> None:
    ages = {e.id: reading_age(e.text) for e in exercises(shipped)}

    assert {id_: round(age, 1) for id_, age in ages.items() if age > READING_AGE} == {}


def test_the_reading_age_of_hard_prose_is_higher() -> None:
    hard = "Myofascial mobilisation facilitates subsequent proprioceptive reorganisation."

    assert reading_age(hard) > READING_AGE + 5


def test_names_can_be_spoken_in_six_words(shipped: Catalogue) -> None:
    long = {e.id for e in exercises(shipped) if len(e.spoken_name.split()) > 6}

    assert long == set()


def test_everything_spoken_is_letters_and_plain_stops(shipped: Catalogue) -> None:
    unspeakable = [
        f"{exercise.id} {field}: {words}"
        for exercise in exercises(shipped)
        for field, words in spoken(exercise).items()
        if not SPEAKABLE.fullmatch(words)
    ]

    assert unspeakable == []


def test_what_is_said_as_a_sentence_is_one_sentence(shipped: Catalogue) -> None:
    more = [
        f"{e.id} {field}"
        for e in exercises(shipped)
        for field in ("setup", "setup_short", "movement", "breath_hint", "tip", "release")
        if field in spoken(e)
        if len(sentences(spoken(e)[field])) != 1 or not spoken(e)[field].endswith(".")
    ]

    assert more == []


def test_no_text_says_arch(shipped: Catalogue) -> None:
    said = [e.id for e in exercises(shipped) if re.search(r"\barch", e.text, re.IGNORECASE)]

    assert said == []


def test_who_holds_still_against_effort_is_told_to_breathe(shipped: Catalogue) -> None:
    breathless = [
        e.id
        for e in exercises(shipped)
        if e.load is Load.ISOMETRIC and "breath" not in f"{e.tip} {e.breath_hint}".lower()
    ]

    assert breathless == []


def test_landmarks_name_the_side_and_mirror_each_other(shipped: Catalogue) -> None:
    swap = {"left": "right", "right": "left"}
    wrong = []
    for exercise in exercises(shipped):
        if exercise.landmarks:
            left, right = exercise.landmarks.left, exercise.landmarks.right
            mirrored = " ".join(
                re.sub(r"left|right", lambda m: swap[m[0]], word) for word in left.split()
            )
            if "left" not in left or mirrored != right:
                wrong.append(f"{exercise.id}: {left} / {right}")

    assert wrong == []


def test_no_landmark_is_only_left_side_or_right_side(shipped: Catalogue) -> None:
    vague = [e.id for e in exercises(shipped) if e.landmarks and "side" in e.landmarks.left.split()]

    assert vague == []


@pytest.mark.skipif(ARTICLES is None, reason="BACKEASE_SEEDS does not name the articles' folder")
def test_no_eight_words_in_a_row_are_an_articles(shipped: Catalogue) -> None:
    articles = set[tuple[str, ...]]()
    for file in Path(str(ARTICLES)).glob("*.txt"):
        articles |= runs(file.read_text(encoding="utf-8"))
    assert articles
    ours = {e.id: " / ".join([e.text, *spoken(e).values()]) for e in exercises(shipped)}
    ours |= {r.id: r.about for r in shipped.routines.values()}
    ours |= {f"source {s.id}": s.about for s in shipped.sources.values()}
    copied = [
        f"{name}: {' '.join(run)}"
        for name, words in ours.items()
        for run in sorted(runs(words) & articles)
    ]

    assert copied == []


def test_every_exercise_says_its_movement_and_every_repetition_has_words(
    shipped: Catalogue,
) -> None:
    mute = [e.id for e in exercises(shipped) if not e.movement]
    wordless = [
        e.id
        for e in exercises(shipped)
        if any(p.reps for p in e.prescriptions) and not (e.rep_in or e.phases)
    ]

    assert (mute, wordless) == ([], [])
