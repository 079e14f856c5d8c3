"""What controllers need from the world, as Protocols. Adapters fit them without knowing of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:  # A port is a promise about types: it costs nothing at a start.
    from collections.abc import Iterable, Sequence

    from backease_desktop.core.clip import Clip
    from backease_desktop.core.journal.entries import Entry
    from backease_desktop.core.journal.history import History
    from backease_desktop.core.notification import Button
    from backease_desktop.core.profile import Profile
    from backease_desktop.core.reminder.presence import Presence
    from backease_desktop.core.reminder.roster import Roster
    from backease_desktop.core.reminder.state import ReminderState
    from backease_desktop.core.settings import Settings
    from backease_desktop.core.units import Ms
    from backease_desktop.core.voice import VoiceChoice


E = TypeVar("E", bound="Entry")


class SignalLike(Protocol):
    """A Qt signal of an instance: an attribute, because that is how Qt's classes offer it."""

    def connect(self, slot: Any, /) -> Any:  # noqa: ANN401
        """Call `slot` at each emission."""


class Clock(Protocol):
    """The monotonic clock."""

    def __call__(self) -> Ms:
        """Milliseconds from some fixed moment; never goes back."""


class Ticket(Protocol):
    """Phrases that one asker wants. Each is answered once, to nobody else, never during a call."""

    @property
    def ready(self) -> SignalLike:
        """A phrase is rendered: its text and its `Clip`."""

    @property
    def failed(self) -> SignalLike:
        """A phrase cannot be rendered: its text and the reason."""

    def cancel(self) -> None:
        """Want no more of it: no answer comes from now on."""


class VoicesTicket(Protocol):
    """The list of voices that one asker wants; answered once, never during a call."""

    @property
    def ready(self) -> SignalLike:
        """A tuple of `Voice`, empty where there is none."""

    def cancel(self) -> None:
        """Want it no more: no answer comes from now on."""


class Speaker(Protocol):
    """Turns phrases into clips, in the background. `test_speaker_contract` says what it keeps."""

    @property
    def lost(self) -> SignalLike:
        """There is no voice any more: the reason; emitted once."""

    @property
    def available(self) -> bool:
        """Whether a phrase has a chance to be rendered."""

    def ask(self, texts: Iterable[str], voice: VoiceChoice, ahead: bool = False) -> Ticket:
        """Ask for phrases in the order in which they are needed.

        What is asked `ahead` is rendered only when nobody waits for anything.
        """

    def has(self, text: str, voice: VoiceChoice) -> bool:
        """Whether a phrase is at hand; then its speaking time is exact, and nobody need ask."""

    def at_hand(self, text: str, voice: VoiceChoice) -> Clip | None:
        """The clip of a phrase that is here, in some 2 ms; None where it must be asked for."""

    def list_voices(self) -> VoicesTicket:
        """Ask which voices there are."""

    def close(self) -> None:
        """End, quickly; nothing is answered any more."""


class SoundOutput(Protocol):
    """Plays clips at given moments."""

    @property
    def opened(self) -> SignalLike:
        """Clips can be heard from now on; answers `open`, as `lost` does."""

    @property
    def started(self) -> SignalLike:
        """A clip is heard: its token and the clock's reading of its first sample."""

    @property
    def discarded(self) -> SignalLike:
        """A clip came too late to be played: its token."""

    @property
    def lost(self) -> SignalLike:
        """The sound is gone: the reason; once each time."""

    @property
    def restored(self) -> SignalLike:
        """The sound is back."""

    @property
    def is_open(self) -> bool:
        """Whether clips can be heard now."""

    @property
    def is_closed(self) -> bool:
        """Whether nobody wants it now: not open, not on its way, and not lost in mid-sound."""

    def open(self) -> None:
        """Start; returns at once. Does nothing unless closed."""

    def close(self) -> None:
        """End; returns at once."""

    def play(self, clip: Clip, at: Ms | None, *, voice: bool, volume: float, token: int) -> None:
        """Let a clip's first sample be heard at `at` by the clock, or now; volume 0 to 1."""

    def cut(self) -> None:
        """Silence within 80 ms, and forget everything that was to be played."""


class ToneBox(Protocol):
    """Gives the tones."""

    def __call__(self, name: Any, /) -> Clip:  # noqa: ANN401
        """The clip of a `ToneName`."""


class Notifier(Protocol):
    """Shows one notification of the desktop at a time."""

    @property
    def unavailable(self) -> SignalLike:
        """What `show` asked for cannot be shown: the reason; never during the call."""

    @property
    def answered(self) -> SignalLike:
        """A button was pressed, or the notification itself: its key, or `notification.OPEN`."""

    def show(self, title: str, body: str, buttons: Sequence[Button] = ()) -> None:
        """Show a notification in place of the one before."""

    def withdraw(self) -> None:
        """Take it away; harmless when there is none."""


