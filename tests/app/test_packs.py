"""Packs in the whole program: what the window reads of them, it reads once."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from backease_desktop.disk import read_file
from backease_desktop.storage import catalogue_folder, own_packs
from backease_desktop.ui.places import EXERCISES, HOME, MINE
from tests.app.running import Run, prepare
from tests.benchmark.scale import make_packs


def test_a_pack_is_read_once_in_a_run_whatever_is_looked_at(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: Counter[Path] = Counter()

    def reading(file: Path, most: int) -> bytes:
        read[file] += 1
        return read_file(file, most)

    monkeypatch.setattr(catalogue_folder, "read_file", reading)
    monkeypatch.setattr(own_packs, "read_file", reading)
    prepare(tmp_path)
    count = make_packs(tmp_path / "data" / "packs", 1)
    run = Run(qapp, tmp_path, qtbot)
    try:
        run.open()
        for page in (MINE, EXERCISES, HOME, MINE):
            run.window.show_page(page)
        own = run.program.front.backstage.own_routines.drafts
        of_packs = {file: times for file, times in read.items() if tmp_path in file.parents}
    finally:
        run.close()

    assert len(own) == 34
    assert len(of_packs) == count + len(own)
    assert set(of_packs.values()) == {1}
