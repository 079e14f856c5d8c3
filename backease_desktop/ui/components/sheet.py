"""A question over a page: a few answers, each with its key; the page waits for one of them.

What it says may be higher than the page, in large type: then it scrolls with the answers.
"""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backease_desktop.ui.components.button import Button, Kind
from backease_desktop.ui.components.card import Card
from backease_desktop.ui.components.choice import Choice
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.scroll import Scroll
from backease_desktop.ui.components.turning_row import TurningRow
from backease_desktop.ui.components.veil import Veil
from backease_desktop.ui.look.style import Look

WIDTH = 420
WIDE = 900
ROOMY = 520
"""Height from which on a question may be said in the largest type."""
EDGE = 2
"""Of the card, around what scrolls in it."""
NARROWEST_BESIDE = 720
"""Width from which on something has room beside the answers."""


@runtime_checkable
class TakesKeys(Protocol):
    """Something in a question that keys of its own are for, such as digits."""

    def take_key(self, key: int) -> bool:
        """Do what a key asks for; False if it is not for this."""


@dataclass(frozen=True, slots=True)
class Option:
    """An answer.

    Attributes:
        name: what `chosen` says; text: on its button.
        kind: of the button; the first option has the focus.
        keys: that choose it, beside Enter and Space on its button; cap: the one that is shown.
        icon: before its words.
        note: what comes of it, in a second line.
        is_beside: it stands beside the option before it, not below.
        is_waiting: it is no answer yet: the question stays, and nothing is said.
    """

    name: str
    text: str
    kind: Kind = Kind.SECONDARY
    keys: tuple[Qt.Key, ...] = ()
    cap: str = ""
    icon: str = ""
    note: str = ""
    is_beside: bool = False
    is_waiting: bool = False


class _Room(Scroll):
    """What scrolls when the question is higher than the page; arrows stay the question's own."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the question."""
        event.ignore()


