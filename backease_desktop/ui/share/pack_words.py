"""What a pack holds, in words: "3 exercises, 1 routine"."""

from PySide6.QtCore import QCoreApplication

from backease_desktop.core.catalogue.pack import Pack


def counted(pack: Pack) -> str:
    """How many exercises and routines a pack has."""
    exercises, routines = len(pack.exercises), len(pack.routines)
    parts = []
    if exercises:
        one = exercises == 1
        parts.append(_tr("1 exercise") if one else _tr("{n} exercises").format(n=exercises))
    if routines:
        one = routines == 1
        parts.append(_tr("1 routine") if one else _tr("{n} routines").format(n=routines))
    return ", ".join(parts) or _tr("nothing new")


def _tr(text: str) -> str:
    return QCoreApplication.translate("share", text)
