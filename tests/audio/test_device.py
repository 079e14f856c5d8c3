import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

from backease_desktop.audio import device
from backease_desktop.audio.device import NO_DEVICE, NOT_OPENED, MiniaudioBackend, SoundError

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
        timeout=60,
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
