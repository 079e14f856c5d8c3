"""A studio for the whole program: a voice that speaks at once, and sound that nobody hears."""

from PySide6.QtCore import QObject, QTimer

from backease_desktop.audio.silent import SilentOutput
from backease_desktop.bootstrap.clocks import clock
from backease_desktop.bootstrap.shelf import Shelf
from backease_desktop.bootstrap.studio import Studio
from backease_desktop.core.units import Ms
from backease_desktop.core.voice import VoiceChoice
from tests.fakes.ports import FakeSpeaker, FakeTicket


class SleepyClock:
    """The real clock, and the time that the computer has slept."""

    def __init__(self) -> None:
        self.slept = 0

    def __call__(self) -> Ms:
        return Ms(clock() + self.slept)


class PromptSpeaker(FakeSpeaker):
    """Answers as soon as the event loop runs again."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(per_letter=40)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.render_all)
        self.setParent(parent)

    def ask(self, texts: object, voice: VoiceChoice, ahead: bool = False) -> FakeTicket:
        self._soon.start()
        return super().ask(texts, voice, ahead)  # type: ignore[arg-type]

    def close(self) -> None:
        self._soon.stop()
        super().close()


class FakeStudio:
    """Lends itself to one program."""

    def __init__(self) -> None:
        self.clock = SleepyClock()
        self.output: SilentOutput | None = None

    def __call__(self, shelf: Shelf, owner: QObject) -> Studio:
        self.output = SilentOutput(clock=self.clock, parent=owner)
        return Studio(self.clock, PromptSpeaker(owner), self.output)

    def lose_sound(self) -> None:
        """The sound goes, as when headphones are pulled out."""
        assert self.output is not None
        self.output.lost.emit("pulled out")
