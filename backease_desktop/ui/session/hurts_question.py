"""The question after *It hurts*: how much, and what comes instead.

Rules:
1. A digit only selects; L says that it runs down the leg or is numb. No answer is fine.
2. Up to 5, Enter takes the easier one; where there is none the next one; on the last exercise the
   end. Space goes on, N is the next one, E the end. Escape goes back to the paused session.
3. From 6 on, or with L, Enter ends, and the signs stand beside it; going on is not offered.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backease_desktop.ui.components.button import Kind
from backease_desktop.ui.components.labels import Label
from backease_desktop.ui.components.pain_scale import PainScale
from backease_desktop.ui.components.sheet import Option, Sheet
from backease_desktop.ui.components.turning_row import TurningRow
from backease_desktop.ui.figure.pill import Pill
from backease_desktop.ui.look.style import Look
from backease_desktop.ui.questions import GO_ON
from backease_desktop.ui.session.hurts_words import place_words, promise
from backease_desktop.ui.session.numb_row import NumbRow

if TYPE_CHECKING:
    from backease_desktop.controllers.hurting import Hurt

Beside = Callable[["Hurt"], QWidget | None]
"""Makes what stands beside the answers: the easier form, or the signs."""


class HurtsHead(QWidget):
    """How much it hurts, and whether it is numb.

    Signals:
        level_told: a number was said, 0 to 10.
        numb_requested: it runs down the leg, or is numb; again, it does not.
    """

    level_told = Signal(int)
    numb_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        name = self.tr("How much does it hurt?")
        self._hint = Label("", "small", "muted", wraps=True)
        self.scale = PainScale(look, name, has_bands=True)
        self.numb = NumbRow(look)
        self.scale.chosen.connect(self.level_told)
        self.numb.clicked.connect(self.numb_requested)
        row = TurningRow(look, 10)
        row.add_words(Label(name, is_strong=True, wraps=True))
        row.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.scale)
        column.addWidget(self.numb)

    def show_hurt(self, hurt: "Hurt") -> None:
        """Show what is said so far."""
        self.scale.set_level(hurt.level)
        self.numb.setChecked(hurt.numb)
        self._hint.setText(
            self.tr("Not said, and that is fine. It waits; a digit still counts.")
            if hurt.is_unsaid
            else self.tr("Press a digit, or leave it out.")
        )

    def take_key(self, key: int) -> bool:
        """A digit, or L."""
        if key == Qt.Key.Key_L:
            self.numb_requested.emit()
            return True
        return self.scale.take_key(key)


class HurtsQuestion(QObject):
    """Asks on a sheet, and follows what is said.

    Args:
        look: the theme and the fonts.
        sheet: the question.

    Signals:
        level_told, numb_requested: as `HurtsHead` has them.
    """

    level_told = Signal(int)
    numb_requested = Signal()

    def __init__(self, look: Look, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._look = look
        self._sheet = sheet
        self._head: HurtsHead | None = None
        self._has_enough = False

    @property
    def is_asked(self) -> bool:
        """Whether this is the question that the sheet asks now."""
        return self._sheet.is_open and self._head is not None and self._sheet.head is self._head

    def show_hurt(self, hurt: "Hurt", next_name: str | None, beside: Beside) -> None:
        """Ask, or show what was said; the answers change only where it becomes enough.

        Args:
            hurt: what is said so far.
            next_name: of the next exercise, None after the last.
            beside: makes what stands beside the answers.
        """
        if self._head is None or not self.is_asked or self._has_enough != hurt.is_enough:
            self._ask(hurt, next_name, beside(hurt))
        assert self._head is not None
        self._head.show_hurt(hurt)

    def _ask(self, hurt: "Hurt", next_name: str | None, beside: QWidget | None) -> None:
        self._has_enough = hurt.is_enough
        self._head = head = HurtsHead(self._look)
        head.level_told.connect(self.level_told)
        head.numb_requested.connect(self.numb_requested)
        pill = Pill(self._look)
        pill.set_text(place_words(hurt.segment), 1.0)
        pill.setFixedSize(pill.sizeHint())
        self._sheet.ask(
            _tr("Stopped. Thank you for saying so."),
            _tr("Take the breath you need. Nothing runs, there is no hurry."),
            *(_enough() if hurt.is_enough else _answers(hurt, next_name)),
            aside=pill,
            head=head,
            beside=beside,
            keeps_beside=hurt.is_enough,
            footer=promise(hurt),
        )


def _answers(hurt: "Hurt", next_name: str | None) -> list[Option]:
    keys, kind = Qt.Key, Kind.SECONDARY
    easier_name = hurt.easier.name if hurt.easier is not None else ""
    easier = Option("easier", _tr("Take the easier one"), icon="exercises", note=easier_name)
    go_on = Option(
        "go_on", _tr("Go on"), kind, GO_ON, "Space", "play",
        _tr("It was nothing, or I moved badly"),
    )  # fmt: skip
    after = Option("next", _tr("Next exercise"), kind, (keys.Key_N,), "N", "next", next_name or "")
    end = Option(
        "end", _tr("End here"), kind, (keys.Key_E,), "E", "stop", _tr("That is right, too")
    )
    wanted = [option for option in (easier, after, end) if option.note]
    rest = [go_on, *wanted[1:]]
    if rest[-1] is end and after in rest:
        rest[-1] = replace(end, is_beside=True)
    return [replace(wanted[0], kind=Kind.PRIMARY, cap="⏎"), *rest]


def _enough() -> list[Option]:
    keys, kind = Qt.Key, Kind.SECONDARY
    return [
        Option(
            "end", _tr("End here"), Kind.PRIMARY, (keys.Key_E,), "⏎", "stop",
            _tr("You stopped at the right moment"),
        ),
        Option(
            "help", _tr("When to get help"), kind, (keys.Key_F1,), "F1", "help",
            _tr("All signs, and what to do about each"),
        ),
        Option(
            "wait", _tr("Stay a while"), kind, GO_ON, "Space", "pause",
            _tr("Nothing runs until you say so"), is_waiting=True,
        ),
    ]  # fmt: skip


def _tr(text: str) -> str:
    return QCoreApplication.translate("hurts", text)
