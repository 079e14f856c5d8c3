"""Trimming, loudness and format, as properties of any sound."""

import math
import sys
import wave
from array import array
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from backease_desktop.core.clip import SAMPLE_RATE
from backease_desktop.speech.samples import (
    PEAK_LIMIT,
    SILENCE,
    TARGET_RMS,
    SilentClipError,
    clip_samples,
    decode,
    normalise,
    resample,
    spoken_rms,
    trim,
)

sounds = st.lists(st.integers(-32_768, 32_767), max_size=2_000).map(lambda v: array("h", v))


def sine(seconds: float, peak: float, hertz: float = 300, rate: int = SAMPLE_RATE) -> "array[int]":
    step = math.tau * hertz / rate
    return array("h", [int(peak * math.sin(step * at)) for at in range(int(seconds * rate))])


def silence(seconds: float) -> "array[int]":
    return array("h", bytes(2 * int(seconds * SAMPLE_RATE)))


def wav_of(path: Path, sound: "array[int]", *, rate: int = SAMPLE_RATE, channels: int = 1) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(sound.tobytes())
    return path


@given(before=st.integers(0, 9_000), after=st.integers(0, 12_000), spoken=st.floats(0.05, 0.5))
def test_the_length_of_a_clip_does_not_depend_on_the_silence_around_it(
    before: int, after: int, spoken: float
) -> None:
    words = sine(spoken, 8_000)
    padded = array("h", bytes(2 * before)) + words + array("h", bytes(2 * after))
    assert 0 <= len(trim(padded)) - len(words) + 10 <= SAMPLE_RATE * 26 // 1000 + 10


@given(sounds)
def test_trimming_never_loses_a_sample_that_is_not_silence(sound: "array[int]") -> None:
    assume(any(abs(value) > SILENCE for value in sound))
    padded = silence(0.02) + sound + silence(0.02)
    inner = [value for value in sound if abs(value) > SILENCE]
    assert sum(abs(value) > SILENCE for value in trim(padded)) == len(inner)


@given(sounds)
def test_a_trimmed_sound_begins_and_ends_without_a_click(sound: "array[int]") -> None:
    assume(sum(abs(value) > SILENCE for value in sound) > 1)
    kept = trim(sound)
    assert kept[0] == 0
    assert kept[-1] == 0


@given(st.lists(st.integers(-SILENCE, SILENCE), max_size=500))
def test_a_sound_of_nothing_but_silence_is_refused(values: list[int]) -> None:
    with pytest.raises(SilentClipError):
        trim(array("h", values))


@given(peak=st.floats(1_500, 30_000), seconds=st.floats(0.1, 1.0))
def test_loud_and_quiet_voices_come_out_equally_loud(peak: float, seconds: float) -> None:
    loudness = spoken_rms(normalise(sine(seconds, peak)))
    assert 20 * abs(math.log10(loudness / TARGET_RMS)) < 0.3


def test_a_pause_between_two_words_does_not_make_them_louder() -> None:
    word = sine(0.5, 9_000)
    plain, spaced = normalise(word), normalise(word + silence(1.0) + word)
    assert abs(max(plain) - max(spaced)) <= max(plain) // 50


@given(sounds)
def test_no_sample_comes_out_above_the_limit(sound: "array[int]") -> None:
    assert all(abs(value) <= PEAK_LIMIT + 1 for value in normalise(sound))


@given(rate=st.sampled_from([8_000, 16_000, 24_000, 44_100, 48_000]), seconds=st.floats(0.1, 0.5))
def test_resampling_keeps_the_length_and_the_tone(rate: int, seconds: float) -> None:
    given_, wanted = sine(seconds, 10_000, rate=rate), sine(seconds, 10_000)
    result = resample(given_, rate)
    assert abs(len(result) - len(wanted)) <= SAMPLE_RATE // rate + 1
    inner = len(wanted) - 2 * SAMPLE_RATE // rate - 2  # beyond the last sample there is no line
    assert all(abs(a - b) < 400 for a, b in zip(result[:inner], wanted, strict=False))


@given(sounds)
def test_two_equal_channels_are_the_same_sound_as_one(sound: "array[int]") -> None:
    both = array("h", [value for value in sound for _ in range(2)])
    if sys.byteorder == "big":
        both.byteswap()
    assert decode(both.tobytes(), width=2, channels=2, rate=SAMPLE_RATE) == sound


def test_eight_bit_sound_is_unsigned() -> None:
    assert decode(bytes([128, 0, 255]), width=1, channels=1, rate=SAMPLE_RATE) == array(
        "h", [0, -32_768, 32_512]
    )


@pytest.mark.parametrize(("width", "channels", "rate"), [(3, 1, 22_050), (4, 1, 22_050), (2, 1, 0)])
def test_a_format_that_no_voice_writes_is_refused(width: int, channels: int, rate: int) -> None:
    with pytest.raises(ValueError, match="cannot read"):
        decode(b"\0" * 24, width=width, channels=channels, rate=rate)


def test_a_file_cut_in_the_middle_of_a_frame_still_gives_its_whole_frames(tmp_path: Path) -> None:
    path = wav_of(tmp_path / "cut.wav", sine(0.5, 9_000))
    path.write_bytes(path.read_bytes()[:-1001])
    assert 0.4 * SAMPLE_RATE < len(clip_samples(path)) // 2 < 0.5 * SAMPLE_RATE


def test_a_stereo_file_of_another_rate_becomes_a_clip(tmp_path: Path) -> None:
    mono = sine(0.4, 6_000, rate=44_100)
    stereo = array("h", [value for value in mono for _ in range(2)])
    path = wav_of(tmp_path / "stereo.wav", stereo, rate=44_100, channels=2)
    sound = array("h", clip_samples(path))
    assert len(sound) == pytest.approx(0.4 * SAMPLE_RATE, abs=SAMPLE_RATE * 0.03)
    assert spoken_rms(sound) == pytest.approx(TARGET_RMS, rel=0.05)
