"""A voice pack that is read: exact lengths, sound that is whole, and packs that cannot be used."""

import json
import shutil
import sys
from array import array
from pathlib import Path

import pytest

from backease_desktop.core.clip import SAMPLE_RATE
from backease_desktop.core.voice import Pace
from backease_desktop.speech.pack.index import INDEX, VoicePackError, clips_file
from backease_desktop.speech.pack.voice_pack import VoicePack, open_pack
from backease_desktop.speech.samples import PEAK_LIMIT, TARGET_RMS, spoken_rms
from tests.fakes.voice_pack import PACK, PHRASES


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PACK, tmp_path / "en-copy"))


def test_the_length_is_known_before_the_sound_is_read_and_is_exactly_its_length() -> None:
    pack = VoicePack(PACK)
    for pace in Pace:
        for text in PHRASES:
            clip = pack.find(text, pace)
            assert clip is not None
            assert pack.length(text, pace) == clip.length


def test_brisk_is_shorter_than_calm() -> None:
    pack = VoicePack(PACK)
    for text in PHRASES:
        calm, brisk = (pack.length(text, pace) for pace in Pace)
        assert calm is not None
        assert brisk is not None
        assert 0.6 * calm < brisk < 0.95 * calm


def test_every_clip_has_the_one_loudness_and_no_silence_around_it() -> None:
    pack = VoicePack(PACK)
    for text in PHRASES:
        clip = pack.find(text, Pace.CALM)
        assert clip is not None
        sound, edge = array("h", clip.samples), SAMPLE_RATE * 40 // 1000
        assert 0.6 * TARGET_RMS < spoken_rms(sound) < 1.1 * TARGET_RMS, text
        # Vorbis may swing a little above what went in.
        assert max(map(abs, sound)) <= min(32_767, PEAK_LIMIT * 1.12), text
        assert max(map(abs, sound[:edge])) > 200, text
        assert max(map(abs, sound[-edge:])) > 100, text


def test_what_it_does_not_hold_has_neither_length_nor_sound() -> None:
    pack = VoicePack(PACK)
    assert pack.find("Hold it", Pace.CALM) is None
    assert pack.length("Hold it", Pace.CALM) is None
    assert set(pack.phrases) == set(PHRASES)


def test_a_damaged_clip_is_as_good_as_none_and_costs_no_other(
    copy: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = copy / clips_file(Pace.CALM)
    data = bytearray(path.read_bytes())
    data[-100] ^= 0x40  # in "Two.", the last one
    path.write_bytes(data)
    pack = VoicePack(copy)
    assert pack.find("Two.", Pace.CALM) is None
    assert "Two." in caplog.text
    caplog.clear()
    assert pack.find("Hold it.", Pace.CALM) is not None
    assert pack.find("Two.", Pace.BRISK) is not None


def test_a_pack_that_vanishes_while_it_is_used_says_nothing(
    copy: Path, caplog: pytest.LogCaptureFixture
) -> None:
    pack = VoicePack(copy)
    shutil.rmtree(copy)
    assert pack.find("Two.", Pace.CALM) is None
    caplog.clear()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda index: index.update(version=2), "has version 2"),
        (lambda index: index.update(head="much"), "head"),
        (lambda index: index.update(head=1), "its index says"),
        (lambda index: index.pop("phrases"), "phrases"),
        (lambda index: index["phrases"].update({"Two.": ["x", [1, 1], [1, 1, 1]]}), "phrases"),
        (
            lambda index: index["phrases"].update({"Two.": ["x", [0, 5, 5], [1, 1, 1]]}),
            "“Two.” has no sound",
        ),
    ],
)
def test_an_index_that_cannot_be_used_is_refused_in_a_sentence_that_names_it(
    copy: Path, change: object, words: str
) -> None:
    index = json.loads((copy / INDEX).read_text(encoding="utf-8"))
    assert callable(change)
    change(index)
    (copy / INDEX).write_text(json.dumps(index), encoding="utf-8")
    with pytest.raises(VoicePackError, match=words) as refused:
        VoicePack(copy)
    assert str(copy) in str(refused.value)


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff\xfe", b"{" * 9000, b'{"version": NaN}'])
def test_rubbish_for_an_index_is_refused(copy: Path, data: bytes) -> None:
    (copy / INDEX).write_bytes(data)
    with pytest.raises(VoicePackError):
        VoicePack(copy)


def test_a_file_of_clips_that_is_missing_or_cut_is_noticed_when_the_pack_is_opened(
    copy: Path,
) -> None:
    path = copy / clips_file(Pace.BRISK)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(VoicePackError, match="bytes; its index says"):
        VoicePack(copy)
    path.unlink()
    with pytest.raises(VoicePackError, match="cannot be read"):
        VoicePack(copy)


def test_a_language_gets_its_own_pack_or_none(tmp_path: Path) -> None:
    found = open_pack(PACK.parent, "en")
    assert found is not None
    assert found.language == "en"
    assert open_pack(PACK.parent, "de") is None
    assert open_pack(tmp_path / "nowhere", "en") is None


def test_a_pack_that_cannot_be_used_is_left_out_and_the_next_one_speaks(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.copytree(PACK, tmp_path / "en-b")
    (tmp_path / "en-a").mkdir()
    found = open_pack(tmp_path, "en")
    assert found is not None
    assert found.voice.name == "Natural voice"
    assert "a voice is left out" in caplog.text
    caplog.clear()


def test_without_the_library_that_decodes_there_are_lengths_and_no_sound(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "_miniaudio", None)
    pack = VoicePack(PACK)
    assert pack.find("Two.", Pace.CALM) is None
    assert pack.length("Two.", Pace.CALM)
    caplog.clear()


def test_a_pack_of_another_language_in_its_place_is_left_out(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.copytree(PACK, tmp_path / "de-copy")
    assert open_pack(tmp_path, "de") is None
    assert "its language is en" in caplog.text
    caplog.clear()


def test_the_clips_of_another_pace_in_their_place_are_not_said(
    copy: Path, caplog: pytest.LogCaptureFixture
) -> None:
    brisk = VoicePack(copy).find("Two.", Pace.BRISK)
    other = (copy / clips_file(Pace.CALM)).read_bytes()
    size = (copy / clips_file(Pace.BRISK)).stat().st_size
    (copy / clips_file(Pace.BRISK)).write_bytes(other[:size].ljust(size, b"x"))
    said = VoicePack(copy).find("Two.", Pace.BRISK)
    assert brisk is not None
    assert said is None
    caplog.clear()


def test_a_bit_flipped_in_what_all_clips_share_is_not_heard(
    copy: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = copy / clips_file(Pace.CALM)
    whole = path.read_bytes()
    head = json.loads((copy / INDEX).read_text("utf-8"))["head"]
    true = VoicePack(copy).find("Two.", Pace.CALM)
    for at in range(0, head, 101):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :])
        pack = VoicePack(copy)
        assert pack.find("Two.", Pace.CALM) is None, f"byte {at}"
        assert not pack.has("Two.", Pace.CALM)
    path.write_bytes(whole)
    assert VoicePack(copy).find("Two.", Pace.CALM) == true
    caplog.clear()
