import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

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


class RefusedError(Exception):
    """What miniaudio raises."""


@pytest.mark.parametrize(
    ("code", "reason"), [(-204, NO_DEVICE), (-203, NO_DEVICE), (-401, NOT_OPENED)]
)
def test_a_refusal_is_said_in_plain_words_and_kept_as_it_was_for_the_log(
    monkeypatch: pytest.MonkeyPatch, code: int, reason: str
) -> None:
    def refuse(**_: object) -> None:
        raise RefusedError("failed to init device", code)

    library = SimpleNamespace(
        MiniaudioError=RefusedError,
        PlaybackDevice=refuse,
        SampleFormat=SimpleNamespace(SIGNED16=2),
        lib=SimpleNamespace(MA_NO_DEVICE=-204, MA_NO_BACKEND=-203),
    )
    monkeypatch.setitem(sys.modules, "miniaudio", library)
    with pytest.raises(SoundError) as raised:
        MiniaudioBackend().open(bytes)
    assert str(raised.value) == reason
    assert raised.value.detail == f"failed to init device ({code})"


def test_the_sound_library_is_not_loaded_before_it_is_needed() -> None:
    done = run(
        "import sys\n"
        "from backease_desktop.audio.output import SoundOutput\n"
        "SoundOutput(clock=int)\n"
        "print('miniaudio' in sys.modules)\n"
    )
    assert done.stdout == "False\n"
