"""Figures in files: each kind of mistake is told with its line, its field and what would be right."""

# ruff: noqa: E501  (a problem is one line, however long)

from pathlib import Path

import pytest

from backease_desktop.storage.catalogue_figures import misleading_figures, read_figure
from backease_desktop.storage.catalogue_files import load_catalogue
from backease_desktop.storage.catalogue_folder import read_folder
from tests.storage.test_catalogue_files import EXERCISE, written

FIGURE = """\
figure:
  view: side
  props: {mat: true}
  working: [buttocks]
  keyframes:
    setup:
      from: crook_lying
      alt: On your back, knees bent, feet flat.
    hold:
      from: setup
      alt: Hips lifted into one line with knees and shoulders.
      rests: [upper_back on mat, feet on mat, hands on mat]
      pelvis: {pitch: -117}
      spine: {lower: 8, upper: 8}
"""
PELVIS = "pelvis: {pitch: -117}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small catalogue with one figure."""
    folder = written(tmp_path / "catalogue")
    draw(folder, FIGURE)
    return folder


def draw(folder: Path, figure: str) -> Path:
    file = folder / "exercises" / "stand-tall.yaml"
    file.write_text(EXERCISE + figure, encoding="utf-8")
    return file


def told(folder: Path, old: str, new: str) -> list[str]:
    """What is told of the file with one change, without its name."""
    assert old in FIGURE
    file = draw(folder, FIGURE.replace(old, new, 1))
    return [str(problem).removeprefix(f"{file}:") for problem in read_figure(file).problems]


def test_a_figure_in_order_is_solved_and_nothing_is_told(folder: Path) -> None:
    read = read_figure(folder / "exercises" / "stand-tall.yaml")

    assert read.problems == ()
    assert read.exercise is not None
    assert read.exercise.name == "Stand tall"
    assert read.film is not None
    assert [still.name for still in read.film.stills] == ["setup", "hold"]
    assert list(misleading_figures(folder)) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("view: side", "veiw: side", "16: figure.veiw: unknown field; did you mean 'view'?"),
        ("view: side", "view: below", "16: figure.view: 'below' is not known here; known are side, front, back, top, front_right, front_left, back_right, back_left"),
        ("mat: true", "mat: perhaps", "17: figure.props.mat: 'perhaps' does not fit; write true or false"),
        ("mat: true", "mat: true, wall: 3", "17: figure.props.wall: 3 does not fit; write fields, each as `name: value`"),
        ("mat: true", "mat: true, towel: {from: right_hand}", "17: figure.props.towel.to: missing; add it"),
        ("mat: true", "mat: true, towel: 5", "17: figure.props.towel: 5 does not fit; write fields, each as `name: value`"),
        ("mat: true", "mat: true, towel: [{from: left_hand}]", "17: figure.props.towel.0.to: missing; add it"),
        ("mat: true", "mat: true, Towel: {}", "17: figure.props.Towel: unknown field; did you mean 'towel'?"),
        ("[buttocks]", "buttocks", "18: figure.working: 'buttocks' does not fit; write a list such as [one, two]"),
        ("    setup:\n      from: crook_lying", "    setup:\n      from: hold", "21: figure.keyframes.setup.from: “hold” must stand above “setup”"),
        ("alt: On your back, knees bent, feet flat.", "alt: Lying.", "22: figure.keyframes.setup.alt: 6 characters; at least 12 are needed"),
        ("      alt: On your back, knees bent, feet flat.\n", "", "20: figure.keyframes.setup.alt: missing; add it"),
        ("feet on mat", "feet at mat", "26: figure.keyframes.hold.rests: “feet at mat” should read like “knees on mat”"),
        (PELVIS, "pelvis: {pich: -117}", "27: figure.keyframes.hold.pelvis.pich: unknown field; did you mean 'pitch'?"),
        (PELVIS, "pelvis: {pitch: -300}", "27: figure.keyframes.hold.pelvis.pitch: -300 is too small; the least is -180.0"),
        (PELVIS, "pelvis: 117", "27: figure.keyframes.hold.pelvis: 117 does not fit; write fields, each as `name: value`"),
        (PELVIS, "right_arm: {shoulder: 300}", "27: figure.keyframes.hold.right_arm.shoulder: 300 is more than this joint can do; write a number from -65 to 195"),
        (PELVIS, "right_arm: {shoulder: up}", "27: figure.keyframes.hold.right_arm.shoulder: 'up' does not fit; write a number"),
        (PELVIS, "right_arm: {at: [1]}", "27: figure.keyframes.hold.right_arm.at: only 1 here; at least 2 are needed"),
        (PELVIS, "right_arm: {at: [1, 2, 3, 4]}", "27: figure.keyframes.hold.right_arm.at: more than 3 here; leave some out"),
        (PELVIS, "right_arm: {points: north}", "27: figure.keyframes.hold.right_arm.points: 'north' is not of the right form; write out, in, up, down, forward or back, or two of them as in back_and_out"),
        (PELVIS, "right_arm: {reach: knee, at: [1, 2]}", "27: figure.keyframes.hold.right_arm: write only one of reach, at and like"),
        (PELVIS, "right_leg: {foot: heel}", "27: figure.keyframes.hold.right_leg.foot: 'heel' is not known here; known are flat, toes, free"),
        (PELVIS, "legs: bent", "27: figure.keyframes.hold.legs: 'bent' does not fit; write fields, each as `name: value`"),
        ("  keyframes:", "  keyframe:", "15: figure.keyframes: missing; add it"),
    ],
)  # fmt: skip
def test_a_word_that_is_wrong_is_told_when_the_file_is_read(
    folder: Path, old: str, new: str, problem: str
) -> None:
    assert problem in told(folder, old, new)
    file = folder / "exercises" / "stand-tall.yaml"
    assert f"{file}:{problem}" in [str(p) for p in load_catalogue(folder).problems]


