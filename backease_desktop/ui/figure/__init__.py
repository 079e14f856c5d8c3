"""Painting the figure: palettes, the painter and the widget that shows it."""
