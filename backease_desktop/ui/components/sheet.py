"""A question over a page: a few answers, each with its key; the page waits for one of them."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.veil import Veil
from backease_desktop.ui.look.style import Look

WIDTH = 420


@dataclass(frozen=True, slots=True)
class Option:
    """An answer.

    Attributes:
        name: what `chosen` says; text: on its button.
        kind: of the button; the first option has the focus.
        keys: that choose it, beside Enter and Space on its button; cap: the one that is shown.
        icon: before its words.
    """

    name: str
    text: str
    kind: Kind = Kind.SECONDARY
    keys: tuple[Qt.Key, ...] = ()
    cap: str = ""
    icon: str = ""


class Sheet(Veil):
    """The question. It covers its host while it is open, and keeps the focus.

    Args:
        look: the theme and the fonts.
        host: the page that it covers.

    Signals:
        chosen: name of the option; the sheet is closed by then.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(look, host)
        self._options: tuple[Option, ...] = ()
        self._buttons: list[Button] = []
        self._card: Card | None = None

    @property
    def options(self) -> tuple[Option, ...]:
        """The answers of the question that is open, or was last."""
        return self._options

    def ask(self, question: str, explanation: str, *options: Option) -> None:
        """Open with a question."""
        if self._card is not None:
            self._card.setParent(None)
            self._card.deleteLater()
        self._options = options
        self._card = card = Card(self._look, parent=self)
        column = QVBoxLayout(card)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(8)
        column.addWidget(Label(question, "heading", wraps=True))
        if explanation:
            column.addWidget(Label(explanation, "body", "muted", wraps=True))
        column.addSpacing(8)
        self._buttons = []
        for option in options:
            button = Button(self._look, option.text, option.kind, option.cap, option.icon)
            button.clicked.connect(lambda _checked=False, name=option.name: self.choose(name))
            # Space on the focused *End* must not end where Space is said to keep going.
            button.leave_keys(*(key for other in options for key in other.keys))
            column.addWidget(button)
            self._buttons.append(button)
        self.setAccessibleName(question)
        self.setAccessibleDescription(explanation)
        card.show()
        self._place()
        self.show()
        self.raise_()
        self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def choose(self, name: str) -> None:
        """Answer and close."""
        if self.is_open:
            self.close_quietly()
            self.chosen.emit(name)

    def close_quietly(self) -> None:
        """Close without an answer."""
        had_focus = self.isAncestorOf(self._host.window().focusWidget() or self._host)
        self.hide()
        if had_focus:
            self._host.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by key; every other key ends here."""
        for option in self._options:
            if event.key() in option.keys and not event.isAutoRepeat():
                self.choose(option.name)
                return
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self._move(step)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab stays inside."""
        self._move(1 if is_next else -1)
        return True

    def _move(self, step: int) -> None:
        here = self._host.window().focusWidget()
        focused = [i for i, button in enumerate(self._buttons) if button is here]
        place = (focused[0] + step) % len(self._buttons) if focused else 0
        self._buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _place(self) -> None:
        super()._place()
        if self._card is None:
            return
        width = min(self._look.theme.px(WIDTH), self.width() - 32)
        width = max(width, min(self._card.minimumSizeHint().width(), self.width()))
        height = self._card.heightForWidth(width)
        height = min(
            max(height, self._card.sizeHint().height() if height < 0 else height), self.height()
        )
        self._card.setGeometry(
            (self.width() - width) // 2, (self.height() - height) // 2, width, height
        )
