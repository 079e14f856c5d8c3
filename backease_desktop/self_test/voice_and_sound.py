"""Whether the program can be heard: its libraries must load, a device it can do without."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from backease_desktop.audio.device import SoundError, library_version
from backease_desktop.bootstrap.clocks import clock
from backease_desktop.bootstrap.shelf import Shelf
from backease_desktop.bootstrap.studio import studio_here
from backease_desktop.core.clip import Clip
from backease_desktop.core.units import Ms
from backease_desktop.own_program import speech_command
from backease_desktop.self_test.verdict import Broken, Lacking
from backease_desktop.speech.replies import Ready
from backease_desktop.speech.voice_process import VoiceProcess

PATIENCE = Ms(8_000)
START_LIMIT = Ms(30_000)
"""Longer than a session waits for the voice: a busy computer is no broken installation."""

_AGAIN = "install BackEase again, with all that it depends on"


def speech(app: QApplication, command: Sequence[str] = ()) -> str:
    """Whether the process that speaks starts, and has a voice.

    Args:
        app: owns what is made.
        command: starts the process; none is our own.
    """
    process = VoiceProcess(
        command or speech_command(), start_limit=START_LIMIT, answer_limit=START_LIMIT, parent=app
    )
    loop, answers = QEventLoop(), list[Ready | tuple[bool, str]]()
    process.ready.connect(answers.append)
    process.no_voice.connect(lambda reason: answers.append((True, reason)))
    process.gone.connect(lambda reason: answers.append((False, reason)))
    for signal in (process.ready, process.no_voice, process.gone):
        signal.connect(loop.quit)
    process.start()
    if not answers:
        loop.exec()
    process.close()
    answer = answers[0]
    if isinstance(answer, Ready):
        return f"{answer.engine} {answer.version}"
    started, reason = answer
    if started and not sys.platform.startswith("linux"):  # where the voice is the system's
        raise Lacking(f"this system has no voice ({reason})", "add one in its settings")
    raise Broken(f"the voice cannot be loaded ({reason})", _AGAIN)


def voice(app: QApplication, shelf: Shelf) -> str:
    """Whether a phrase of a session becomes a clip."""
    studio = studio_here(shelf, app, mute=True)
    loop, answers = QEventLoop(), list[Clip | str]()

    def answer(what: Clip | str) -> None:
        answers.append(what)
        loop.quit()

    ticket = studio.renderer.ask([shelf.wording.switch[0]], shelf.voice)
    ticket.ready.connect(lambda _, clip: answer(clip))
    ticket.failed.connect(lambda _, reason: answer(reason))
    _wait(loop)
    studio.close()
    instead = "tones and captions take its place"
    if not answers:
        raise Lacking("the voice does not answer", instead)
    if isinstance(answers[0], str):
        raise Lacking(f"no voice: {answers[0]}", instead)
    return f"“{shelf.wording.switch[0]}” takes {answers[0].length / 1000:.2f} s"


def sound_library() -> str:
    """Whether the library that plays sound can be loaded."""
    try:
        return f"miniaudio {library_version()}"
    except SoundError as error:
        raise Broken(f"{error} ({error.detail})", _AGAIN) from error


def sound(app: QApplication, shelf: Shelf) -> str:
    """Whether a device opens."""
    studio = studio_here(shelf, app)
    loop, reasons = QEventLoop(), list[str]()
    studio.output.opened.connect(loop.quit)
    studio.output.lost.connect(reasons.append)
    studio.output.lost.connect(loop.quit)
    began = clock()
    studio.output.open()
    _wait(loop)
    is_open, took = studio.output.is_open, clock() - began
    studio.close()
    if not is_open:
        reason = reasons[0] if reasons else "it does not answer"
        raise Lacking(f"no sound: {reason}", "captions take its place")
    return f"opened in {took} ms"


def _wait(loop: QEventLoop) -> None:
    QTimer.singleShot(PATIENCE, loop.quit)
    loop.exec()
