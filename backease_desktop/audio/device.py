"""The sound device of the computer, through the library miniaudio.

Opening takes some 5 ms and closing 1 ms, unless the sound server is frozen: then both block until
it wakes. So they belong in a thread that can be abandoned (`stream.Stream.run`).

Of the package miniaudio only its compiled part is used, by the names of the C library
(https://miniaud.io/docs/manual): what stands around it in Python brings a client for radio
stations, which takes 30 ms to load and 5.8 MB to keep; the part alone takes 1 ms and 0.1 MB.
"""

import ctypes
import sys
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Final, Protocol

from backease_desktop.core.clip import SAMPLE_RATE
from backease_desktop.core.units import Ms

Fill = Callable[[int], bytes]
"""Gives the next so many frames of the stream; called by the device, in a thread of its own."""

PERIOD: Final = Ms(30)
"""What the device asks for at a time, and holds: what is cut is silent within 80 ms. Each request
comes with some wake-ups of the sound server's."""

DEEP_PERIOD: Final = Ms(150)
"""The same on a computer so busy that a shorter one runs dry; what is cut is heard for longer."""

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

    def latency(self, period: Ms) -> Ms:
        """From the earliest request for a frame to the moment when it is heard."""

    def open(self, fill: Fill, period: Ms = PERIOD) -> Device:
        """Open the default device and let it ask for frames. May block as long as it likes.

        Args:
            fill: is asked.
            period: how much of them it is to ask for at a time, and to hold.

        Raises:
            SoundError: there is no device, or it refuses.
        """


