"""The person's packs: a new one whole or not at all, and nothing of theirs written over."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.catalogue.catalogue import Source
from backease_desktop.core.catalogue.pack import Pack
from backease_desktop.core.catalogue.routine import Routine, Step
from backease_desktop.core.catalogue.words import SideMode
from backease_desktop.core.plain_text import printable
from backease_desktop.core.reading import read
from backease_desktop.core.speaking_time import estimate
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.preferences import Preferences
from backease_desktop.storage.catalogue_files import load_catalogue, packs_in
from backease_desktop.storage.catalogue_folder import read_exercise, read_folder
from backease_desktop.storage.catalogue_problems import Problem
from backease_desktop.storage.own_packs import (
    OwnPackError,
    add_pack,
    delete_item,
    place_of,
    save_item,
    seen,
)
from backease_desktop.storage.pack_yaml import UnwritableError, yaml_of
from backease_desktop.storage.wording_files import load_wording
from tests.fakes.small_catalogue import CATALOGUE_FOLDER, exercise

CLINIC = Source(id="clinic", title="My physio", told_by="Anna", about="What Anna wrote down.")


def routine(name: str = "From Anna", id: str = "from-anna", **dose: Any) -> Routine:
    dose = {"source": "clinic", "reps": 10, "hold_s": {"min": 3, "max": 5}} | dose
    step = read(Step, {"exercise": "bird-dog", "dose": dose})
    return Routine(id=id, name=name, about="What Anna wrote down.", steps=(step,))


def contents(*routines: Routine) -> Pack:
    return Pack(sources=(CLINIC,), routines=routines or (routine(),))


def accepted(pack: Path) -> list[Problem]:
    return [p for p in load_catalogue(CATALOGUE_FOLDER, [pack]).problems if pack in p.file.parents]


def test_a_new_pack_is_loaded_with_the_steps_own_dose(tmp_path: Path) -> None:
    add_pack(tmp_path, "from-anna", contents(routine(sides="left")), accepted)

    loaded = load_catalogue(CATALOGUE_FOLDER, packs_in(tmp_path))

    assert loaded.problems == ()
    step = loaded.catalogue.routines["from-anna"].steps[0]
    dose = loaded.catalogue.prescription_of(step)
    assert (dose.reps.min, dose.hold_s.max, dose.sides) == (10, 5, SideMode.LEFT)  # type: ignore[union-attr]


def test_a_second_pack_of_the_same_name_stands_beside_the_first(tmp_path: Path) -> None:
    first = add_pack(tmp_path, "mine", contents(), accepted)
    second = add_pack(tmp_path, "mine", contents(), accepted)

    assert [first.name, second.name] == ["mine", "mine-2"]


def test_a_pack_that_would_be_left_out_is_not_kept_at_all(tmp_path: Path) -> None:
    with pytest.raises(OwnPackError, match=r"routines/from-anna.yaml:\d+: .*no source"):
        add_pack(tmp_path, "mine", contents(routine(source="nobody")), accepted)

    assert list((tmp_path / "packs").iterdir()) == []


def test_a_dose_that_the_exercise_cannot_have_is_refused_with_its_field(tmp_path: Path) -> None:
    with pytest.raises(OwnPackError, match=r"steps.0.dose.breaths: Bird dog is not paced"):
        add_pack(tmp_path, "mine", contents(routine(breaths=5, reps=None, hold_s=None)), accepted)


def test_what_was_changed_by_hand_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    pack = add_pack(tmp_path, "mine", contents(), accepted)
    file = place_of(pack, routine())
    before = seen(file)
    file.write_text(file.read_text() + "# mine\n")

    with pytest.raises(OwnPackError, match="was changed meanwhile"):
        save_item(pack, routine("Another name"), before)
    with pytest.raises(OwnPackError, match="was changed meanwhile"):
        delete_item(pack, routine(), before or b"")

    assert file.read_text().endswith("# mine\n")


def test_a_file_that_is_saved_without_a_change_keeps_its_bytes(tmp_path: Path) -> None:
    pack = add_pack(tmp_path, "mine", contents(), accepted)
    file = place_of(pack, routine())
    by_hand = "# By hand.\n" + file.read_text().replace("steps:", "steps:   # the one I like")
    file.write_text(by_hand)

    save_item(pack, routine(), seen(file))

    assert file.read_text() == by_hand


def test_what_was_deleted_comes_back_with_its_bytes(tmp_path: Path) -> None:
    pack = add_pack(tmp_path, "mine", contents(routine(), routine("Two", "two")), accepted)
    file = place_of(pack, routine("Two", "two"))
    before = seen(file)
    assert before is not None

    delete_item(pack, routine("Two", "two"), before)
    assert not file.exists()
    save_item(pack, routine("Two", "two"), None)

    assert file.read_bytes() == before


def test_a_file_that_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    pack = add_pack(tmp_path, "mine", contents(), accepted)
    file = place_of(pack, routine())
    file.unlink()
    file.mkdir()

    with pytest.raises(OwnPackError, match="a folder, not a file"):
        save_item(pack, routine(), None)


def test_a_pack_may_use_what_a_later_pack_brings(tmp_path: Path) -> None:
    stand = exercise("stand-tall", "standing", "none", hold_s=10)
    step = Step(exercise="stand-tall", prescription="000")
    user = Routine(id="uses", name="Uses", about="Uses the other pack.", steps=(step,))
    add_pack(tmp_path, "b", Pack(exercises=(stand,)), accepted)
    add_pack(tmp_path, "a", Pack(routines=(user,)), lambda _pack: [])

    loaded = load_catalogue(CATALOGUE_FOLDER, packs_in(tmp_path))

    assert loaded.problems == ()
    assert "uses" in loaded.catalogue.routines


@pytest.mark.parametrize("file", sorted((CATALOGUE_FOLDER / "exercises").glob("*.yaml")))
def test_every_exercise_of_ours_can_be_written_as_yaml(tmp_path: Path, file: Path) -> None:
    ours = read_exercise(file)[0]
    assert ours is not None
    (tmp_path / file.name).write_text(yaml_of(ours), encoding="utf-8")

    assert read_exercise(tmp_path / file.name) == (ours, [])


@given(st.text(min_size=2, max_size=48), st.text(min_size=10, max_size=240))
def test_any_text_is_written_as_it_is_or_refused(name: str, about: str) -> None:
    try:
        one = Routine(id="one", name=name, about=about, steps=routine().steps)
        text = yaml_of(one)
    except (UnwritableError, ValueError):
        return
    assert name.strip() == one.name
    assert all(printable(line) == line for line in text.split("\n"))


def test_the_yaml_is_short_as_a_person_would_write_it() -> None:
    assert yaml_of(routine()).splitlines()[-6:] == [
        "steps:",
        "- exercise: bird-dog",
        "  dose:",
        "    source: clinic",
        "    hold_s: {min: 3, max: 5}",
        "    reps: 10",
    ]


def test_a_pack_in_the_making_is_no_pack(tmp_path: Path) -> None:
    (tmp_path / "packs/.new-1/exercises").mkdir(parents=True)

    assert packs_in(tmp_path) == ()
    assert read_folder(tmp_path / "packs/.new-1").problems


@pytest.mark.parametrize(("sides", "heard"), [("left", {"left"}), ("each", {"left", "right"})])
def test_a_dose_for_one_side_is_played_on_that_side_only(
    tmp_path: Path, sides: str, heard: set[str]
) -> None:
    add_pack(tmp_path, "mine", contents(routine(sides=sides)), accepted)
    catalogue = load_catalogue(CATALOGUE_FOLDER, packs_in(tmp_path)).catalogue

    timeline = compile_timeline(
        catalogue.routines["from-anna"],
        catalogue,
        Preferences(),
        load_wording(CATALOGUE_FOLDER / "wording"),
        lambda text: estimate(text, 150),
    )

    assert {segment.side for segment in timeline.segments if segment.side} == heard
