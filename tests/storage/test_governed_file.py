"""Settings that an organisation has set, before the person's own file."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.policy import Policy, Rule
from backease_desktop.core.settings import KeySettings, Settings
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
    written = json.loads(path.read_text())
    assert written["voice"]["rate_wpm"] == 130
    builtin = Settings().voice
    assert (written["voice"]["volume"], written["voice"]["captions"]) == (builtin.volume, True)
    assert "chosen" not in written


def test_a_default_reaches_whoever_has_had_a_whole_file_for_years(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    mine = Settings().voice.with_(rate_wpm=130)
    ModelFile(path, Settings).save(Settings().with_(voice=mine))
    assert json.loads(path.read_text())["voice"]["volume"] == mine.volume
    own_speed = Rule("voice", "rate_wpm", 200, False, "here")
    read = governed(path, at_first(40), own_speed).read().value.voice
    assert (read.volume, read.rate_wpm) == (40, 130)


@given(
    own=st.integers(0, 100),
    at_first_=st.integers(0, 100),
    later=st.integers(0, 100),
    chosen=st.none() | st.integers(0, 100),
)
def test_a_default_counts_for_exactly_those_who_have_not_chosen(
    tmp_path_factory: pytest.TempPathFactory,
    own: int,
    at_first_: int,
    later: int,
    chosen: int | None,
) -> None:
    path = tmp_path_factory.mktemp("one") / "settings.json"
    builtin = Settings().voice
    ModelFile(path, Settings).save(Settings().with_(voice=builtin.with_(volume=own)))
    file = governed(path, at_first(at_first_))
    settings = file.read().value
    was = own if own != builtin.volume else at_first_
    assert settings.voice.volume == was
    file.save(settings.with_(voice=settings.voice.with_(captions=False)))
    if chosen is not None:
        settings = settings.with_(voice=settings.voice.with_(captions=False, volume=chosen))
        file.save(settings)
    now = was if chosen is None else chosen
    has_chosen = own != builtin.volume or now != was
    read = governed(path, at_first(later)).read().value.voice
    assert (read.volume, read.captions) == (now if has_chosen else later, False)


def test_a_choice_survives_a_time_without_the_policy(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    file = governed(path, at_first(40))
    settings = file.read().value
    file.save(settings.with_(voice=settings.voice.with_(volume=80)))
    alone = ModelFile(path, Settings)
    alone.save(alone.read().value.with_(keys=KeySettings(everywhere=True)))
    assert governed(path, at_first(55)).read().value.voice.volume == 80


def test_two_programs_do_not_forget_each_others_choices(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    captions = Rule("voice", "captions", False, False, "here")
    one, other = (governed(path, at_first(40), captions) for _ in range(2))
    mine, theirs = one.read().value, other.read().value
    one.save(mine.with_(voice=mine.voice.with_(volume=80)))
    other.save(theirs.with_(voice=theirs.voice.with_(captions=True)))
    read = governed(path, at_first(55), captions).read().value.voice
    assert (read.volume, read.captions) == (80, True)


@pytest.mark.parametrize(
    "chosen", ["5", '"voice.volume"', '[5, null, ["voice"], "", "."]', '{"voice.volume": true}']
)
def test_what_is_no_list_of_choices_chooses_nothing(tmp_path: Path, chosen: str) -> None:
    (tmp_path / "settings.json").write_text(f'{{"chosen": {chosen}}}')
    file = governed(tmp_path / "settings.json", at_first(40))
    settings = file.read().value
    assert settings.voice.volume == 40
    file.save(settings.with_(voice=settings.voice.with_(volume=80)))
    read = governed(tmp_path / "settings.json", at_first(40)).read()
    assert (read.value.voice.volume, read.problems) == (80, ())


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
