"""What an organisation can set: settings of the person's, each checked, and nothing else."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.fields import fields_of
from backease_desktop.core.policy import Policy, Rule, rules_of
from backease_desktop.core.settings import Settings

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)
names = st.sampled_from(
    [f"{part}.{name}" for part, one in fields_of(Settings).items() for name in fields_of(one.kind)]
)


@given(
    st.dictionaries(names | st.text(), json_values | st.fixed_dictionaries({"value": json_values}))
)
def test_whatever_stands_there_is_either_a_rule_or_told(settings: dict[str, Any]) -> None:
    rules, wrong = rules_of({"settings": settings}, "here")
    assert len(rules) + len(wrong) == len(settings)


def test_no_policy_can_switch_reporting_on_because_there_is_none() -> None:
    """Every field that can be set is a setting of the person's, and none of them sends anything."""
    words = ("report", "telemetry", "usage", "analytics", "upload", "send", "url", "server", "host")
    for part, section in fields_of(Settings).items():
        for name, info in fields_of(section.kind).items():
            said = f"{part}.{name} {info.title} {info.help}".lower()
            assert not any(word in said.split() for word in words), said
    rules, wrong = rules_of({"reporting": {"enabled": True}, "settings": {}}, "here")
    assert (rules, len(wrong)) == ((), 1)


def test_what_is_not_locked_gives_way_to_what_the_person_has_chosen() -> None:
    rules = (Rule("voice", "volume", 40, False, "here"), Rule("voice", "captions", False, True, ""))
    mine = Settings().with_(voice=Settings().voice.with_(volume=10))
    everything = {("voice", "volume"), ("voice", "captions")}
    assert Policy(rules).applied(mine, everything).voice.volume == 10
    assert Policy(rules).applied(mine, everything).voice.captions is False
    assert Policy(rules).applied(mine, ()).voice.volume == 40
