"""Loading the catalogue: what is in order is there, what is not is named, nothing crashes."""

# ruff: noqa: E501  (a problem is one line, however long)

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.catalogue.catalogue import broken_references
from backease_desktop.storage.catalogue_files import Loaded, load_catalogue, packs_in
from backease_desktop.storage.catalogue_folder import MAX_BYTES, MOST_BYTES, MOST_FILES

EXERCISE = """\
id: stand-tall
name: Stand tall
areas: [upper back]
position: standing
sides: none
setup: Stand with your feet apart.
setup_short: Stand.
tip: Keep breathing.
release: Let go.
text: Stand with your feet apart. Grow as tall as you can and keep breathing.
easier: stand-still
prescriptions:
  - source: clinic
    hold_s: {min: 10, max: 20}
"""
EASIER = EXERCISE.replace("stand-tall", "stand-still").replace("easier: stand-still\n", "")
ROUTINE = """\
id: standing
name: Standing
about: Two exercises on your feet.
steps:
  - {exercise: stand-still, prescription: clinic}
  - {exercise: stand-tall, prescription: clinic}
"""
SOURCES = """\
sources:
  - id: clinic
    title: Our clinic
    file: leaflet.pdf
    about: A leaflet of ours.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small catalogue without a mistake."""
    return written(tmp_path / "catalogue")


