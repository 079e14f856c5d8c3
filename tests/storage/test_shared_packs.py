"""Packs for everybody: read as they are, or only as they were signed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from backease_desktop.core.policy import SharedPacks
from backease_desktop.storage.shared_packs import SIGNATURE, SUMS, shared_packs

KEY = "RWQlW49NECr0FQksCThrM0K7gcXWDnKEr3vQjiHSsku8uNsXE52jW54I"
LIST = """37b128c59f1f5097f73f82691cb519f1f568667faab5ced1b4ab979d36837eae  sources.yaml
d4eed209fa44e2eb45f5dbe26726d1985cef0bc7b9a2c923a8d7e8003662234e  routines/short.yaml
"""
SIGNED = """untrusted comment: signature from minisign secret key
RUQlW49NECr0FenXkB2OS5NjNLYHofFBx4YCVBYlKfSZxamtcmclZyJXv6a20V+TR4R9gTJ7DCSRdtOzj/5hBXkjAK90QFOFHQI=
trusted comment: pack
r8hfIYtQrjXqSY96Vby3EJ/F+HIZVdYx8Y7mRjM5FjToeXCq2TnTbDQDQ4CQw56KzfCtkQd0CORc0m4lMzHUBw==
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The pack that was signed."""
    pack = tmp_path / "shared" / "office"
    (pack / "routines").mkdir(parents=True)
    (pack / "sources.yaml").write_text("a: 1\n")
    (pack / "routines" / "short.yaml").write_text("b: 2\n")
    (pack / SUMS).write_text(LIST)
    (pack / SIGNATURE).write_text(SIGNED)
    return pack


def read(pack: Path, signed_by: str | None = KEY) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    return shared_packs(SharedPacks(str(pack.parent), signed_by, "policies.json"))


def test_a_pack_as_it_was_signed_is_read(pack: Path) -> None:
    assert read(pack) == ((pack,), ())


SPOILS: dict[str, Callable[[Path], object]] = {
    "a file was changed": lambda pack: (pack / "sources.yaml").write_text("a: 2\n"),
    "a file was added": lambda pack: (pack / "routines" / "more.yaml").write_text(""),
    "a file has gone": lambda pack: (pack / "sources.yaml").unlink(),
    "the list was changed": lambda pack: (pack / SUMS).write_text(LIST.replace("a", "b", 1)),
    "there is no list": lambda pack: (pack / SUMS).unlink(),
    "there is no signature": lambda pack: (pack / SIGNATURE).unlink(),
    "the signature is none": lambda pack: (pack / SIGNATURE).write_bytes(b"\xff" * 500),
}


@pytest.mark.parametrize("what", SPOILS)
def test_a_pack_that_is_not_as_it_was_signed_is_left_out_with_one_sentence(
    pack: Path, what: str
) -> None:
    SPOILS[what](pack)
    packs, (problem,) = read(pack)
    assert packs == ()
    assert problem.startswith(f"{pack}: is left out: ")


def test_without_a_key_every_pack_is_read(pack: Path) -> None:
    (pack / SIGNATURE).unlink()
    assert read(pack, None) == ((pack,), ())


def test_a_key_that_is_none_lets_no_pack_in(pack: Path) -> None:
    packs, (problem,) = read(pack, "RWnonsense")
    assert packs == ()
    assert "signed_by" in problem


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    packs, (problem,) = read(tmp_path / "none" / "office")
    assert packs == ()
    assert problem.startswith(str(tmp_path / "none"))
