"""The real output on a real sound server without a card; run with BACKEASE_REAL_SOUND=1."""

import os
import random
import statistics
import subprocess
import sys
import time
from array import array
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from backease_desktop.audio.device import device_names
from backease_desktop.audio.output import SoundOutput
from backease_desktop.audio.tones import tone
from backease_desktop.controllers.announcer import Announcer
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.clip import SAMPLE_RATE, Clip
from backease_desktop.core.profile import Profile
from backease_desktop.core.settings import Settings
from backease_desktop.core.tones import ToneName
from backease_desktop.core.units import Ms
from tests.audio import null_sink
from tests.audio.null_sink import NullSink
from tests.controllers.conftest import TODAY
from tests.fakes.journal import MemoryJournal
from tests.fakes.ports import FakeSpeaker, MemoryStore
from tests.fakes.small_catalogue import english
from tests.patience import PATIENCE_S

pytestmark = [
    pytest.mark.real_sound,
    pytest.mark.skipif(
        os.environ.get("BACKEASE_REAL_SOUND") != "1" or not null_sink.available(),
        reason="needs BACKEASE_REAL_SOUND=1, pulseaudio, parec and pactl",
    ),
]

CLICK = Clip(array("h", [12_000] * 660).tobytes())
CLIPS = 60
BUSY = "import time; end = time.monotonic() + 40\nwhile time.monotonic() < end: sum(range(5000))"


