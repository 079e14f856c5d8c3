"""How much can be done, in words."""

from PySide6.QtCore import QCoreApplication

from backease_desktop.core.catalogue.words import DoseLevel


def effort_options() -> list[tuple[object, str, str]]:
    """How much can be done, as a choice: value, words, no icon."""
    return [
        (DoseLevel.GENTLE, _tr("Gentle"), ""),
        (DoseLevel.STANDARD, _tr("Normal"), ""),
        (DoseLevel.FULL, _tr("Full"), ""),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("doses", text)
