"""The bookmark while a session plays: where it is, what was done, and nothing once it is over."""

from datetime import UTC, datetime, timedelta
from itertools import groupby

import pytest

from backease_desktop.controllers.bookmarks import EVERY_MS, Bookmarks
from backease_desktop.core.bookmark import Bookmark
from tests.controllers.conftest import Stage
from tests.fakes.ports import MemoryPlaces, MemoryStore
from tests.fakes.small_catalogue import small_catalogue

NOW = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


def keeping(stage: Stage, store: MemoryStore, *found: Bookmark) -> Bookmarks:
    return Bookmarks(
        stage.session,
        stage.notes,
        store=store,
        found=MemoryPlaces(list(found)),
        catalogue=small_catalogue,
        now=lambda: NOW,
        parent=stage.session,
    )


def cut_off(stage: Stage) -> None:
    """As a crash does: the journal knows of no end."""
    stage.session.stop()
    stage.journal.lose_last()


def test_each_segment_and_each_pause_is_written(stage: Stage, store: MemoryStore) -> None:
    keeping(stage, store)
    stage.play()
    stage.run_to("hold")
    stage.run(3_000)
    stage.session.pause()
    last = store.saved[-1]
    assert (last.kind, last.exercise, last.offset_ms) == ("hold", "twist", stage.now.offset)
    assert [one.index for one in store.saved] == sorted(one.index for one in store.saved)
    assert {one.session for one in store.saved} == {stage.notes.current}


def test_it_is_never_more_than_a_second_old(stage: Stage, store: MemoryStore) -> None:
    bookmarks = keeping(stage, store)
    stage.play()
    stage.run_to("hold")
    for _ in range(3):
        stage.run(EVERY_MS)
        bookmarks.write()  # what the timer does
        assert store.saved[-1].offset_ms == stage.now.offset
    assert EVERY_MS <= 1_000


def test_a_session_that_ends_leaves_none(stage: Stage, store: MemoryStore) -> None:
    keeping(stage, store)
    stage.play()
    stage.run_to("hold")
    stage.session.stop()
    assert store.saved[-1] == Bookmark()


def test_it_goes_on_with_what_was_done_and_what_was_played(
    stage: Stage, store: MemoryStore
) -> None:
    keeping(stage, store)
    stage.play()
    while stage.now.segment.exercise != "rolls" or stage.now.segment.kind != "move":
        stage.run(50)
    cut = store.saved[-1]
    id_, played = stage.notes.current, cut.played_ms
    cut_off(stage)
    again = keeping(stage, MemoryStore(), cut)
    found = again.take()
    assert found == cut
    assert again.take() is None  # once
    again.go_on(cut)
    stage.speaker.render_all()
    stage.settle()
    assert stage.notes.current == id_
    assert stage.now.segment.exercise == "rolls"
    while stage.session.is_on:
        stage.run(100)
    told = stage.journal.history.session(id_ or "")
    assert told is not None
    assert told.exercises == ("twist", "rolls")
    assert told.played_ms > played


@pytest.mark.parametrize(
    ("exercise", "kind", "into"),
    [("rolls", "move", 1_100), ("rolls", "prepare", 6_000), ("twist", "relax", 1_000)],
)
def test_it_goes_on_at_the_very_second_though_an_exercise_was_met_once_more_by_then(
    stage: Stage, store: MemoryStore, exercise: str, kind: str, into: int
) -> None:
    for _ in range(2):  # from the third time on less is told, so a timeline made anew is shorter
        stage.play()
        while stage.session.is_on:
            stage.run(500)
    bookmarks = keeping(stage, store)
    stage.play()
    while (stage.now.segment.exercise, stage.now.segment.kind) != (exercise, kind):
        assert stage.session.is_on
        stage.run(50)
    stage.run(into)
    bookmarks.write()
    cut, before = store.saved[-1], stage.now
    stage.session.stop()
    again = keeping(stage, MemoryStore(), cut)
    again.go_on(cut)
    stage.speaker.render_all()
    stage.settle()
    assert stage.now.is_counting_in
    assert (stage.now.elapsed, stage.now.left) == (before.elapsed, before.left)
    assert stage.now.segment == before.segment
    while stage.now.is_counting_in:
        assert (stage.now.elapsed, stage.now.left) == (before.elapsed, before.left)
        stage.run(50)
    assert stage.now.segment == before.segment
    assert 0 <= stage.now.offset - before.offset <= 50


def test_what_was_made_longer_is_as_long_when_it_goes_on(stage: Stage, store: MemoryStore) -> None:
    bookmarks = keeping(stage, store)
    stage.play()
    stage.run_to("hold")
    stage.run(2_000)
    stage.session.extend()
    stage.run(1_000)
    stage.session.extend()
    while stage.now.segment.kind != "switch":
        stage.run(500)
    stage.session.extend()
    stage.run(8_000)
    bookmarks.write()
    cut, before = store.saved[-1], stage.now
    cut_off(stage)
    again_store = MemoryStore()
    again = keeping(stage, again_store, cut)
    again.go_on(cut)
    stage.speaker.render_all()
    stage.settle()
    assert (stage.now.elapsed, stage.now.left) == (before.elapsed, before.left)
    assert stage.now.segment.duration == before.segment.duration
    again.write()
    assert again_store.saved[-1].longer == cut.longer
    assert len(cut.longer) == 3


def test_the_voice_says_which_repetition_it_goes_on_with(stage: Stage, store: MemoryStore) -> None:
    keeping(stage, store)
    stage.play()
    while (stage.now.segment.exercise, stage.now.segment.rep) != ("rolls", 6):
        stage.run(50)
    cut = store.saved[-1]
    stage.session.stop()
    keeping(stage, MemoryStore(), cut).go_on(cut)
    stage.speaker.render_all()
    stage.settle()
    captions = []
    while stage.now.is_counting_in:
        captions.append(stage.now.caption)
        stage.run(50)
    assert [text for text, _ in groupby(captions) if text] == [
        "Rolls.",
        "Repetition. Six of ten.",
        "Three",
        "Two",
        "One",
    ]


def test_of_several_the_newest_is_offered_and_the_others_at_later_starts(
    stage: Stage, store: MemoryStore
) -> None:
    keeping(stage, store)
    stage.play()
    last = store.saved[-1].with_(session="a" * 28)
    early = last.with_(session="b" * 28, at=NOW - timedelta(hours=1))
    late = last.with_(session="c" * 28, at=NOW - timedelta(hours=5))
    bookmarks = keeping(stage, MemoryStore(), late, early, last)
    assert [bookmarks.take(), bookmarks.take(), bookmarks.take()] == [last, early, None]


def test_a_session_that_ended_just_before_the_power_went_is_not_offered(
    stage: Stage, store: MemoryStore
) -> None:
    keeping(stage, store)
    stage.play()
    stage.run_to("hold")
    place = store.saved[-1]
    stage.session.stop()
    assert keeping(stage, MemoryStore(), place).take() is None


def test_a_routine_that_is_not_there_any_more_is_not_offered(
    stage: Stage, store: MemoryStore
) -> None:
    keeping(stage, store)
    stage.play()
    routine = dict(store.saved[-1].routine)
    routine["steps"] = [{"exercise": "gone", "prescription": "001"}]
    lost = store.saved[-1].with_(routine=routine)
    assert keeping(stage, store, lost).take() is None
