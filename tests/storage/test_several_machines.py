"""Several machines on one history; `python -m tests.several_machines` takes 100,000 steps."""

from pathlib import Path

import pytest

from tests.several_machines import simulate


@pytest.mark.parametrize("seed", range(2))
def test_machines_that_have_heard_of_each_other_know_the_same(tmp_path: Path, seed: int) -> None:
    assert simulate(tmp_path, steps=200, seed=seed) > 40
