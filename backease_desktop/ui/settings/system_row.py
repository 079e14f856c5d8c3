"""A switch for the system's own state: whether it does something for this program.

Rules:
1. It is no setting of ours. The desktop's settings may change it too, so it is read whenever the
   row comes into sight and whenever the window has become the active one.
2. A press is a wish: the switch shows what was asked for until the system
   answers, and goes back when the system refuses.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from backease_desktop.controllers.ports import SystemSwitch
from backease_desktop.ui.components.fields import Switch
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.look.style import Look


class SystemRow(QWidget):
    """The row.

    Args:
        look: the theme and the fonts.
        name: what the system does.
        note: what that is good for.
        why_not: why this system cannot, if it cannot: the switch is then out of use.

    Signals:
        enabled_chosen: carries whether the system is to do it.
        state_requested: the state of the system is to be shown, by `show_enabled`.
    """

    enabled_chosen = Signal(bool)
    state_requested = Signal()

    def __init__(
        self, look: Look, name: str, note: str, why_not: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = note
        self._why_not = why_not
        self._known: bool | None = None
        self.switch = Switch(look, name)
        self.switch.setEnabled(not why_not)
        self.switch.clicked.connect(self._on_switch_clicked)
        self._note = Label("", "small", "muted", wraps=True)
        self._trouble = Label("", "small", "danger", wraps=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(Label(name, is_strong=True, wraps=True), 0, 0)
        grid.addWidget(self._note, 1, 0)
        grid.addWidget(self._trouble, 2, 0)
        grid.addWidget(self.switch, 0, 1, 3, 1, Qt.AlignmentFlag.AlignVCenter)
        self._say("")
        self.show_enabled(None if not why_not else False)

    @property
    def note(self) -> str:
        """What it says beneath its name."""
        return self._note.text()

    @property
    def trouble(self) -> str:
        """What was refused, in words."""
        return self._trouble.text()

    def show_enabled(self, enabled: bool | None) -> None:
        """Show the system's state; one that cannot be told is shown as off, and said."""
        self._known = enabled
        self.switch.setChecked(bool(enabled))
        if self._why_not:
            words = self.tr("Not here: {why}.").format(why=self._why_not)
        elif enabled is None:
            words = self.tr("Your desktop does not tell whether it is on. It may ask you first.")
        else:
            words = self._words
        self._note.setText(words)
        self.switch.setAccessibleDescription(words)

    def show_refusal(self, why: str) -> None:
        """Say why it stays as it was, and show that."""
        self.show_enabled(self._known)
        self._say(self.tr("It stays as it was: {why}.").format(why=why.rstrip(".")))

    def event(self, event: QEvent) -> bool:
        """Ask for the state when the row comes into sight, and when the person comes back."""
        if event.type() == QEvent.Type.Show:
            self._say("")
            self.state_requested.emit()
        elif event.type() == QEvent.Type.WindowActivate:
            self.state_requested.emit()
        return super().event(event)

    def _on_switch_clicked(self) -> None:
        self._say("")
        self.enabled_chosen.emit(self.switch.isChecked())

    def _say(self, trouble: str) -> None:
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))

    def join(self, system: SystemSwitch) -> None:
        """Hold it together with what the system does."""
        self.state_requested.connect(lambda: self.show_enabled(system.enabled()))
        self.enabled_chosen.connect(system.set_enabled)
        system.changed.connect(self.show_enabled)
        system.refused.connect(self.show_refusal)
