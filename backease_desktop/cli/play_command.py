"""`backease play ROUTINE --text`: a session in the terminal, run as in a window."""

import argparse
import sys
from functools import partial

import msgspec
from PySide6.QtCore import QCoreApplication, QTimer

from backease_desktop.bootstrap.clocks import clock, today
from backease_desktop.bootstrap.desktop import screen_awake
from backease_desktop.bootstrap.event_log import open_event_log
from backease_desktop.bootstrap.journal import all_saved, open_journal
from backease_desktop.bootstrap.kept import build_settings
from backease_desktop.bootstrap.playing import build_playing
from backease_desktop.bootstrap.shelf import DEFAULT_ROUTINE, open_shelf
from backease_desktop.bootstrap.signals import EndSignals
from backease_desktop.bootstrap.studio import studio_here
from backease_desktop.cli.ask_first import ask_first
from backease_desktop.cli.catalogue_commands import routine_of
from backease_desktop.cli.terminal_hurts import TerminalHurts
from backease_desktop.cli.terminal_keys import TerminalKeys
from backease_desktop.cli.terminal_screen import TerminalScreen
from backease_desktop.controllers.door import Door
from backease_desktop.core.person.person import NOBODY
from backease_desktop.core.safety import SafetyPart
from backease_desktop.core.settings import Say
from backease_desktop.storage.paths import bundled
from backease_desktop.storage.safety_file import load_safety


def play(options: argparse.Namespace) -> int:
    """Play a routine in the terminal."""
    shelf = open_shelf(options.profile)
    for problem in shelf.problems:
        print(problem, file=sys.stderr)
    routine = routine_of(shelf, options.routine or DEFAULT_ROUTINE)
    mute = options.mute or options.speed != 1.0
    if mute:
        chosen = shelf.kept.settings
        silent = chosen.voice.with_(say=Say.SILENT)
        quiet = chosen.with_(voice=silent)
        shelf = msgspec.structs.replace(
            shelf, kept=msgspec.structs.replace(shelf.kept, settings=quiet)
        )
    log = open_event_log(options.event_log, clock)
    app = QCoreApplication(sys.argv[:1])
    journal = open_journal(shelf.kept, partial(print, file=sys.stderr), app)
    anybody = NOBODY if options.for_anybody else None
    door = Door(shelf.catalogue, journal, today, app, person=anybody)
    if not options.for_anybody and not ask_first(door, routine):
        return 0
    playing = build_playing(
        shelf,
        build_settings(shelf.kept, journal, app),
        log,
        journal,
        door,
        screen_awake(app),
        studio_here(shelf, app, mute=mute, speed=options.speed),
        app,
    )
    controller = playing.controller
    screen = TerminalScreen(
        sys.stdout,
        is_terminal=sys.stdout.isatty(),
        # Not at once: the session is in the middle of telling what it tried to write.
        on_closed=lambda: QTimer.singleShot(0, controller.stop),
    )
    controller.preparing.connect(screen.show_preparing)
    controller.changed.connect(screen.show_snapshot)
    playing.studio.renderer.lost.connect(
        lambda reason: screen.show_message(f"{reason} Tones and captions go on.")
    )
    controller.paused_by_sleep.connect(
        lambda: screen.show_message("The computer slept, so the session waits. Space goes on.")
    )
    hurts = TerminalHurts(controller, playing.hurting, _signs, screen.show_message)
    playing.studio.output.lost.connect(
        lambda reason: screen.show_message(f"No sound: {reason}. Captions go on.")
    )
    playing.studio.output.restored.connect(lambda: screen.show_message("The sound is back."))
    controller.ended.connect(screen.show_end)
    controller.ended.connect(lambda _: QTimer.singleShot(0, app.quit))
    keys = TerminalKeys(
        {
            " ": controller.toggle,
            "n": controller.next,
            "right": controller.next,
            "shift+right": controller.next_exercise,
            "p": controller.previous,
            "left": controller.previous,
            "a": controller.again,
            "+": controller.extend,
            "h": playing.hurting.leave,
            "q": controller.stop,
            "\x1b": controller.stop,
        },
        app,
        hurts.take,
    )
    signals = EndSignals(app)
    signals.end_requested.connect(controller.stop)
    signals.end_requested.connect(app.quit)
    QTimer.singleShot(0, lambda: controller.entrance.start_routine(routine, can_ask=False))
    try:
        code = app.exec()
    finally:
        keys.close()
        playing.close()
        journal.close()
        log.close()
    if screen.closed_by is not None:
        raise screen.closed_by
    all_saved(journal)
    return code


def _signs() -> SafetyPart:
    """When to get help now."""
    return load_safety(bundled("catalogue") / "safety.yaml").help_wanted[0]
