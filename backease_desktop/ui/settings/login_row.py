"""What the system does for the program, in the settings: the start at login, the menu entry."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.controllers.ports import Autostart, SystemSwitch
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.settings.system_row import SystemRow


class LoginRow(SystemRow):
    """Whether the program starts with the computer."""

    def __init__(self, look: Look, why_not: str = "", parent: QWidget | None = None) -> None:
        name = self.tr("Start with the computer")
        note = self.tr("In the background, so that you are reminded from the start.")
        super().__init__(look, name, note, why_not, parent)


class MenuRow(SystemRow):
    """Whether the program is in the applications menu, where no package has put it there."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        name = self.tr("In the applications menu")
        note = self.tr("With its icon, so that you need no terminal to open it.")
        super().__init__(look, name, note, "", parent)


def login_row(look: Look, autostart: Autostart) -> LoginRow:
    """The row, held together with the system's way of starting programs."""
    row = LoginRow(look, autostart.why_not)
    row.join(autostart)
    return row


def system_rows(look: Look, autostart: Autostart, menu: SystemSwitch | None) -> QWidget:
    """Both rows; without the menu's where it has the program anyway, or is none of ours."""
    rows = QWidget()
    column = QVBoxLayout(rows)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    column.addWidget(login_row(look, autostart))
    if menu is not None and not menu.why_not:
        row = MenuRow(look)
        row.join(menu)
        column.addWidget(row)
    return rows
