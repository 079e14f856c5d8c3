"""The watchdog, by a clock that is set by hand: what is late is found, with where it was."""

import sys
from pathlib import Path
from types import FrameType

from tests.benchmark.stalls import told_in
from tests.benchmark.watched import BEAT_MS, Record, Stall, place_of

SLOW = "def slow(look):\n    return look()\n"
QUICK = "def quick(look):\n    return look()\n"


class Watch:
    """A record whose clock stands until it is moved."""

    def __init__(self) -> None:
        self.now, self.spent = 1_000.0, 300.0
        self.stalls: list[Stall] = []
        self.record = Record(lambda: self.now, lambda: self.spent, self.stalls.append)


def frame_in(source: str, file: str) -> FrameType:
    """A frame whose innermost line of a file is the second; a foreign one is within it."""
    names: dict[str, object] = {}
    exec(compile(source, file, "exec"), names)
    (function,) = (value for value in names.values() if callable(value))
    frame = function(lambda: sys._getframe())
    assert isinstance(frame, FrameType)
    return frame


def test_a_planted_stall_is_found_with_its_length_and_where_it_was_seen_most() -> None:
    watch = Watch()
    watch.record.beat()
    for source, times in ((QUICK, 2), (SLOW, 5)):
        for _ in range(times):
            watch.record.look(frame_in(source, "/x/backease_desktop/ui/page.py"))
    watch.now += BEAT_MS + 51
    watch.spent += 12
    watch.record.beat()
    assert watch.stalls == [Stall(1_000, 51, 12, "ui/page.py:2 slow")]


def test_what_no_person_notices_is_no_stall_and_is_forgotten() -> None:
    watch = Watch()
    watch.record.beat()
    watch.record.look(frame_in(QUICK, "/x/backease_desktop/ui/page.py"))
    watch.now += BEAT_MS + 50
    watch.record.beat()
    assert watch.stalls == []
    watch.now += 500
    watch.record.beat()
    assert [stall.where for stall in watch.stalls] == ["not seen"]


def test_the_first_beat_has_none_before_it() -> None:
    watch = Watch()
    watch.now += 10_000
    watch.record.beat()
    assert watch.stalls == []


def test_what_the_event_loop_had_called_stands_beside_it() -> None:
    file = "/x/backease_desktop/ui/page.py"
    names: dict[str, object] = {"look": lambda: sys._getframe()}
    source = "def opened():\n    return slow_in(look)\ndef slow_in(look):\n    return look()\n"
    source += "def run_window():\n    return opened()\n"
    exec(compile(source, file, "exec"), names)
    run = names["run_window"]
    assert callable(run)
    assert place_of(run()) == "ui/page.py:4 slow_in < ui/page.py:2 opened"


def test_a_frame_that_is_none_of_ours_is_said_to_be_so() -> None:
    assert place_of(None) == "none of ours"
    assert place_of(frame_in(SLOW, "/x/other/page.py")) == "none of ours"


def test_a_line_that_is_still_being_written_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "stalls.jsonl"
    line = '{"begin_ms": 1.0, "lasted_ms": 60.0, "spent_ms": 9.0, "where": "ui/page.py:2 slow"}'
    file.write_text(f"{line}\n{line[:20]}")
    assert told_in(file) == [Stall(1.0, 60.0, 9.0, "ui/page.py:2 slow")]
