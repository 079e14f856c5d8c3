"""The plan of a person: what stands in the journal, and what follows from it."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.journal.entries import (
    Effort,
    Entry,
    Felt,
    LeftHurting,
    PainTold,
    SessionEnded,
    SessionStarted,
)
from backease_desktop.core.plan.plan import (
    Answers,
    Plan,
    begun,
    ended,
    kept_rungs,
    plan_of,
    resumed,
)
from backease_desktop.core.plan.standing import Standing
from tests.core.plan.conftest import RULES
from tests.fakes.journal import FakeNow, MemoryJournal

START = datetime(2026, 11, 2, 9, tzinfo=UTC)
THREE = Answers(3, 10, (Place.CHAIR, Place.MAT))


class Person:
    """Somebody with a plan, and a journal of it."""

    def __init__(self, answers: Answers = THREE) -> None:
        self.now = FakeNow(START)
        self.journal = MemoryJournal(self.now)
        self.tell(*begun(answers, self.now()))

    def tell(self, *entries: Entry) -> None:
        for entry in entries:
            self.journal.append(entry)

    @property
    def plan(self) -> Plan:
        plan = plan_of(self.journal.history, RULES)
        assert plan is not None
        return plan

    def do(
        self,
        exercise: str = "pelvic-tilt",
        felt: Effort | None = "easy",
        pain: int | None = None,
        *,
        hurt: bool = False,
        routine: str = "plan-mat-10-1",
    ) -> None:
        """Start a session on the rung that is offered, and do it, on the next day."""
        self.now.advance(days=1)
        self.tell(*kept_rungs({"bridge": self.plan.standings["bridge"]}, self.now()))
        self.now.advance(minutes=1)
        started = self.journal.append(SessionStarted(routine=routine, exercises=(exercise,)))
        id_ = started.id
        if hurt:
            self.tell(LeftHurting(session=id_, exercise=exercise))
        self.tell(SessionEnded(session=id_, how="finished", played_ms=1, fraction=1.0))
        if felt:
            self.tell(Felt(session=id_, how=felt))
        if pain is not None:
            self.tell(PainTold(session=id_, level=pain, when="after"))


def at_rung(person: Person, rung: int) -> None:
    person.tell(*kept_rungs({"bridge": Standing(rung)}, person.now()))


def test_three_answers_are_a_plan_of_six_weeks() -> None:
    plan = Person().plan

    assert plan.answers == THREE
    assert (plan.week, plan.sessions, plan.done) == (1, 18, 0)
    assert plan.has_part(START.date())


def test_without_a_start_or_with_answers_that_are_none_there_is_no_plan() -> None:
    journal = MemoryJournal()
    assert plan_of(journal.history, RULES) is None
    for answers in (Answers(0, 10, THREE.places), Answers(3, 90, THREE.places), Answers(3, 9, ())):
        person = Person(answers)
        assert plan_of(person.journal.history, RULES) is None


def test_a_plan_that_was_thrown_away_is_gone_and_the_next_begins_at_the_bottom() -> None:
    person = Person()
    at_rung(person, 3)
    person.do("bridge")
    person.tell(ended())
    assert plan_of(person.journal.history, RULES) is None

    person.now.advance(days=1)
    person.tell(*begun(THREE, person.now()))

    assert person.plan.done == 0
    assert person.plan.standings["bridge"] == Standing()


def test_three_easy_sessions_lead_up_and_a_hard_one_down() -> None:
    person = Person()
    at_rung(person, 1)
    for _ in range(3):
        assert person.plan.standings["bridge"].rung == 1
        person.do()
    assert person.plan.standings["bridge"] == Standing(2)
    person.do(felt="hard")
    assert person.plan.standings["bridge"] == Standing(1)


def test_an_exercise_of_the_ladder_in_another_session_changes_nothing() -> None:
    person = Person()
    at_rung(person, 1)
    for _ in range(4):
        person.do(routine="mat-12", felt="hard")

    assert person.plan.standings["bridge"] == Standing(1)
    assert person.plan.done == 0


def test_a_missed_week_moves_the_plan_and_changes_nothing_else() -> None:
    person, other = Person(), Person()
    for _ in range(4):
        person.do()
        other.now.advance(days=9)
        other.do()

    assert person.plan.week == other.plan.week == 2
    assert person.plan.standings == other.plan.standings
    assert other.plan.has_part(other.now().date() + timedelta(days=20))


def test_one_part_a_day_and_after_the_last_one_none() -> None:
    person = Person(Answers(1, 5, (Place.CHAIR,)))
    person.do()
    assert not person.plan.has_part(person.now().date())
    assert person.plan.has_part(person.now().date() + timedelta(days=1))
    for _ in range(5):
        person.do()

    assert person.plan.is_finished
    assert not person.plan.has_part(date(2027, 1, 1))


def test_the_places_take_turns() -> None:
    person = Person()
    places = []
    for _ in range(4):
        places.append(person.plan.place)
        person.do()

    assert places == [Place.CHAIR, Place.MAT, Place.CHAIR, Place.MAT]


def test_pain_of_six_stops_it_until_somebody_goes_on() -> None:
    person = Person()
    person.do(pain=6)
    assert person.plan.is_stopped
    assert not person.plan.has_part(date(2026, 12, 1))

    person.now.advance(days=1)
    person.tell(resumed(person.now()))

    assert not person.plan.is_stopped
    assert person.plan.standings["bridge"] == Standing()


@given(
    st.lists(
        st.tuples(
            st.sampled_from((None, "easy", "right", "hard")),
            st.none() | st.integers(0, 10),
            st.booleans(),
        ),
        max_size=12,
    )
)
def test_whatever_is_said_the_next_rung_is_one_from_the_last_one_at_most(
    said: list[tuple[Effort | None, int | None, bool]],
) -> None:
    person = Person()
    ladder = next(one for one in RULES.ladders if one.id == "bridge")
    for felt, pain, hurt in said:
        before = person.plan.standings["bridge"].rung
        person.do(ladder.rungs[before].exercise, felt, pain, hurt=hurt)
        assert abs(person.plan.standings["bridge"].rung - before) <= 1
