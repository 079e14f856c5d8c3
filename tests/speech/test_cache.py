"""The clip cache on real folders: full, damaged, read-only, impossible."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.clip import Clip
from backease_desktop.core.voice import VoiceChoice
from backease_desktop.speech.cache import FORMAT_VERSION, ClipCache, clip_key

VOICE = VoiceChoice("a", 150)
CLIP = Clip(b"\x01\x02" * 500)

choices = st.builds(VoiceChoice, st.none() | st.text(max_size=4), st.integers(80, 300))
parts = st.tuples(st.text(max_size=4), choices, st.text(max_size=4))


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[ClipCache]:
    made = ClipCache(tmp_path / "clips")
    yield made
    made.close()


def only_clip(folder: Path) -> Path:
    (path,) = folder.glob("*.clip")
    return path


def test_a_kept_clip_is_found_by_the_next_run(cache: ClipCache, tmp_path: Path) -> None:
    cache.engine = "espeak 1.52"
    cache.keep(VOICE, "hold", CLIP)
    assert ClipCache(tmp_path / "clips").find(VOICE, "hold") == CLIP


def test_the_version_of_the_voice_is_remembered(cache: ClipCache, tmp_path: Path) -> None:
    cache.engine = "espeak 1.52"
    assert ClipCache(tmp_path / "clips").engine == "espeak 1.52"


def test_a_phrase_that_was_not_kept_is_not_found(cache: ClipCache) -> None:
    cache.keep(VOICE, "hold", CLIP)
    assert cache.find(VOICE, "Hold") is None
    assert cache.find(VoiceChoice("a", 151), "hold") is None
    assert cache.find(VoiceChoice(None, 150), "hold") is None
    cache.engine = "another"
    assert cache.find(VOICE, "hold") is None


@given(parts, parts)
def test_keys_are_equal_only_for_the_same_sound(
    one: tuple[str, VoiceChoice, str], other: tuple[str, VoiceChoice, str]
) -> None:
    assert (clip_key(*one) == clip_key(*other)) == (one == other)


@pytest.mark.parametrize("damage", ["empty", "header", "bit", "cut", "other"])
def test_a_damaged_clip_is_thrown_away(
    cache: ClipCache, tmp_path: Path, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    cache.keep(VOICE, "hold", CLIP)
    path = only_clip(tmp_path / "clips")
    data = path.read_bytes()
    path.write_bytes(
        {
            "empty": b"",
            "header": data[:8],
            "bit": data[:100] + bytes([data[100] ^ 1]) + data[101:],
            "cut": data[:-3],
            "other": b"RIFF" + data[4:],
        }[damage]
    )
    assert cache.find(VOICE, "hold") is None
    assert not path.exists()
    assert str(path) in caplog.text
    cache.keep(VOICE, "hold", CLIP)
    assert cache.find(VOICE, "hold") == CLIP


def test_the_clip_of_another_phrase_in_its_place_is_not_said(
    cache: ClipCache, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    cache.keep(VOICE, "hold", CLIP)
    hold = only_clip(tmp_path / "clips")
    cache.keep(VOICE, "relax", Clip(b"\x03\x04" * 500))
    (relax,) = set((tmp_path / "clips").glob("*.clip")) - {hold}
    hold.write_bytes(relax.read_bytes())
    assert cache.find(VOICE, "hold") is None
    assert cache.find(VOICE, "relax") == Clip(b"\x03\x04" * 500)
    assert str(hold) in caplog.text


def test_clips_of_another_format_are_not_found(
    cache: ClipCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.keep(VOICE, "hold", CLIP)
    monkeypatch.setattr("backease_desktop.speech.cache.FORMAT_VERSION", FORMAT_VERSION + 1)
    assert cache.find(VOICE, "hold") is None


@pytest.mark.parametrize("seconds", [0, 4_000_000_000])
def test_the_clock_makes_no_difference_to_what_is_said(
    cache: ClipCache, tmp_path: Path, seconds: int
) -> None:
    cache.keep(VOICE, "hold", CLIP)
    os.utime(only_clip(tmp_path / "clips"), (seconds, seconds))
    assert cache.find(VOICE, "hold") == CLIP
    assert cache.find(VOICE, "hold on") is None


def test_the_folder_stays_under_its_limit_and_the_longest_unused_goes_first(
    tmp_path: Path,
) -> None:
    cache = ClipCache(tmp_path, limit=10_100)
    for number in range(8):
        cache.keep(VOICE, str(number), CLIP)
    for age, path in enumerate(sorted(tmp_path.glob("*.clip"))):
        os.utime(path, ns=(age * 10**9, age * 10**9))
    assert cache.find(VOICE, "3") == CLIP  # used now, so it is the youngest
    for number in range(8, 11):
        cache.keep(VOICE, str(number), CLIP)
    kept = [number for number in range(11) if cache.find(VOICE, str(number))]
    assert sum(path.stat().st_size for path in tmp_path.glob("*.clip")) <= 10_100
    assert {3, 8, 9, 10} <= set(kept)
    assert len(kept) < 11


def test_what_an_earlier_run_left_counts_towards_the_limit(tmp_path: Path) -> None:
    first = ClipCache(tmp_path, limit=100_000)
    for number in range(9):
        first.keep(VOICE, str(number), CLIP)
    ClipCache(tmp_path, limit=5_000).keep(VOICE, "new", CLIP)
    assert sum(path.stat().st_size for path in tmp_path.glob("*.clip")) <= 5_000


def test_no_half_written_file_is_left_behind(cache: ClipCache, tmp_path: Path) -> None:
    cache.keep(VOICE, "hold", CLIP)
    assert [path.suffix for path in (tmp_path / "clips").iterdir()] == [".clip"]


def test_an_impossible_folder_costs_only_the_next_run_and_is_told_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("not a folder")
    cache = ClipCache(tmp_path / "file" / "clips")
    cache.keep(VOICE, "hold", CLIP)
    cache.keep(VOICE, "relax", CLIP)
    assert cache.find(VOICE, "hold") == CLIP
    assert cache.find(VOICE, "relax") == CLIP
    cache.close()
    assert cache.find(VOICE, "hold") is None
    assert (tmp_path / "file").read_text() == "not a folder"
    assert caplog.text.count("clips are not kept after this run") == 1


def test_clips_of_a_folder_that_can_no_longer_be_written_are_still_found(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "clips"
    cache = ClipCache(folder)
    cache.keep(VOICE, "hold", CLIP)
    # A folder in the place of the file cannot be written over, by root either.
    (folder / f"{clip_key('', VOICE, 'relax')}.clip").mkdir()
    cache.keep(VOICE, "relax", CLIP)
    assert cache.find(VOICE, "hold") == CLIP
    assert cache.find(VOICE, "relax") == CLIP
    assert caplog.text.count("clips are not kept after this run") == 1
    cache.close()


def test_a_full_disk_everywhere_keeps_nothing_and_raises_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "file"))
    cache = ClipCache(tmp_path / "file")
    cache.engine = "espeak"
    cache.keep(VOICE, "hold", CLIP)
    assert cache.find(VOICE, "hold") is None
    assert cache.engine == "espeak"
    assert caplog.text.count("clips are not kept after this run") == 1
    cache.close()


def test_a_remembered_version_that_is_not_text_is_forgotten(tmp_path: Path) -> None:
    (tmp_path / "voice-program.txt").write_bytes(b"\xff\xfe\xfa")
    assert ClipCache(tmp_path).engine == ""
