"""The safety pages as values."""

import pytest
from pydantic import ValidationError

from backease_desktop.core.reading import read
from backease_desktop.core.safety import Safety, SafetyPart, Urgency


def part(**more: object) -> SafetyPart:
    fields = {
        "id": "a",
        "title": "A",
        "text": "Text.",
        "source": "Somebody",
        "reviewed": "2026-11-21",
    }
    return read(SafetyPart, {**fields, **more})


def test_help_comes_by_urgency_and_leaves_out_what_is_not_urgent() -> None:
    soon, now, calm = part(urgency="soon"), part(urgency="now"), part()
    assert Safety(parts=(calm, soon, now)).help_wanted == (now, soon)
    assert Safety(parts=(calm, soon)).about.urgency is Urgency.NONE


def test_a_part_without_a_date_of_review_is_refused() -> None:
    with pytest.raises(ValidationError, match="reviewed"):
        part(reviewed="last week")
