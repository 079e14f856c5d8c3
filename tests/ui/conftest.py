"""What every test of the screen stands on: a look of its own, and the icons of the repository."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from backease_desktop.core.settings import Theme as ThemeChoice
from backease_desktop.ui.look.icons import Icons
from backease_desktop.ui.look.style import Look

ICONS = Path(__file__).parents[2] / "resources" / "icons"


@pytest.fixture
def icons() -> Icons:
    return Icons(ICONS)


@pytest.fixture
def look(qapp: QApplication, icons: Icons) -> Iterator[Look]:
    look = Look(qapp, icons)
    look.choose(ThemeChoice.LIGHT)
    yield look
    look.choose(ThemeChoice.SYSTEM)
    shiboken6.delete(look)