class Sheet(Veil):
    """The question. It covers its host while it is open, and keeps the focus.

    Args:
        look: the theme and the fonts.
        host: the page that it covers.

    Signals:
        chosen: name of the option; the sheet is closed by then.
        dismissed: the question was taken back by *Escape*, where that is none of its answers.
    """

    chosen = Signal(str)
    dismissed = Signal()

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(look, host)
        self._options: tuple[Option, ...] = ()
        self._buttons: list[Button] = []
        self._head: QWidget | None = None
        self._beside: QWidget | None = None
        self._aside: QWidget | None = None
        self._card: Card | None = None
        self._keeps_beside = False
        self._body = QHBoxLayout()
        self._inside: QWidget | None = None
        self._scroll: _Room | None = None
        self._width = WIDTH

    @property
    def head(self) -> QWidget | None:
        """What stands above the answers."""
        return self._head

    @property
    def options(self) -> tuple[Option, ...]:
        """The answers of the question that is open, or was last."""
        return self._options

    def ask(
        self,
        question: str,
        explanation: str,
        *options: Option,
        aside: QWidget | None = None,
        head: QWidget | None = None,
        beside: QWidget | None = None,
        keeps_beside: bool = False,
        footer: str = "",
    ) -> None:
        """Open with a question.

        Args:
            question: in a few words.
            explanation: a sentence or two, may be empty.
            options: the answers; the first one has the focus.
            aside: stands at the far end of the question's line, where there is room.
            head: stands above the answers; may take keys that are no answer (`TakesKeys`).
            beside: stands beside the answers where there is room; the sheet owns it from now on.
            keeps_beside: where there is no room beside them, that stands below the answers.
            footer: small words below the answers.
        """
        if self._card is not None:
            self._card.setParent(None)
            self._card.deleteLater()
        self._options = options
        self._card = card = Card(self._look, parent=self)
        self._width = WIDTH if head is None and beside is None else WIDE
        self._head, self._beside, self._aside = head, beside, aside
        self._keeps_beside = keeps_beside
        self._inside = inside = QWidget()
        around = QVBoxLayout(card)
        around.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._scroll = _Room(inside)
        inside.installEventFilter(self)
        around.addWidget(self._scroll)
        column = QVBoxLayout(inside)
        side = 12 if self._look.is_narrow else 26
        column.setContentsMargins(side, 22, side, 22)
        column.setSpacing(8)
        first = QHBoxLayout()
        first.addWidget(Label(question, self._question_size(), wraps=True), 1)
        if aside is not None:
            first.addWidget(aside, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(first)
        if explanation:
            column.addWidget(Label(explanation, "body", "muted", wraps=True))
        if head is not None:
            column.addWidget(head)
        column.addSpacing(8)
        self._body = body = QHBoxLayout()
        body.setSpacing(16)
        if beside is not None:
            body.addWidget(beside, 2)
        answers = QVBoxLayout()
        answers.setSpacing(8)
        body.addLayout(answers, 3)
        column.addLayout(body)
        self._buttons = []
        row = TurningRow(self._look, 8)
        for option in options:
            button = self._button(option)
            button.clicked.connect(lambda _checked=False, name=option.name: self.choose(name))
            # Space on the focused *End* must not end where Space is said to keep going.
            button.leave_keys(*(key for other in options for key in other.keys))
            if not option.is_beside:
                row = TurningRow(self._look, 8)
                answers.addLayout(row)
            row.addWidget(button, 1)
            self._buttons.append(button)
        if footer:
            answers.addWidget(Label(footer, "small", "muted", wraps=True))
        answers.addStretch(1)
        self.setAccessibleName(question)
        self.setAccessibleDescription(explanation)
        card.show()
        self._place()
        self.show()
        self.raise_()
        self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def choose(self, name: str) -> None:
        """Answer and close."""
        waits = any(option.is_waiting for option in self._options if option.name == name)
        if self.is_open and not waits:
            self.close_quietly()
            self.chosen.emit(name)

    def choose_by(self, key: Qt.Key) -> bool:
        """Answer by a key, or take the question back by *Escape*; whether it did either."""
        name = next((option.name for option in self._options if key in option.keys), None)
        if name is not None:
            self.choose(name)
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        return name is not None or key == Qt.Key.Key_Escape

    def dismiss(self) -> None:
        """Take the question back, unanswered."""
        if self.is_open:
            self.close_quietly()
            self.dismissed.emit()

    def close_quietly(self) -> None:
        """Close without an answer."""
        had_focus = self.isAncestorOf(self._host.window().focusWidget() or self._host)
        self.hide()
        if had_focus:
            self._host.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by key; *Escape* takes the question back; every other key ends here."""
        if event.isAutoRepeat():
            return
        if self.choose_by(Qt.Key(event.key())):
            return
        head: object = self._head
        if isinstance(head, TakesKeys) and head.take_key(event.key()):
            return
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self._move(step)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the answer that has the focus in sight when the question gets its true height."""
        if watched is self._inside and event.type() == QEvent.Type.Resize and self._scroll:
            self._scroll.show_focused()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab stays inside."""
        self._move(1 if is_next else -1)
        return True

    def _move(self, step: int) -> None:
        here = self._host.window().focusWidget()
        focused = [i for i, button in enumerate(self._buttons) if button is here]
        place = (focused[0] + step) % len(self._buttons) if focused else 0
        self._buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _question_size(self) -> str:
        """Large only where it takes no room from the answers."""
        is_roomy = self._host.height() >= self._look.theme.px(ROOMY)
        return "title" if self._width == WIDE and is_roomy else "heading"

    def _button(self, option: Option) -> Button:
        if option.note:
            return Choice(
                self._look, option.text, option.note, option.kind, option.cap, option.icon
            )
        return Button(self._look, option.text, option.kind, option.cap, option.icon)

    def _place(self) -> None:
        super()._place()
        if self._card is None or self._inside is None:
            return
        width = min(self._look.theme.px(self._width), self.width() - 32)
        is_wide = width >= self._look.theme.px(NARROWEST_BESIDE)
        directions = QHBoxLayout.Direction
        self._body.setDirection(directions.LeftToRight if is_wide else directions.BottomToTop)
        if self._beside is not None:
            self._beside.setVisible(is_wide or self._keeps_beside)
        if self._aside is not None:
            self._aside.setVisible(is_wide)
        layout = self._inside.layout()
        assert layout is not None
        least = layout.minimumSize().width() + 2 * EDGE
        width = max(width, min(least, self.width()))
        inner = layout.heightForWidth(width - 2 * EDGE)
        needed = max(inner, layout.sizeHint().height() if inner < 0 else inner) + 2 * EDGE
        height = min(needed, self.height())
        self._card.setGeometry(
            (self.width() - width) // 2, (self.height() - height) // 2, width, height
        )
