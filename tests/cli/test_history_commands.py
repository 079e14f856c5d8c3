"""`backease history` and `backease journal`."""

import csv
import io
import json
from pathlib import Path

import pytest

from backease_desktop.core.journal.entries import Entry
from backease_desktop.storage.own_journal import OwnJournal
from tests.cli.running import run
from tests.core.journal.test_exports import told
from tests.fakes.journal import OTHER_DEVICE, FakeNow


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A profile into which another device has written two sessions."""
    entries: list[Entry] = list(told().entries())
    own = OwnJournal(tmp_path / "profile" / "data" / "journal", OTHER_DEVICE, FakeNow())
    own.bring_in(entries)
    return tmp_path / "profile"


def test_sessions_are_listed_with_what_was_done(
    capsys: pytest.CaptureFixture[str], profile: Path
) -> None:
    code, out, err = run(capsys, "--profile", str(profile), "history", "list")

    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "2026-11-17 09:30  On the mat, 5 min, hurt, 1 of 2 exercises",
        "2026-11-18 09:30  On the mat, 5 min, hurt, 1 of 2 exercises",
    ]


def test_a_table_from_a_day_on_goes_into_a_file(
    capsys: pytest.CaptureFixture[str], profile: Path, tmp_path: Path
) -> None:
    out_file = tmp_path / "history.csv"
    words = ["export", "--format", "csv", "--since", "2026-11-18", "--out", str(out_file)]

    code, out, _ = run(capsys, "--profile", str(profile), "history", *words)

    assert (code, out) == (0, f"1 session in {out_file}\n")
    rows = list(csv.DictReader(io.StringIO(out_file.read_text("utf-8"))))
    assert [row["date"] for row in rows] == ["2026-11-18"]


def test_what_one_profile_exports_another_imports_once(
    capsys: pytest.CaptureFixture[str], profile: Path, tmp_path: Path
) -> None:
    first = str(tmp_path / "history.json")
    other = str(tmp_path / "other")
    run(capsys, "--profile", str(profile), "history", "export", "--out", first)

    code, out, err = run(capsys, "--profile", other, "history", "import", first)
    assert (code, out, err) == (0, "12 entries are new, 0 were known\n", "")
    assert run(capsys, "--profile", other, "history", "import", first)[1].startswith("0 entries")

    second = run(capsys, "--profile", other, "history", "export")[1]
    assert json.loads(second) == json.loads(Path(first).read_text("utf-8"))
    assert run(capsys, "--profile", other, "journal", "check")[0] == 0


@pytest.mark.parametrize("kind", ["ics", "fhir"])
def test_calendars_and_bundles_are_printed(
    capsys: pytest.CaptureFixture[str], profile: Path, kind: str
) -> None:
    if kind == "ics":
        pytest.importorskip("icalendar")

    code, out, _ = run(capsys, "--profile", str(profile), "history", "export", "--format", kind)

    assert code == 0
    assert "55411-3" in out if kind == "fhir" else out.count("BEGIN:VEVENT") == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["history", "export", "--format", "fit"], "needs --out FILE"),
        (["history", "import"], "needs a file"),
        (["history", "list", "x.json"], "takes no file"),
        (["history", "import", "nowhere.json"], "nowhere.json: No such file"),
    ],
)
def test_what_is_missing_is_said_in_a_line(
    capsys: pytest.CaptureFixture[str], profile: Path, words: list[str], said: str
) -> None:
    code, _, err = run(capsys, "--profile", str(profile), *words)

    assert code == 1
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [("{", ":1: "), ('{"entries": 3}', "should be a history"), ("[]", ":1: ")],
)
def test_a_file_that_is_no_history_is_refused(
    capsys: pytest.CaptureFixture[str], profile: Path, tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "bad.json").write_text(text, encoding="utf-8")

    code, _, err = run(
        capsys, "--profile", str(profile), "history", "import", str(tmp_path / "bad.json")
    )

    assert code == 1
    assert said in err


def test_a_broken_line_is_found_with_its_place(
    capsys: pytest.CaptureFixture[str], profile: Path
) -> None:
    file = next((profile / "data" / "journal").glob("*/*.jsonl"))
    file.write_bytes(file.read_bytes() + b"nonsense\n")

    code, out, err = run(capsys, "--profile", str(profile), "journal", "check")

    assert code == 1
    assert out.splitlines() == [
        "13 lines of 1 device in 1 file",
        "1 broken, 0 torn, 0 of a newer version",
    ]
    assert err == f"{file}:13: is not JSON\n"


def test_no_day_is_wrong_usage(capsys: pytest.CaptureFixture[str], profile: Path) -> None:
    code, _, err = run(capsys, "--profile", str(profile), "history", "list", "--since", "Monday")

    assert code == 2
    assert "write 2026-01-31" in err
