"""Exercises of wger and free-exercise-db: texts with their licence, and bad input in a sentence."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.catalogue.foreign import ForeignError, foreign_pack
from backease_desktop.core.catalogue.manifest import foreign_faults
from backease_desktop.core.catalogue.words import Area, Equipment

TODAY = "2026-11-29"
WGER: dict[str, Any] = {
    "id": 345,
    "category": {"id": 10, "name": "Abs"},
    "muscles": [{"id": 14, "name": "Obliquus externus abdominis", "name_en": "Obliques"}],
    "muscles_secondary": [{"id": 8, "name": "Gluteus maximus", "name_en": "Glutes"}],
    "equipment": [{"id": 4, "name": "Gym mat"}],
    "license": {"id": 2, "full_name": "Creative Commons", "short_name": "CC-BY-SA 4"},
    "license_author": "somebody",
    "images": [{"image": "https://wger.de/x.png"}],
    "translations": [
        {"language": 1, "name": "Seitstütz", "description": "<p>Auf der Seite.</p>"},
        {
            "language": 2,
            "name": "Side hold",
            "description": "<p>Lie on your side.</p><ul><li>Lift your hips &amp; hold.</li></ul>"
            '<a href="https://x.org">more</a><script>alert(1)</script>',
            "license_author": "Jane",
        },
    ],
}
FREE: dict[str, Any] = {
    "name": "Band pull apart",
    "force": "pull",
    "equipment": "bands",
    "primaryMuscles": ["shoulders"],
    "secondaryMuscles": ["middle back", "traps"],
    "instructions": ["Stand with your arms out in front of you.", "Pull the band apart slowly."],
    "category": "strength",
    "images": ["Band_Pull_Apart/0.jpg"],
    "id": "Band_Pull_Apart",
}


def test_an_exercise_of_wger_comes_with_its_licence_line_and_without_markup() -> None:
    pack = foreign_pack({"count": 1, "results": [WGER]}, TODAY).pack
    (exercise,) = pack.exercises

    assert exercise.text == (
        "Lie on your side. Lift your hips & hold. more "
        "Needs: Gym mat. From wger, by Jane, CC-BY-SA 4."
    )
    assert exercise.areas == (Area.BUTTOCKS, Area.CORE)
    assert exercise.equipment == (Equipment.MAT,)
    assert exercise.unclassified
    assert pack.sources[0].licence == "CC-BY-SA 4"
    assert not list(foreign_faults(pack))


def test_exercises_of_free_exercise_db_come_one_or_many_at_a_time() -> None:
    one, many = foreign_pack(FREE, TODAY).pack, foreign_pack([FREE, FREE], TODAY).pack

    assert one.exercises[0].equipment == (Equipment.BAND,)
    assert one.exercises[0].areas == (Area.UPPER_BACK, Area.SHOULDERS)
    assert one.exercises[0].prescriptions[0].assumed == ("reps",)
    assert [exercise.id for exercise in many.exercises] == ["band-pull-apart", "band-pull-apart-2"]
    assert [source.licence for source in many.sources] == ["The Unlicense"]


def test_a_long_text_ends_with_a_whole_sentence_and_its_licence() -> None:
    long = {**FREE, "instructions": ["Stand with your feet apart and breathe."] * 40}
    text = foreign_pack(long, TODAY).pack.exercises[0].text

    assert len(text) <= 420
    assert text.endswith("breathe. Needs: bands. From free-exercise-db, The Unlicense.")


def as_published(number: int, **changes: object) -> dict[str, Any]:
    """A record in all the fields that free-exercise-db's have, in our own words."""
    return {
        "name": f"{number}/4 Reach",
        "force": None,
        "level": "beginner",
        "mechanic": None,
        "equipment": None,
        "primaryMuscles": ["hamstrings"],
        "secondaryMuscles": ["lower back", "middle back"],
        "instructions": [
            "Stand on one leg, the other one in front of you.",
            "Lean forward, only \u00be of the way. Tip: keep your back long.",
        ],
        "category": "stretching",
        "images": [f"{number}_4_Reach/0.jpg", f"{number}_4_Reach/1.jpg"],
        "id": f"{number}_4_Reach",
        **changes,
    }


