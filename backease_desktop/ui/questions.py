"""The questions: whether to end a session, what to do when something hurts, whether to stay."""

from PySide6.QtCore import QCoreApplication, Qt

from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.ui.components.button import Kind
from backease_desktop.ui.components.sheet import Option, Sheet
from backease_desktop.ui.formats import clock

STAY, QUIT = "stay", "quit"
ESCAPE = (Qt.Key.Key_Escape,)


def ask_to_leave(sheet: Sheet, snapshot: Snapshot) -> None:
    """Ask whether to end the session: "end" (Enter, Escape) or "stay" (Space)."""
    explanation = _tr("{time} left. The session is paused.").format(time=clock(snapshot.left))
    stay_keys = (Qt.Key.Key_Space,)
    sheet.ask(
        _tr("End the session?"),
        explanation,
        Option("end", _tr("End session"), Kind.PRIMARY, ESCAPE, "Esc"),
        Option("stay", _tr("Keep going"), Kind.SECONDARY, stay_keys, "Space"),
    )


def ask_what_now(sheet: Sheet, easier_name: str | None) -> None:
    """Ask what to do when something hurts: "easier" (if there is one), "next", "help", "end"."""
    options = [
        Option("next", _tr("Next exercise"), Kind.SECONDARY, (Qt.Key.Key_N,), "N", "next"),
        Option("help", _tr("When to get help"), Kind.SECONDARY, (Qt.Key.Key_F1,), "F1", "help"),
        Option("end", _tr("End session"), Kind.SECONDARY, ESCAPE, "Esc", "stop"),
    ]
    if easier_name is None:
        options[0] = Option("next", _tr("Next exercise"), Kind.PRIMARY, (Qt.Key.Key_N,), "⏎")
    else:
        words = _tr("Easier: {name}").format(name=easier_name)
        options.insert(0, Option("easier", words, Kind.PRIMARY, (Qt.Key.Key_E,), "⏎"))
    sheet.ask(
        _tr("Okay, that one is stopped"),
        _tr("What would you like instead? Stop if the pain stays or moves further down the leg."),
        *options,
    )


def ask_to_stay(sheet: Sheet) -> None:
    """Ask at the first closing of the window whether reminders go on: `STAY`, `QUIT`."""
    sheet.ask(
        _tr("Shall I go on reminding you?"),
        _tr(
            "The window closes either way. To see it again, start BackEase once more or press its "
            "icon in the panel. Settings can change your answer."
        ),
        Option(STAY, _tr("Go on reminding me"), Kind.PRIMARY, ESCAPE, "⏎"),
        Option(QUIT, _tr("Quit"), Kind.SECONDARY, (Qt.Key.Key_Q,), "Q"),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("questions", text)