class MiniaudioBackend:
    """An output of the system: WASAPI, CoreAudio, PulseAudio or PipeWire, ALSA, JACK.

    Args:
        wanted: the name of a device, None for the default; asked at each opening. A device that
            is not there gives way to the default.
        missed: is told the name of a device that is not there, in the thread that opens.
    """

    def __init__(
        self,
        wanted: Callable[[], str | None] = lambda: None,
        missed: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._wanted, self._missed = wanted, missed

    def latency(self, period: Ms) -> Ms:
        """As PulseAudio has it: 17, 24, 73 and 100 ms for periods of 20, 30, 100 and 150."""
        return Ms(period * 2 // 3 + 3) if sys.platform == "linux" else period

    def open(self, fill: Fill, period: Ms = PERIOD) -> Device:
        """Open the output; see `Backend.open`."""
        library = _library()
        if sys.platform == "linux":
            _silence_alsa()
        device = _MiniaudioDevice(library, fill, period, wanted := self._wanted())
        if wanted is not None and not device.is_wanted:
            self._missed(wanted)
        return device


def device_names() -> tuple[str, ...]:
    """The names of the outputs that there are now; none where nobody can tell.

    May block for as long as the sound server does.
    """
    try:
        library = _library()
        if sys.platform == "linux":
            _silence_alsa()
        context = _Context(library)
    except SoundError:
        return ()
    try:
        return tuple(dict.fromkeys(name for name, _ in context.outputs()))
    finally:
        context.close()


def library_version() -> str:
    """The version of the library that plays sound.

    Raises:
        SoundError: it cannot be loaded.
    """
    library = _library()
    return str(library.ffi.string(library.lib.ma_version_string()).decode())


@cache
def _library() -> Any:  # noqa: ANN401 (miniaudio has no types)
    try:
        # Loaded on first use: a program that is quiet all day needs none of it.
        import _miniaudio
    except ImportError as error:
        raise SoundError(NO_LIBRARY, str(error)) from error

    def give_frames(device: Any, output: Any, unused: Any, frames: int) -> None:  # noqa: ANN401
        _miniaudio.ffi.from_handle(device.pUserData)._data_callback(device, output, unused, frames)

    _miniaudio.ffi.def_extern(name="_internal_data_callback")(give_frames)
    return _miniaudio


class _Context:
    """The sound system, and the outputs that it has.

    Raises:
        SoundError: there is none, or it refuses.
    """

    def __init__(self, library: Any) -> None:  # noqa: ANN401 (miniaudio has no types)
        self._ffi, self._lib = library.ffi, library.lib
        self._name = self._ffi.new("char[]", b"BackEase")
        config = self._lib.ma_context_config_init()
        config.threadPriority = self._lib.ma_thread_priority_highest
        config.pulse.pApplicationName = config.jack.pClientName = self._name
        self.handle: Any = self._ffi.new("ma_context *")
        address = self._ffi.addressof(config)
        _check(
            self._lib,
            "failed to init context",
            self._lib.ma_context_init(self._ffi.NULL, 0, address, self.handle),
        )

    def outputs(self) -> Iterator[tuple[str, Any]]:
        """Name and id of every output, as long as the context is open."""
        infos = self._ffi.new("ma_device_info **")
        number = self._ffi.new("ma_uint32 *")
        null = self._ffi.NULL
        if self._lib.ma_context_get_devices(self.handle, infos, number, null, null):
            return
        for place in range(number[0]):
            info = infos[0][place]
            name = self._ffi.string(info.name).decode(errors="replace")
            yield name, self._ffi.new("ma_device_id *", info.id)

    def close(self) -> None:
        """Give it back; without that five file descriptors would stay."""
        self._lib.ma_context_uninit(self.handle)


class _MiniaudioDevice:
    """An output, asking for frames.

    Attributes:
        is_wanted: whether it is the one that was named, rather than the default.

    Raises:
        SoundError: there is no device, or it refuses.
    """

    def __init__(
        self,
        library: Any,  # noqa: ANN401
        fill: Fill,
        period: Ms,
        wanted: str | None,
    ) -> None:
        self._ffi, self._lib, self._fill = library.ffi, library.lib, fill
        self._period = period
        self._handle = self._ffi.new_handle(self)
        self._context: _Context | None = _Context(library)
        self._device: Any = None
        self.is_wanted = False
        try:
            self._open(self._context, wanted)
            if self._context.handle.backend == self._lib.ma_backend_null:
                raise SoundError(NO_DEVICE)
            done = self._lib.ma_device_start(self._device)
            _check(self._lib, "failed to start device", done)
        except SoundError:
            self.close()
            raise

    def close(self) -> None:
        """Give device and context back."""
        if self._device is not None:
            self._lib.ma_device_uninit(self._device)
            self._device = None
        if self._context is not None:
            self._context.close()
            self._context = None

    def _open(self, context: _Context, wanted: str | None) -> None:
        """Open the device of that name, else the default; so too where the named one refuses."""
        if wanted is not None:
            for name, id_ in context.outputs():
                if name == wanted:
                    try:
                        self._device = self._new_device(context, id_)
                    except SoundError:
                        break
                    self.is_wanted = True
                    return
        self._device = self._new_device(context, None)

    def _new_device(self, context: _Context, id_: Any) -> Any:  # noqa: ANN401
        config = self._lib.ma_device_config_init(self._lib.ma_device_type_playback)
        config.sampleRate, config.periodSizeInMilliseconds = SAMPLE_RATE, self._period
        config.playback.channels, config.playback.format = 1, self._lib.ma_format_s16
        if id_ is not None:
            config.playback.pDeviceID = id_
        config.pUserData, config.dataCallback = self._handle, self._lib._internal_data_callback
        device = self._ffi.new("ma_device *")
        done = self._lib.ma_device_init(context.handle, self._ffi.addressof(config), device)
        _check(self._lib, "failed to init device", done)
        return device

    def _data_callback(self, _device: Any, output: Any, _input: Any, frames: int) -> None:  # noqa: ANN401
        """Called in the device's thread; named as the Python package has it, if that is loaded."""
        samples = self._fill(frames)
        self._ffi.memmove(output, samples, len(samples))


def _check(library: Any, what: str, result: int) -> None:  # noqa: ANN401
    if result != library.MA_SUCCESS:
        is_missing = result in (library.MA_NO_DEVICE, library.MA_NO_BACKEND)
        raise SoundError(NO_DEVICE if is_missing else NOT_OPENED, f"{what} ({result})")


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
