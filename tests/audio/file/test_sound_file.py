"""Files of sound: the samples at their moments, the chapters at theirs."""

import math
import shutil
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from backease_desktop.audio.file.sound_file import FORMATS, SoundFileError, write_sound
from backease_desktop.core.clip import SAMPLE_RATE
from backease_desktop.core.timeline.chapters import Chapter
from backease_desktop.core.units import Ms
from tests.audio.file.marked import marks_of
from tests.audio.file.readers import READERS

pytestmark = pytest.mark.starts_programs

SECONDS = 4
CHAPTERS = (
    Chapter("At the chair", Ms(0), Ms(1_000)),
    Chapter("Seated twist, über links", Ms(1_000), Ms(2_717)),
    Chapter("Knee to chest", Ms(2_717), Ms(4_000)),
)


def blocks() -> Iterator[bytes]:
    """Four seconds with a beep of a tenth at the middle of each."""
    for _ in range(SECONDS):
        second = array("h", bytes(2 * SAMPLE_RATE))
        for frame in range(SAMPLE_RATE // 10):
            wave = math.sin(2 * math.pi * 800 * frame / SAMPLE_RATE)
            second[SAMPLE_RATE // 2 + frame] = round(12_000 * wave)
        yield second.tobytes()


def clicks_at(moments: Iterable[int]) -> Iterator[bytes]:
    """Four seconds with a short beep at each of these milliseconds."""
    every = array("h", bytes(2 * SAMPLE_RATE * SECONDS))
    for moment in moments:
        for frame in range(SAMPLE_RATE // 20):
            wave = math.sin(2 * math.pi * 800 * frame / SAMPLE_RATE)
            every[moment * SAMPLE_RATE // 1000 + frame] = round(12_000 * wave)
    yield every.tobytes()


def onsets(samples: "array[int]") -> list[float]:
    """When something begins to sound after a silence, in milliseconds."""
    found, quiet = [], SAMPLE_RATE
    for frame, sample in enumerate(samples):
        if abs(sample) > 3_000:
            if quiet > SAMPLE_RATE // 10:
                found.append(1000 * frame / SAMPLE_RATE)
            quiet = 0
        else:
            quiet += 1
    return found


@pytest.mark.parametrize("ending", FORMATS)
def test_chapters_stand_in_the_file_at_their_moments_in_their_order(
    tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"session{ending}"

    write_sound(path, "At the chair", blocks(), CHAPTERS)

    marks = marks_of(path)
    assert [title for _, title in marks] == [one.title for one in CHAPTERS]
    for (at, _), chapter in zip(marks, CHAPTERS, strict=True):
        assert abs(at - chapter.start) <= 20


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("ending", FORMATS)
def test_what_sounds_is_where_it_was_to_be(tmp_path: Path, ending: str, reader: str) -> None:
    """Both readers leave out what an encoder adds at the beginning, as players do."""
    if reader == "ffmpeg" and shutil.which("ffmpeg") is None:
        pytest.skip("ffmpeg is not installed")
    path = tmp_path / f"session{ending}"
    write_sound(path, "At the chair", blocks(), CHAPTERS)

    found = onsets(READERS[reader](path))

    assert len(found) == SECONDS
    for second, at in enumerate(found):
        assert abs(at - (1000 * second + 500)) <= 20


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("ending", FORMATS)
def test_each_chapter_begins_with_what_begins_there(
    tmp_path: Path, ending: str, reader: str
) -> None:
    """A click at the beginning of each chapter is heard at the mark that the file has for it."""
    if reader == "ffmpeg" and shutil.which("ffmpeg") is None:
        pytest.skip("ffmpeg is not installed")
    path = tmp_path / f"session{ending}"
    write_sound(path, "At the chair", clicks_at(one.start for one in CHAPTERS), CHAPTERS)

    found = onsets(READERS[reader](path))

    marks = marks_of(path)
    assert len(found) == len(marks)
    assert all(abs(at - mark) <= 20 for at, (mark, _) in zip(found, marks, strict=True))


def test_an_ending_that_is_no_sound_and_a_folder_that_is_a_file_are_told(
    tmp_path: Path,
) -> None:
    with pytest.raises(SoundFileError, match=r"should end in one of \.wav, \.mp3, \.opus"):
        write_sound(tmp_path / "session.ogg", "Own", blocks(), CHAPTERS)
    file = tmp_path / "file"
    file.write_text("mine")
    with pytest.raises(SoundFileError, match="cannot be written"):
        write_sound(file / "session.wav", "Own", blocks(), CHAPTERS)
    assert file.read_text() == "mine"
