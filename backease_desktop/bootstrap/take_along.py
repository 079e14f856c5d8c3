"""To take along: a routine as it is for the person, recorded into a file with chapters."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from backease_desktop.audio.file.recorder import Recorder
from backease_desktop.audio.file.sound_file import SoundFileError, write_sound
from backease_desktop.audio.tones import tone
from backease_desktop.bootstrap.shelf import Shelf
from backease_desktop.controllers.door import Door
from backease_desktop.controllers.ports import Speaker
from backease_desktop.controllers.recording import Recording
from backease_desktop.controllers.settings import SettingsController
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.timeline.chapters import chapters_of
from backease_desktop.core.timeline.compile import session_timeline
from backease_desktop.core.timeline.segments import Timeline
from backease_desktop.core.timeline.voicing import Lengths


class TakeAlong(QObject):
    """Records one routine at a time.

    Args:
        shelf: wording and voice.
        door: that every routine comes through.
        settings: the dose and the voice.
        speaker: says what is not in the voice pack.
        parent: the owner.
    """

    def __init__(
        self,
        shelf: Shelf,
        door: Door,
        settings: SettingsController,
        speaker: Speaker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._door = door
        self._settings = settings
        self._speaker = speaker

    def record(self, routine: Routine) -> "Recorded":
        """Begin to record a routine as it is for the person.

        Nobody is asked while it plays, so what is to be asked about first is left out.

        Raises:
            NothingLeftError: nothing of it is left for them.
        """
        preferences = replace(self._settings.preferences, voice=True, wait_for_me=False)
        mine = self._door.let_in(routine.in_order(preferences.order), can_ask=False)
        wording = self._shelf.wording

        def lay_out(lengths: Lengths) -> Timeline:
            return session_timeline(mine, preferences, wording, lengths)

        recorder = Recorder(self)
        voice = self._settings.settings.voice
        recording = Recording(
            speaker=self._speaker,
            output=recorder,
            tone=tone,
            speaking_time=self._shelf.speaking_time,
            voice=voice,
            choice=voice.choice(wording.voice),
            parent=self,
        )
        recording.start(lay_out)
        return Recorded(recording, recorder, self)


class Recorded(QObject):
    """A recording on its way.

    Signals:
        finished: everything is there to be written; carries the `Timeline`.
        written: the file is there; its path as text.
        failed: it cannot be written; a sentence.
    """

    finished = Signal(object)
    written = Signal(str)
    failed = Signal(str)

    def __init__(self, recording: Recording, recorder: Recorder, parent: QObject) -> None:
        super().__init__(parent)
        recording.finished.connect(self.finished)
        self._recorder = recorder

    def write_behind(self, timeline: Timeline, path: Path) -> None:
        """Write the file in a thread of its own, since that takes seconds; it is told when done."""

        def write() -> None:
            problem = ""
            try:
                self.write(timeline, path)
            except SoundFileError as error:
                problem = str(error)
            with suppress(RuntimeError):  # the program has ended meanwhile
                if problem:
                    self.failed.emit(problem)
                else:
                    self.written.emit(str(path))

        QThreadPool.globalInstance().start(write)

    def write(self, timeline: Timeline, path: Path) -> None:
        """Write the file.

        Raises:
            SoundFileError: it cannot be written; says why.
        """
        blocks = self._recorder.samples(timeline.duration)
        write_sound(path, timeline.name, blocks, chapters_of(timeline))
