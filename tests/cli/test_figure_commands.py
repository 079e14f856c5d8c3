"""`figure` and `sheet`: what they write, what they refuse, and that they need no display."""

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from tests.cli.running import run
from tests.patience import PATIENCE_S
from tests.storage.test_catalogue_figures import FIGURE, draw
from tests.storage.test_catalogue_files import written

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.usefixtures("qapp")
SVG = "{http://www.w3.org/2000/svg}"


def without_display(*arguments: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """A command in a process of its own that has no display."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    bare = {name: value for name, value in os.environ.items() if name not in names}
    command = [sys.executable, "-m", "backease_desktop", *arguments]
    where = bare | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=where, capture_output=True, timeout=PATIENCE_S)


@pytest.fixture
def pose(tmp_path: Path) -> Path:
    """A file of one's own with a figure."""
    return draw(written(tmp_path / "mine"), FIGURE)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["figure"], "name an exercise"),
        (["figure", "bird-dgo", "--svg", "-"], "did you mean bird-dog"),
        (["figure", "nowhere.yaml", "--svg", "-"], "there is no such file"),
        (["figure", "lunge", "--svg", "-", "--keyframe", "jump"], "it has setup, hold"),
        (["figure", "lunge", "--svg", "-", "--size", "80x80"], "--size is for PNG"),
        (["figure", "lunge", "--watch", "--size", "80x80"], "for files"),
        (["figure", "lunge", "--all", "all"], "name no exercise"),
        (["figure", "--all", "all", "--svg", "a.svg"], "take no file"),
        (["figure", "lunge", "--png", "no/such/folder/a.png"], "cannot be written"),
        (["sheet", "nothing", "--pdf", "a.pdf"], "no routine has the id"),
        (["sheet", "desk-standing-5", "--pdf", "no/such/folder/a.pdf"], "cannot be written"),
    ],
)
def test_a_problem_is_one_line_and_exit_code_1(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    code, out, err = run(capsys, *arguments)

    assert (code, out) == (1, "")
    assert words in err
    assert len(err.splitlines()) == 1


def test_an_svg_goes_to_standard_output_with_its_alternative_text(
    capsys: pytest.CaptureFixture[str], pose: Path
) -> None:
    code, out, err = run(capsys, "figure", str(pose), "--svg", "-")
    drawing = ElementTree.fromstring(out)

    assert (code, err) == (0, "")
    assert drawing.tag == f"{SVG}svg"
    assert drawing.findtext(f"{SVG}title") == "Hips lifted into one line with knees and shoulders."


def test_a_keyframe_can_be_chosen(capsys: pytest.CaptureFixture[str], pose: Path) -> None:
    _, out, _ = run(capsys, "figure", str(pose), "--svg", "-", "--keyframe", "setup")

    title = ElementTree.fromstring(out).findtext(f"{SVG}title")
    assert title == "On your back, knees bent, feet flat."


def test_sides_and_themes_are_different_pictures(
    capsys: pytest.CaptureFixture[str], pose: Path
) -> None:
    ways = (["--side", "left"], ["--side", "right"], ["--theme", "dark"], ["--theme", "contrast"])
    pictures = {run(capsys, "figure", str(pose), "--svg", "-", *way)[1] for way in ways}

    assert len(pictures) == 4


@pytest.mark.parametrize(
    ("size", "expected"), [(["--size", "300x200"], (300, 200)), ([], (None, 800))]
)
def test_a_png_has_the_size_that_is_asked_for(
    capsys: pytest.CaptureFixture[str],
    pose: Path,
    tmp_path: Path,
    size: list[str],
    expected: tuple[int | None, int],
) -> None:
    out = tmp_path / "pose.png"
    code, *_ = run(capsys, "figure", str(pose), "--png", str(out), *size)
    image = QImage(str(out))

    assert code == 0
    assert image.height() == expected[1]
    assert expected[0] in (None, image.width())


def test_without_a_file_name_it_is_that_of_the_exercise(pose: Path, tmp_path: Path) -> None:
    done = without_display("figure", str(pose), "--png", folder=tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert not QImage(str(tmp_path / "stand-tall.png")).isNull()


def test_a_figure_that_misleads_is_drawn_told_and_exit_code_1(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    wrong = FIGURE.replace("pelvis: {pitch: -117}", "right_arm: {reach: left_toes}")
    pose = draw(written(tmp_path / "mine"), wrong)
    code, out, err = run(capsys, "figure", str(pose), "--svg", "-")

    assert code == 1
    assert f"{pose}:27: figure.keyframes.hold.right_arm: right arm misses its place" in err
    assert out.startswith("<svg")


def test_a_figure_that_cannot_be_drawn_is_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pose = draw(written(tmp_path / "mine"), FIGURE.replace("pitch: -117", "pitch: x"))
    code, out, err = run(capsys, "figure", str(pose), "--svg", "-")

    assert (code, out) == (1, "")
    assert f"{pose}:27: figure.keyframes.hold.pelvis.pitch: " in err


def test_the_check_of_a_pack_looks_at_every_frame(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pack = written(tmp_path / "pack")
    pose = draw(pack, FIGURE.replace("feet on mat", "feet on chair"))
    code, out, err = run(capsys, "catalogue", "check", str(pack))

    assert (code, out) == (1, "")
    assert f"{pose}:26: figure.keyframes.hold.rests: " in err


def test_all_figures_are_a_file_for_each_keyframe(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, out, err = run(capsys, "figure", "--all", str(tmp_path / "all"), "--keyframe", "setup")
    written_files = sorted((tmp_path / "all").iterdir())

    assert (code, err) == (0, "")
    assert out.startswith(f"{len(written_files)} pictures")
    assert {file.name for file in written_files} >= {"lunge-setup.svg", "wall-sit-setup.svg"}


def test_a_window_without_a_display_is_refused_with_what_works(pose: Path, tmp_path: Path) -> None:
    if sys.platform in ("win32", "darwin"):
        pytest.skip("there is always a display")
    done = without_display("figure", str(pose), "--watch", folder=tmp_path)

    assert done.returncode == 1
    assert b"no display" in done.stderr
    assert b"--svg FILE" in done.stderr


def test_a_sheet_is_printed_without_a_display(tmp_path: Path) -> None:
    done = without_display(
        "--profile", "p", "sheet", "desk-standing-5", "--pdf", "a.pdf", folder=tmp_path
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
