"""`backease import` and `export`: what others gave is looked into and kept, and given on."""

import json
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage

from backease_desktop.bootstrap.shelf import open_shelf
from tests.cli.running import run

TEXT = """Home exercises for Mrs J
Bird dog 3x10 each side, hold 5 s, daily
Clamshells with band 3x15 each
HS stretch 3x30s L
"""
ID = "from-my-physiotherapist"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "given.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def profile(tmp_path: Path, text: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """A profile with a routine from a physio."""
    folder = str(tmp_path / "profile")
    assert run(capsys, "--profile", folder, "import", str(text))[0] == 0
    return folder


@pytest.fixture
def other(tmp_path: Path) -> str:
    return str(tmp_path / "other")


def timeline(capsys: pytest.CaptureFixture[str], profile: str, routine: str) -> object:
    code, out, _ = run(capsys, "--profile", profile, "timeline", routine, "--json")
    assert code == 0
    return json.loads(out)


def files_in(folder: str) -> Iterator[tuple[str, bytes]]:
    for file in sorted(Path(folder, "data", "packs").rglob("*.yaml")):
        yield file.relative_to(folder).as_posix(), file.read_bytes()


def test_a_text_is_said_as_json_and_nothing_is_kept(
    capsys: pytest.CaptureFixture[str], other: str, text: Path
) -> None:
    code, out, _ = run(capsys, "--profile", other, "import", str(text), "--json")
    read = json.loads(out)

    assert code == 0
    assert read[0]["ignored"]
    assert read[1] | {"words": 0, "why": 0, "candidates": 0, "name": 0} == {
        "number": 2,
        "line": "Bird dog 3x10 each side, hold 5 s, daily",
        "exercise": "bird-dog",
        "sets": 3,
        "reps": {"min": 10, "max": 10},
        "hold_s": {"min": 5, "max": 5},
        "sides": "each",
        "per_day": 1,
        "per_week": None,
        "unsure": [],
        "unknown": False,
        "ignored": False,
        **{"words": 0, "why": 0, "candidates": 0, "name": 0},
    }
    assert read[2]["unknown"]
    assert not list(files_in(other))


def test_a_text_becomes_a_routine_that_plays(
    capsys: pytest.CaptureFixture[str], profile: str
) -> None:
    laid_out = timeline(capsys, profile, ID)

    assert isinstance(laid_out, dict)
    assert {segment["exercise"] for segment in laid_out["segments"]} - {None} == {
        "bird-dog",
        "clamshells-with-band",
        "hamstring-stretch",
    }


def test_what_is_unsure_is_said_and_left_out(
    capsys: pytest.CaptureFixture[str], other: str, text: Path
) -> None:
    text.write_text("Bridge 3x10\nShoulder rolls x10\n", encoding="utf-8")
    code, out, error = run(capsys, "--profile", other, "import", str(text))

    assert code == 0
    assert "line 2: Shoulder rolls x10: which of these is meant? (shoulder-rolls-" in error
    assert "left out is asked about in the window" in out


def test_a_second_import_stands_beside_the_first_and_changes_none_of_it(
    capsys: pytest.CaptureFixture[str], profile: str, text: Path
) -> None:
    before = dict(files_in(profile))
    code, out, _ = run(capsys, "--profile", profile, "import", str(text))

    assert code == 0
    assert f"--start {ID}-2" in out
    assert before.items() <= dict(files_in(profile)).items()


def test_a_shared_file_gives_the_same_timeline(
    capsys: pytest.CaptureFixture[str], profile: str, other: str, tmp_path: Path
) -> None:
    file = str(tmp_path / "a.backease")
    assert run(capsys, "--profile", profile, "export", ID, "--file", file, "--from", "Anna")[0] == 0
    code, out, _ = run(capsys, "--profile", other, "import", file)

    assert code == 0
    assert "1 exercise, 1 routine, from Anna" in out
    assert timeline(capsys, other, ID) == timeline(capsys, profile, ID)


def test_what_the_person_changed_stays_when_the_file_comes_again(
    capsys: pytest.CaptureFixture[str], profile: str, other: str, tmp_path: Path
) -> None:
    file = str(tmp_path / "a.backease")
    run(capsys, "--profile", profile, "export", ID, "--pack", file)
    run(capsys, "--profile", other, "import", file)
    (changed,) = Path(other, "data").rglob("clamshells-with-band.yaml")
    changed.write_text(changed.read_text().replace("Clamshells with band", "My clams"))
    before = dict(files_in(other))

    code, out, _ = run(capsys, "--profile", other, "import", file)

    assert code == 0
    assert "1 exercise" in out
    assert before.items() <= dict(files_in(other)).items()
    shelf = open_shelf(Path(other))
    assert shelf.problems == ()
    assert {"clamshells-with-band", "clamshells-with-band-2"} <= set(shelf.catalogue.exercises)


def test_the_same_file_a_second_time_brings_nothing(
    capsys: pytest.CaptureFixture[str], profile: str, tmp_path: Path
) -> None:
    file = str(tmp_path / "a.backease")
    run(capsys, "--profile", profile, "export", ID, "--file", file)
    before = dict(files_in(profile))

    assert "all of it is there already" in run(capsys, "--profile", profile, "import", file)[1]
    assert dict(files_in(profile)) == before


def test_the_printed_sheet_is_photographed_and_gives_the_same_timeline(
    capsys: pytest.CaptureFixture[str], profile: str, other: str, tmp_path: Path
) -> None:
    pdf, photo = tmp_path / "sheet.pdf", tmp_path / "photo.png"
    assert run(capsys, "--profile", profile, "sheet", ID, "--pdf", str(pdf))[0] == 0
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=2)
    size = (page.width, page.height, page.stride)
    assert QImage(bytes(page.buffer), *size, QImage.Format.Format_BGR888).save(str(photo))

    code, out, _ = run(capsys, "--profile", other, "import", str(photo))

    assert code == 0
    assert "1 exercise, 1 routine" in out
    assert timeline(capsys, other, ID) == timeline(capsys, profile, ID)


def test_a_code_as_a_picture_is_read_back(
    capsys: pytest.CaptureFixture[str], profile: str, other: str, tmp_path: Path
) -> None:
    picture = str(tmp_path / "code.png")
    assert run(capsys, "--profile", profile, "export", ID, "--qr", picture)[0] == 0
    assert run(capsys, "--profile", other, "import", picture)[0] == 0
    assert timeline(capsys, other, ID) == timeline(capsys, profile, ID)


def test_exercises_of_an_open_collection_are_taken_with_their_licence(
    capsys: pytest.CaptureFixture[str], other: str, tmp_path: Path
) -> None:
    file = tmp_path / "exercises.json"
    entry = {"name": "Band pull apart", "primaryMuscles": ["shoulders"], "equipment": "bands"}
    entry |= {"instructions": ["Pull the band apart slowly in front of you."]}  # type: ignore[dict-item]
    file.write_text(json.dumps([entry, {"primaryMuscles": []}]), encoding="utf-8")

    code, out, error = run(capsys, "--profile", other, "import", str(file))

    assert code == 0
    assert "free-exercise-db: 1 exercise, from free-exercise-db" in out
    assert "exercise 2: name: text is missing" in error
    (taken,) = Path(other, "data").rglob("band-pull-apart.yaml")
    assert "The Unlicense" in taken.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "given.txt: is empty"),
        (b"%PDF-1.7", "given.txt: is a PDF; copy its text and paste that"),
        (b"PK\x03\x04broken", "given.txt: is no whole .backease file"),
        (b"\x89PNG broken", "given.txt: is no picture that can be read"),
        (b"[1, 2", "given.txt:1: not JSON"),
        (b"{}", "given.txt: no exercises of wger or free-exercise-db are in it"),
        (b"a\x00b", "given.txt: is no text; save it as plain text in UTF-8"),
        (b"x" * (300 << 10), "given.txt: larger than 256 KB"),
        (b"Hello there", "no line says clearly which exercise is meant"),
    ],
)
def test_what_cannot_be_brought_in_says_why_in_one_line(
    capsys: pytest.CaptureFixture[str], other: str, text: Path, data: bytes, sentence: str
) -> None:
    text.write_bytes(data)
    code, _, error = run(capsys, "--profile", other, "import", str(text))

    assert code == 1
    assert error.startswith(f"backease: {sentence}")
    assert error.count("\n") == 1
    assert not list(files_in(other))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_as_people_save_it(
    capsys: pytest.CaptureFixture[str], other: str, text: Path, encoding: str
) -> None:
    text.write_bytes("Plank ½ min".encode(encoding))
    out = run(capsys, "--profile", other, "import", str(text), "--json")[1]

    assert json.loads(out)[0]["hold_s"] == {"min": 30, "max": 30}


def test_a_file_that_is_not_there_and_a_routine_that_is_not_say_so(
    capsys: pytest.CaptureFixture[str], other: str, tmp_path: Path
) -> None:
    missing = run(capsys, "--profile", other, "import", str(tmp_path / "none.txt"))
    assert missing[0] == 1
    assert "none.txt: there is no such file" in missing[2]
    unknown = run(capsys, "--profile", other, "export", "nothing", "--file", "x.backease")
    assert unknown[0] == 1
    assert "no routine has the id 'nothing'" in unknown[2]


def test_a_routine_that_is_too_large_for_a_code_says_so_and_its_sheet_has_none(
    capsys: pytest.CaptureFixture[str], other: str, text: Path, tmp_path: Path
) -> None:
    names = ["Clams", "Open books", "Heel slides", "Pallof press", "Nordic curls", "Hip hinges"]
    more = [
        f"{name} number {at} with words of its own 3x{at + 8}" for at in range(8) for name in names
    ]
    text.write_text("\n".join(more), encoding="utf-8")
    run(capsys, "--profile", other, "import", str(text))
    code, _, error = run(
        capsys, "--profile", other, "export", ID, "--qr", str(tmp_path / "large.png")
    )

    assert code == 1
    assert "is too large for a code" in error
    assert not (tmp_path / "large.png").exists()
