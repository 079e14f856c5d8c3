"""Settings and profile files: nothing is lost, whatever stands in them."""

import json
import os
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backease_desktop.core.catalogue.words import Place
from backease_desktop.core.fields import as_json, parsed
from backease_desktop.core.profile import Profile
from backease_desktop.core.reminder.roster import (
    At,
    BusySwitches,
    CallStyle,
    DayRange,
    Every,
    Reminder,
    Roster,
    WorkingHours,
)
from backease_desktop.core.settings import Settings, VoiceSettings
from backease_desktop.disk import LEFT_OVER_S
from backease_desktop.storage import model_file
from backease_desktop.storage.model_file import MOST_BYTES, MOST_TOLD, ModelFile, Read

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


def file_in(folder: Path) -> ModelFile[Settings]:
    return ModelFile(folder / "settings.json", Settings)


def written(folder: Path, text: str) -> ModelFile[Settings]:
    (folder / "settings.json").write_text(text, encoding="utf-8")
    return file_in(folder)


def test_without_a_file_there_are_defaults_and_no_problem(tmp_path: Path) -> None:
    assert file_in(tmp_path).read().value == Settings()
    assert file_in(tmp_path).read().problems == ()


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    loud = Settings(voice=VoiceSettings(volume=100))
    file_in(tmp_path / "new" / "folder").save(loud)
    assert file_in(tmp_path / "new" / "folder").read().value == loud


def test_saving_leaves_no_other_file_behind(tmp_path: Path) -> None:
    file_in(tmp_path).save(Settings())
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_what_a_killed_writer_has_left_is_taken_away_and_what_is_being_written_is_not(
    tmp_path: Path,
) -> None:
    names = (".settings.json.abc", ".settings.json.def", ".x.abc")
    old, young, other = (tmp_path / name for name in names)
    for each in (old, young, other):
        each.touch()
    hours_ago = young.stat().st_mtime - 2 * LEFT_OVER_S
    for each in (old, other):
        os.utime(each, (hours_ago, hours_ago))
    file_in(tmp_path).save(Settings())
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == [".settings.json.def", ".x.abc", "settings.json"]


def test_a_field_out_of_limits_takes_its_default_and_the_others_stay(tmp_path: Path) -> None:
    text = '{\n "voice": {\n  "volume": 40,\n  "rate_wpm": 9000\n }\n}'
    read = written(tmp_path, text).read()
    assert read.value.voice == VoiceSettings(volume=40)
    assert "settings.json:4: voice.rate_wpm:" in read.problems[0]
    assert "240" in read.problems[0]