def now() -> Ms:
    return Ms(time.monotonic_ns() // 1_000_000)


@pytest.fixture
def sink(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[NullSink]:
    with NullSink(tmp_path) as sink:
        for name, value in sink.environment.items():
            monkeypatch.setenv(name, value)
        yield sink


@pytest.fixture
def output(sink: NullSink) -> Iterator[SoundOutput]:
    output = SoundOutput(clock=now)
    yield output
    assert output.finish(Ms(5_000))


@pytest.fixture
def busy_cores(request: pytest.FixtureRequest) -> Iterator[int]:
    loops = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(request.param)]
    yield request.param
    for loop in loops:
        loop.kill()
        loop.wait()


def play(output: SoundOutput, at: int | None, token: int) -> None:
    output.play(CLICK, None if at is None else Ms(at), voice=False, volume=1.0, token=token)


@pytest.mark.parametrize("busy_cores", [0, os.cpu_count() or 1], indirect=True)
def test_clips_are_heard_at_their_moments(
    busy_cores: int,
    sink: NullSink,
    output: SoundOutput,
    qtbot: QtBot,
    capsys: pytest.CaptureFixture[str],
) -> None:
    chance = random.Random(7)
    reported: dict[int, int] = {}
    output.started.connect(lambda token, at: reported.update({token: at}))
    with sink.record() as recording:
        with qtbot.waitSignal(output.opened):
            output.open()
        moments = [now() + 1_000]
        while len(moments) < CLIPS:
            moments.append(moments[-1] + chance.randint(250, 550))
        for token, moment in enumerate(moments):
            play(output, moment, token)
        qtbot.waitUntil(lambda: now() > moments[-1] + 400)
    # A stalled computer can tear a clip in two; its second half is no onset.
    onsets = recording.onsets(quiet_ms=150)
    assert len(onsets) == len(reported) == CLIPS
    late = sorted(onset - moment for onset, moment in zip(onsets, moments, strict=True))
    off = sorted(abs(value) for value in late)
    p95 = off[CLIPS * 95 // 100]
    with capsys.disabled():
        print(
            f"\n{busy_cores} cores busy: onset - scheduled: median {statistics.median(late):.1f},"
            f" from {late[0]:.1f} to {late[-1]:.1f}, p95 of the size {p95:.1f} ms"
        )
    wrong = sorted(abs(onset - reported[token]) for token, onset in enumerate(onsets))
    assert p95 <= 40
    assert wrong[CLIPS * 95 // 100] <= 40


def test_a_cut_is_silent_within_80_ms(sink: NullSink, output: SoundOutput, qtbot: QtBot) -> None:
    hum = Clip(array("h", [12_000, -12_000] * SAMPLE_RATE).tobytes())
    with sink.record() as recording:
        with qtbot.waitSignal(output.opened):
            output.open()
        with qtbot.waitSignal(output.started):
            output.play(hum, None, voice=True, volume=1.0, token=1)
        end = now() + 500
        qtbot.waitUntil(lambda: now() >= end)
        cut_at = now()
        output.cut()
        qtbot.waitUntil(lambda: now() >= cut_at + 400)
    last = max(place for place, sample in enumerate(recording.samples) if abs(sample) > 100)
    assert 0 < recording.time_of(last) - cut_at <= 80


def test_the_first_clip_on_a_sink_that_slept_is_heard(
    sink: NullSink, output: SoundOutput, qtbot: QtBot
) -> None:
    reported: list[Ms] = []
    output.started.connect(lambda _, at: reported.append(at))
    # A recording in large bites leaves the sink asleep, and dates nothing.
    with sink.record(latency_ms=2_000) as recording:
        for token in range(4):
            began = now()
            with qtbot.waitSignal(output.opened):
                output.open()
            assert now() - began < 3_000
            moment = now() + 20
            play(output, moment, token)
            qtbot.waitUntil(lambda token=token: len(reported) > token)
            assert abs(reported[-1] - moment) <= 40
            settled = now() + 300
            qtbot.waitUntil(lambda settled=settled: now() > settled)
            assert output.finish(Ms(2_000))
        qtbot.waitUntil(lambda: len(recording.onsets()) == 4)


@pytest.mark.parametrize("blow", ["freeze", "kill", "suspend"])
def test_the_sound_is_lost_within_a_second_and_comes_back(
    blow: str, sink: NullSink, output: SoundOutput, qtbot: QtBot
) -> None:
    with sink.record():
        with qtbot.waitSignal(output.opened):
            output.open()
        with qtbot.waitSignal(output.started):
            play(output, None, 1)
        # A device that has only just begun is given three seconds.
        settled = now() + 500
        qtbot.waitUntil(lambda: now() > settled)
        lost: list[int] = []
        output.lost.connect(lambda _: lost.append(now()))
        struck_at = now()
        getattr(sink, blow)()
        qtbot.waitUntil(lambda: bool(lost))
        assert lost[0] - struck_at <= 1_000
        play(output, None, 2)
        with qtbot.waitSignal(output.discarded):
            pass
        # Long enough for attempts to fail (killed) or to hang (frozen).
        qtbot.waitUntil(lambda: now() > struck_at + 4_000)
    with qtbot.waitSignal(output.restored):
        {
            "freeze": sink.thaw,
            "kill": sink.start,
            "suspend": partial(sink.suspend, suspended=False),
        }[blow]()
    with sink.record() as recording:
        with qtbot.waitSignal(output.started):
            play(output, None, 3)
        heard_from = now()
        qtbot.waitUntil(lambda: now() > heard_from + 300)
    assert len(recording.onsets()) == 1
    assert len(lost) == 1


def heard_on(sink: NullSink, name: str, output: SoundOutput, qtbot: QtBot, token: int) -> int:
    """Play a click on an output that is open; how often this sink was heard to play."""
    with sink.record(sink=name) as recording:
        with qtbot.waitSignal(output.started):
            play(output, None, token)
        until = now() + 300
        qtbot.waitUntil(lambda: now() > until)
    return len(recording.onsets())


@pytest.mark.parametrize("rescues", [True, False])
def test_a_chosen_device_gets_the_sound_its_loss_is_said_once_and_it_is_used_when_it_is_back(
    rescues: bool, sink: NullSink, qtbot: QtBot
) -> None:
    output = SoundOutput(clock=now)
    missing: list[str] = []
    output.missing.connect(missing.append)
    sink.plug_in("Headset")
    assert "Headset" in device_names()
    output.use("Headset")
    with qtbot.waitSignal(output.opened):
        output.open()
    assert heard_on(sink, "Headset", output, qtbot, 1) == 1
    assert heard_on(sink, "null", output, qtbot, 2) == 0
    settled = now() + 500
    qtbot.waitUntil(lambda: now() > settled)
    if rescues:
        sink.rescue_streams()
    with qtbot.waitSignals([output.lost, output.restored]):
        sink.pull_out("Headset")
    assert heard_on(sink, "null", output, qtbot, 3) == 1
    for token in (4, 5):
        output.close()
        with qtbot.waitSignal(output.opened):
            output.open()
        assert heard_on(sink, "null", output, qtbot, token) == 1
        assert missing == ["Headset"]
    output.close()
    sink.plug_in("Headset")
    with qtbot.waitSignal(output.opened):
        output.open()
    assert heard_on(sink, "Headset", output, qtbot, 6) == 1
    assert heard_on(sink, "null", output, qtbot, 7) == 0
    assert missing == ["Headset"]
    # Not asked whether all threads end: miniaudio never closes a stream whose sink was taken away.
    output.close()


def test_opening_and_closing_leaves_no_connection_behind(
    sink: NullSink, output: SoundOutput, qtbot: QtBot
) -> None:
    before = sink.clients()
    for _ in range(5):
        with qtbot.waitSignal(output.opened):
            output.open()
        assert output.finish(Ms(2_000))
    files = len(list(Path("/proc/self/fd").iterdir()))
    with qtbot.waitSignal(output.opened):
        output.open()
    assert sink.clients() == before + 2
    assert output.finish(Ms(2_000))
    assert sink.clients() == before
    assert len(list(Path("/proc/self/fd").iterdir())) == files


def test_an_announced_tone_is_heard_and_the_device_is_given_back(
    sink: NullSink, output: SoundOutput, qtbot: QtBot
) -> None:
    store = MemoryStore()
    announcer = Announcer(
        speaker=FakeSpeaker(),
        output=output,
        tone=tone,
        wording=english(),
        settings=SettingsController(
            settings=Settings(),
            profile=Profile(),
            settings_store=store,
            profile_store=store,
            journal=MemoryJournal(),
            today=lambda: TODAY,
        ),
    )
    before = sink.clients()
    with sink.record() as recording:
        for _ in range(2):
            with qtbot.waitSignal(announcer.finished):
                announcer.announce(ToneName.WARN, None)
    assert len(recording.onsets(quiet_ms=250)) == 2
    qtbot.waitUntil(lambda: sink.clients() == before)


@pytest.mark.parametrize("farewell", ["output.finish(500)", "output.close()", ""])
def test_a_program_that_ends_in_mid_sound_ends_well(sink: NullSink, farewell: str) -> None:
    program = f"""
import time
from PySide6.QtCore import QCoreApplication, QTimer
from backease_desktop.audio.device import device_names
from backease_desktop.audio.output import SoundOutput
from backease_desktop.audio.tones import tone
from backease_desktop.core.tones import ToneName
app = QCoreApplication([])
output = SoundOutput(clock=lambda: time.monotonic_ns() // 1_000_000)
output.opened.connect(
    lambda: output.play(tone(ToneName.DONE), None, voice=False, volume=1.0, token=1)
)
output.started.connect(lambda *_: QTimer.singleShot(100, app.quit))
output.open()
app.exec()
{farewell}
"""
    with sink.record():
        for _ in range(5):
            done = subprocess.run(
                [sys.executable, "-c", program], capture_output=True, text=True, timeout=PATIENCE_S
            )
            assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
