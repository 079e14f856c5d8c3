"""Packs as values: ids keep out of each other's way, and nothing is replaced or brought twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.catalogue.catalogue import Catalogue, Source, catalogue_of
from backease_desktop.core.catalogue.exercise import Exercise
from backease_desktop.core.catalogue.manifest import (
    FORMAT,
    Manifest,
    foreign_fault_of,
    foreign_faults,
)
from backease_desktop.core.catalogue.pack import Pack, beside, id_from, pack_around
from backease_desktop.core.catalogue.routine import Routine, Step
from backease_desktop.core.reading import read
from backease_desktop.core.values import words_of
from tests.fakes.small_catalogue import exercise

ANNA = Source(id="anna", title="Anna", told_by="Anna", about="What Anna wrote.")


def given_by(source: str, one: Exercise) -> Exercise:
    dose = one.prescriptions[0].with_(source=source)
    return one.with_(prescriptions=(dose,))


def routine(*exercises: str, source: str = "anna", **more: str) -> Routine:
    steps = [{"exercise": one, "prescription": source} for one in exercises]
    return read(
        Routine, {"id": "mine", "name": "Mine", "about": "As Anna gave it.", "steps": steps, **more}
    )


STAND = given_by("anna", exercise("stand", "standing", "none", hold_s=10))
SIT = given_by("anna", exercise("sit", "sitting", "none", reps=5)).with_(easier="stand")
PACK = Pack(sources=(ANNA,), exercises=(STAND, SIT), routines=(routine("stand", "sit"),))


def having(pack: Pack) -> Catalogue:
    return catalogue_of(pack.sources, pack.exercises, pack.routines)


def test_a_pack_comes_as_it_is_where_no_id_is_taken() -> None:
    assert beside(PACK, catalogue_of((), (), ())) == PACK


def test_the_same_pack_a_second_time_brings_nothing() -> None:
    assert beside(PACK, having(PACK)).is_empty


def test_what_the_person_changed_stays_and_the_other_comes_beside_it() -> None:
    changed = STAND.with_(name="Stand, changed by me")
    mine = having(PACK.with_(exercises=(changed, SIT), routines=()))

    new = beside(PACK, mine)

    assert [one.id for one in new.exercises] == ["stand-2"]
    assert [step.exercise for step in new.routines[0].steps] == ["stand-2", "sit"]


def test_a_source_that_means_something_else_gets_an_id_and_all_follow_it() -> None:
    other = ANNA.with_(title="Another Anna")

    new = beside(PACK, catalogue_of((other,), (), ()))

    assert [one.id for one in new.sources] == ["anna-2"]
    assert {one.prescriptions[0].source for one in new.exercises} == {"anna-2"}
    assert {step.prescription for step in new.routines[0].steps} == {"anna-2"}


def test_a_routine_is_packed_with_what_others_lack_and_nothing_else() -> None:
    shipped = catalogue_of((), (exercise("ours", "sitting", "none", reps=5),), ())
    everything = catalogue_of((ANNA,), (*shipped.exercises.values(), STAND, SIT), ())
    dose = {"source": "anna", "reps": 3}
    mixed = routine("sit").with_(steps=(read(Step, {"exercise": "ours", "dose": dose}),))

    packed = pack_around(mixed, everything, shipped)
    assert (packed.exercises, packed.sources, packed.routines) == ((), (ANNA,), (mixed,))
    alone = pack_around(routine("sit"), everything, shipped)
    assert [(one.id, one.easier) for one in alone.exercises] == [("sit", None)]


@given(st.text(max_size=80), st.sets(st.sampled_from(["mine", "mine-2", "a", "a-2"])))
def test_any_name_gives_an_id_that_is_free(name: str, taken: set[str]) -> None:
    one = id_from(name, taken)

    assert one not in taken
    assert read(Exercise, {**words_of(STAND), "id": one}).id == one


@pytest.mark.parametrize(
    "text",
    ["<b>bold</b>", "<img src=x", "a &lt; b", "&#60;", "see http://x", "www.x.org", "data:x"],
)
def test_markup_and_links_are_refused(text: str) -> None:
    assert foreign_fault_of(text) is not None


@pytest.mark.parametrize("text", ["5 < 10 reps", "R & L", "10:30", "a <- b", "10 reps; rest"])
def test_plain_signs_are_no_markup(text: str) -> None:
    assert foreign_fault_of(text) is None


def test_the_address_of_a_source_may_be_a_link_and_its_title_may_not() -> None:
    page = Source(
        id="page", title="A page", address="https://a.org", looked_up="2026-01-01", about="About."
    )
    assert not list(foreign_faults(Pack(sources=(page,))))
    titled = page.with_(title="https://a.org")
    assert [field for _, field, _ in foreign_faults(Pack(sources=(titled,)))] == ["title"]


def test_a_manifest_counts_and_names() -> None:
    told = {
        "format": FORMAT,
        "version": 1,
        "name": "Mine",
        "from": "Anna",
        "exercises": 1,
        "routines": 1,
    }
    assert read(Manifest, told).sender == "Anna"
    with pytest.raises(ValueError, match="at least 1 character"):
        read(Manifest, {**told, "name": "  "})


def test_a_photo_follows_its_exercise_and_what_is_there_brings_none() -> None:
    with_photo = PACK.with_(photos={one.id: b"photo" for one in PACK.exercises})
    other = PACK.exercises[0].with_(name="Something else")
    new = beside(with_photo, catalogue_of((), (other,), ()))

    assert set(new.photos) == {one.id for one in new.exercises}
    assert new.photos.keys() != with_photo.photos.keys()
    assert beside(with_photo, having(PACK)).photos == {}
