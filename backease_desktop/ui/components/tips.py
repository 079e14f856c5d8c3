"""Words in tooltips: shown as they are, whoever has written them.

Qt takes a tooltip for HTML where it looks like it, and an `<img>` in the name of a pack's exercise
would be loaded then.
"""

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """The text of a tooltip that shows these words, and nothing else."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text
