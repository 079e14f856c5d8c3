"""The output that remembers."""

from array import array

from PySide6.QtCore import QObject

from backease_desktop.audio.file.recorder import Recorder
from backease_desktop.core.clip import SAMPLE_RATE, Clip
from backease_desktop.core.units import Ms

LOUD = Clip(array("h", [1_000] * 441).tobytes())


def test_a_clip_stands_at_its_moment_and_the_rest_is_silence(qapp: QObject) -> None:
    recorder = Recorder()
    recorder.play(LOUD, Ms(1_500), voice=True, volume=1.0, token=1)
    recorder.play(LOUD, None, voice=False, volume=0.5, token=2)

    samples = array("h", b"".join(recorder.samples(Ms(2_000))))

    assert len(samples) == 2 * SAMPLE_RATE
    first = round(1.5 * SAMPLE_RATE)
    assert set(samples[:441]) == {500}
    assert set(samples[441:first]) == {0}
    assert set(samples[first : first + 441]) == {1_000}
    assert set(samples[first + 441 :]) == {0}


def test_it_takes_clips_without_being_opened(qapp: QObject) -> None:
    recorder = Recorder()

    assert recorder.is_open
    assert not recorder.is_closed
