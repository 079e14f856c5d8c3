"""Media controls of other systems that keep state as the real ones do."""

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QObject, Signal

from backease_desktop.core.now_playing import NowPlaying


class FakeControls(QObject):
    """Takes the place of the desktop's controls; keys are pressed by the test."""

    wish_made = Signal(object)
    sought = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.shown: NowPlaying | None = None

    def show(self, now: NowPlaying) -> None:
        self.shown = now

    def hide(self) -> None:
        self.shown = None


class FakeSmtc:
    """SystemMediaTransportControls, and the modules around it."""

    def __init__(self) -> None:
        self.is_enabled = True
        self.is_next_enabled = self.is_previous_enabled = self.is_play_enabled = False
        self.is_pause_enabled = self.is_stop_enabled = False
        self.playback_status = 0
        self.timeline: Any = None
        self.on_screen: SimpleNamespace | None = None
        self.display_updater = self._updater()
        self._pressed: list[Callable[[Any, Any], None]] = []
        self._moved: list[Callable[[Any, Any], None]] = []
        self.media = SimpleNamespace(
            MediaPlaybackType=int,
            MediaPlaybackStatus=int,
            SystemMediaTransportControlsTimelineProperties=SimpleNamespace,
        )

    def _updater(self) -> SimpleNamespace:
        def update() -> None:
            shown = self.display_updater
            self.on_screen = SimpleNamespace(**vars(shown.music_properties), type=shown.type)

        def clear_all() -> None:
            self.display_updater.type = 0
            self.display_updater.music_properties = SimpleNamespace(title="")

        return SimpleNamespace(
            update=update,
            clear_all=clear_all,
            music_properties=SimpleNamespace(title=""),
            type=0,
            thumbnail=None,
        )

    def add_button_pressed(self, handler: Callable[[Any, Any], None]) -> None:
        self._pressed.append(handler)

    def add_playback_position_change_requested(self, handler: Callable[[Any, Any], None]) -> None:
        self._moved.append(handler)

    def update_timeline_properties(self, times: Any) -> None:
        self.timeline = times

    def press(self, button: int) -> None:
        if self.is_enabled:
            for handler in self._pressed:
                handler(self, SimpleNamespace(button=button))

    def move(self, milliseconds: int) -> None:
        if self.is_enabled:
            to = timedelta(milliseconds=milliseconds)
            for handler in self._moved:
                handler(self, SimpleNamespace(requested_playback_position=to))


class FakeStreams:
    """`winrt.windows.storage.streams`: streams in memory."""

    class InMemoryRandomAccessStream:
        """Bytes in memory."""

        def __init__(self) -> None:
            self.data = b""

        def get_output_stream_at(self, _at: int) -> "FakeStreams.InMemoryRandomAccessStream":
            return self

    class DataWriter:
        """Writes all at once, when it is told to store."""

        def __init__(self, stream: Any) -> None:
            self._stream = stream
            self._written = b""

        def write_bytes(self, data: bytes) -> None:
            self._written += data

        def store_async(self) -> None:
            self._stream.data = self._written

    class RandomAccessStreamReference:
        """What a stream has."""

        @staticmethod
        def create_from_stream(stream: Any) -> bytes:
            return bytes(stream.data)


class FakeMacCommand:
    """An MPRemoteCommand."""

    def __init__(self) -> None:
        self.is_enabled = False
        self.targets: list[Callable[[Any], None]] = []

    def setEnabled_(self, enabled: bool) -> None:
        self.is_enabled = enabled

    def removeTarget_(self, target: Any) -> None:
        self.targets.remove(target)


class FakeMac:
    """MPNowPlayingInfoCenter and MPRemoteCommandCenter in one."""

    def __init__(self) -> None:
        self.info: dict[str, Any] | None = None
        self.state = 0
        self.commands: dict[str, FakeMacCommand] = {}

    def __getattr__(self, name: str) -> Callable[[], FakeMacCommand]:
        if not name.endswith("Command"):
            raise AttributeError(name)
        return lambda: self.commands.setdefault(name, FakeMacCommand())

    def setNowPlayingInfo_(self, info: dict[str, Any] | None) -> None:
        self.info = info

    def setPlaybackState_(self, state: int) -> None:
        self.state = state

    @staticmethod
    def listen(command: FakeMacCommand, does: Callable[[Any], None]) -> Callable[[Any], None]:
        command.targets.append(does)
        return does

    def press(self, name: str, at_s: float = 0) -> None:
        command = self.commands.get(name)
        if command is not None and command.is_enabled:
            for does in command.targets:
                does(SimpleNamespace(positionTime=lambda: at_s))
