"""The questions: whether to end a session, what to do when something hurts, whether to stay."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

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


def ask_what_now(
    sheet: Sheet, easier_name: str | None, next_name: str | None, picture: QWidget | None = None
) -> None:
    """Ask what comes instead of what hurts: "easier", "go_on", "next", "end" or "help".

    Nothing runs meanwhile. Enter takes the easier one; where there is none the next one; on the
    last exercise, the end. Escape takes the question back and leaves the session paused.

    Args:
        sheet: the question.
        easier_name: of the easier exercise, None where there is none.
        next_name: of the next exercise, None after the last.
        picture: shows the easier exercise, where there is room.
    """
    keys, kind = Qt.Key, Kind.SECONDARY
    easier = Option("easier", _tr("Take the easier one"), icon="exercises", note=easier_name or "")
    go_on = Option(
        "go_on", _tr("Go on"), kind, GO_ON, "Space", "play",
        _tr("It was nothing, or I moved badly"),
    )  # fmt: skip
    after = Option("next", _tr("Next exercise"), kind, (keys.Key_N,), "N", "next", next_name or "")
    end = Option("end", _tr("End here"), kind, (keys.Key_E,), "E", "stop", _tr("Also right"))
    signs = Option("help", _tr("When to get help"), kind, (keys.Key_F1,), "F1", "help")
    wanted = [option for option in (easier, after, end) if option.note]
    rest = [go_on, *wanted[1:]]
    if rest[-1] is end and after in rest:
        rest[-1] = replace(end, is_beside=True)
    sheet.ask(
        _tr("Stopped. Thank you for saying so."),
        _tr(
            "Take the breath you need. Nothing runs, there is no hurry. End here if the pain "
            "stays, or moves further down the leg."
        ),
        replace(wanted[0], kind=Kind.PRIMARY, cap="⏎"),
        *rest,
        signs,
        beside=picture,
        footer=_tr("Esc goes back to the paused session."),
    )


def ask_to_stay(sheet: Sheet) -> None:
    """Ask at the first closing of the window whether reminders go on: `STAY`, `QUIT`.

    Escape takes the question back: the window stays, and it is asked again the next time.
    """
    sheet.ask(
        _tr("Shall I go on reminding you?"),
        _tr(
            "The window closes either way. To see it again, start BackEase once more or press its "
            "icon in the panel. Settings can change your answer."
        ),
        Option(STAY, _tr("Go on reminding me"), Kind.PRIMARY, (), "⏎"),
        Option(QUIT, _tr("Quit"), Kind.SECONDARY, (Qt.Key.Key_Q,), "Q"),
        footer=_tr("Esc leaves the window open."),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("questions", text)
