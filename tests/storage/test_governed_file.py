"""Settings that an organisation has set, before the person's own file."""

import json
from pathlib import Path

from backease_desktop.core.policy import Policy, Rule
from backease_desktop.core.settings import Settings
from backease_desktop.storage.governed_file import GovernedFile
from backease_desktop.storage.model_file import ModelFile


def governed(path: Path, *rules: Rule, problems: tuple[str, ...] = ()) -> GovernedFile:
    return GovernedFile(ModelFile(path, Settings), Policy(rules, problems))


def at_first(volume: int) -> Rule:
    return Rule("voice", "volume", volume, False, "here")


def test_what_is_set_never_gets_into_the_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    file = governed(path, at_first(40), Rule("voice", "captions", False, True, "here"))
    settings = file.read().value
    assert (settings.voice.volume, settings.voice.captions) == (40, False)
    file.save(settings.with_(voice=settings.voice.with_(rate_wpm=130)))
    voice = json.loads(path.read_text())["voice"]
    assert voice["rate_wpm"] == 130
    assert not {"volume", "captions"} & voice.keys()


def test_a_choice_of_the_builtin_value_is_kept_over_several_saves(tmp_path: Path) -> None:
    builtin = Settings().voice.volume
    file = governed(tmp_path / "settings.json", at_first(40))
    settings = file.read().value
    chosen = settings.with_(voice=settings.voice.with_(volume=builtin))
    file.save(chosen)
    file.save(chosen.with_(voice=chosen.voice.with_(captions=False)))
    assert governed(tmp_path / "settings.json", at_first(55)).read().value.voice.volume == builtin


def test_a_choice_that_was_taken_back_to_what_is_set_stays_a_choice(tmp_path: Path) -> None:
    file = governed(tmp_path / "settings.json", at_first(40))
    settings = file.read().value
    file.save(settings.with_(voice=settings.voice.with_(volume=70)))
    file.save(settings)
    assert governed(tmp_path / "settings.json", at_first(55)).read().value.voice.volume == 40


def test_problems_of_the_policy_are_told_before_those_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{")
    read = governed(tmp_path / "settings.json", problems=("policies.json:1: no",)).read()
    assert read.problems[0] == "policies.json:1: no"
    assert len(read.problems) == 3