class ScreenAwake(Protocol):
    """Keeps the screen from going dark."""

    def hold(self, reason: str) -> None:
        """Keep it on until `release`; a second call changes nothing."""

    def release(self) -> None:
        """Let it go dark again; harmless when nothing is held."""


class SettingsStore(Protocol):
    """Keeps the settings."""

    def save(self, settings: Settings) -> None:
        """Write them, whole or not at all."""


class ProfileStore(Protocol):
    """Keeps the profile."""

    def save(self, profile: Profile) -> None:
        """Write it, whole or not at all."""


class PictureStore(Protocol):
    """Keeps pictures that were drawn once."""

    def load(self, drawn_from: str) -> bytes | None:
        """What was kept of the picture that was drawn from this, or None."""

    def save(self, drawn_from: str, picture: bytes) -> None:
        """Keep a picture, if it can be kept."""


class Journal(Protocol):
    """Keeps what happened, for good. `test_journal_contract` says what it keeps to."""

    @property
    def changed(self) -> SignalLike:
        """The history is another one: the entries that are new, a tuple, of whatever device."""

    @property
    def history(self) -> History:
        """What all entries of all devices amount to; read when it is first asked for."""

    def append(self, entry: E, /) -> E:
        """Keep an entry that happens now; returns it with its `id` and `at`.

        When this returns, the entry is on the disk. Where the disk does not take it, the person is
        told, the entry counts all the same, and is written as soon as that is possible.

        Raises:
            FieldError: no line can hold it, so it could not be read again; nothing has changed.
        """

    def entries(self) -> Iterable[Entry]:
        """All entries of all devices, in the order of their ids, each once."""


class PresenceSource(Protocol):
    """Knows whether the person is there, and may be called."""

    @property
    def changed(self) -> SignalLike:
        """Something is so now that was not: worth another reading."""

    @property
    def woke(self) -> SignalLike:
        """The computer has woken."""

    @property
    def fell_asleep(self) -> SignalLike:
        """The computer is about to sleep."""

    @property
    def locked_changed(self) -> SignalLike:
        """The screen was locked or unlocked."""

    @property
    def settling(self) -> bool:
        """What was read last may be a flicker; read again in a moment."""

    def start(self) -> None:
        """Begin to know."""

    def stop(self) -> None:
        """Let go of every source."""

    def read(self) -> Presence:
        """What is so now; quick."""

    def watch_closely(self, closely: bool, /) -> None:
        """Whether pauses of a few seconds matter now."""


class SystemSwitch(Protocol):
    """What this system does for the program, or not; what is on is the system's own state."""

    @property
    def changed(self) -> SignalLike:
        """It is on or off now: which."""

    @property
    def refused(self) -> SignalLike:
        """It stays as it was: the reason."""

    @property
    def why_not(self) -> str:
        """Why this system cannot, in one line; nothing where it can."""

    def enabled(self) -> bool | None:
        """Whether it is on; `None` where that cannot be told."""

    def set_enabled(self, enabled: bool, /) -> None:
        """Ask for the change; answered by `changed` or `refused`, perhaps after a while."""


class Autostart(SystemSwitch, Protocol):
    """Starts the program with the session."""

    @property
    def is_ours(self) -> bool:
        """Whether what is on starts this program with this profile."""


class RosterStore(Protocol):
    """Keeps the roster of the reminders."""

    def save(self, roster: Roster) -> None:
        """Write it, whole or not at all."""


class ReminderStore(Protocol):
    """Keeps the state of the reminders."""

    def save(self, state: ReminderState) -> None:
        """Write it, whole or not at all."""


class Panel(Protocol):
    """A picture in the corner of the screen that never has the keyboard, and a pointer on it."""

    @property
    def picture_requested(self) -> SignalLike:
        """A picture is wanted, at the scale that is right now."""

    @property
    def moved(self) -> SignalLike:
        """The pointer is at x, y in logical pixels."""

    @property
    def pressed(self) -> SignalLike:
        """Its button was pressed where it is."""

    @property
    def released(self) -> SignalLike:
        """Its button was released."""

    @property
    def left(self) -> SignalLike:
        """The pointer has gone."""

    @property
    def failed(self) -> SignalLike:
        """The panel is not shown any more: the reason."""

    @property
    def scale(self) -> float:
        """Pixels that a picture needs for each logical pixel."""

    def show(self, width: int, height: int) -> bool:
        """Be shown in this size, in logical pixels; whether that is possible."""

    def paint(self, pixels: bytes, width: int, height: int) -> None:
        """Show a picture of so many pixels: premultiplied ARGB, rows without gaps."""

    def hide(self) -> None:
        """Go."""


class EventLog(Protocol):
    """Writes down what happens, for scripts and checks."""

    def write(self, event: str, /, **fields: object) -> None:
        """Append an event with its fields, which JSON can hold, and the clock's reading."""
