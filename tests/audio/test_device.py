import os
import subprocess
import sys

import pytest

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
        "except SoundError as error: print('refused:', error)\n",
        **WITHOUT_SOUND,
    )
    assert done.stdout.startswith("refused: ")
    assert done.stderr == ""


def test_the_sound_library_is_not_loaded_before_it_is_needed() -> None:
    done = run(
        "import sys\n"
        "from backease_desktop.audio.output import SoundOutput\n"
        "SoundOutput(clock=int)\n"
        "print('miniaudio' in sys.modules)\n"
    )
    assert done.stdout == "False\n"