@pytest.mark.parametrize(
    ("old", "new", "start"),
    [
        ("[buttocks]", "[bottom]", "18: figure.working.0: “bottom” is no region of the body; write one of: neck,"),
        ("    hold:", "    jump:", "19: figure.keyframes: “jump” is no name for a keyframe; write one of: setup,"),
        ("feet on mat", "feet on water", "26: figure.keyframes.hold.rests: “water” carries nobody; write one of: floor, mat,"),
        ("feet on mat", "wings on mat", "26: figure.keyframes.hold.rests: “wings” is no part that rests; write one of: back,"),
        (PELVIS, "right_arm: {reach: moon}", "27: figure.keyframes.hold.right_arm.reach: “moon” is no place to reach; write one of: thigh,"),
        ("from: crook_lying", "from: crook_lyin", "21: figure.keyframes.setup.from: “crook_lyin” is no posture and no keyframe above; write one of: standing,"),
    ],
)  # fmt: skip
def test_a_word_of_a_closed_list_is_told_with_the_list(
    folder: Path, old: str, new: str, start: str
) -> None:
    assert [line for line in told(folder, old, new) if line.startswith(start)]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("feet on mat", "feet on chair", "26: figure.keyframes.hold.rests: something rests on the chair, but props has no chair"),
        (PELVIS, "right_arm: {like: up}", "27: figure.keyframes.hold.right_arm.like: “up” is no keyframe above"),
        (PELVIS, "right_arm: {reach: chair_back}", "27: figure.keyframes.hold.right_arm.reach: “chair_back” needs a chair, but props has none"),
        (PELVIS, "right_arm: {reach: left_toes}", "27: figure.keyframes.hold.right_arm: right arm misses its place by 69 cm; bring the body nearer or choose a nearer place"),
        (PELVIS, "pelvis: {pitch: -90, height: 0.8}", "23: figure.keyframes.hold: upper back should rest on the mat but is 71 cm off it"),
        (PELVIS, "pelvis: {pitch: -90, height: 0.03}", "23: figure.keyframes.hold: upper back is 6 cm inside the mat"),
    ],
)  # fmt: skip
def test_a_body_that_cannot_be_is_told_by_the_check_alone(
    folder: Path, old: str, new: str, problem: str
) -> None:
    assert problem in told(folder, old, new)
    file = folder / "exercises" / "stand-tall.yaml"
    assert f"{file}:{problem}" in [str(p) for p in misleading_figures(folder)]
    assert load_catalogue(folder).problems == ()


def test_a_file_without_a_figure_says_so_and_is_no_mistake_of_the_catalogue(folder: Path) -> None:
    file = draw(folder, "")
    read = read_figure(file)

    assert read.film is None
    assert [problem.field for problem in read.problems] == ["figure"]
    assert list(misleading_figures(folder)) == []


def test_a_file_that_is_gone_is_a_problem_and_no_crash(folder: Path) -> None:
    read = read_figure(folder / "exercises" / "nobody.yaml")

    assert (read.exercise, read.film) == (None, None)
    assert "not readable" in read.problems[0].problem


def test_the_words_of_a_figure_stay_as_they_are_in_the_file(folder: Path) -> None:
    exercise = next(e for e in read_folder(folder).contents.exercises if e.id == "stand-tall")

    assert exercise.figure is not None
    assert exercise.figure["props"] == {"mat": True}
    assert type(exercise).__name__ == "Exercise"
