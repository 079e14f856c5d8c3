"""What of a ladder is right for a person."""

from datetime import date

from backease_desktop.core.person.person import NOBODY
from backease_desktop.core.person.verdict import Asking
from backease_desktop.core.plan.reach import Reach, reach_of, right_for
from backease_desktop.core.plan.standing import Standing
from tests.core.plan.conftest import RULES
from tests.fakes.shipped_catalogue import shipped_catalogue

TODAY = date(2026, 11, 26)
SHIPPED = shipped_catalogue()
BRIDGE = next(one for one in RULES.ladders if one.id == "bridge").rungs


def test_a_ladder_ends_before_the_first_gap_so_nobody_jumps_over_one() -> None:
    wrong = {"pelvic-tilt"}

    assert reach_of(BRIDGE, lambda id_: id_ not in wrong) == Reach(0, 0)
    assert reach_of(BRIDGE, lambda id_: True) == Reach(0, 5)
    assert reach_of(BRIDGE, lambda id_: id_ == "bridge") == Reach(3, 5)
    assert reach_of(BRIDGE, lambda id_: False) is None


def test_a_ladder_ends_before_what_hurt_even_where_that_is_its_first_rung() -> None:
    def is_right(id_: str) -> bool:
        return id_ != "wall-pelvic-tilt"

    assert reach_of(BRIDGE, is_right) == Reach(1, 5)
    assert reach_of(BRIDGE, is_right, {"wall-pelvic-tilt"}) is None
    assert reach_of(BRIDGE, lambda id_: True, {"bridge"}) == Reach(0, 2)


def test_what_is_offered_lies_within_and_another_rung_begins_its_count_anew() -> None:
    reach = Reach(1, 2)

    assert reach.within(Standing(0, 2)) == Standing(1)
    assert reach.within(Standing(5, 1)) == Standing(2)
    assert reach.within(Standing(2, 1)) == Standing(2, 1)


def test_what_hurt_or_is_avoided_or_unknown_is_not_right() -> None:
    floor = right_for(Asking(NOBODY.with_condition("floor"), TODAY), SHIPPED)
    hurt = right_for(Asking(NOBODY, TODAY, {"bridge": 1}), SHIPPED)

    assert not floor("bridge")
    assert not hurt("bridge")
    assert hurt("pelvic-tilt")
    assert not hurt("no-such-thing")
