"""What a software centre is told of the program, beside what the program says of itself."""

import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from backease_desktop import __version__
from backease_desktop.own_program import APP_ID

ROOT = Path(__file__).parents[2]
METAINFO = ROOT / "packaging" / "linux" / f"{APP_ID}.metainfo.xml"
PICTURES = "https://raw.githubusercontent.com/backease/backease-desktop/main/"


@pytest.fixture(scope="module")
def told() -> ElementTree.Element:
    return ElementTree.parse(METAINFO).getroot()


def test_its_id_and_entry_are_the_programs(told: ElementTree.Element) -> None:
    assert told.findtext("id") == APP_ID
    assert told.findtext("launchable") == f"{APP_ID}.desktop"
    assert [icon.text for icon in told.iter("icon")] == [APP_ID]


def test_its_newest_release_is_this_version(told: ElementTree.Element) -> None:
    assert next(release.get("version") for release in told.iter("release")) == __version__


def test_each_picture_is_one_of_the_repository(told: ElementTree.Element) -> None:
    pictures = [image.text or "" for image in told.iter("image")]

    assert pictures
    assert [one for one in pictures if not one.startswith(PICTURES)] == []
    missing = [one for one in pictures if not (ROOT / one.removeprefix(PICTURES)).is_file()]
    assert missing == []


def test_the_number_of_exercises_is_that_of_the_catalogue(told: ElementTree.Element) -> None:
    exercises = len(list((ROOT / "catalogue" / "exercises").rglob("*.yaml")))

    assert f"{exercises} exercises" in "".join(told.itertext())


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="needs appstreamcli")
def test_the_validator_of_metainfo_finds_no_fault() -> None:
    run = [str(shutil.which("appstreamcli")), "validate", "--no-net", str(METAINFO)]
    result = subprocess.run(run, capture_output=True, text=True)

    assert result.returncode == 0, result.stdout
