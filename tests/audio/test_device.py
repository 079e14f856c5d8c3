import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

from backease_desktop.audio import device
from backease_desktop.audio.device import NO_DEVICE, NOT_OPENED, MiniaudioBackend, SoundError
from backease_desktop.core.units import Ms
from tests.patience import PATIENCE_S

WITHOUT_SOUND = {
    "PULSE_SERVER": "unix:/nonexistent/socket",
    "ALSA_CONFIG_PATH": "/nonexistent/alsa.conf",
    "JACK_NO_START_SERVER": "1",
}


def run(program: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=True,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only here can the sound be taken away")
def test_a_computer_without_sound_says_so_by_an_exception_and_not_on_the_terminal() -> None:
    done = run(
        "from backease_desktop.audio.device import MiniaudioBackend, SoundError\n"
        "try: MiniaudioBackend().open(bytes)\n"
        "except SoundError as error: print(error, error.detail, sep='; ')\n",
        **WITHOUT_SOUND,
    )
    assert done.stdout.startswith((NO_DEVICE, NOT_OPENED))
    assert done.stderr == ""


def refusing(code: int, given_back: list[str]) -> SimpleNamespace:
    """A sound library that has a context and refuses the device."""
    config = SimpleNamespace(pulse=SimpleNamespace(), jack=SimpleNamespace())
    ffi = SimpleNamespace(
        NULL=None,
        new=lambda kind, *_: kind,
        new_handle=lambda thing: thing,
        addressof=lambda thing: thing,
    )
    lib = SimpleNamespace(
        MA_SUCCESS=0,
        MA_NO_DEVICE=-204,
        MA_NO_BACKEND=-203,
        ma_thread_priority_highest=0,
        ma_device_type_playback=1,
        ma_format_s16=2,
        _internal_data_callback=None,
        ma_context_config_init=lambda: config,
        ma_context_init=lambda *_: 0,
        ma_context_uninit=given_back.append,
        ma_device_config_init=lambda _: SimpleNamespace(playback=SimpleNamespace()),
        ma_device_init=lambda *_: code,
    )
    return SimpleNamespace(ffi=ffi, lib=lib)


@pytest.mark.parametrize(
    ("code", "reason"), [(-204, NO_DEVICE), (-203, NO_DEVICE), (-401, NOT_OPENED)]
)
def test_a_refusal_is_said_in_plain_words_and_kept_as_it_was_for_the_log(
    monkeypatch: pytest.MonkeyPatch, code: int, reason: str
) -> None:
    given_back: list[str] = []
    monkeypatch.setattr(device, "_library", lambda: refusing(code, given_back))
    with pytest.raises(SoundError) as raised:
        MiniaudioBackend().open(bytes)
    assert str(raised.value) == reason
    assert raised.value.detail == f"failed to init device ({code})"
    assert given_back == ["ma_context *"]


def test_the_sound_library_is_not_loaded_before_it_is_needed() -> None:
    done = run(
        "import sys\n"
        "from backease_desktop.audio.output import SoundOutput\n"
        "SoundOutput(clock=int)\n"
        "print({'miniaudio', '_miniaudio'} & set(sys.modules))\n"
    )
    assert done.stdout == "set()\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only here can the sound be taken away")
def test_what_miniaudio_has_in_python_around_it_is_not_loaded() -> None:
    done = run(
        "import sys\n"
        "from backease_desktop.audio.device import MiniaudioBackend, SoundError, library_version\n"
        "library_version()\n"
        "try: MiniaudioBackend().open(bytes)\n"
        "except SoundError: pass\n"
        "print({'miniaudio', 'urllib.request', 'ssl'} & set(sys.modules))\n",
        **WITHOUT_SOUND,
    )
    assert done.stdout == "set()\n"


class Outputs:
    """A sound system with outputs by name; remembers which one was opened."""

    def __init__(self, names: tuple[str, ...], refuses: str = "") -> None:
        self.opened: list[str | None] = []
        self._names, self._refuses = names, refuses
        library = refusing(0, [])
        library.ffi.new = self._new
        library.ffi.string = lambda name: name.encode()
        library.lib.ma_context_get_devices = self._list
        library.lib.ma_device_config_init = lambda _: SimpleNamespace(
            playback=SimpleNamespace(pDeviceID=None)
        )
        library.lib.ma_device_init = self._init
        library.lib.ma_device_start = lambda _: 0
        library.lib.ma_device_uninit = lambda _: None
        library.lib.ma_backend_null = -1
        self.library = library

    def _new(self, kind: str, value: object = None) -> object:
        if kind == "ma_device_id *":
            return value
        if kind == "ma_context *":
            return SimpleNamespace(backend=0)
        return [None]

    def _list(self, _context: object, infos: list[object], number: list[object], *_: object) -> int:
        infos[0] = [SimpleNamespace(name=name, id=name) for name in self._names]
        number[0] = len(self._names)
        return 0

    def _init(self, _context: object, config: SimpleNamespace, _device: object) -> int:
        device = config.playback.pDeviceID
        if device is not None and device == self._refuses:
            return -401
        self.opened.append(device)
        return 0


@pytest.mark.parametrize(
    ("wanted", "refuses", "opened", "missed"),
    [
        (None, "", None, []),
        ("Headset", "", "Headset", []),
        ("Gone", "", None, ["Gone"]),
        ("Headset", "Headset", None, ["Headset"]),
    ],
)
def test_a_device_that_is_not_there_or_refuses_gives_way_to_the_default_and_is_told(
    monkeypatch: pytest.MonkeyPatch,
    wanted: str | None,
    refuses: str,
    opened: str | None,
    missed: list[str],
) -> None:
    outputs, told = Outputs(("Speakers", "Headset"), refuses), list[str]()
    monkeypatch.setattr(device, "_library", lambda: outputs.library)
    MiniaudioBackend(lambda: wanted, told.append).open(bytes).close()
    assert outputs.opened == [opened]
    assert told == missed


def test_devices_of_one_name_are_listed_once_in_the_systems_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    outputs = Outputs(("Speakers", "Headset", "Speakers"))
    monkeypatch.setattr(device, "_library", lambda: outputs.library)
    assert device.device_names() == ("Speakers", "Headset")


@pytest.mark.skipif(sys.platform != "linux", reason="was measured with PulseAudio")
@pytest.mark.parametrize(("period", "measured"), [(20, 17), (30, 24), (100, 73), (150, 100)])
def test_the_latency_is_what_was_measured(period: int, measured: int) -> None:
    assert abs(MiniaudioBackend().latency(Ms(period)) - measured) <= 4
