"""The palette of figures for each theme."""

from backease_desktop.core.settings import Theme
from backease_desktop.ui.figure.colours import DARK, HIGH_CONTRAST, LIGHT

PALETTES = {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.CONTRAST: HIGH_CONTRAST}
"""The system's theme is one of these, and has none of its own."""
