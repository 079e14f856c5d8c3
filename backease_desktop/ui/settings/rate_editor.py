"""How fast the voice speaks: calm or brisk for the natural voice, words a minute for the others."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.core.fields import Field
from backease_desktop.core.voice import RATE_OF, Pace, pace_of
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.settings.field_editors import ChoiceEditor, Chosen, editor_for
from backease_desktop.ui.settings.option_words import option_words


class RateEditor:
    """Two editors of one field, of which the one that fits the voice is seen.

    Args:
        look: the theme.
        field: the rate in words a minute.
        chosen: told the rate that was chosen.
    """

    def __init__(self, look: Look, field: Field, chosen: Chosen) -> None:
        self.pace = ChoiceEditor(look, field.title, chosen)
        self.pace.set_options({RATE_OF[pace]: option_words(pace) for pace in Pace})
        self.rate = editor_for(look, field, chosen)
        self.widget = QWidget()
        column = QVBoxLayout(self.widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pace.widget)
        column.addWidget(self.rate.widget)
        self.widget.setFocusProxy(self.pace.widget)
        self.fit(is_natural=True)

    def show(self, value: int) -> None:
        """Show a rate."""
        self.pace.show(RATE_OF[pace_of(value)])
        self.rate.show(value)

    def fit(self, *, is_natural: bool) -> None:
        """Let the editor be seen that fits the voice."""
        self.pace.widget.setVisible(is_natural)
        self.rate.widget.setVisible(not is_natural)
        self.widget.setFocusProxy(self.pace.widget if is_natural else self.rate.widget)
