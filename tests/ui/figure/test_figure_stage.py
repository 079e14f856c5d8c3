"""The stage: its figure is always in the pose of the moment, however the session got there."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from backease_desktop.core.figure.motion import FRAME
from backease_desktop.core.player.snapshot import snapshot_of
from backease_desktop.core.settings import MotionChoice
from backease_desktop.core.settings import Theme as ThemeChoice
from backease_desktop.core.timeline.segments import SegmentKind
from backease_desktop.core.units import Ms
from backease_desktop.ui.components.put_away import is_put_away
from backease_desktop.ui.figure.figure_stage import FigureStage
from backease_desktop.ui.figure.view import FigureView
from backease_desktop.ui.look.style import Look
from tests.fakes.figures import BIRD_DOG, BRIDGE, CAT, film
from tests.fakes.films import SolvedFilms
from tests.fakes.snapshots import core_timeline, played, start_of

FILMS = {"bird-dog": film(BIRD_DOG), "forearm-plank": film(BRIDGE), "glute-bridge": film(CAT)}
PREPARE = start_of(SegmentKind.PREPARE)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = Ms(0)

    def __call__(self) -> Ms:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def stage(look: Look, qtbot: QtBot, clock: Clock) -> Iterator[FigureStage]:
    shown = new_stage(look, qtbot, clock)
    yield shown
    shown.hide()


def new_stage(look: Look, qtbot: QtBot, clock: Clock) -> FigureStage:
    made = FigureStage(lambda: FigureView(clock), look, SolvedFilms(FILMS, look), clock)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("reduced", [False, True])
@pytest.mark.parametrize("command", ["next", "pause", "again", "previous"])
@pytest.mark.parametrize("seconds", [PREPARE + 1, PREPARE + 12, PREPARE + 41, PREPARE + 85])
def test_after_a_command_the_figure_is_at_once_where_a_fresh_one_would_be(
    look: Look,
    qtbot: QtBot,
    stage: FigureStage,
    clock: Clock,
    command: str,
    seconds: float,
    reduced: bool,
) -> None:
    look.choose(ThemeChoice.LIGHT, 100, MotionChoice.REDUCED if reduced else MotionChoice.FULL)
    player = played(core_timeline(), seconds)
    now = Ms(round(seconds * 1000))
    clock.now = now
    stage.show_snapshot(snapshot_of(player))
    getattr(player, command)(now)
    stage.show_snapshot(snapshot_of(player))
    fresh = new_stage(look, qtbot, clock)
    fresh.show_snapshot(snapshot_of(player))

    assert stage.view.picture is not None
    assert stage.view.picture == fresh.view.picture
    fresh.hide()


def test_nothing_is_drawn_while_the_window_is_minimised_and_it_is_drawn_when_it_is_back(
    stage: FigureStage, clock: Clock, qtbot: QtBot
) -> None:
    def show(seconds: float) -> None:
        clock.now = Ms(round(seconds * 1000))
        player.advance(clock.now)
        stage.show_snapshot(snapshot_of(player))

    player = played(core_timeline(), PREPARE + 12)
    show(PREPARE + 12)
    before = stage.view.picture
    stage.showMinimized()
    qtbot.waitUntil(stage.isMinimized)
    show(PREPARE + 13)
    assert stage.view.picture is before
    assert not stage._timer.isActive()
    stage.showNormal()
    qtbot.waitUntil(lambda: not is_put_away(stage))
    show(PREPARE + 14)
    assert stage.view.picture != before


def test_every_repetition_shows_the_pictures_of_the_first_one(stage: FigureStage) -> None:
    timeline = core_timeline()
    moves = [
        timeline.starts[index]
        for index, segment in enumerate(timeline.segments)
        if segment.kind is SegmentKind.MOVE and segment.set_number == 1
    ]
    shown = []
    for repetition, start in enumerate(moves):
        for offset in (300, 1300, 2300):
            at = start + offset + repetition * 4  # nobody looks at the very same moments twice
            stage.show_snapshot(snapshot_of(played(timeline, at / 1000)))
            assert stage.view.picture is not None
            shown.append(stage.view.picture)

    assert len(moves) == 10
    assert FRAME >= 10 * 4
    assert len({id(picture) for picture in shown}) == 3


def test_a_figure_that_is_not_solved_yet_is_drawn_when_it_is(
    look: Look, qtbot: QtBot, clock: Clock
) -> None:
    films = SolvedFilms(FILMS, look, are_solved=False)
    stage = FigureStage(lambda: FigureView(clock), look, films, clock)
    qtbot.addWidget(stage)
    stage.show()
    player = played(core_timeline(), PREPARE + 1)
    clock.now = Ms(round((PREPARE + 1) * 1000))

    assert stage.show_snapshot(snapshot_of(player))
    assert stage.view.picture is None
    films.solve()
    picture = stage.view.picture
    assert picture is not None
    fresh = new_stage(look, qtbot, clock)
    fresh.show_snapshot(snapshot_of(player))
    assert picture == fresh.view.picture
    fresh.hide()
    stage.hide()
