"""Settings and profile files: nothing is lost, whatever stands in them."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backease_desktop.core.settings import Settings, VoiceSettings
from backease_desktop.storage.model_file import ModelFile

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


def test_a_second_broken_file_does_not_replace_the_first(tmp_path: Path) -> None:
    written(tmp_path, "one").read()
    written(tmp_path, "two").read()
    assert (tmp_path / "settings.json.broken").read_text() == "one"
    assert (tmp_path / "settings.json.broken-2").read_text() == "two"


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
    assert Settings.model_validate(read.value.model_dump()) == read.value


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("{}")
    path.chmod(0)
    assert "cannot be read" in file_in(tmp_path).read().problems[0]


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