def test_free_exercise_db_is_taken_as_it_is_published() -> None:
    """Nulls, names that are no file names, and as many as its one file holds."""
    things = (None, "body only", "other", "foam roll", "exercise ball", "machine")
    rows = [as_published(n, equipment=things[n % len(things)]) for n in range(873)]
    found = foreign_pack(rows, TODAY)

    assert len(found.pack.exercises) == 873
    assert found.left_out == ()
    first, _, other, roll, ball, _ = found.pack.exercises[:6]
    assert (first.id, first.name) == ("0-4-reach", "0/4 Reach")
    assert first.areas == (Area.LOWER_BACK, Area.UPPER_BACK, Area.HAMSTRINGS)
    assert first.prescriptions[0].hold_s is not None
    assert "Needs" not in first.text
    assert "Needs" not in other.text
    assert roll.equipment == (Equipment.FOAM_ROLLER,)
    assert "Needs: exercise ball." in ball.text


def test_wger_is_taken_as_its_server_answers() -> None:
    """A muscle without an English name, and a text with a licence and an author of its own."""
    answer: dict[str, Any] = {
        **WGER,
        "uuid": "00000000-0000-4000-8000-000000000000",
        "created": "2023-08-06T11:20:14.368566+02:00",
        "category": {"id": 8, "name": "Arms"},
        "muscles": [
            {"id": 11, "name": "Biceps femoris", "name_en": "Biceps", "is_front": False},
            {"id": 16, "name": "Erector spinae", "name_en": "Lower back", "is_front": False},
        ],
        "muscles_secondary": [{"id": 9, "name": "Trapezius", "name_en": "", "is_front": False}],
        "equipment": [{"id": 7, "name": "none (bodyweight exercise)"}],
        "videos": [{"id": 2, "license_author": None}],
        "translations": [
            {
                "id": 345,
                "language": 2,
                "name": "Slow bow",
                "description": "<p>Bow slowly.</p>\n<p> </p>\n<p><strong>Breathe</strong>.</p>",
                "aliases": [{"id": 3, "alias": "Bow"}],
                "notes": [{"id": 134, "translation": 345, "comment": "slowly"}],
                "license": 1,
                "license_author": "",
                "author_history": ["Jane"],
            }
        ],
        "variation_group": None,
    }
    found = foreign_pack({"count": 1, "next": None, "previous": None, "results": [answer]}, TODAY)
    (exercise,) = found.pack.exercises

    assert exercise.areas == (
        Area.LOWER_BACK,
        Area.UPPER_BACK,
        Area.SHOULDERS,
        Area.HAMSTRINGS,
    )
    assert exercise.text == "Bow slowly. Breathe. From wger, by somebody, CC-BY-SA 3."
    assert not exercise.equipment


@pytest.mark.parametrize("language", [2, {"id": 2, "short_name": "en"}])
def test_older_files_of_wger_have_their_words_in_the_exercise(language: object) -> None:
    told = {"name": "Side hold", "description": "<p>Hold.</p>", "language": language}
    flat = {name: value for name, value in WGER.items() if name != "translations"}
    nested = {**flat, "exercises": [{**told, "language": 1, "name": "Halten"}, told]}

    for value in ({**flat, **told}, nested, {"results": [nested]}):
        assert [one.name for one in foreign_pack(value, TODAY).pack.exercises] == ["Side hold"]
    with pytest.raises(ForeignError, match="no English"):
        foreign_pack({**flat, **told, "language": 1}, TODAY)


def test_what_cannot_be_used_is_left_out_and_told() -> None:
    found = foreign_pack([FREE, {**FREE, "name": ""}, 7], TODAY)

    assert len(found.pack.exercises) == 1
    assert found.left_out == (
        "exercise 2: name: text is missing",
        "exercise 3: it is no table in braces",
    )


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ({}, "no exercises of wger or free-exercise-db are in it"),
        ([], "no exercises of wger or free-exercise-db are in it"),
        ("text", "no exercises of wger or free-exercise-db are in it"),
        ([{**FREE, "instructions": 7}], "nothing of it can be used; exercise 1: instructions"),
        ([{**FREE, "name": "A\u202eB"}], "nothing of it can be used; exercise 1: an invisible"),
        ({**WGER, "translations": []}, "nothing of it can be used; exercise 1: it has no English"),
        ([FREE] * 1001, "1001 exercises; at most 1000 can be taken"),
    ],
)
def test_bad_input_is_one_sentence(value: object, sentence: str) -> None:
    with pytest.raises(ForeignError, match=sentence):
        foreign_pack(value, TODAY)


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@given(st.sampled_from([WGER, FREE]), st.data())
def test_any_value_in_a_field_is_taken_or_told(entry: dict[str, Any], data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(sorted(entry)))
    try:
        found = foreign_pack([{**entry, field: data.draw(ANY)}], TODAY)
    except ForeignError:
        return
    assert len(found.pack.exercises) == 1
