"""What is written in the exercise editor is there at the next start, links and all."""

from pathlib import Path

import pytest

from backease_desktop.bootstrap.sharing import given_away, keep, look_into, shared_file
from backease_desktop.bootstrap.shelf import open_shelf
from backease_desktop.controllers.bringing_in import GivenPack
from backease_desktop.core.catalogue.routine import Routine, Step
from backease_desktop.core.editing.exercise_draft import (
    begun_from,
    with_figure,
    with_least,
    with_most,
)
from backease_desktop.core.editing.links_draft import LINKS, Link, with_link
from backease_desktop.core.editing.tint_draft import with_tint
from backease_desktop.storage.own_exercises import OwnExerciseFiles
from backease_desktop.storage.own_packs import save_item
from tests.fakes.shipped_catalogue import shipped_catalogue

NEW = begun_from(shipped_catalogue().exercises["bridge"], "slow-bridge", "Slow bridge")


def test_a_range_a_tint_and_forms_are_there_at_the_next_start(tmp_path: Path) -> None:
    figure = with_tint(NEW.figure or {}, "right_calf", is_on=True)
    ranged = with_most(with_least(NEW, "reps", 8), "reps", 12)
    first = with_link(with_figure(ranged, figure), "easier", "bridge")
    second = with_link(NEW.with_(id="other", name="Other"), "harder", "slow-bridge")
    files = OwnExerciseFiles(tmp_path / "data")
    for exercise in (first, second):
        files.keep(exercise, is_in_order=True)

    shelf = open_shelf(tmp_path)

    assert not shelf.problems
    assert shelf.catalogue.exercises["slow-bridge"] == first
    assert shelf.catalogue.exercises["other"] == second


@pytest.mark.parametrize("link", LINKS)
def test_a_form_that_others_lack_is_not_named_in_what_they_are_given(
    tmp_path: Path, link: Link
) -> None:
    files = OwnExerciseFiles(tmp_path / "giver" / "data")
    files.keep(NEW.with_(id="other", name="Other"), is_in_order=True)
    files.keep(with_link(NEW, link, "other"), is_in_order=True)
    steps = (Step(exercise="slow-bridge", prescription="mine"),)
    routine = Routine(id="evenings", name="Evenings", about="In the evening.", steps=steps)
    save_item(tmp_path / "giver" / "data" / "packs" / "mine", routine, None)
    giver = open_shelf(tmp_path / "giver")
    file = tmp_path / "evenings.backease"
    file.write_bytes(shared_file(given_away(giver, "evenings"), None))

    taker = open_shelf(tmp_path / "taker")
    found = look_into(file, taker.catalogue)
    assert isinstance(found, GivenPack)
    keep(taker.kept, taker.catalogue, taker.wording, "Evenings", found.pack)

    assert open_shelf(tmp_path / "taker").catalogue.exercises["slow-bridge"] == NEW
