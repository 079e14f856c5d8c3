"""Up, down, stop: where a session leads."""

from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.plan.standing import Outcome, Standing, after, stops
from tests.core.plan.conftest import RULES

LAST = 4
outcomes = st.builds(
    Outcome,
    st.sampled_from((None, "easy", "right", "hard")),
    st.none() | st.integers(0, 10),
    st.booleans(),
)
standings = st.builds(Standing, st.integers(0, LAST), st.integers(0, 2))


def test_three_good_sessions_in_a_row_lead_one_rung_up() -> None:
    standing = Standing(1)
    for felt in ("easy", "right"):
        standing = after(standing, Outcome(felt, 3), LAST, RULES)
        assert standing.rung == 1
    assert after(standing, Outcome("easy"), LAST, RULES) == Standing(2)


def test_one_hard_session_or_much_pain_or_one_left_hurting_leads_one_rung_down() -> None:
    for outcome in (Outcome("hard"), Outcome("easy", 4), Outcome("easy", 0, hurt=True)):
        assert after(Standing(2, 2), outcome, LAST, RULES) == Standing(1)
        assert after(Standing(0, 2), outcome, LAST, RULES) == Standing(0)


@given(standings, st.none() | st.integers(0, 3))
def test_what_was_not_said_changes_nothing(standing: Standing, pain: int | None) -> None:
    assert after(standing, Outcome(None, pain), LAST, RULES) == standing


@given(standings, outcomes)
def test_one_session_leads_one_rung_at_most_and_never_off_the_ladder(
    standing: Standing, outcome: Outcome
) -> None:
    then = after(standing, outcome, LAST, RULES)

    assert abs(then.rung - standing.rung) <= 1
    assert 0 <= then.rung <= LAST


@given(outcomes)
def test_the_plan_stops_from_six_on(outcome: Outcome) -> None:
    assert stops(outcome, RULES) == (outcome.pain is not None and outcome.pain >= 6)
