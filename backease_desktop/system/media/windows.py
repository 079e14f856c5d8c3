"""Media keys on Windows: the system's transport controls, held for the window of the program.

The controls belong to a window: https://learn.microsoft.com/windows/win32/api/systemmediatransportcontrolsinterop/.
Windows calls back in a thread of its own; a queued signal brings that into ours.
"""

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QUrl, Signal

from backease_desktop.core.now_playing import MediaWish, NowPlaying
from backease_desktop.core.units import Ms
from backease_desktop.disk import read_file
from backease_desktop.system.media.controls import MediaControls

log = logging.getLogger(__name__)

PLAYING, PAUSED, STOPPED = 3, 4, 2
"""Values of MediaPlaybackStatus."""
MUSIC = 1
"""Of MediaPlaybackType; the only kind that has a title, an artist and an album."""

_BUTTONS = {
    0: MediaWish.PLAY,
    1: MediaWish.PAUSE,
    2: MediaWish.STOP,
    6: MediaWish.NEXT,
    7: MediaWish.PREVIOUS,
}
"""Values of SystemMediaTransportControlsButton."""

MOST_ARTWORK = 1 << 20
"""Bytes of a picture."""


class WindowsControls(MediaControls):
    """A session in the transport controls of Windows.

    Args:
        media: the module `winrt.windows.media`.
        streams: the module `winrt.windows.storage.streams`.
        controls: the SystemMediaTransportControls of our window.
        clock: milliseconds of a clock that never goes back.
        parent: the owner.
    """

    _pressed = Signal(int)
    _moved = Signal(object)

    def __init__(
        self,
        media: Any,  # noqa: ANN401 (a module of another system)
        streams: Any,  # noqa: ANN401
        controls: Any,  # noqa: ANN401
        clock: Callable[[], Ms],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(clock, parent)
        self._media, self._streams, self._controls = media, streams, controls
        queued = Qt.ConnectionType.QueuedConnection
        self._pressed.connect(self._on_pressed, queued)
        self._moved.connect(self._on_moved, queued)
        controls.is_enabled = False
        controls.add_button_pressed(lambda _, event: self._pressed.emit(int(event.button)))
        controls.add_playback_position_change_requested(
            lambda _, event: self._moved.emit(event.requested_playback_position)
        )

    def _on_pressed(self, button: int) -> None:
        if self._shown is not None and button in _BUTTONS:
            self.wish_made.emit(_BUTTONS[button])

    def _on_moved(self, to: timedelta) -> None:
        if self._shown is not None:
            self.sought.emit(Ms(to // timedelta(milliseconds=1)))

    def _appear(self, now: NowPlaying) -> None:
        controls = self._controls
        controls.is_play_enabled = controls.is_pause_enabled = controls.is_stop_enabled = True
        controls.is_next_enabled = controls.is_previous_enabled = True
        controls.is_enabled = True
        self._tell(now)
        self._tell_jump(now)

    def _tell(self, now: NowPlaying) -> None:
        updater = self._controls.display_updater
        updater.type = self._media.MediaPlaybackType(MUSIC)
        updater.music_properties.title = now.title
        updater.music_properties.album_title = now.session
        updater.music_properties.artist = "BackEase"
        updater.music_properties.track_number = now.track
        updater.thumbnail = self._picture(now.artwork)
        updater.update()
        status = PLAYING if now.is_playing else PAUSED
        self._controls.playback_status = self._media.MediaPlaybackStatus(status)
        self._tell_jump(now)

    def _tell_jump(self, now: NowPlaying) -> None:
        times = self._media.SystemMediaTransportControlsTimelineProperties()
        times.start_time = times.min_seek_time = timedelta(0)
        times.end_time = times.max_seek_time = timedelta(milliseconds=now.length)
        times.position = timedelta(milliseconds=now.position)
        self._controls.update_timeline_properties(times)

    def _vanish(self) -> None:
        self._controls.playback_status = self._media.MediaPlaybackStatus(STOPPED)
        self._controls.display_updater.clear_all()
        self._controls.display_updater.update()
        self._controls.is_enabled = False

    def _picture(self, artwork: str) -> Any:  # noqa: ANN401
        """The picture as a stream in memory, or None: controls without a picture are fine."""
        with suppress(OSError, ValueError):
            png = read_file(Path(QUrl(artwork).toLocalFile()), MOST_ARTWORK)
            stream = self._streams.InMemoryRandomAccessStream()
            writer = self._streams.DataWriter(stream.get_output_stream_at(0))
            writer.write_bytes(png)
            writer.store_async()
            return self._streams.RandomAccessStreamReference.create_from_stream(stream)
        return None


def windows_controls(
    window: int, clock: Callable[[], Ms], parent: QObject | None = None
) -> MediaControls:
    """The controls for a window of ours.

    Args:
        window: its native handle.
        clock: milliseconds of a clock that never goes back.
        parent: the owner.
    """
    try:
        # Loaded on first use, by the first session on Windows.
        from winrt.windows import media
        from winrt.windows.media.interop import get_for_window
        from winrt.windows.storage import streams

        return WindowsControls(media, streams, get_for_window(window), clock, parent)
    except (ImportError, OSError) as error:
        log.info("there are no media keys: %s", error)
        return MediaControls(clock, parent)