def written(folder: Path) -> Path:
    for part in ("exercises", "routines"):
        (folder / part).mkdir(parents=True)
    (folder / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    (folder / "exercises/stand-tall.yaml").write_text(EXERCISE, encoding="utf-8")
    (folder / "exercises/stand-still.yaml").write_text(EASIER, encoding="utf-8")
    (folder / "routines/standing.yaml").write_text(ROUTINE, encoding="utf-8")
    return folder


def lines(loaded: Loaded, folder: Path) -> list[str]:
    """The problems as a person sees them, with file names relative to the folder."""
    return [str(problem).removeprefix(f"{folder}{os.sep}") for problem in loaded.problems]


def test_files_without_a_mistake_become_the_catalogue(folder: Path) -> None:
    loaded = load_catalogue(folder)

    assert loaded.problems == ()
    assert list(loaded.catalogue.exercises) == ["stand-still", "stand-tall"]
    assert list(loaded.catalogue.routines) == ["standing"]
    assert list(loaded.catalogue.sources) == ["clinic"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("position: standing", "positon: standing", "4: positon: unknown field; did you mean 'position'?"),
        ("position: standing\n", "", "1: position: missing; add it"),
        ("position: standing", "position: standig", "4: position: 'standig' is not known here; did you mean 'standing'?"),
        ("sides: none", "sides: sometimes", "5: sides: 'sometimes' is not known here; known are none, each, alternate, affected, left, right"),
        ("areas: [upper back]", "areas: []", "3: areas: empty; at least one is needed"),
        ("areas: [upper back]", "areas: upper back", "3: areas: 'upper back' does not fit; write a list such as [one, two]"),
        ("name: Stand tall", "name: 12", "2: name: 12 does not fit; write text; put it in quotes if it looks like a number"),
        ("name: Stand tall", "name: [a]", "2: name: a list does not fit; write text; put it in quotes if it looks like a number"),
        ("name: Stand tall", "name:", "2: name: nothing does not fit; write text; put it in quotes if it looks like a number"),
        ("name: Stand tall", "name: S", "2: name: 1 characters; at least 2 are needed"),
        ("name: Stand tall", f"name: {'S' * 60}", "2: name: 60 characters; at most 48 fit"),
        ("id: stand-tall", "id: Stand Tall", "1: id: 'Stand Tall' is not of the right form; use small letters, digits and single hyphens, as in bird-dog"),
        ("id: stand-tall", "id: stand-up", "1: id: 'stand-up' stands in the file stand-tall.yaml; id and file name must be the same"),
        ("{min: 10, max: 20}", "{min: 20, max: 10}", "14: prescriptions.0.hold_s: min 20 is larger than max 10; swap them"),
        ("{min: 10, max: 20}", "{min: 0, max: 10}", "14: prescriptions.0.hold_s.min: 0 is too small; the least is 1"),
        ("{min: 10, max: 20}", "{min: 10, mx: 20}", "14: prescriptions.0.hold_s.max: missing; add it"),
        ("{min: 10, max: 20}", "a while", "14: prescriptions.0.hold_s: 'a while' does not fit; write a whole number such as 10 or a range such as {min: 8, max: 12}"),
        ("{min: 10, max: 20}", "2.5", "14: prescriptions.0.hold_s: 2.5 does not fit; write a whole number such as 10 or a range such as {min: 8, max: 12}"),
        ("hold_s: {min: 10, max: 20}", "sets: 2", "13: prescriptions.0: a dose needs hold_s, reps or breaths"),
        ("hold_s: {min: 10, max: 20}", "hold_s: 9\n    assumed: [reps]", "15: prescriptions.0.assumed: names 'reps', which this prescription does not give"),
        ("sides: none", "sides: each", "1: landmarks: an exercise with sides needs left and right landmarks"),
        ("tip: Keep breathing.", "tip: one two three four five six seven eight nine", "8: tip: 9 words; at most 8 can be spoken here"),
        ("tip: Keep breathing.", "tip: Arch your back.", '8: tip: never say "arch": the articles use it in opposite senses'),
        ("sides: none", "sides: none\nspine: {end_range: perhaps}", "6: spine.end_range: 'perhaps' does not fit; write true or false"),
        ("sides: none", "sides: none\nseconds_per_rep: 90", "6: seconds_per_rep: 90 is too large; the most is 12.0"),
        ("source: clinic", "source: clinc", "13: prescriptions.0.source: no source has the id 'clinc'; known are clinic"),
        ("easier: stand-still", "easier: stand-stil", "11: easier: no exercise has the id 'stand-stil'"),
        ("easier: stand-still", "easier: stand-tall", "11: easier: names the exercise itself"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_line_field_and_what_would_be_right(
    folder: Path, old: str, new: str, problem: str
) -> None:
    file = folder / "exercises" / "stand-tall.yaml"
    assert old in EXERCISE
    file.write_text(EXERCISE.replace(old, new, 1), encoding="utf-8")

    assert f"exercises{os.sep}stand-tall.yaml:{problem}" in lines(load_catalogue(folder), folder)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "1: file: empty; catalogue/README.md shows what belongs here"),
        (b"# only a comment\n", "1: file: empty; catalogue/README.md shows what belongs here"),
        (b"id: 'stand-tall\n", "2: file: not readable as YAML: found unexpected end of stream; a quote or bracket is opened and never closed"),
        (b"id: a\n\tname: b\n", "2: file: not readable as YAML: found a tab character that violates indentation; use spaces instead of tabs"),
        (b"- id\n- name\n", "1: file: a list does not fit; write fields, each as `name: value`"),
        (b"just words\n", "1: file: 'just words' does not fit; write fields, each as `name: value`"),
        (b"id: a\nname: a\nid: b\n", "3: id: given twice, first in line 1; keep one"),
        (b"id: &a [x]\nname: *a\n", "2: name: *a repeats another value; write the value out"),
        (b"id: !!python/name:os.system\n", "1: id: the tag tag:yaml.org,2002:python/name:os.system has no use here; leave it out"),
        (b"name: Cat: cow\n", "1: file: not readable as YAML: mapping values are not allowed in this context; put text that contains a colon in quotes"),
        (b"name\nid: a\n", "2: file: not readable as YAML: mapping values are not allowed in this context; put text that contains a colon in quotes"),
        (b"areas: [a\nid: a\n", "2: file: not readable as YAML: did not find expected ',' or ']'; look at the indentation, the commas and the brackets"),
        (b"[a]: b\n", "1: file: a field's name must be a word"),
        (b"id: a\n---\nid: b\n", "2: file: a second document begins here; a file holds one"),
        (b"id: a\nname: Gr\xfc\xdfe\n", "2: file: not UTF-8 here; save the file as UTF-8"),
        ("id: a\n".encode("utf-16"), "1: file: not UTF-8 here; save the file as UTF-8"),
        (b"id: a\nname: \x07\n", "2: file: an invisible control character stands here; delete it"),
        (b"[" * 5000, "1: file: nested more than 24 levels deep"),
        (b"{a: " * 5000, "1: file: nested more than 24 levels deep"),
        (b"#" * (MAX_BYTES + 1), "1: file: not readable: larger than 256 KB; it cannot be right"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_exercise_is_named_and_the_rest_goes_on(
    folder: Path, content: bytes, problem: str
) -> None:
    (folder / "exercises" / "stand-tall.yaml").write_bytes(content)

    loaded = load_catalogue(folder)

    assert f"exercises{os.sep}stand-tall.yaml:{problem}" in lines(loaded, folder)
    assert list(loaded.catalogue.exercises) == ["stand-still"]


def test_a_mistake_within_a_list_is_not_also_called_an_empty_list(folder: Path) -> None:
    wrong = EXERCISE.replace("{min: 10, max: 20}", "long")
    (folder / "exercises/stand-tall.yaml").write_text(wrong, encoding="utf-8")

    assert "empty" not in "".join(lines(load_catalogue(folder), folder))


def test_a_byte_order_mark_does_no_harm(folder: Path) -> None:
    (folder / "exercises/stand-tall.yaml").write_text(EXERCISE, encoding="utf-8-sig")

    assert load_catalogue(folder).problems == ()


def test_nine_laughs_stay_nine_laughs(folder: Path) -> None:
    laughs = "a: &a [ha, ha, ha]\n" + "".join(
        f"{name}: &{name} [*{before}, *{before}, *{before}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    (folder / "exercises/stand-tall.yaml").write_text(laughs, encoding="utf-8")

    problems = load_catalogue(folder).problems

    assert len([p for p in problems if "repeats another value" in p.problem]) == 24


def test_all_mistakes_of_all_files_are_reported_together(folder: Path) -> None:
    wrong = EXERCISE.replace("sides: none", "sides: both").replace("tip:", "tipp:")
    (folder / "exercises/stand-tall.yaml").write_text(wrong, encoding="utf-8")
    (folder / "routines/standing.yaml").write_text("steps: 7", encoding="utf-8")

    assert [line.rpartition(" ")[0] for line in lines(load_catalogue(folder), folder)] == [
        f"exercises{os.sep}stand-tall.yaml:1: tip: missing; add",
        f"exercises{os.sep}stand-tall.yaml:5: sides: 'both' is not known here; known are none, each, alternate, affected, left,",
        f"exercises{os.sep}stand-tall.yaml:8: tipp: unknown field; did you mean",
        f"routines{os.sep}standing.yaml:1: about: missing; add",
        f"routines{os.sep}standing.yaml:1: id: missing; add",
        f"routines{os.sep}standing.yaml:1: name: missing; add",
        f"routines{os.sep}standing.yaml:1: steps: 7 does not fit; write a list such as [one,",
    ]  # fmt: skip


def test_a_routine_goes_with_the_exercise_that_it_needs(folder: Path) -> None:
    (folder / "exercises/stand-still.yaml").unlink()

    loaded = load_catalogue(folder)

    assert lines(loaded, folder) == [
        f"exercises{os.sep}stand-tall.yaml:11: easier: no exercise has the id 'stand-still'",
        f"routines{os.sep}standing.yaml:5: steps.0.exercise: no exercise has the id 'stand-still'",
    ]
    assert list(loaded.catalogue.exercises) == ["stand-tall"]
    assert loaded.catalogue.exercises["stand-tall"].easier is None
    assert list(loaded.catalogue.routines) == []


def test_a_dose_that_an_exercise_lacks_is_named_with_the_doses_it_has(folder: Path) -> None:
    wrong = ROUTINE.replace("stand-still, prescription: clinic", "stand-still, prescription: 001")
    (folder / "routines/standing.yaml").write_text(wrong, encoding="utf-8")

    assert lines(load_catalogue(folder), folder) == [
        f"routines{os.sep}standing.yaml:5: steps.0.prescription: "
        "stand-still has no prescription '001'; it has clinic"
    ]


def test_a_source_that_is_listed_twice_is_named(folder: Path) -> None:
    (folder / "sources.yaml").write_text(SOURCES + SOURCES.partition("\n")[2], encoding="utf-8")

    assert lines(load_catalogue(folder), folder) == [
        "sources.yaml:6: sources.1.id: 'clinic' is taken"
    ]


def test_a_folder_that_is_not_there_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    loaded = load_catalogue(tmp_path / "nowhere")

    assert "no exercises/ and no routines/" in str(loaded.problems[0])
    assert not loaded.catalogue.exercises


def test_a_folder_with_the_name_of_a_file_is_named(folder: Path) -> None:
    (folder / "exercises" / "walk.yaml").mkdir()

    assert lines(load_catalogue(folder), folder) == [
        f"exercises{os.sep}walk.yaml:1: file: not readable: a folder, not a file"
    ]


def test_a_link_to_nothing_is_named(folder: Path) -> None:
    try:
        (folder / "exercises" / "walk.yaml").symlink_to(folder / "gone")
    except OSError:
        pytest.skip("this system does not let us make symbolic links")

    assert "exercises" in lines(load_catalogue(folder), folder)[0]
    assert "walk.yaml:1: file: not readable" in lines(load_catalogue(folder), folder)[0]


@pytest.mark.parametrize("ending", [".yml", ".YAML", ".YML", ".Yaml"])
def test_every_way_to_write_the_ending_is_taken(folder: Path, ending: str) -> None:
    for name in ("exercises/stand-tall", "routines/standing", "sources"):
        (folder / f"{name}.yaml").rename(folder / f"{name}{ending}")

    assert load_catalogue(folder) == load_catalogue(folder)
    assert lines(load_catalogue(folder), folder) == []
    assert "standing" in load_catalogue(folder).catalogue.routines


def test_a_problem_is_told_in_the_file_that_there_is(folder: Path) -> None:
    (folder / "exercises/stand-tall.yaml").unlink()
    wrong = EXERCISE.replace("easier: stand-still", "easier: nobody")
    (folder / "exercises/stand-tall.yml").write_text(wrong, encoding="utf-8")

    assert lines(load_catalogue(folder), folder)[0] == (
        f"exercises{os.sep}stand-tall.yml:11: easier: no exercise has the id 'nobody'"
    )


def test_two_files_that_differ_in_their_ending_are_told(folder: Path) -> None:
    (folder / "exercises/stand-tall.yml").write_text(EXERCISE, encoding="utf-8")

    assert (
        f"exercises{os.sep}stand-tall.yml:1: file: exercises/stand-tall.yaml is there, too; "
        "keep one of them"
    ) in lines(load_catalogue(folder), folder)


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("hold_s", "9999999999999", "9999999999999 is too large; the most is 1800"),
        ("hold_s", "{min: 1, max: 1801}", "1801 is too large; the most is 1800"),
        ("reps", "1000000", "1000000 is too large; the most is 200"),
        ("breaths", "201", "201 is too large; the most is 200"),
        ("sets", "1000000", "1000000 is too large; the most is 20"),
        ("rest_s", "99999", "99999 is too large; the most is 1800"),
        ("hold_s", "-1", "-1 is too small; the least is 1"),
        ("reps", "0", "0 is too small; the least is 1"),
        ("sets", "0", "0 is too small; the least is 1"),
    ],
)
def test_every_number_of_a_dose_has_a_least_and_a_most(
    folder: Path, field: str, value: str, problem: str
) -> None:
    wrong = EXERCISE.replace("    hold_s: {min: 10, max: 20}\n", f"    {field}: {value}\n")
    (folder / "exercises/stand-tall.yaml").write_text(wrong, encoding="utf-8")

    said = lines(load_catalogue(folder), folder)[0]

    assert said.startswith(f"exercises{os.sep}stand-tall.yaml:14: prescriptions.0.{field}")
    assert said.endswith(problem)


def test_a_dose_whose_numbers_are_right_but_whose_length_is_not_is_told(folder: Path) -> None:
    dose = "hold_s: 600\n    reps: 20\n"
    wrong = EXERCISE.replace("hold_s: {min: 10, max: 20}\n", dose)
    (folder / "exercises/stand-tall.yaml").write_text(wrong, encoding="utf-8")

    assert lines(load_catalogue(folder), folder)[0] == (
        f"exercises{os.sep}stand-tall.yaml:13: prescriptions.0: takes 201 minutes at its fullest; "
        "an exercise takes 120 at most"
    )


@pytest.mark.parametrize(
    ("tip", "problem"),
    [
        ('"   "', "only blanks; write text"),
        ('""', "only blanks; write text"),
        ('"Keep\\nbreathing."', "a line break stands within the text; write it as one paragraph"),
        ('"Keep\\tbreathing."', "a tab stands within the text; write a space"),
        ('"\\e[31mKeep."', "an invisible sign (U+001B) stands within the text; delete it"),
        (
            '"Keep \\u202Egnihtaerb."',
            "an invisible sign (U+202E) stands within the text; delete it",
        ),
        ("Keep \u202egnihtaerb.", "an invisible sign (U+202E) stands within the text; delete it"),
        (
            '"Keep \u2028breathing."',
            "a line break stands within the text; write it as one paragraph",
        ),
        (f"{'a' * 5000}.", "5001 characters; no text has more than 2000"),
        (f"{'a' * 500}.", "a word of 501 letters; at most 30 can be spoken"),
    ],
)
def test_a_text_that_cannot_be_shown_or_spoken_is_told(
    folder: Path, tip: str, problem: str
) -> None:
    wrong = EXERCISE.replace("tip: Keep breathing.", f"tip: {tip}")
    (folder / "exercises/stand-tall.yaml").write_text(wrong, encoding="utf-8")

    said = lines(load_catalogue(folder), folder)[0]

    assert said.partition("stand-tall.yaml:")[2].partition(": ")[2] == f"tip: {problem}"


def test_names_that_drive_terminals_are_told_harmlessly(folder: Path) -> None:
    try:
        (folder / "exercises" / "a\x1b[31m.yaml").write_text('"\\e[31m": 1', encoding="utf-8")
    except OSError:
        pytest.skip("this system does not let us make such names")

    for line in lines(load_catalogue(folder), folder):
        assert "\x1b" not in line


def test_a_folder_with_too_many_files_is_not_read(folder: Path) -> None:
    for number in range(MOST_FILES):
        (folder / "exercises" / f"a{number}.yaml").touch()

    assert lines(load_catalogue(folder), folder)[0] == (
        f"exercises:1: file: more than {MOST_FILES} files; make two packs"
    )


def test_a_folder_with_too_many_bytes_is_not_read(folder: Path) -> None:
    with (folder / "exercises" / "large.yaml").open("wb") as file:
        file.truncate(MOST_BYTES)

    assert any(
        "more than 4 MB; make two packs" in each for each in lines(load_catalogue(folder), folder)
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_with_the_name_of_a_file_keeps_nobody_waiting(folder: Path) -> None:
    os.mkfifo(folder / "exercises" / "walk.yaml")

    assert lines(load_catalogue(folder), folder) == [
        f"exercises{os.sep}walk.yaml:1: file: not readable: not an ordinary file"
    ]


@given(st.binary(max_size=400))
def test_no_bytes_crash_the_loading(tmp_path_factory: pytest.TempPathFactory, noise: bytes) -> None:
    folder = written(tmp_path_factory.mktemp("noise") / "catalogue")
    (folder / "exercises/stand-tall.yaml").write_bytes(noise)

    loaded = load_catalogue(folder)

    assert loaded.problems
    assert all(problem.line >= 1 and problem.field for problem in loaded.problems)
    assert broken_references(loaded.catalogue) == []


@given(
    st.integers(0, len(EXERCISE)),
    st.integers(0, 30),
    st.text(st.sampled_from("abe10 :-,.[]{}&*!|>'\"#%@\n\t?~é"), max_size=12),
)
def test_no_slip_of_the_hand_crashes_the_loading(
    tmp_path_factory: pytest.TempPathFactory, at: int, deleted: int, typed: str
) -> None:
    folder = written(tmp_path_factory.mktemp("slip") / "catalogue")
    slipped = EXERCISE[:at] + typed + EXERCISE[at + deleted :]
    (folder / "exercises/stand-tall.yaml").write_text(slipped, encoding="utf-8")

    loaded = load_catalogue(folder)

    count = slipped.count("\n") + 1
    ours = [p for p in loaded.problems if p.file.name == "stand-tall.yaml"]
    assert all(1 <= problem.line <= count + 1 for problem in ours)
    assert bool(ours) or "stand-tall" in loaded.catalogue.exercises
    assert broken_references(loaded.catalogue) == []


# Packs ------------------------------------------------------------------------------------------


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack without a mistake, on top of the small catalogue."""
    pack = written(tmp_path / "data" / "packs" / "clinic-two")
    for file in pack.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8").replace("id: stand", "id: my-stand")
        text = text.replace("id: clinic", "id: clinic-two").replace(
            "source: clinic", "source: clinic-two"
        )
        text = text.replace(
            "stand-tall, prescription: clinic", "my-stand-tall, prescription: clinic-two"
        )
        file.write_text(text, encoding="utf-8")
        name = file.name.replace("stand", "my-stand") if file.parent != pack else file.name
        file.rename(file.with_name(name))
    return pack


def test_a_pack_adds_to_the_catalogue_and_may_use_what_is_there(folder: Path, pack: Path) -> None:
    loaded = load_catalogue(folder, [pack])

    assert lines(loaded, pack) == []
    assert "my-stand-tall" in loaded.catalogue.exercises
    steps = loaded.catalogue.routines["my-standing"].steps
    assert [step.exercise for step in steps] == ["stand-still", "my-stand-tall"]


def test_a_pack_with_one_mistake_is_left_out_whole(folder: Path, pack: Path) -> None:
    (pack / "routines/my-standing.yaml").write_text("id: my-standing", encoding="utf-8")

    loaded = load_catalogue(folder, [pack])

    assert loaded.problems
    assert list(loaded.catalogue.exercises) == ["stand-still", "stand-tall"]
    assert list(loaded.catalogue.sources) == ["clinic"]


def test_a_broken_pack_does_not_take_a_good_one_with_it(
    folder: Path, pack: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "data" / "packs" / "broken"
    shutil.copytree(pack, broken)
    (broken / "sources.yaml").write_text("sources: []", encoding="utf-8")

    loaded = load_catalogue(folder, packs_in(tmp_path / "data"))

    assert "my-stand-tall" in loaded.catalogue.exercises
    assert {problem.file.relative_to(broken).name for problem in loaded.problems} >= {
        "sources.yaml"
    }


def test_a_pack_may_not_take_the_place_of_anything(folder: Path, tmp_path: Path) -> None:
    pack = written(tmp_path / "copy")

    loaded = load_catalogue(folder, [pack])

    assert lines(loaded, pack) == [
        f"exercises{os.sep}stand-still.yaml:1: id: 'stand-still' is the id of another exercise; choose an id of your own",
        f"exercises{os.sep}stand-tall.yaml:1: id: 'stand-tall' is the id of another exercise; choose an id of your own",
        f"routines{os.sep}standing.yaml:1: id: 'standing' is the id of another routine; choose an id of your own",
        "sources.yaml:2: sources.0.id: 'clinic' is the id of another source; choose an id of your own",
    ]  # fmt: skip


def test_a_pack_may_not_bring_precautions(folder: Path, pack: Path) -> None:
    rules = (
        "rules:\n  - {condition: disc, title: Disc, when: {always: true}, action: avoid, "
        'reason: No., source: None., reviewed: "2026-11-21"}\n'
    )
    (pack / "precautions.yaml").write_text(rules, encoding="utf-8")

    assert lines(load_catalogue(folder, [pack]), pack) == [
        "precautions.yaml:1: rules: a pack brings no precautions of its own; "
        "delete this file, ours apply to the pack too"
    ]


def test_packs_are_the_folders_in_the_packs_folder(tmp_path: Path) -> None:
    assert packs_in(tmp_path) == ()
    (tmp_path / "packs" / "b").mkdir(parents=True)
    (tmp_path / "packs" / "a").mkdir()
    (tmp_path / "packs" / "notes.txt").write_text("not a pack", encoding="utf-8")

    assert [pack.name for pack in packs_in(tmp_path)] == ["a", "b"]
