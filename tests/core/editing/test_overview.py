"""What a draft comes to for a person: what is left out or exchanged is counted as it will be."""

from datetime import date

from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.editing.overview import Overview, overview_of
from backease_desktop.core.editing.problems import problems_of
from backease_desktop.core.editing.routine_draft import RoutineDraft, step_of
from backease_desktop.core.person.person import NOBODY, Person
from backease_desktop.core.person.tailored import NothingLeftError, Tailored, tailored
from backease_desktop.core.person.verdict import Asking
from backease_desktop.core.timeline.compile import session_timeline
from backease_desktop.core.timeline.preferences import Preferences
from tests.fakes.shipped_catalogue import shipped_catalogue
from tests.fakes.small_catalogue import by_letters, english

CATALOGUE = shipped_catalogue()
PRONE = NOBODY.with_condition("prone")


def draft(*exercises: str) -> RoutineDraft:
    steps = [step_of(CATALOGUE.exercises[one]) for one in exercises]
    return RoutineDraft(id="mine-1", name="Before lunch", steps=tuple(steps))


def overview(one: RoutineDraft, person: Person) -> Overview:
    asking = Asking(person, date(2026, 11, 26))

    def let_in(routine: Routine) -> Tailored | None:
        try:
            return tailored(routine, asking, CATALOGUE)
        except NothingLeftError:
            return None

    problems = problems_of(one, CATALOGUE)
    return overview_of(one, problems, let_in, Preferences(), english(), by_letters)


def test_for_nobody_in_particular_every_step_is_counted_as_it_is_written() -> None:
    seen = overview(draft("bird-dog", "superman", "bridge"), NOBODY)

    assert seen.kept == (0, 1, 2)
    assert seen.others == {}


def test_what_is_avoided_is_told_in_its_step_and_not_counted_or_exchanged() -> None:
    one = draft("bridge", "superman", "dead-bug", "superman")
    seen = overview(one, PRONE)

    assert set(seen.others) == {1, 3}
    for index, instead in seen.others.items():
        assert (index in seen.lengths) is (instead is not None)
    assert {0, 2} <= set(seen.lengths)


def test_the_length_is_that_of_the_session_of_this_person() -> None:
    one = draft("bridge", "superman", "dead-bug")
    mine = tailored(one.routine(), Asking(PRONE, date(2026, 11, 26)), CATALOGUE)
    session = session_timeline(mine, Preferences(), english(), by_letters)

    assert overview(one, PRONE).duration == session.duration
    assert overview(one, NOBODY).duration != session.duration


def test_where_nothing_is_left_there_is_no_length() -> None:
    one = draft("bird-dog", "bridge")
    seen = overview_of(one, (), lambda _: None, Preferences(), english(), by_letters)

    assert seen.others == {0: None, 1: None}
    assert seen.duration == 0
    assert seen.heard(0) == ()
