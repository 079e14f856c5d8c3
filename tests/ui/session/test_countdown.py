"""The countdown: large, and repainted only when there is something to see."""

from dataclasses import replace
from math import cos, radians, sin

import pytest
from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from backease_desktop.core.player.player import Player
from backease_desktop.core.player.snapshot import snapshot_of
from backease_desktop.core.settings import MotionChoice
from backease_desktop.core.settings import Theme as ThemeChoice
from backease_desktop.core.timeline.segments import SegmentKind
from backease_desktop.core.units import Ms
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import LIGHT
from backease_desktop.ui.session.countdown import (
    DONE,
    FRAMES_PER_SECOND,
    LEAST_SHARE,
    Countdown,
    Face,
    face_of,
)
from backease_desktop.ui.session.player_page import PlayerPage
from backease_desktop.ui.session.ring import stroke_of
from tests.fakes.snapshots import core_timeline, played, snapshot_at, start_of

SIZES = [(960, 600), (1240, 800), (1920, 1080), (3840, 2160), (800, 1200), (2560, 1080)]
HOLD = start_of(SegmentKind.HOLD)
MOVE = start_of(SegmentKind.MOVE)
NEARLY = 2
"""Of 255."""
OVERSHOOT = 0.04
"""By how much of it a straight digit may be lower than a round one of the same size."""


def digits_height(countdown: Countdown) -> int:
    """Height of the rows in which something is painted in the ink of the digits."""
    image = countdown.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ink = QColor(LIGHT.ink)
    pixel = bytes((ink.blue(), ink.green(), ink.red(), 255))
    lines = (bytes(image.constScanLine(y)) for y in range(image.height()))
    rows = [y for y, line in enumerate(lines) if pixel in line]
    return rows[-1] - rows[0] + 1


def unlike(one: QImage, other: QImage) -> int:
    """By how much the least alike pixels differ, 0 to 255."""
    difference = QImage(one)
    painter = QPainter(difference)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    difference = difference.convertToFormat(QImage.Format.Format_RGB888)
    return max(bytes(difference.constBits()))


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("at", [HOLD + 3, HOLD + 25, MOVE + 1, MOVE + 37])
def test_the_digits_take_a_quarter_of_the_windows_height(
    look: Look, qtbot: QtBot, size: tuple[int, int], percent: int, at: float
) -> None:
    look.choose(ThemeChoice.LIGHT, percent)
    page = PlayerPage(look)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.show_snapshot(snapshot_at(at))
    least = LEAST_SHARE * size[1]
    assert digits_height(page.session.countdown) >= (1 - OVERSHOOT) * least


def test_a_hold_shows_the_seconds_that_are_left() -> None:
    face = face_of(snapshot_at(HOLD + 12))
    assert (face.word, face.big, face.below) == ("Hold", "18", "")
    assert face.left == pytest.approx(0.6)


def test_repetitions_show_their_number_and_how_many_there_are() -> None:
    face = face_of(snapshot_at(MOVE + 9))
    assert (face.word, face.big, face.below) == ("Move", "3", "of 10")


def test_a_long_hold_shows_minutes_until_a_hundred_seconds_are_left() -> None:
    long_hold = start_of(SegmentKind.HOLD, 3)
    assert face_of(snapshot_at(long_hold + 5)).big == "1:55"
    assert face_of(snapshot_at(long_hold + 20.5)).big == "1:40"
    assert face_of(snapshot_at(long_hold + 21)).big == "99"


def test_a_pause_is_a_word_too() -> None:
    assert face_of(snapshot_at(HOLD + 12, is_paused=True)).word == "Paused"


def test_the_size_of_the_digits_does_not_jump_within_a_phase(look: Look, qtbot: QtBot) -> None:
    countdown = Countdown(look)
    qtbot.addWidget(countdown)
    countdown.resize(500, 500)
    heights = []
    for seconds in range(30):
        countdown.show_snapshot(snapshot_at(HOLD + seconds + 0.5))
        heights.append(digits_height(countdown))
    assert max(heights) - min(heights) <= OVERSHOOT * max(heights)


def faces_of_a_second(frames_per_second: int) -> set[Face]:
    """All faces of one second of a hold that is told the time each millisecond."""
    player = played(core_timeline(), HOLD + 10)
    now = round((HOLD + 10) * 1000)
    faces = set()
    for _ in range(1000):
        now += 1
        player.advance(Ms(now))
        faces.add(face_of(snapshot_of(player), frames_per_second))
    return faces


def test_the_ring_moves_twenty_times_a_second_at_most() -> None:
    assert len(faces_of_a_second(FRAMES_PER_SECOND)) <= FRAMES_PER_SECOND + 1


def test_under_reduced_motion_it_changes_once_a_second(look: Look, qtbot: QtBot) -> None:
    assert len(faces_of_a_second(1)) <= 2
    look.choose(ThemeChoice.LIGHT, motion=MotionChoice.REDUCED)
    countdown = Countdown(look)
    qtbot.addWidget(countdown)
    countdown.show_snapshot(snapshot_at(HOLD + 10.1))
    before = countdown.face
    countdown.show_snapshot(snapshot_at(HOLD + 10.8))
    assert countdown.face is before


