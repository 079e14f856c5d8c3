"""Help, with all that it tells of this installation: safety, sources, versions, licences."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from backease_desktop.storage.paths import bundled
from backease_desktop.storage.safety_file import load_safety
from backease_desktop.ui.help.help_wires import help_page

if TYPE_CHECKING:
    from backease_desktop.bootstrap.front import Front
    from backease_desktop.core.safety import Safety


def help_of(front: "Front") -> QWidget:
    """The page."""
    # Loaded for the page alone: they bring a parser of e-mail along, 5 MB.
    from backease_desktop.diagnostics.licence_texts import licence_texts
    from backease_desktop.diagnostics.report import versions

    licences = partial(licence_texts, bundled("resources"))
    catalogue, show_keys = front.shelf.catalogue, front.window.show_keys
    return help_page(front.look, safety(front), catalogue, versions, licences, show_keys)


def safety(front: "Front") -> "Safety":
    """What is told of risk, by the welcome and by help."""
    return load_safety(bundled("catalogue") / "safety.yaml", front.cache)
