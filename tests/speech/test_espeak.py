"""Where espeak-ng is found, and what is said when it is not."""

import subprocess
import sys
from pathlib import Path

import pytest

from backease_desktop.speech.espeak import LONGEST_DATA_PATH, NoEspeakError, short_data_path
from tests.speech.real_voice import no_voice_because

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="espeak-ng is used on Linux only")


def data_in(folder: Path) -> Path:
    data = folder / "espeak-ng-data"
    data.mkdir(parents=True)
    (data / "phontab").write_bytes(b"x")
    return data


def test_data_under_a_short_path_are_used_where_they_are(tmp_path: Path) -> None:
    data = data_in(tmp_path)
    assert short_data_path(data, tmp_path) == data


def test_data_under_a_long_path_are_reached_by_a_short_link(tmp_path: Path) -> None:
    data = data_in(tmp_path / ("deep" * 40))
    for _ in range(2):  # the link of an earlier run is no hindrance
        link = short_data_path(data, tmp_path)
        assert len(str(link)) <= LONGEST_DATA_PATH
        assert (link / "phontab").read_bytes() == b"x"


def test_missing_data_are_reported_and_not_left_to_espeak_which_would_end_the_process(
    tmp_path: Path,
) -> None:
    with pytest.raises(NoEspeakError, match="no data"):
        short_data_path(tmp_path, tmp_path)


def test_two_long_paths_are_reported(tmp_path: Path) -> None:
    deep = tmp_path / ("deep" * 40)
    with pytest.raises(NoEspeakError, match="too long"):
        short_data_path(data_in(deep), deep)


def test_a_link_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NoEspeakError, match="cannot link"):
        short_data_path(data_in(tmp_path / ("deep" * 40)), tmp_path / "file")


def test_a_machine_without_any_espeak_is_told_in_one_line(tmp_path: Path) -> None:
    """In a process of its own: no library of that name, and no wheel."""
    (tmp_path / "espeakng_loader.py").write_text("raise ImportError('hidden by the test')")
    program = (
        "import sys, backease_desktop.speech.espeak as e; from pathlib import Path\n"
        f"sys.path.insert(0, {str(tmp_path)!r})\n"
        "e.SYSTEM_NAMES = ('libnothing.so.1',)\n"
        "try: e.load_espeak(Path('/tmp'))\n"
        "except e.NoEspeakError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout == "no espeak-ng on this system, and no wheel: hidden by the test\n"


@pytest.mark.real_voice
@pytest.mark.skipif(no_voice_because() != "", reason=no_voice_because())
def test_the_wheel_speaks_from_a_folder_too_deep_for_espeak(tmp_path: Path) -> None:
    """Without the link espeak-ng ends the process before it has said anything."""
    loader = pytest.importorskip("espeakng_loader", reason="no espeak-ng wheel here")
    deep = tmp_path / ("deep" * 40)
    deep.mkdir()
    (deep / "espeakng_loader").symlink_to(Path(loader.__file__).parent)
    program = (
        "import io, json, sys, backease_desktop.speech.espeak as e; from pathlib import Path\n"
        f"sys.path.insert(0, {str(deep)!r})\n"
        "e.SYSTEM_NAMES = ()\n"
        "from backease_desktop.speech.child import main\n"
        f"folder = Path({str(tmp_path)!r}); file = str(folder / 'phrase.pcm')\n"
        "request = {'id': 1, 'say': 'Relax.', 'voice': None, 'rate': 150, 'file': file}\n"
        "replies = io.StringIO()\n"
        "main(folder, [json.dumps(request).encode()], replies)\n"
        "print(replies.getvalue(), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert '"frames"' in done.stderr
    assert (tmp_path / "phrase.pcm").stat().st_size > 10_000