class Counting(Countdown):
    """Counts how often it is painted."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.paints = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paints += 1
        super().paintEvent(event)


def test_nothing_is_painted_while_paused(look: Look, qtbot: QtBot) -> None:
    countdown = Counting(look)
    qtbot.addWidget(countdown)
    countdown.resize(400, 400)
    countdown.show()
    player = played(core_timeline(), HOLD + 10)
    player.pause(Ms(round((HOLD + 10) * 1000)))
    countdown.show_snapshot(snapshot_of(player))
    qtbot.waitUntil(lambda: countdown.paints > 0)
    painted = countdown.paints
    for now in range(100):
        player.advance(Ms(round((HOLD + 10) * 1000) + 50 * now))
        countdown.show_snapshot(snapshot_of(player))
        QCoreApplication.processEvents()
    assert countdown.paints == painted


def test_a_screen_reader_is_told_of_the_phase_and_not_of_each_second(
    look: Look, qtbot: QtBot
) -> None:
    countdown = Countdown(look)
    qtbot.addWidget(countdown)
    names = set()
    for seconds in range(1, 29):
        countdown.show_snapshot(snapshot_at(HOLD + seconds))
        names.add(countdown.accessibleName())
    assert len(names) == 1
    countdown.show_snapshot(snapshot_at(start_of(SegmentKind.SWITCH) + 1))
    assert countdown.accessibleName() not in names


@pytest.mark.parametrize("theme", list(ThemeChoice))
@pytest.mark.parametrize("size", [(60, 60), (500, 140), (140, 500), (900, 900)])
def test_it_paints_in_any_room(
    look: Look, qtbot: QtBot, theme: ThemeChoice, size: tuple[int, int]
) -> None:
    look.choose(theme)
    countdown = Countdown(look)
    qtbot.addWidget(countdown)
    countdown.resize(*size)
    countdown.show_snapshot(snapshot_at(HOLD + 1))
    image = countdown.grab().toImage()
    colours = {image.pixel(x, y) for x in range(0, size[0], 3) for y in range(0, size[1], 3)}
    assert len(colours) > 2


def test_a_player_that_is_not_started_is_still() -> None:
    assert face_of(snapshot_of(Player(core_timeline()))).is_still


@pytest.mark.parametrize("count", [5, 9, 10, 20])
@pytest.mark.parametrize("size", [(440, 440), (540, 560), (700, 640)])
def test_the_words_beneath_the_number_never_touch_the_ring(
    look: Look, qtbot: QtBot, size: tuple[int, int], count: int
) -> None:
    countdown = Countdown(look)
    qtbot.addWidget(countdown)
    countdown.resize(*size)
    countdown.show()
    countdown.show_snapshot(snapshot_at(start_of(SegmentKind.MOVE) + 1))
    assert countdown.face is not None
    digits = "8" * len(str(count))
    face = replace(countdown.face, big=digits, below=f"of {count}", template=digits, left=0.0)
    countdown._face = face
    _, body = countdown._areas()
    _, has_ring, _ = countdown._fit(body, face)
    assert has_ring
    picture, centre = countdown.grab().toImage(), body.center()
    inner = countdown._diameter(body) / 2 - stroke_of(countdown._square(body))
    ground = picture.pixelColor(1, round(body.bottom()) - 2)
    for degree in range(360):
        x = centre.x() + (inner - 3) * cos(radians(degree))
        y = centre.y() + (inner - 3) * sin(radians(degree))
        assert picture.pixelColor(round(x), round(y)) == ground, degree


def test_at_the_end_there_is_a_check_and_nothing_counts_down(look: Look, qtbot: QtBot) -> None:
    countdown = Countdown(look)
    qtbot.addWidget(countdown)
    countdown.show_snapshot(snapshot_at(start_of(SegmentKind.OUTRO) + 1))
    assert countdown.face is not None
    assert countdown.face.big == DONE


@pytest.mark.parametrize("window_height", [540, 1600], ids=["ring", "bar"])
@pytest.mark.parametrize("at", [HOLD, MOVE], ids=["seconds", "repetitions"])
def test_the_end_of_the_ring_is_painted_as_if_all_had_been(
    look: Look, qtbot: QtBot, window_height: int, at: float
) -> None:
    size = (540, 537)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, window_height)
    countdown = Countdown(look, window)
    countdown.resize(*size)
    canvas = QImage(countdown.size(), QImage.Format.Format_RGB32)
    canvas.fill(0)
    areas: list[QRect] = []
    countdown.show_snapshot(snapshot_at(at))
    countdown.render(canvas)
    whole = QImage(canvas)
    painted = 0
    for tenth in range(1, 40):
        before = countdown.face
        snapshot = snapshot_at(at + tenth / 10)
        now = face_of(snapshot)
        assert before is not None
        area = countdown.changed(before, now)
        countdown.show_snapshot(snapshot)
        countdown.render(canvas, area.topLeft(), QRegion(area))
        countdown.render(whole)
        areas.append(area)
        painted += area.width() * area.height()
        assert unlike(canvas, whole) <= NEARLY
    assert min(area.height() for area in areas) < 0.3 * size[1]
    assert painted < 0.4 * len(areas) * size[0] * size[1]
