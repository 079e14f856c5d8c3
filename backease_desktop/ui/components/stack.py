"""Pages of which one is shown, to the eye and to a screen reader."""

from PySide6.QtWidgets import QStackedWidget


class Stack(QStackedWidget):
    """The pages. Qt's own stack tells a screen reader of all of them."""

    tells_only_front = True
