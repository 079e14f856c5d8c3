"""The process behind `backease`: the one of its profile, with its logs, from start to end.

Order: the one running program is found or becomes this one; files are read; the window is shown,
or the program stays without one. What nobody needs for the first paint is made after it.
"""

import os
import sys

from PySide6.QtWidgets import QApplication

from backease_desktop.bootstrap.anew import begin_anew, can_begin_anew, command_anew
from backease_desktop.bootstrap.asked import Asked
from backease_desktop.bootstrap.clocks import clock
from backease_desktop.bootstrap.event_log import open_event_log
from backease_desktop.bootstrap.kept import open_kept
from backease_desktop.bootstrap.opening import telling_why_not
from backease_desktop.bootstrap.program import Program
from backease_desktop.bootstrap.signals import EndSignals
from backease_desktop.core.errors import ReportedError
from backease_desktop.diagnostics.crash import CrashFile
from backease_desktop.diagnostics.logs import write_logs_to
from backease_desktop.own_program import APP_ID
from backease_desktop.storage.paths import folders, make_folders
from backease_desktop.system.single_instance import SingleInstance

_ANEW, _WINDOW_ANEW = 75, 76
"""What the event loop ends with when the program is to begin anew; no exit codes of ours."""


def run_window(asked: Asked) -> int:
    """Run until it is quit, or hand over to the program that runs already; an exit code.

    Raises:
        ReportedError: the event log cannot be written, there is no such routine, or it crashed.
    """
    with telling_why_not():
        # Both words of the class of its windows, by which a taskbar under X11 finds the menu entry.
        app = QApplication([APP_ID])
    app.setApplicationName(APP_ID)
    app.setApplicationDisplayName("BackEase")
    app.setDesktopFileName(APP_ID)
    places = folders(asked.profile)
    make_folders(places)
    instance = SingleInstance(places.data, app)
    if not _becomes_the_one(instance, asked):
        return 0
    write_logs_to(places.logs)
    crash = CrashFile(places.logs)
    last_crash = crash.take_last()
    crash.watch()
    log = open_event_log(asked.event_log, clock)
    signals = EndSignals(app)
    program = Program(app, open_kept(asked.profile), log)
    program.life.quit_requested.connect(app.quit)
    signals.end_requested.connect(program.life.quit)
    anew = command_anew(asked.profile, asked.event_log)
    window_anew = command_anew(asked.profile, asked.event_log, is_wanted=True)
    if asked.background:  # all day: no folder, and no stick, is kept busy, least of all $HOME
        os.chdir(places.data)
    program.life.anew_requested.connect(lambda: can_begin_anew(anew) and app.exit(_ANEW))
    program.life.window_anew_requested.connect(lambda: app.exit(_WINDOW_ANEW))
    try:
        if asked.background:
            program.stay()
        else:
            _open(program, asked)
        instance.message_received.connect(program.on_message)
        instance.answer_with(program.answer)
        if instance.unheard:
            words = program.tr("Other starts and commands cannot reach this program ({why}).")
            program.say(words.format(why=instance.unheard))
        if last_crash is not None:
            program.say(
                program.tr("The last run ended unexpectedly. Help has a report that you can copy.")
            )
        code = app.exec()
    except ReportedError:
        raise
    except Exception as error:
        # Written now, since the file is closed before Python would see it.
        sys.excepthook(type(error), error, error.__traceback__)
        raise ReportedError(f"this should not have happened; see {places.logs}") from error
    finally:
        program.close()
        instance.release()
        log.close()
        crash.close()
        if program.background.is_erased:
            # Loaded on first use, by who has erased everything.
            from backease_desktop.storage.kept_files import erase_locks

            erase_locks(places)
    if code in (_ANEW, _WINDOW_ANEW):
        app.shutdown()
        signals.release()
        if signals.has_arrived:  # between the event loop and here
            return 0
        show = ["--show", program.life.to_show] if program.life.to_show else []
        return begin_anew(anew if code == _ANEW else [*window_anew, *show], places.data)
    return code


def _becomes_the_one(instance: SingleInstance, asked: Asked) -> bool:
    if asked.background:  # which wants nothing of the one that runs
        return instance.acquire()
    return instance.acquire_or_hand_over(asked.handed_over)


def _open(program: Program, asked: Asked) -> None:
    if (start := asked.start) is not None:  # without one, nobody need know yet which there are
        routines = program.front.shelf.catalogue.routines
        if start not in routines:
            known = ", ".join(routines)
            raise ReportedError(f"no routine has the id {start!r}; there are {known}")
    program.open(start)
    if asked.show is not None:
        program.front.arrivals.show_routine(asked.show)
    if asked.open is not None:
        program.front.arrivals.bring_in(asked.open)
