"""Asking the person for a file or a folder, in the dialog that their system has for it."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def file_to_write(parent: QWidget, title: str, name: str) -> Path | None:
    """Where something is to be written; None if the person thinks better of it.

    Args:
        parent: the widget that asks.
        title: what it is about.
        name: the name that is suggested, with its ending.
    """
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name))
    return Path(chosen) if chosen else None


def file_to_read(parent: QWidget, title: str, kinds: str) -> Path | None:
    """A file that is to be read; `kinds` in Qt's words: "History (*.json)"."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(Path.home()), kinds)
    return Path(chosen) if chosen else None


def folder_to_use(parent: QWidget, title: str) -> Path | None:
    """A folder."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(Path.home()))
    return Path(chosen) if chosen else None
