"""A rule applies where every line of its trigger is true, and nowhere else."""

from typing import Any

import pytest

from backease_desktop.core.catalogue.precautions import Trigger, precautions_of
from backease_desktop.core.reading import read
from tests.core.catalogue.samples import exercise, rule

BENT = {"directions": ["flexion", "rotation"], "end_range": True, "repeated": True}


@pytest.mark.parametrize(
    ("when", "fits"),
    [
        ({"always": True}, True),
        ({}, False),
        ({"position": ["supine"]}, True),
        ({"position": ["prone", "supine"]}, True),
        ({"position": ["prone"]}, False),
        ({"directions": ["rotation"]}, True),
        ({"directions": ["extension"]}, False),
        ({"end_range": True}, True),
        ({"end_range": False}, False),
        ({"repeated": True}, True),
        ({"balance": True}, False),
        ({"balance": False}, True),
        ({"load": ["isometric"]}, True),
        ({"load": ["loaded"]}, False),
        ({"equipment": ["foam roller"]}, True),
        ({"equipment": ["band"]}, False),
        ({"hold_at_least_s": 20}, True),
        ({"hold_at_least_s": 21}, False),
        ({"directions": ["flexion"], "end_range": True}, True),
        ({"directions": ["flexion"], "balance": True}, False),
        ({"position": ["prone"], "end_range": True}, False),
    ],
)
def test_a_trigger_fits_where_all_that_it_asks_for_is_true(
    when: dict[str, Any], fits: bool
) -> None:
    curl = exercise(
        position="supine", spine=BENT, load="isometric", equipment=["mat", "foam roller"]
    )

    assert read(Trigger, when).fits(curl) is fits


def test_the_longest_hold_of_any_source_counts() -> None:
    doses = [{"source": "clinic", "hold_s": 5}, {"source": "001", "hold_s": {"min": 5, "max": 40}}]
    trigger = Trigger(hold_at_least_s=30)

    assert trigger.fits(exercise(prescriptions=doses))
    assert not trigger.fits(exercise(prescriptions=doses[:1]))
    assert not trigger.fits(exercise(prescriptions=[{"source": "clinic", "reps": 40}]))


def test_precautions_keep_the_order_of_the_file() -> None:
    first, other, last = (
        rule(condition="surgery"),
        rule(when={"balance": True}),
        rule(condition="fusion"),
    )

    assert precautions_of(exercise(), (first, other, last)) == (first, last)


def test_a_rule_needs_review_until_it_is_signed() -> None:
    assert rule().signed_by is None
