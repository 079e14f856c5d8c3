"""What an organisation has set: read from where it stands, counted, kept out of the own file."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from backease_desktop.bootstrap.kept import open_kept
from backease_desktop.bootstrap.policies import policy_here
from backease_desktop.bootstrap.shelf import open_shelf
from backease_desktop.core.settings import Say, Settings
from tests.cli.running import run
from tests.fakes.json_schema import fits

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the places are those of Linux")

Set = Callable[..., Path]
KEY = "RWQlW49NECr0FQksCThrM0K7gcXWDnKEr3vQjiHSsku8uNsXE52jW54I"


@pytest.fixture
def organisation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Set:
    """Write what an organisation sets, as text or as settings."""
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "xdg"))
    file = tmp_path / "xdg" / "backease" / "policies.json"
    file.parent.mkdir(parents=True)

    def write(text: str | None = None, **settings: Any) -> Path:
        named = {name.replace("__", "."): entry for name, entry in settings.items()}
        file.write_text(text or json.dumps({"policies": {"settings": named}}, indent=1))
        return file

    return write


def settings_in(profile: Path) -> Settings:
    return open_kept(profile).settings


def change(profile: Path, section: str, **values: Any) -> None:
    """What the settings page does: read, change, save."""
    kept = open_kept(profile)
    changed = getattr(kept.settings, section).with_(**values)
    kept.settings_file.save(kept.settings.with_(**{section: changed}))


def test_without_an_organisation_nothing_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path))
    assert policy_here() is None
    assert open_kept(tmp_path).policy is None


def test_a_default_counts_until_the_person_chooses_even_the_builtin_value(
    organisation: Set, tmp_path: Path
) -> None:
    organisation(voice__captions={"value": False}, voice__say={"value": "tones"})
    assert settings_in(tmp_path).voice.captions is False
    change(tmp_path, "voice", captions=True)
    assert settings_in(tmp_path).voice.captions is True
    assert settings_in(tmp_path).voice.say is Say.TONES


def test_another_default_counts_at_the_next_start_for_who_has_chosen_nothing(
    organisation: Set, tmp_path: Path
) -> None:
    organisation(voice__volume={"value": 40})
    change(tmp_path, "appearance", text_percent=120)
    organisation(voice__volume={"value": 55})
    assert settings_in(tmp_path).voice.volume == 55
    assert settings_in(tmp_path).appearance.text_percent == 120


def test_what_is_locked_counts_and_the_own_choice_comes_back_when_the_lock_goes(
    organisation: Set, tmp_path: Path
) -> None:
    file = organisation()
    change(tmp_path, "voice", volume=30)
    organisation(voice__volume={"value": 90, "locked": True})
    assert settings_in(tmp_path).voice.volume == 90
    change(tmp_path, "voice", volume=10, captions=False)
    assert settings_in(tmp_path).voice.volume == 90
    file.unlink()
    assert settings_in(tmp_path).voice.volume == 30
    assert settings_in(tmp_path).voice.captions is False


HOSTILE = {
    "[]": ":1",
    "{": "1",
    "": "1",
    '{"policies": 5}': "must hold settings",
    '{"policy": {}}': "must be like",
    '{"$schema": 5}': "must be like",
    '{"policies": {}, "more": 1}': "must be like",
    '{"policies": {"settings": []}}': "must hold settings",
    '{"policies": {"settings": {"voice.say": "tones"}}}': "voice.say: must be like",
    '{"policies": {"settings": {"voice.say": {"value": "shout"}}}}': "voice.say.value",
    '{"policies": {"settings": {"voice.volume": {"value": 10e9}}}}': "voice.volume.value",
    '{"policies": {"settings": {"voice.volume": {"value": 5, "locked": 1}}}}': "locked: must be",
    '{"policies": {"settings": {"__class__.x": {"value": 5}}}}': "is no setting",
    '{"policies": {"settings": {"voice.choice": {"value": 5}}}}': "is no setting",
    '{"policies": {"settings": {"voice.voice": {"value": "a\\u0000\\u202eb"}}}}': "voice.voice",
    '{"policies": {"telemetry": true}}': "telemetry: is not known",
    '{"policies": {"settings": {"session.report_to": {"value": "x"}}}}': "is no setting",
    '{"policies": {"packs": "/srv"}}': "policies.packs: holds",
    '{"policies": {"packs": {"folder": ""}}}': "packs.folder: must be",
    '{"policies": {"packs": {"folder": "/srv", "signed_by": 5}}}': "signed_by: must be",
    '{"policies": ' + "[" * 5000 + "]" * 5000 + "}": "",
}


@pytest.mark.parametrize("text", HOSTILE)
def test_what_cannot_be_used_is_one_sentence_with_its_place_and_sets_nothing(
    organisation: Set, tmp_path: Path, text: str
) -> None:
    file = organisation(text or " ")
    before = file.read_bytes()
    kept = open_kept(tmp_path)
    assert kept.settings == Settings()
    (problem,) = kept.problems
    assert problem.startswith(str(file))
    assert HOSTILE[text] in problem
    assert problem.isprintable()
    assert file.read_bytes() == before


def test_a_folder_or_a_huge_file_in_its_place_is_one_sentence(
    organisation: Set, tmp_path: Path
) -> None:
    file = organisation("{" + " " * 2_000_000)
    assert len(open_kept(tmp_path).problems) == 1
    file.unlink()
    file.mkdir()
    assert len(open_kept(tmp_path).problems) == 1


def test_what_is_in_order_counts_beside_what_is_not(organisation: Set, tmp_path: Path) -> None:
    organisation(voice__volume={"value": 40}, voice__rate_wpm={"value": 9000})
    kept = open_kept(tmp_path)
    assert kept.settings.voice.volume == 40
    assert len(kept.problems) == 1
    assert "policies.json:8: policies.settings.voice.rate_wpm.value" in kept.problems[0]


def test_the_first_place_that_sets_a_field_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = [tmp_path / "one", tmp_path / "two"]
    monkeypatch.setenv("XDG_CONFIG_DIRS", ":".join(map(str, places)))
    for place, volume in zip(places, (20, 30), strict=True):
        (place / "backease").mkdir(parents=True)
        entry = {"voice.volume": {"value": volume}, f"voice.{'captions'}": {"value": False}}
        text = json.dumps({"policies": {"settings": entry}})
        (place / "backease" / "policies.json").write_text(text)
    assert settings_in(tmp_path).voice.volume == 20


def test_policy_show_tells_what_is_set_and_by_whom(
    organisation: Set, capsys: pytest.CaptureFixture[str]
) -> None:
    file = organisation(
        voice__say={"value": "tones", "locked": True}, voice__volume={"value": 40}, x={"value": 1}
    )
    code, out, err = run(capsys, "policy", "show")
    assert code == 0
    assert out.splitlines() == [
        f'voice.say = "tones"  (locked, by {file})',
        f"voice.volume = 40  (default, by {file})",
    ]
    assert "policies.settings.x" in err
    code, out, _ = run(capsys, "policy", "show", "--json")
    told = json.loads(out)
    assert told["settings"]["voice.say"] == {
        "value": "tones",
        "locked": True,
        "source": str(file),
    }
    assert len(told["problems"]) == 1


def test_a_default_reaches_whoever_has_had_a_settings_file_before(
    organisation: Set, tmp_path: Path
) -> None:
    file = organisation()
    file.unlink()
    change(tmp_path, "appearance", text_percent=120)
    organisation(voice__volume={"value": 40}, appearance__text_percent={"value": 150})
    settings = settings_in(tmp_path)
    assert (settings.voice.volume, settings.appearance.text_percent) == (40, 120)


def test_policy_schema_prints_what_a_file_may_name(
    organisation: Set, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(capsys, "policy", "schema")
    assert code == 0
    file = {"$schema": "x.json", "policies": {"settings": {"voice.volume": {"value": 40}}}}
    assert fits(file, json.loads(out))
    organisation(json.dumps(file))
    policy = policy_here()
    assert policy is not None
    assert (len(policy.rules), policy.problems) == (1, ())


def test_policy_show_says_where_something_could_be_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path))
    code, out, _ = run(capsys, "policy", "show")
    assert code == 0
    assert "/etc/backease/policies.json" in out
    assert str(tmp_path / "backease" / "policies.json") in out
    _, out, _ = run(capsys, "policy", "show", "--json")
    assert json.loads(out) == {"settings": {}, "problems": []}


def test_a_pack_for_everybody_that_is_not_signed_is_left_out_and_told(
    organisation: Set, tmp_path: Path
) -> None:
    (tmp_path / "shared" / "office").mkdir(parents=True)
    packs: dict[str, str | None] = {"folder": str(tmp_path / "shared")}
    organisation(json.dumps({"policies": {"packs": packs}}))
    assert not any("left out" in problem for problem in open_shelf(tmp_path).problems)
    packs["signed_by"] = KEY
    organisation(json.dumps({"policies": {"packs": packs}}))
    (problem,) = open_shelf(tmp_path).problems
    assert str(tmp_path / "shared" / "office") in problem


def test_policy_show_tells_the_folder_of_packs(
    organisation: Set, capsys: pytest.CaptureFixture[str]
) -> None:
    packs = {"folder": "/srv/packs", "signed_by": KEY}
    file = organisation(json.dumps({"policies": {"packs": packs}}))
    _, out, _ = run(capsys, "policy", "show")
    assert out == f"packs from /srv/packs, signed by {KEY}  (by {file})\n"
    _, out, _ = run(capsys, "policy", "show", "--json")
    assert json.loads(out)["packs"]["folder"] == "/srv/packs"
