"""Working stand-ins for the ports of the controllers: they do what they say, without a machine."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from backease_desktop.core.bookmark import Bookmark
from backease_desktop.core.clip import SAMPLE_RATE, Clip
from backease_desktop.core.tones import TONE_LENGTH, ToneName
from backease_desktop.core.units import Ms
from backease_desktop.core.voice import Voice, VoiceChoice


@dataclass
class FakeClock:
    """A clock that is moved by hand."""

    now: int = 1_000_000

    def __call__(self) -> Ms:
        return Ms(self.now)

    def advance(self, by: int) -> None:
        """Let time pass."""
        self.now += by


def clip_of_length(length: int) -> Clip:
    """A silent clip that lasts so many milliseconds."""
    return Clip(b"\0\0" * (length * SAMPLE_RATE // 1000))


def fake_tone(name: ToneName) -> Clip:
    """A silent clip as long as the tone."""
    return clip_of_length(TONE_LENGTH[name])


class FakeTicket(QObject):
    """What somebody asked for; answered when the test tells the speaker to."""

    ready = Signal(str, object)
    failed = Signal(str, str)

    def __init__(self, texts: Iterable[str], voice: VoiceChoice, *, is_ahead: bool) -> None:
        super().__init__()
        self.voice = voice
        self.is_ahead = is_ahead
        self.texts = list(dict.fromkeys(texts))

    def cancel(self) -> None:
        self.texts.clear()


class FakeVoicesTicket(QObject):
    """A list of voices that somebody asked for."""

    ready = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.is_wanted = True

    def cancel(self) -> None:
        self.is_wanted = False


class FakeSpeaker(QObject):
    """Renders when it is told to: `render` answers the next phrase, `render_all` everything.

    Attributes:
        shipped: texts that are at hand.
        available: whether there is a voice; without one every phrase fails.
        per_letter: milliseconds of each clip.
        refused: a text that this voice will not say.
    """

    lost = Signal(str)

    def __init__(
        self, *, available: bool = True, per_letter: int = 50, refused: str | None = None
    ) -> None:
        super().__init__()
        self.available = available
        self.per_letter = per_letter
        self.refused = refused
        self.shipped: set[str] = set()
        self._tickets: list[FakeTicket] = []
        self._listings: list[FakeVoicesTicket] = []

    @property
    def asked(self) -> list[tuple[str, VoiceChoice]]:
        """What is not answered yet, in the order in which it will be."""
        return [(text, ticket.voice) for ticket in self._in_order() for text in ticket.texts]

    def ask(self, texts: Iterable[str], voice: VoiceChoice, ahead: bool = False) -> FakeTicket:
        self._tickets.append(FakeTicket(texts, voice, is_ahead=ahead))
        return self._tickets[-1]

    def has(self, text: str, voice: VoiceChoice) -> bool:
        return text in self.shipped and voice.id is None

    def at_hand(self, text: str, voice: VoiceChoice) -> Clip | None:
        return clip_of_length(self.per_letter * len(text)) if self.has(text, voice) else None

    def list_voices(self) -> FakeVoicesTicket:
        self._listings.append(FakeVoicesTicket())
        return self._listings[-1]

    def close(self) -> None:
        for ticket in (*self._tickets, *self._listings):
            ticket.cancel()

    def render(self) -> None:
        """Answer the next phrase."""
        ticket = next(ticket for ticket in self._in_order() if ticket.texts)
        text = ticket.texts.pop(0)
        if not self.available or text == self.refused:
            ticket.failed.emit(text, "it coughed")
        else:
            ticket.ready.emit(text, clip_of_length(self.per_letter * len(text)))

    def render_all(self) -> None:
        """Answer everything, and what comes of it."""
        while self._listings or self.asked:
            if self._listings:
                self._tell_voices(self._listings.pop(0))
            else:
                self.render()

    def fail_all(self) -> None:
        """Answer every phrase with a failure."""
        was_available, self.available = self.available, False
        self.render_all()
        self.available = was_available

    def _tell_voices(self, ticket: FakeVoicesTicket) -> None:
        voices = (Voice("gmw/en-us", "English (America)", ("en-us",)),)
        if ticket.is_wanted:
            ticket.ready.emit(voices if self.available else ())

    def _in_order(self) -> list[FakeTicket]:
        return sorted(self._tickets, key=lambda ticket: ticket.is_ahead)


@dataclass(frozen=True)
class Played:
    """A clip that was given to the output."""

    clip: Clip
    at: Ms | None
    voice: bool
    volume: float
    token: int


class FakeOutput(QObject):
    """Remembers what it was given to play, and lets it be heard when time reaches it.

    As its port has it, nothing is said during a call: `open` is answered from the event loop.

    Attributes:
        works: whether there is a device.
        sleeps: it answers only when the test says `wake`.
        delay: how much later than asked each clip is heard.
    """

    opened = Signal()
    started = Signal(int, object)
    discarded = Signal(int)
    lost = Signal(str)
    restored = Signal()

    _opening = Signal()
    _refused = Signal(int)

    def __init__(self, *, works: bool = True, sleeps: bool = False) -> None:
        super().__init__()
        self.works = works
        self.sleeps = sleeps
        self.is_open = False
        self.is_wanted = False
        self.played: list[Played] = []
        self.waiting: list[Played] = []
        self.cuts = 0
        self.delay = 0
        self._opening.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._refused.connect(self.discarded, Qt.ConnectionType.QueuedConnection)

    @property
    def is_closed(self) -> bool:
        return not self.is_wanted

    def open(self) -> None:
        if self.is_wanted:
            return
        self.is_wanted = True
        if not self.sleeps:
            self._opening.emit()

    def wake(self) -> None:
        """The device that slept answers now."""
        self._opening.emit()

    def lose(self) -> None:
        """The sound goes; what was to be played is refused."""
        self.is_open = False
        waiting, self.waiting = self.waiting, []
        self.lost.emit("pulled out")
        for played in waiting:
            self.discarded.emit(played.token)

    def restore(self) -> None:
        """The sound comes back."""
        self.is_open = True
        self.restored.emit()

    def _answer(self) -> None:
        if not self.is_wanted or self.is_open:
            return
        self.is_open = self.works
        if self.works:
            self.opened.emit()
        else:
            self.lost.emit("no sound card")

    def close(self) -> None:
        self.is_open = self.is_wanted = False
        self.waiting.clear()

    def play(self, clip: Clip, at: Ms | None, *, voice: bool, volume: float, token: int) -> None:
        if not self.is_open:
            self._refused.emit(token)
            return
        played = Played(clip, at, voice, volume, token)
        self.played.append(played)
        self.waiting.append(played)

    def cut(self) -> None:
        self.cuts += 1
        self.waiting.clear()

    def reach(self, now: int) -> None:
        """Time has come to here: whatever was to be heard by now is heard."""
        due = [p for p in self.waiting if (p.at or 0) + self.delay <= now]
        self.waiting = [p for p in self.waiting if p not in due]
        for played in due:
            self.started.emit(played.token, Ms((played.at or now) + self.delay))


@dataclass
class RecordingAwake:
    """Remembers for what the screen is kept on; the first reason counts until it is let go."""

    reason: str | None = None

    def hold(self, reason: str) -> None:
        if self.reason is None:
            self.reason = reason

    def release(self) -> None:
        self.reason = None


@dataclass
class RecordingLog:
    """Remembers events as they would be read from the file: what JSON cannot hold is an error."""

    events: list[dict[str, Any]] = field(default_factory=list)

    def write(self, event: str, /, **fields: object) -> None:
        self.events.append({"event": event, **json.loads(json.dumps(fields))})

    def named(self, name: str) -> list[dict[str, Any]]:
        """The events of one name."""
        return [event for event in self.events if event["event"] == name]


@dataclass
class MemoryPlaces:
    """Places of sessions that were cut off."""

    places: list[Bookmark] = field(default_factory=list)

    def cut_off(self) -> tuple[Bookmark, ...]:
        return tuple(sorted(self.places, key=lambda one: one.at, reverse=True))

    def forget(self, session: str) -> None:
        self.places = [one for one in self.places if one.session != session]


@dataclass
class MemoryStore:
    """Keeps what was saved last."""

    saved: list[Any] = field(default_factory=list)

    def save(self, value: Any) -> None:
        self.saved.append(value)