def test_a_broken_file_is_set_aside_whole_before_anything_is_written(tmp_path: Path) -> None:
    broken = written(tmp_path, '{"voice": {"volume": 40')
    read = broken.read()
    broken.save(Settings())
    assert read.value == Settings()
    assert "settings.json:1: not JSON" in read.problems[0]
    assert (tmp_path / "settings.json.broken").read_text() == '{"voice": {"volume": 40'


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('{\n "voice": {},\n}', 3, "trailing comma"),
        ('{\n "voice":\n  {"volume": 40\n', 3, "truncated"),
        ('{\n "voice": nothing}', 2, "invalid character"),
        ("[" * 100_000, 1, "nested too deeply"),
    ],
)
def test_the_line_is_told_at_which_a_file_is_no_json(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    (problem, _) = written(tmp_path, text).read().problems
    assert f"settings.json:{line}: not JSON" in problem
    assert words in problem


@pytest.mark.parametrize("depth", range(850, 1000, 10))
def test_a_field_may_be_nested_as_deeply_as_json_goes(tmp_path: Path, depth: int) -> None:
    text = f'{{"voice": {"[" * depth}{"]" * depth}, "closing": {{"stay": false}}}}'
    read = written(tmp_path, text).read()
    assert read.problems
    assert read.value.voice == VoiceSettings()


def test_an_entry_of_a_list_that_cannot_be_used_is_left_out_and_the_others_stay(
    tmp_path: Path,
) -> None:
    path = tmp_path / "reminders.json"
    path.write_text(
        '{"reminders": [{"id": "tea", "name": "Tea", "most_min": 99},\n'
        '{"id": "no-name"}], "snooze_min": [5, 500]}'
    )
    read = ModelFile(path, Roster).read()
    assert read.value == Roster(reminders=(Reminder(id="tea", name="Tea"),), snooze_min=(5,))
    assert [problem.split(": ")[:2] for problem in read.problems[:-1]] == [
        [f"{path}:1", "reminders.0.most_min"],
        [f"{path}:2", "reminders.1.name"],
        [f"{path}:2", "snooze_min.1"],
    ]
    assert (tmp_path / "reminders.json.broken").exists()


DAY = date(2026, 11, 26)
OLD_ROSTER = """{
  "reminders": [
    {
      "id": "tea", "name": "Tee ☕", "enabled": false,
      "when": {"kind": "at", "times": ["10:30:00", "16:00:00"]},
      "hours": {"monday": [], "sunday": [{"start": "22:00:00", "end": "00:00:00"}]},
      "routine": "choose", "place": "mat", "most_min": 7,
      "style": "full_screen", "tone": null, "speaks": true
    },
    {"id": "stretch", "name": "Stretch", "when": {"kind": "every", "minutes": 50}}
  ],
  "away_after_min": 6, "snooze_min": [3],
  "wait_for": {"call": true, "camera": false}
}"""


def test_a_roster_that_an_older_version_has_written_is_read(tmp_path: Path) -> None:
    (tmp_path / "reminders.json").write_text(OLD_ROSTER, encoding="utf-8")
    read = ModelFile(tmp_path / "reminders.json", Roster).read()
    tea, stretch = read.value.reminders
    assert read.problems == ()
    assert tea.when == At(times=(time(10, 30), time(16)))
    assert tea.hours == WorkingHours(monday=(), sunday=(DayRange(start=time(22), end=time()),))
    assert (tea.name, tea.enabled, tea.tone, tea.speaks) == ("Tee ☕", False, None, True)
    assert (tea.place, tea.style) == (Place.MAT, CallStyle.FULL_SCREEN)
    assert stretch == Reminder(id="stretch", name="Stretch", when=Every(minutes=50))
    assert (read.value.away_after_min, read.value.snooze_min) == (6, (3,))
    assert read.value.wait_for == BusySwitches(camera=False)


def test_a_profile_that_an_older_version_has_written_is_read(tmp_path: Path) -> None:
    (tmp_path / "profile.json").write_text(
        '{"first_start": "2026-11-01", "understood": true, "met": {"plank": 2}, "done": ["a"]}'
    )
    read = ModelFile(tmp_path / "profile.json", Profile).read()
    profile = Profile(first_start=date(2026, 11, 1), understood=True)
    assert (read.value, read.problems) == (profile, ())


def test_a_second_broken_file_does_not_replace_the_first(tmp_path: Path) -> None:
    written(tmp_path, "one").read()
    written(tmp_path, "two").read()
    assert (tmp_path / "settings.json.broken").read_text() == "one"
    assert (tmp_path / "settings.json.broken-2").read_text() == "two"


def test_a_broken_file_that_is_read_at_every_start_is_kept_once(tmp_path: Path) -> None:
    written(tmp_path, "one").read()
    written(tmp_path, "two").read()
    said = written(tmp_path, "one").read().problems
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "settings.json",
        "settings.json.broken",
        "settings.json.broken-2",
    ]
    assert said[-1].endswith("kept as settings.json.broken")


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00", b"", b"[]", b"null", b"1", b'"text"', b"[" * 100_000, b"{}garbage"]
)
def test_no_file_is_too_broken_to_start_with(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(data)
    read = file_in(tmp_path).read()
    assert read.value == Settings()
    assert read.problems


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(json_values)
def test_whatever_json_stands_there_the_program_starts(tmp_path: Path, data: object) -> None:
    for path in tmp_path.iterdir():
        path.unlink()
    read = written(tmp_path, json.dumps({"voice": data, "session": {"dose": data}})).read()
    assert parsed(Settings, json.loads(as_json(read.value))) == read.value


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("{}")
    path.chmod(0)
    file = file_in(tmp_path)

    assert "cannot be read" in file.read().problems[0]
    with pytest.raises(OSError, match="could not be read"):
        file.save(Settings())
    path.chmod(0o600)
    assert path.read_text() == "{}"


def test_a_failed_write_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file_in(tmp_path).save(Settings())
    before = (tmp_path / "settings.json").read_text()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        file_in(tmp_path).save(Settings(voice=VoiceSettings(volume=1)))
    assert (tmp_path / "settings.json").read_text() == before
    assert len(list(tmp_path.iterdir())) == 1


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.mkdir()


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)


def _circle(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.skipif(os.name != "posix", reason="pipes, devices and links of Unix")
@pytest.mark.parametrize("made", [_pipe, _folder, _device, _huge, _circle])
def test_what_cannot_be_read_is_told_and_never_written_over(
    tmp_path: Path, made: Callable[[Path], None]
) -> None:
    path = tmp_path / "settings.json"
    made(path)
    before = path.lstat()
    file = file_in(tmp_path)

    read = file.read()

    assert read.value == Settings()
    assert len(read.problems) == 1
    assert "defaults are used, and it is left as it is" in read.problems[0]
    with pytest.raises(OSError, match="it could not be read"):
        file.save(Settings(voice=VoiceSettings(volume=1)))
    assert path.lstat() == before
    assert [each.name for each in tmp_path.iterdir()] == ["settings.json"]


def test_a_disk_that_fails_costs_no_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, '{"voice": {"volume": 40}}')
    file = file_in(tmp_path)

    def fails(*_: object) -> bytes:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(model_file, "read_file", fails)
        assert "Input/output error" in file.read().problems[0]
    with pytest.raises(OSError, match="Input/output error"):
        file.save(Settings())
    assert file_in(tmp_path).read().value.voice.volume == 40


