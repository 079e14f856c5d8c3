"""The process that reminds without a window loads what it needs, and nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

REMINDING = (
    "bootstrap.kept",
    "bootstrap.program",
    "bootstrap.reminders",
    "bootstrap.window",
    "controllers.reminders",
    "controllers.settings",
    "core.settings",
    "diagnostics.crash",
    "diagnostics.event_log",
    "diagnostics.logs",
    "system.desktop",
    "system.single_instance",
    "ui.look.icons",
    "ui.reminders.reminder_wiring",
    "ui.look.style",
    "ui.reminders.tray",
)
"""What runs from the start at login to the end."""

NOT_NEEDED = {
    "pydantic": "22 MB; it comes with the catalogue",
    "yaml": "it comes with the catalogue",
    "backease_desktop.core.catalogue.catalogue": "it comes with the window",
    "backease_desktop.core.player.player": "it comes with the first session",
    "backease_desktop.ui.main_window": "it comes with the window",
    "backease_desktop.system.notify.bus": "it comes with the first call",
    "backease_desktop.system.keep_awake.screen_awake": "it comes with the first session",
    "backease_desktop.system.media": "it comes with the first session",
    "backease_desktop.system.shortcuts": "it comes with a call of somebody who wants such keys",
    "backease_desktop.core.shortcut": "it comes with the first call",
    "backease_desktop.system.wire.dbus_served": "it comes with the first session",
    "backease_desktop.core.policy": "nearly nobody belongs to an organisation that sets anything",
    "backease_desktop.storage.policy_files": "as core.policy",
    "backease_desktop.storage.governed_file": "as core.policy",
    "backease_desktop.storage.shared_packs": "as core.policy",
    "backease_desktop.storage.minisign": "as core.policy",
    "plistlib": "it comes with managed preferences",
    "xml": "it comes with the first session",
    "backease_desktop.speech": "it comes with the first session",
    "backease_desktop.audio": "it comes with the first session",
    "PySide6.QtNetwork": "3 MB; it comes with another start, or a command",
    "asyncio": "",
    "email": "5 MB; it comes with the version report, by importlib.metadata",
    "hashlib": "3 MB; it brings OpenSSL",
    "logging.handlers": "2 MB; it brings pickle, queues and sockets",
    "multiprocessing": "",
    "sqlite3": "",
    "subprocess": "",
    "unittest": "",
    "zoneinfo": "the system's own zone is asked for instead",
}


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """What a fresh interpreter has loaded for all of it, beside what a bare tray program has."""
    modules = [f"backease_desktop.{name}" for name in REMINDING]
    program = (
        "import importlib, sys, PySide6.QtWidgets; bare = set(sys.modules); "
        f"[importlib.import_module(m) for m in {modules!r}]; print(*set(sys.modules) - bare)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_what_reminds_is_loaded(loaded: set[str]) -> None:
    assert {f"backease_desktop.{name}" for name in REMINDING} <= loaded


@pytest.mark.parametrize("name", NOT_NEEDED)
def test_a_process_without_a_window_does_without(loaded: set[str], name: str) -> None:
    assert name not in loaded, NOT_NEEDED[name]
