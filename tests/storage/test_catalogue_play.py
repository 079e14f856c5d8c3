"""Routines of packs are laid out once: none that cannot be played, or takes days, gets further."""

import os
import random
import shutil
from pathlib import Path

import pytest

from backease_desktop.core.wording import Wording
from backease_desktop.storage import catalogue_play
from backease_desktop.storage.catalogue_files import Loaded, load_catalogue
from backease_desktop.storage.wording_files import load_wording
from tests.storage.test_catalogue_files import EXERCISE, ROUTINE, SOURCES, lines, written

WORDING = load_wording(Path(__file__).parents[2] / "catalogue" / "wording")
STEP = "  - {exercise: stand-tall, prescription: clinic}\n"


@pytest.fixture
def nothing(tmp_path: Path) -> Path:
    """A shipped catalogue with nothing in it."""
    (tmp_path / "shipped" / "exercises").mkdir(parents=True)
    return tmp_path / "shipped"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return written(tmp_path / "pack")


def loaded_with(shipped: Path, pack: Path, wording: Wording = WORDING) -> Loaded:
    return load_catalogue(shipped, [pack], wording=wording)


def told(shipped: Path, pack: Path) -> list[str]:
    return [line for line in lines(loaded_with(shipped, pack), pack) if "no exercises/" not in line]


def test_a_pack_that_can_be_played_is_there(nothing: Path, pack: Path) -> None:
    assert told(nothing, pack) == []
    assert "standing" in loaded_with(nothing, pack).catalogue.routines


def test_a_routine_of_days_is_told_and_its_pack_left_out(nothing: Path, pack: Path) -> None:
    long = EXERCISE.replace("{min: 10, max: 20}", "1500")
    (pack / "exercises/stand-tall.yaml").write_text(long, encoding="utf-8")
    (pack / "routines/standing.yaml").write_text(ROUTINE + 8 * STEP, encoding="utf-8")

    assert told(nothing, pack) == [
        f"routines{os.sep}standing.yaml:4: steps: takes 226 minutes at its fullest; "
        "a routine may take 180"
    ]
    assert not loaded_with(nothing, pack).catalogue.routines


def test_the_routines_of_a_pack_are_laid_out_for_so_long_and_no_longer(
    nothing: Path, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue_play, "LONGEST_PACK_S", 90)
    for number in range(5):
        routine = ROUTINE.replace("id: standing", f"id: standing-{number}")
        (pack / f"routines/standing-{number}.yaml").write_text(routine, encoding="utf-8")

    assert told(nothing, pack) == [
        f"routines{os.sep}standing-1.yaml:4: steps: takes 2 minutes at its fullest; "
        "all routines together may take 1"
    ]


def test_a_routine_that_cannot_be_laid_out_is_told(nothing: Path, pack: Path) -> None:
    lost = WORDING.with_(rest="{nobody}")
    sets = EXERCISE.replace("hold_s: {min: 10, max: 20}", "hold_s: 10\n    sets: 2")
    (pack / "exercises/stand-tall.yaml").write_text(sets, encoding="utf-8")

    problems = loaded_with(nothing, pack, lost).problems

    assert any("steps: cannot be laid out in time (KeyError: 'nobody')" in str(p) for p in problems)
    assert not loaded_with(nothing, pack, lost).catalogue.routines


@pytest.mark.parametrize("seed", range(int(os.environ.get("BACKEASE_FUZZED_FILES", "80"))))
def test_no_damage_to_the_files_of_a_pack_stops_a_start(
    nothing: Path, pack: Path, seed: int
) -> None:
    """`BACKEASE_FUZZED_FILES=5000` damages so many, each in another way."""
    chance = random.Random(seed)
    files = {"exercises/stand-tall": EXERCISE, "routines/standing": ROUTINE, "sources": SOURCES}
    name, text = chance.choice(list(files.items()))
    (pack / f"{name}.yaml").write_bytes(damaged(text, chance))

    loaded = loaded_with(nothing, pack)

    for problem in loaded.problems:
        assert str(problem).isprintable()
    assert set(loaded.catalogue.routines) <= {"standing"}
    assert bool(loaded.catalogue.routines) == (told(nothing, pack) == [])
    shutil.rmtree(pack)


def damaged(text: str, chance: random.Random) -> bytes:
    """A file with one to four kinds of damage."""
    data = text.encode()
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(8):
            case 0:
                data = data[:at] + bytes(chance.randrange(256) for _ in range(5)) + data[at:]
            case 1:
                data = data[:at] + data[at + chance.randrange(40) :]
            case 2:
                data = data[:at] + data[at : at + 60] * chance.choice((2, 50, 3000)) + data[at:]
            case 3:
                number = str(chance.choice((0, -1, 10**9, 10**18, 1e308, ".nan", ".inf", "0x7f")))
                data = data.replace(chance.choice((b"10", b"20")), number.encode())
            case 4:
                lines_ = data.splitlines(keepends=True)
                chance.shuffle(lines_)
                data = b"".join(lines_)
            case 5:
                sign = chance.choice(("\u202e", "\x1b", "\0", "\n", "\t", "\u2028", "é", "𝕏"))
                data = data[:at] + sign.encode() + data[at:]
            case 6:
                data = data.replace(
                    b": ", chance.choice((b": [", b": {", b": &a ", b": *a ", b":"))
                )
            case _:
                data = data[:at] + chance.choice((b"[", b"{a: ", b"- ", b"? ")) * 2000
    return data
