"""What the tests of the editors share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from backease_desktop.ui.look.style import Look
from tests.ui.editor.shown_exercise import Shown


@pytest.fixture
def shown(look: Look, qtbot: QtBot, tmp_path: Path) -> Iterator[Shown]:
    owner = QObject()
    shown = Shown(look, qtbot, tmp_path, owner)
    yield shown
    shown.page.hide()
    owner.deleteLater()
