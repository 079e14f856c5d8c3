"""Where each system keeps what an organisation sets: the same is set by all of them."""

import plistlib
from pathlib import Path

import pytest

from backease_desktop.core.settings import Say
from backease_desktop.storage.policy_files import policy_of, policy_of_registry


def test_the_registry_and_managed_preferences_set_the_same(tmp_path: Path) -> None:
    registry = policy_of_registry(
        {"Locked": {"voice.captions": 0, "voice.volume": 1}, "Default": {"voice.say": "tones"}},
        r"HKLM\Software\Policies\BackEase",
    )
    settings = {
        "voice.say": {"value": "tones"},
        "voice.captions": {"value": False, "locked": True},
        "voice.volume": {"value": 1, "locked": True},
    }
    file = tmp_path / "managed.plist"
    file.write_bytes(plistlib.dumps({"settings": settings}))
    for policy in (registry, policy_of([file])):
        assert policy.problems == ()
        found = {rule.key: (rule.value, rule.is_locked) for rule in policy.rules}
        assert found == {
            ("voice", "say"): (Say.TONES, False),
            ("voice", "captions"): (False, True),
            ("voice", "volume"): (1, True),
        }


@pytest.mark.parametrize(
    "data", [b"", b"<plist>", b"bplist00\xff", b'<?xml?><!DOCTYPE x [<!ENTITY a "b">]>']
)
def test_a_property_list_that_is_none_is_one_sentence(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "managed.plist").write_bytes(data)
    policy = policy_of([tmp_path / "managed.plist"])
    assert policy.rules == ()
    assert len(policy.problems) == 1
