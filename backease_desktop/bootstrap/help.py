"""Help, with all that it tells of this installation: safety, sources, versions, licences."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from backease_desktop.storage.paths import bundled
from backease_desktop.storage.safety_file import load_safety

if TYPE_CHECKING:
    from backease_desktop.bootstrap.front import Front
    from backease_desktop.core.safety import Safety


def help_of(front: "Front") -> QWidget:
    """The page."""

    def licences(names: Collection[str]) -> str:
        # Loaded for the page alone, as what follows: they bring a parser of e-mail along, 5 MB.
        from backease_desktop.diagnostics.licence_texts import licence_texts

        return licence_texts(bundled("resources"), names)

    def versions() -> str:
        # Loaded for the page alone.
        from backease_desktop.diagnostics import report

        return report.versions()

    # Loaded for the page alone: the welcome takes what is told of risk, and no catalogue.
    from backease_desktop.ui.help.help_wires import help_page

    catalogue, window = front.shelf.catalogue, front.window
    return help_page(
        front.look,
        lambda: safety(front),
        catalogue,
        versions,
        licences,
        window.show_keys,
        window.stack,
    )


def safety(front: "Front") -> "Safety":
    """What is told of risk, by the welcome and by help."""
    return load_safety(bundled("catalogue") / "safety.yaml", front.cache)
