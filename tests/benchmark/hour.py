"""A simulated hour: the longest routine, with the real player, stream and mixer and no waiting.

The program's readings of the clock come at random intervals. The device asks for frames by a
crystal of its own that is wrong by `WRONG`, with requests that come late by chance. Left alone that
would be 0.7 s after an hour; whoever hears the samples knows when each cue began.
"""

import random
from array import array
from collections.abc import Iterator
from pathlib import Path
from statistics import linear_regression

from backease_desktop.audio.device import PERIOD, Fill
from backease_desktop.audio.stream import Report, Stream
from backease_desktop.bootstrap.shelf import Shelf, open_shelf
from backease_desktop.core.clip import SAMPLE_RATE, Clip
from backease_desktop.core.player.player import Player, Status
from backease_desktop.core.speaking_time import estimate
from backease_desktop.core.timeline.compile import compile_timeline
from backease_desktop.core.timeline.segments import Timeline
from backease_desktop.core.units import Ms
from tests.benchmark.figures import Figure, Target, median, percentile

ROUTINE = "complete-collection"
WRONG = 200e-6
"""How much faster the device's crystal runs; cheap ones are wrong by 100 in a million."""
LOOK_AHEAD = Ms(600)
CLICK = Clip(array("h", [12_000] * (SAMPLE_RATE // 100)).tobytes())
BEGIN = Ms(86_400_000)
FRAMES = PERIOD * SAMPLE_RATE // 1000


def hour(folder: Path, *, quick: bool) -> Iterator[Figure]:
    """Lateness at the beginning and at the end of a simulated hour."""
    del quick  # it takes seconds either way
    part = "A simulated hour"
    timeline = _timeline(open_shelf(folder / "profile"))
    told, sounds = _Hour(timeline).run()
    length = f"{timeline.duration / 60_000:.0f} minutes, {len(sounds)} cues"
    yield Figure(part, "player's error at the end", told[-1][1], "ms", Target(0), length)
    late = [value for _, value in sounds]
    tenth = len(sounds) // 10
    first = median([abs(value) for value in late[:tenth]])
    last = median([abs(value) for value in late[-tenth:]])
    slope, _ = linear_regression([due / 3_600_000 for due, _ in sounds], late)
    sizes = [abs(value) for value in late]
    yield Figure(part, "sound: p95", percentile(sizes, 0.95), "ms", Target(40))
    yield Figure(part, "sound: first tenth", first, "ms", note="median")
    yield Figure(part, "sound: last tenth", last, "ms", note="median")
    yield Figure(part, "sound: growth over the hour", abs(slope), "ms/h", Target(5))


def _timeline(shelf: Shelf) -> Timeline:
    rate = shelf.preferences.rate_wpm
    routine = shelf.catalogue.routines[ROUTINE]
    return compile_timeline(
        routine, shelf.catalogue, shelf.preferences, shelf.wording, lambda t: estimate(t, rate)
    )


class _Device:
    """A device whose crystal is wrong, asking for frames as its buffer empties."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._asked = 0
        self._first = float(BEGIN)
        self.next_at = BEGIN

    def latency(self, period: Ms) -> Ms:
        return period

    def open(self, fill: Fill, period: Ms) -> "_Device":
        del fill, period
        return self

    def close(self) -> None: ...

    def asks(self) -> None:
        """It has asked; the next request follows, up to 15 ms late."""
        self._asked += FRAMES
        self.next_at = Ms(round(self._emptied(self._asked) + 15 * self._chance.random() ** 4))

    def heard_at(self, frame: int) -> float:
        """When a frame is really heard."""
        return self._emptied(frame) + PERIOD

    def _emptied(self, frame: int) -> float:
        return self._first + frame * 1000 / (SAMPLE_RATE * (1 + WRONG))


class _Hour:
    def __init__(self, timeline: Timeline) -> None:
        self._chance = random.Random(1)
        self._now = BEGIN
        self._player = Player(timeline)
        self._device = _Device(self._chance)
        self._stream = Stream(backend=self._device, clock=lambda: self._now, report=_forget)
        self._scheduled: set[int] = set()
        self._told: list[tuple[Ms, float]] = []
        self._dues: list[Ms] = []
        self._onsets: list[float] = []
        self._frame = 0
        self._was_loud = False

    def run(self) -> tuple[list[tuple[Ms, float]], list[tuple[Ms, float]]]:
        """The player's error at each segment or cue, and each cue's lateness; by session time."""
        self._fill()  # a device has begun before a session does
        self._player.play(self._now)
        self._schedule()
        tick_at = self._now
        while self._player.status is not Status.FINISHED or self._device.next_at < tick_at + 1_000:
            if self._player.status is Status.FINISHED or self._device.next_at <= tick_at:
                self._now = max(self._now, self._device.next_at)
                self._fill()
                continue
            self._now = max(self._now, tick_at)
            self._tick()
            tick_at = Ms(self._now + self._chance.randint(20, 80))
        pairs = zip(sorted(self._dues), self._onsets, strict=True)
        return self._told, [(Ms(due - BEGIN), onset - due) for due, onset in pairs]

    def _tick(self) -> None:
        self._player.advance(self._now)
        error = self._now - BEGIN - self._player.elapsed
        if self._player.status is not Status.FINISHED:
            self._told.append((self._player.elapsed, error))
            self._schedule()

    def _schedule(self) -> None:
        for coming in self._player.upcoming(LOOK_AHEAD):
            if coming.number not in self._scheduled:
                self._scheduled.add(coming.number)
                self._dues.append(coming.at)
                self._stream.play(CLICK, coming.at, voice=False, volume=1.0, token=coming.number)

    def _fill(self) -> None:
        block = self._stream.fill(FRAMES)
        self._device.asks()
        if any(block):
            for place, value in enumerate(array("h", block)):
                is_loud = abs(value) > 1_000
                if is_loud and not self._was_loud:
                    self._onsets.append(self._device.heard_at(self._frame + place))
                self._was_loud = is_loud
        self._frame += FRAMES


def _forget(_stream: Stream, _report: Report) -> None: ...
