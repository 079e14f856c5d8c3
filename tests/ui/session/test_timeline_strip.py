"""The strip of the timeline."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from backease_desktop.core.player.snapshot import snapshot_of
from backease_desktop.core.timeline.segments import SegmentKind
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.session.timeline_strip import (
    GAP,
    NARROWEST,
    TimelineStrip,
    bars_of,
    widths_of,
)
from tests.fakes.snapshots import core_timeline, played, snapshot_at, start_of


@pytest.fixture
def strip(look: Look, qtbot: QtBot) -> TimelineStrip:
    strip = TimelineStrip(look)
    qtbot.addWidget(strip)
    strip.resize(900, 24)
    strip.show()
    strip.show_snapshot(snapshot_at(start_of(SegmentKind.HOLD) + 3))
    return strip


def test_the_repetitions_of_a_block_are_one_bar() -> None:
    timeline = core_timeline()
    bars = bars_of(timeline)
    moves = [bar for bar in bars if bar.kind is SegmentKind.MOVE]
    assert [bar.length for bar in moves] == [40_000, 40_000]
    assert len(bars) == len({segment.block for segment in timeline.segments})


def test_the_bars_cover_the_whole_time_without_a_gap() -> None:
    timeline = core_timeline()
    at = 0
    for bar in bars_of(timeline):
        assert bar.start == at
        at += bar.length
    assert at == timeline.duration


@given(st.lists(st.integers(100, 600_000), min_size=1, max_size=80), st.integers(300, 4000))
def test_the_widths_fill_the_strip_and_none_is_too_narrow_to_hit(
    lengths: list[int], width: int
) -> None:
    widths = widths_of(tuple(lengths), width)
    assert sum(widths) + GAP * (len(widths) - 1) == pytest.approx(width)
    fits = width - GAP * (len(widths) - 1) >= NARROWEST * len(widths)
    assert min(widths) >= (NARROWEST if fits else 0) - 1e-6


@given(st.lists(st.integers(100, 600_000), min_size=2, max_size=40))
def test_a_longer_bar_is_never_narrower(lengths: list[int]) -> None:
    pairs = sorted(zip(lengths, widths_of(tuple(lengths), 1200), strict=True))
    widths = [width for _, width in pairs]
    assert all(b >= a - 1e-6 for a, b in pairwise(widths))


def test_a_click_asks_for_the_segment_under_it(strip: TimelineStrip, qtbot: QtBot) -> None:
    place = strip.rects[5].center().toPoint()
    with qtbot.waitSignal(strip.jump_requested) as jump:
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=place)
    assert jump.args == [strip.bars[5].index]


def test_a_click_between_two_bars_still_hits_one(strip: TimelineStrip, qtbot: QtBot) -> None:
    gap = QPoint(round(strip.rects[5].right() + GAP / 2), 12)
    with qtbot.waitSignal(strip.jump_requested):
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=gap)


def test_the_keyboard_chooses_a_bar_and_goes_there(strip: TimelineStrip, qtbot: QtBot) -> None:
    strip.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    QTest.keyClick(strip, Qt.Key.Key_Left)
    with qtbot.waitSignal(strip.jump_requested) as jump:
        QTest.keyClick(strip, Qt.Key.Key_Return)
    current = next(i for i, bar in enumerate(strip.bars) if bar.kind is SegmentKind.HOLD)
    assert jump.args == [strip.bars[current + 1].index]


def test_home_and_end_go_to_the_first_and_last_bar(strip: TimelineStrip, qtbot: QtBot) -> None:
    strip.setFocus(Qt.FocusReason.TabFocusReason)
    for key, bar in ((Qt.Key.Key_End, -1), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(strip, key)
        with qtbot.waitSignal(strip.jump_requested) as jump:
            QTest.keyClick(strip, Qt.Key.Key_Enter)
        assert jump.args == [strip.bars[bar].index]


def test_a_chosen_bar_is_told_to_a_screen_reader(strip: TimelineStrip) -> None:
    strip.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert strip.accessibleDescription().startswith("Bird dog · Switch sides")


def test_what_has_passed_is_solid_and_what_comes_is_pale(strip: TimelineStrip, look: Look) -> None:
    image = strip.grab().toImage()
    colours = look.colours

    def colour(bar: int) -> str:
        return image.pixelColor(strip.rects[bar].center().toPoint()).name().upper()

    holds = [i for i, bar in enumerate(strip.bars) if bar.kind is SegmentKind.HOLD]
    assert colour(0) == colours.phase(SegmentKind.INTRO)
    assert colour(holds[1]) == colours.phase_pale(SegmentKind.HOLD)
    strip.show_snapshot(snapshot_at(start_of(SegmentKind.HOLD, 2)))
    image = strip.grab().toImage()
    assert colour(holds[1]) == colours.phase(SegmentKind.HOLD)


def test_what_is_painted_as_time_passes_is_what_would_be_painted_at_once(
    strip: TimelineStrip, qtbot: QtBot
) -> None:
    seen: list[int] = []
    narrow = 0
    timeline = core_timeline()
    strip.show_snapshot(snapshot_of(played(timeline, 1)))

    def note(event: QPaintEvent) -> None:
        seen.append(event.rect().width())
        TimelineStrip.paintEvent(strip, event)

    strip.paintEvent = note  # type: ignore[method-assign]
    start = start_of(SegmentKind.HOLD) + 3
    for second in range(1, 60):
        seen.clear()
        strip.show_snapshot(snapshot_of(played(timeline, start + second)))
        qtbot.waitUntil(lambda: bool(seen))
        narrow += max(seen) < 20
        on_screen = strip.screen().grabWindow(strip.winId()).toImage()
        whole = QImage(on_screen.size(), on_screen.format())
        whole.fill(strip.palette().window().color())
        strip.render(whole)
        assert on_screen == whole
    assert narrow > 40
