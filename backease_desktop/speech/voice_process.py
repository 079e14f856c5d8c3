"""The voice process seen from outside: started, asked one thing at a time, and ended.

    ended ──start──▶ starting ──Ready──▶ idle ──ask──▶ busy ──Answer──▶ idle
      ▲                 │                  │             │
      └──────── end, or gone: it died, was silent too long, or made no sense ◀──┘

Rules:
    * It holds nothing worth saving, so it is always ended by killing it: that also ends a hung one.
    * `gone` is said only for what it did itself, never for `end`.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from backease_desktop.core.units import Ms
from backease_desktop.disk import scratch_folder
from backease_desktop.own_program import own_environment
from backease_desktop.speech.replies import NoVoice, Ready, parse_reply

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from PySide6.QtCore import QProcess, QProcessEnvironment

_LONGEST_LINE = 1 << 20
_KILL_WAIT = 150  # ms; a killed process is gone in about 2


class VoiceProcess(QObject):
    """One voice process at a time.

    Args:
        command: starts the process; the path of a scratch folder is appended.
        start_limit: how long it may take until it is ready.
        answer_limit: how long it may take to answer.

    Signals:
        ready: a `Ready`.
        no_voice: this system has no voice, and why; the process is ended.
        answered: an `Answer` to the last question.
        gone: the process is no more, and why.
    """

    ready = Signal(object)
    no_voice = Signal(str)
    answered = Signal(object)
    gone = Signal(str)

    def __init__(
        self,
        command: Sequence[str],
        *,
        start_limit: Ms,
        answer_limit: Ms,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._command = tuple(command)
        self._start_limit = start_limit
        self._answer_limit = answer_limit
        self._process: QProcess | None = None
        self._scratch: TemporaryDirectory[str] | None = None
        self._is_ready = False
        self._asked = 0
        self._busy = False
        self._complaints = ""
        self._deadline = QTimer(self, singleShot=True)
        self._deadline.timeout.connect(self._on_deadline)

    @property
    def is_running(self) -> bool:
        """Whether there is a process, ready or not."""
        return self._process is not None

    @property
    def id(self) -> int:
        """The id of the process in this system; 0 if there is none."""
        return self._process.processId() if self._process is not None else 0

    @property
    def is_idle(self) -> bool:
        """Whether a question would be answered now."""
        return self._is_ready and not self._busy

    @property
    def sound_file(self) -> Path:
        """Where the process is to write, in its scratch folder."""
        if self._scratch is None:
            raise RuntimeError("the voice process was never started")
        return Path(self._scratch.name) / "phrase.pcm"

    def start(self) -> None:
        """Start the process, if there is none. May say `gone` before it returns."""
        if self._process is not None:
            return
        try:
            if self._scratch is None:
                self._scratch = scratch_folder()
        except OSError as error:
            self.gone.emit(f"no temporary folder: {error}")
            return
        # Loaded on first use: few sessions have a phrase that the pack has not.
        from PySide6.QtCore import QProcess

        self._complaints = ""
        process = self._process = QProcess(self)
        process.setProcessEnvironment(_environment())
        process.setWorkingDirectory(self._scratch.name)
        process.readyReadStandardOutput.connect(self._on_output)
        process.readyReadStandardError.connect(self._on_complaint)
        process.errorOccurred.connect(self._on_error)
        process.finished.connect(self._on_finished)
        self._deadline.start(self._start_limit)
        program, *arguments = self._command
        process.start(program, [*arguments, self._scratch.name])

    def ask(self, **request: object) -> None:
        """Send a request, as `child.py` describes it, without its id. Only when `is_idle`."""
        if self._process is None or not self.is_idle:
            raise RuntimeError("the voice process is not idle")
        self._asked += 1
        self._busy = True
        self._deadline.start(self._answer_limit)
        self._process.write(request_line(self._asked, request))

    def end(self) -> None:
        """End the process, if there is one; takes a few milliseconds, hung or not."""
        self._deadline.stop()
        self._is_ready = self._busy = False
        process, self._process = self._process, None
        if process is None:
            return
        process.blockSignals(True)
        process.kill()
        process.waitForFinished(_KILL_WAIT)
        process.deleteLater()

    def close(self) -> None:
        """End the process and remove its scratch folder."""
        self.end()
        if self._scratch is not None:
            self._scratch.cleanup()
            self._scratch = None

    def _fail(self, reason: str) -> None:
        if self._complaints:
            reason = f"{reason}; it said: {self._complaints.strip().splitlines()[-1]}"
        self.end()
        self.gone.emit(reason)

    def _on_output(self) -> None:
        while self._process is not None and self._process.canReadLine():
            self._read(bytes(self._process.readLine().data()))
        if self._process is not None and self._process.bytesAvailable() > _LONGEST_LINE:
            self._fail("the voice process wrote a line without an end")

    def _read(self, line: bytes) -> None:
        try:
            reply = parse_reply(line)
        except ValueError:
            self._fail(f"the voice process wrote {line[:80]!r}")
            return
        if isinstance(reply, NoVoice):
            self.end()
            self.no_voice.emit(reply.error)
        elif isinstance(reply, Ready) != (not self._is_ready):
            self._fail("the voice process answered out of turn")
        elif isinstance(reply, Ready):
            self._deadline.stop()
            self._is_ready = True
            self.ready.emit(reply)
        elif not self._busy or reply.id != self._asked:
            self._fail("the voice process answered another question")
        else:
            self._deadline.stop()
            self._busy = False
            self.answered.emit(reply)

    def _on_complaint(self) -> None:
        if self._process is not None:
            said = bytes(self._process.readAllStandardError().data())
            self._complaints = (self._complaints + said.decode("utf-8", "replace"))[-500:]

    def _on_error(self, error: "QProcess.ProcessError") -> None:
        if self._process is not None and error == self._process.ProcessError.FailedToStart:
            self._fail(f"the voice process did not start: {self._process.errorString()}")

    def _on_finished(self, code: int) -> None:
        self._on_output()  # its last words may still be there
        if self._process is not None:
            self._fail(f"the voice process ended with code {code}")

    def _on_deadline(self) -> None:
        self._fail("the voice process did not answer in time")


def request_line(number: int, request: dict[str, object]) -> bytes:
    """A request as it goes down the pipe."""
    return json.dumps({"id": number, **request}).encode() + b"\n"


def _environment() -> "QProcessEnvironment":
    # Loaded on first use, as the process.
    from PySide6.QtCore import QProcessEnvironment

    environment = QProcessEnvironment()
    for name, value in own_environment().items():
        environment.insert(name, value)
    return environment
