"""The sound device of the computer, through miniaudio; the only module that knows of it.

Opening takes some 5 ms and closing 1 ms, unless the sound server is frozen: then both block until
it wakes. So they belong in a thread that can be abandoned (`stream.Stream.run`).
"""

import ctypes
import sys
from collections.abc import Callable, Generator
from functools import cache
from typing import Any, Final, Protocol

from backease_desktop.core.clip import SAMPLE_RATE
from backease_desktop.core.units import Ms

Fill = Callable[[int], bytes]
"""Gives the next so many frames of the stream; called by the device, in a thread of its own."""

PERIOD: Final = Ms(20)
"""What the device asks for at a time: 50 requests a second cost 2 ms of CPU."""


NO_LIBRARY = "the library that plays sound is missing"
NO_DEVICE = "there is no sound device"
NOT_OPENED = "the sound device does not open"


class SoundError(Exception):
    """The device cannot be opened; the message says why, in plain words.

    Attributes:
        detail: what the sound library says of it, for the log.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.detail = detail


class Device(Protocol):
    """An open device that asks for frames until it is closed."""

    def close(self) -> None:
        """Stop asking, and give the device back. May block for as long as the sound server does."""


class Backend(Protocol):
    """Opens devices."""

    latency: Ms
    """From the earliest request for a frame to the moment when it is heard."""

    def open(self, fill: Fill) -> Device:
        """Open the default device and let it ask for frames. May block as long as it likes.

        Raises:
            SoundError: there is no device, or it refuses.
        """


class MiniaudioBackend:
    """The default output of the system: WASAPI, CoreAudio, PulseAudio or PipeWire, ALSA, JACK."""

    latency = PERIOD

    def open(self, fill: Fill) -> Device:
        """Open the default output; see `Backend.open`."""
        miniaudio = _library()
        if sys.platform == "linux":
            _silence_alsa()
        try:
            device = _MiniaudioDevice(miniaudio)
            device.start(fill)
        except miniaudio.MiniaudioError as error:
            library = miniaudio.lib
            is_missing = error.args[-1] in (library.MA_NO_DEVICE, library.MA_NO_BACKEND)
            reason = NO_DEVICE if is_missing else NOT_OPENED
            raise SoundError(reason, f"{error.args[0]} ({error.args[-1]})") from error
        return device


def library_version() -> str:
    """The version of the library that plays sound.

    Raises:
        SoundError: it cannot be loaded.
    """
    return str(_library().__version__)


def _library() -> Any:  # noqa: ANN401 (miniaudio has no types)
    try:
        # Loaded on first use: it takes 50 ms and 14 MB, and a quiet program needs neither.
        import miniaudio
    except ImportError as error:
        raise SoundError(NO_LIBRARY, str(error)) from error
    return miniaudio


class _MiniaudioDevice:
    def __init__(self, library: Any) -> None:  # noqa: ANN401 (miniaudio has no types)
        self._library = library
        self._device = library.PlaybackDevice(
            output_format=library.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=SAMPLE_RATE,
            buffersize_msec=PERIOD,
            app_name="BackEase",
        )

    def start(self, fill: Fill) -> None:
        frames = _pump(fill)
        next(frames)
        try:
            if self._device.backend == "Null":
                raise SoundError(NO_DEVICE)
            self._device.start(frames)
        except (SoundError, self._library.MiniaudioError):
            self.close()
            raise

    def close(self) -> None:
        context = self._device._context
        self._device.close()
        # WORKAROUND: pyminiaudio 1.71 never gives its context back: each opening would leave a
        # connection to the sound server and five file descriptors behind.
        self._library.lib.ma_context_uninit(context)


def _pump(fill: Fill) -> Generator[bytes, int, None]:
    """The generator that miniaudio wants: it sends a number of frames and receives them."""
    frames = yield b""
    while True:
        frames = yield fill(frames)


@cache
def _silence_alsa() -> object:
    """Keep ALSA's 80 lines about a missing card out of the terminal player's screen.

    Returns:
        The function that now gets ALSA's messages: ALSA keeps only its address, the cache keeps it.
    """
    kind = ctypes.CFUNCTYPE(
        None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p
    )
    say_nothing = kind(lambda *_: None)
    try:
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(say_nothing)
    except (OSError, AttributeError):
        return None  # No ALSA here, so nobody chatters.
    return say_nothing
