"""The viewer: it shows what a file says now, and what is wrong with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from backease_desktop.cli.figure_window import show_file
from backease_desktop.core.settings import Theme
from backease_desktop.storage.watched_file import WatchedFile
from backease_desktop.ui.figure.colours import LIGHT
from backease_desktop.ui.figure.painter import picture_of
from backease_desktop.ui.figure.viewer import FigureViewer
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.look.theme import DARK
from tests.fakes.figures import BIRD_DOG, BRIDGE, CAT, film
from tests.storage.test_catalogue_figures import FIGURE, draw
from tests.storage.test_catalogue_files import written


@pytest.fixture
def viewer(qtbot: QtBot, look: Look) -> Iterator[FigureViewer]:
    viewer = FigureViewer(look, Theme.LIGHT, "right", lambda: 0)
    qtbot.addWidget(viewer)
    yield viewer
    viewer.hide()


def alts(viewer: FigureViewer) -> list[str]:
    """The words of the keyframes that are shown."""
    return [view.accessibleDescription() for view in viewer.views[1:]]


def test_every_keyframe_stands_beside_the_movement(viewer: FigureViewer) -> None:
    viewer.show_figure("Cat", film(CAT), [])
    assert alts(viewer) == [frame["alt"] for frame in CAT["keyframes"].values()]

    viewer.show_figure("Bridge", film(BRIDGE), [])
    assert alts(viewer) == [frame["alt"] for frame in BRIDGE["keyframes"].values()]
    assert viewer.windowTitle() == "Bridge"


def test_the_movement_runs_only_while_the_window_is_seen(viewer: FigureViewer) -> None:
    movement = viewer.views[0]
    viewer.show_figure("Bird dog", film(BIRD_DOG), [])
    assert not movement.playing
    viewer.show()
    assert movement.playing
    viewer.hide()
    assert not movement.playing


def test_the_other_side_is_another_picture(viewer: FigureViewer) -> None:
    viewer.show_figure("Bird dog", film(BIRD_DOG), [])
    right = viewer.views[2].picture
    viewer.show_side("left")

    assert viewer.views[2].picture == picture_of(film(BIRD_DOG).drawing_at(1, "left"), LIGHT)
    assert viewer.views[2].picture != right


def test_the_theme_is_that_of_the_window_and_the_figure(viewer: FigureViewer, look: Look) -> None:
    viewer.show_figure("Bridge", film(BRIDGE), [])
    light = viewer.grab().toImage()
    viewer.show_theme(Theme.DARK)

    assert look.colours == DARK
    assert viewer.grab().toImage() != light


def test_the_last_picture_stays_while_something_is_wrong(viewer: FigureViewer) -> None:
    viewer.show_figure("Bridge", film(BRIDGE), [])
    shown = alts(viewer)
    viewer.show_figure("bridge.yaml", None, ["bridge.yaml:3: figure.view: no"])

    assert alts(viewer) == shown
    assert viewer.problems == "bridge.yaml:3: figure.view: no"

    viewer.show_figure("Bridge", film(BRIDGE), [])
    assert viewer.problems == ""


def test_many_problems_leave_room_for_the_picture(viewer: FigureViewer) -> None:
    viewer.show_figure("Bridge", film(BRIDGE), [f"problem {n}" for n in range(40)])

    assert viewer.problems.splitlines()[-1] == "… and 34 more"


def test_saving_the_file_renews_the_window_and_a_mistake_is_told_with_its_line(
    qtbot: QtBot, viewer: FigureViewer, tmp_path: Path
) -> None:
    file = draw(written(tmp_path / "mine"), FIGURE)
    watched = WatchedFile(file, viewer)
    watched.changed.connect(lambda: show_file(viewer, file))
    show_file(viewer, file)
    assert (viewer.windowTitle(), viewer.problems) == ("Stand tall", "")

    with qtbot.waitSignal(watched.changed):
        draw(file.parents[1], FIGURE.replace("pitch: -117", "pitch: much"))
    assert viewer.problems.startswith(f"{file}:27: figure.keyframes.hold.pelvis.pitch: ")

    with qtbot.waitSignal(watched.changed):
        draw(file.parents[1], FIGURE.replace("Hips lifted", "The hips are lifted"))
    assert viewer.problems == ""
    assert alts(viewer)[1].startswith("The hips are lifted")
