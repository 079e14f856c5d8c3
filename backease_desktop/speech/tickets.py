"""Tickets: what each asker of the voice holds, and the answers that come to it alone.

Rules:
    * A ticket hears of nothing but what was asked with it. `cancel` ends this ticket and no other.
    * It is answered from the event loop, never from inside the call that gave it.
    * The renderer keeps a ticket for as long as it owes something, so an asker that only connects
      itself need not keep it.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from backease_desktop.core.clip import Clip
from backease_desktop.core.voice import Voice, VoiceChoice


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text in a voice: one clip."""

    text: str
    voice: VoiceChoice


class ClipTicket(QObject):
    """Clips that somebody asked for.

    Signals:
        ready: a text that was asked for, and its `Clip`.
        failed: a text that has no clip, and why.

    Attributes:
        is_ahead: nobody waits for it yet.
        unseen: phrases that were not looked up on disk yet.
        missing: phrases that must be rendered.
    """

    ready = Signal(str, object)
    failed = Signal(str, str)

    def __init__(self, texts: Iterable[str], voice: VoiceChoice, *, is_ahead: bool) -> None:
        super().__init__()
        self.is_ahead = is_ahead
        # Through a dict: each text once, in the order in which it was asked for.
        self.unseen = deque(dict.fromkeys(Phrase(text, voice) for text in texts))
        self.missing: deque[Phrase] = deque()

    @property
    def is_owed(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self.unseen or self.missing)

    def cancel(self) -> None:
        """Want nothing more: no answer comes from now on."""
        self.unseen.clear()
        self.missing.clear()

    def deliver(self, phrase: Phrase, clip: Clip) -> None:
        """Answer a phrase, if it is still wanted here."""
        if self._strike_out(phrase):
            self.ready.emit(phrase.text, clip)

    def refuse(self, phrase: Phrase, reason: str) -> None:
        """Answer a phrase that has no clip, if it is still wanted here."""
        if self._strike_out(phrase):
            self.failed.emit(phrase.text, reason)

    def _strike_out(self, phrase: Phrase) -> bool:
        for wanted in (self.unseen, self.missing):
            if phrase in wanted:
                wanted.remove(phrase)
                return True
        return False


class VoicesTicket(QObject):
    """The list of voices that somebody asked for.

    Signals:
        ready: a `tuple[Voice, ...]`, empty where there is no voice.
    """

    ready = Signal(object)

    is_ahead = False

    def __init__(self) -> None:
        super().__init__()
        self.is_owed = True

    def cancel(self) -> None:
        """Want nothing more: no answer comes from now on."""
        self.is_owed = False

    def deliver(self, voices: tuple[Voice, ...]) -> None:
        """Answer, if it is still wanted."""
        if self.is_owed:
            self.is_owed = False
            self.ready.emit(voices)