def test_a_file_that_became_unreadable_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    file = written(tmp_path, "{}")
    file.read()
    (tmp_path / "settings.json").unlink()
    (tmp_path / "settings.json").mkdir()

    with pytest.raises(OSError, match="a folder, not a file"):
        file.save(Settings())


def test_a_mark_at_the_beginning_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"voice": {"volume": 40}}', encoding="utf-8-sig")
    assert file_in(tmp_path).read() == Read(Settings(voice=VoiceSettings(volume=40)))

    path.write_text('{\n "voice": {\n  "volume": 400}}', encoding="utf-8-sig")
    assert "settings.json:3: voice.volume:" in file_in(tmp_path).read().problems[0]


def test_two_thousand_wrong_values_are_told_shortly(tmp_path: Path) -> None:
    reminders = [{"id": f"r{number}", "name": 7} for number in range(2000)]
    path = tmp_path / "reminders.json"
    path.write_text(json.dumps({"reminders": reminders}, indent=1), encoding="utf-8")

    read = ModelFile(path, Roster).read()

    assert read.value == Roster()
    assert len(read.problems) == MOST_TOLD + 2
    assert read.problems[MOST_TOLD].endswith("and 1980 more")


def test_what_another_program_has_saved_meanwhile_stays(tmp_path: Path) -> None:
    one, other = written(tmp_path, '{"voice": {"volume": 40}}'), file_in(tmp_path)
    first, second = one.read().value, other.read().value

    one.save(first.with_(voice=first.voice.with_(volume=50)))
    other.save(second.with_(voice=second.voice.with_(tone_volume=10)))
    one.save(first.with_(voice=first.voice.with_(volume=60)))

    voice = file_in(tmp_path).read().value.voice
    assert (voice.volume, voice.tone_volume) == (60, 10)


def test_fields_of_a_newer_version_survive(tmp_path: Path) -> None:
    text = """{"future": {"a": [1]}, "snooze_min": [7], "reminders": [
        {"id": "tea", "name": "Tea", "colour": "red",
         "when": {"kind": "every", "minutes": 30, "not": 5}},
        {"id": "gone", "name": "Gone", "colour": "blue"}]}"""
    (tmp_path / "reminders.json").write_text(text, encoding="utf-8")
    file = ModelFile(tmp_path / "reminders.json", Roster)
    roster = file.read().value

    file.save(roster.with_(reminders=roster.reminders[:1], away_after_min=9))

    said = json.loads((tmp_path / "reminders.json").read_text("utf-8"))
    assert (said["future"], said["away_after_min"]) == ({"a": [1]}, 9)
    assert [reminder["colour"] for reminder in said["reminders"]] == ["red"]
    assert said["reminders"][0]["when"]["not"] == 5


def test_what_cannot_be_used_is_not_put_back(tmp_path: Path) -> None:
    file = written(tmp_path, '{"voice": {"volume": "loud", "rate_wpm": 170}}')
    read = file.read().value

    file.save(read.with_(closing=read.closing.with_(stay=False)))

    again = file_in(tmp_path).read()
    assert again.problems == ()
    assert again.value.voice == Settings().voice.with_(rate_wpm=170)


def test_what_two_have_changed_and_does_not_fit_together_is_as_we_have_it(tmp_path: Path) -> None:
    def opened() -> ModelFile[Roster]:
        return ModelFile(tmp_path / "reminders.json", Roster)

    opened().save(Roster(snooze_min=(5,)))
    one, other = opened(), opened()
    first, second = one.read().value, other.read().value
    one.save(first.with_(snooze_min=(1, 2, 3)))
    other.save(second.with_(snooze_min=(7, 8, 9)))

    assert opened().read() == Read(Roster(snooze_min=(7, 8, 9)))


@pytest.mark.skipif(os.name != "posix", reason="links of Unix")
def test_a_link_to_the_settings_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "dotfiles").mkdir()
    (tmp_path / "dotfiles" / "mine.json").write_text('{"voice": {"volume": 40}}')
    (tmp_path / "settings.json").symlink_to(tmp_path / "dotfiles" / "mine.json")
    file = file_in(tmp_path)

    file.save(file.read().value.with_(voice=VoiceSettings(volume=41)))

    assert (tmp_path / "settings.json").is_symlink()
    assert json.loads((tmp_path / "dotfiles" / "mine.json").read_text())["voice"]["volume"] == 41


@pytest.mark.skipif(os.name != "posix", reason="modes of Unix")
def test_what_is_kept_of_a_person_is_the_persons_alone(tmp_path: Path) -> None:
    file = written(tmp_path, "{broken")
    file.read()
    file.save(Settings())

    modes = {each.name: each.stat().st_mode & 0o777 for each in tmp_path.iterdir()}
    assert modes == {"settings.json": 0o600, "settings.json.broken": 0o600}
