"""The schema of policies.json says what the program does, of every setting and every value."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.fields import FieldError, fields_of
from backease_desktop.core.plain_text import fault_of
from backease_desktop.core.policy import packs_of, rules_of
from backease_desktop.core.policy_schema import policies_schema
from backease_desktop.core.settings import Settings
from tests.fakes.json_schema import fits

SCHEMA = policies_schema()
NAMES = [
    f"{part}.{name}" for part, one in fields_of(Settings).items() for name in fields_of(one.kind)
]
WORDS = sorted({word for one in SCHEMA["$defs"].values() for word in one.get("enum", ())})
values = (
    st.none()
    | st.booleans()
    | st.integers(-10, 300)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(WORDS)
    | st.text(max_size=5).filter(lambda text: not text or not fault_of(text))
    | st.just([])
)
entries = st.fixed_dictionaries({"value": values}, optional={"locked": values}) | values


def is_taken(policies: Any) -> bool:
    _, wrong = rules_of(policies, "here")
    try:
        packs_of(policies, "here")
    except FieldError:
        return False
    return not wrong


@given(st.sampled_from(NAMES), entries)
def test_a_setting_fits_the_schema_exactly_when_it_is_taken(name: str, entry: Any) -> None:
    policies = {"settings": {name: entry}}
    assert fits({"policies": policies}, SCHEMA) == is_taken(policies)


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_at_its_builtin_value_fits(name: str) -> None:
    section, _, field = name.partition(".")
    value = msgspec.to_builtins(getattr(getattr(Settings(), section), field))
    assert fits({"policies": {"settings": {name: {"value": value, "locked": True}}}}, SCHEMA)
    said = SCHEMA["properties"]["policies"]["properties"]["settings"]["properties"][name]
    assert said["title"]
    assert said["description"]


@pytest.mark.parametrize(
    "policies",
    [
        {},
        {"settings": {}},
        {"settings": {"voice.speed": {"value": 5}}},
        {"settings": {"voice.say": {}}},
        {"settings": {"voice.say": {"value": "tones", "lock": True}}},
        {"settings": []},
        {"reporting": {"enabled": True}},
        {"packs": {"folder": "/srv/packs"}},
        {"packs": {"folder": "/srv/packs", "signed_by": "RW"}},
        {"packs": {"folder": "/srv/packs", "signed_by": None}},
        {"packs": {"folder": ""}},
        {"packs": {"signed_by": "RW"}},
        {"packs": {"folder": "/srv/packs", "from": "x"}},
        {"packs": []},
        5,
    ],
)
def test_a_policy_fits_the_schema_exactly_when_it_is_taken(policies: Any) -> None:
    assert fits({"policies": policies}, SCHEMA) == is_taken(policies)


@pytest.mark.parametrize("whole", [[], {}, {"policy": {}}, {"policies": {}, "more": 1}])
def test_what_is_no_file_of_policies_does_not_fit(whole: Any) -> None:
    assert not fits(whole, SCHEMA)


def test_a_file_may_name_its_schema() -> None:
    assert fits({"$schema": "policies.schema.json", "policies": {}}, SCHEMA)
