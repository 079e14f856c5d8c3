"""The type of our files on a Linux desktop: ours is known by its name and by its beginning."""

import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from backease_desktop.core.catalogue.manifest import MIME_TYPE, SUFFIX
from backease_desktop.storage.backease_file import backease_bytes
from backease_desktop.system.file_type import FILE, TYPE, XML, tell_desktop
from backease_desktop.system.menu import menu_entry
from tests.core.catalogue.test_pack import PACK

_NS = "{http://www.freedesktop.org/standards/shared-mime-info}"


def test_the_type_is_that_of_the_files_and_the_entry_opens_it() -> None:
    (kind,) = ElementTree.fromstring(XML.encode()).iter(f"{_NS}mime-type")
    (glob,) = kind.iter(f"{_NS}glob")

    assert TYPE == MIME_TYPE == kind.attrib["type"]
    assert glob.attrib["pattern"] == f"*{SUFFIX}"
    assert f"MimeType={TYPE};" in menu_entry(("backease",))


def test_a_file_of_ours_begins_as_the_type_says() -> None:
    inner = list(ElementTree.fromstring(XML.encode()).iter(f"{_NS}match"))[-1]
    data = backease_bytes(PACK, "Standing", None)
    said = inner.attrib["value"].encode()

    assert data[int(inner.attrib["offset"]) :].startswith(said)


def test_a_desktop_that_cannot_be_told_is_no_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    tell_desktop(tmp_path)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(shutil.which("update-mime-database") is None, reason="no such database here")
def test_the_desktop_knows_the_type_afterwards(tmp_path: Path) -> None:
    file = tmp_path / FILE
    file.parent.mkdir(parents=True)
    file.write_text(XML, encoding="utf-8")
    tell_desktop(tmp_path)

    assert "*.backease" in (tmp_path / "mime" / "globs2").read_text(encoding="utf-8")
