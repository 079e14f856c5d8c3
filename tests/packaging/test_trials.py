"""The trials of what was built: what they say where they cannot be made."""

import os
import sys
from pathlib import Path

import pytest
from bundle import bare_roots

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="systems of Debian")


def test_a_trial_that_cannot_be_made_is_no_failed_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DEBIAN_MIRROR", f"file://{tmp_path}/nothing")

    assert bare_roots.main([str(tmp_path / "one.deb"), "bookworm"]) == 2

    said = capsys.readouterr().out
    assert said.startswith("bookworm: cannot be tried here: ")
    assert ("debootstrap" in said) is (os.geteuid() == 0)


def test_a_trial_of_nothing_says_how_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert bare_roots.main([]) == 2

    assert "bare_roots.py dist/" in capsys.readouterr().out
