"""The questions: whether to end a session, and whether to stay when the window goes."""

from PySide6.QtCore import QCoreApplication, Qt

from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.ui.components.button import Kind
from backease_desktop.ui.components.sheet import Option, Sheet
from backease_desktop.ui.formats import clock

STAY, QUIT = "stay", "quit"
ESCAPE = (Qt.Key.Key_Escape, Qt.Key.Key_MediaStop)
GO_ON = (Qt.Key.Key_Space, Qt.Key.Key_MediaTogglePlayPause, Qt.Key.Key_MediaPlay)


def ask_to_leave(sheet: Sheet, snapshot: Snapshot) -> None:
    """Ask whether to end the session: "end" (Enter, Escape) or "stay" (Space)."""
    explanation = _tr("{time} left. The session is paused.").format(time=clock(snapshot.left))
    sheet.ask(
        _tr("End the session?"),
        explanation,
        Option("end", _tr("End session"), Kind.PRIMARY, ESCAPE, "Esc"),
        Option("stay", _tr("Keep going"), Kind.SECONDARY, GO_ON, "Space"),
    )


def ask_to_stay(sheet: Sheet, *, session_is_on: bool) -> None:
    """Ask at the first closing of the window whether reminders go on: `STAY`, `QUIT`.

    Escape takes the question back: the window stays, and it is asked again the next time.

    Args:
        sheet: asks.
        session_is_on: a session waits behind the question, and ends with the window.
    """
    closes = (
        _tr("The session is paused; it ends with the window, which closes either way.")
        if session_is_on
        else _tr("The window closes either way.")
    )
    again = _tr(
        "To see it again, start BackEase once more or press its icon in the tray. Settings can "
        "change your answer."
    )
    sheet.ask(
        _tr("Shall I go on reminding you?"),
        f"{closes} {again}",
        Option(STAY, _tr("Go on reminding me"), Kind.PRIMARY, (), "⏎"),
        Option(QUIT, _tr("Quit"), Kind.SECONDARY, (Qt.Key.Key_Q,), "Q"),
        footer=_tr("Esc leaves the window open."),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("questions", text)
