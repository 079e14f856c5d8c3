"""What pydantic finds, told by line and field to the person who wrote the file."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.figure.props import Props
from backease_desktop.core.reading import model_of, read
from backease_desktop.core.values import Value
from backease_desktop.storage.catalogue_complaints import problems_in_values
from backease_desktop.storage.yaml_reader import read_yaml

FILE = Path("some.yaml")


def told(kind: type[Value], text: str) -> list[str]:
    """The problems of a file's text, as the person reads them."""
    marked = read_yaml(text)
    with pytest.raises(ValidationError) as caught:
        read(kind, marked.value)
    return [str(one) for one in problems_in_values(FILE, marked, model_of(kind), caught.value)]


@pytest.mark.parametrize(
    ("kind", "text", "problem"),
    [
        (
            Props,
            "mat: true\ntowel: {from: left_hand}\n",
            "some.yaml:2: towel.to: missing; add it",
        ),
        (
            Props,
            "wall: {at: 1}\nband:\n  - {from: left_hand, to: moon}\n",
            "some.yaml:3: band.0.to: “moon” is no place to reach",
        ),
        (
            Routine,
            "id: own\nname: My own\nabout: Put together.\nsteps:\n  - {exercise: bridge}\n",
            "some.yaml:5: steps.0: prescription, dose: a step has one of them, not both",
        ),
        (
            Routine,
            "id: own\nname: My own\nabout: Put together.\nstep: []\n",
            "some.yaml:4: step: unknown field; did you mean 'steps'?",
        ),
    ],
)
def test_what_is_wrong_stands_at_its_field_whichever_way_it_was_written(
    kind: type[Value], text: str, problem: str
) -> None:
    assert any(one.startswith(problem) for one in told(kind, text)), told(kind, text)
