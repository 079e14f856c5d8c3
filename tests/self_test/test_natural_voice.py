"""The self-test of the natural voice: there, decoded, or missing in a sentence."""

import shutil
from pathlib import Path

import msgspec
import pytest

from backease_desktop.bootstrap.shelf import Shelf, open_shelf
from backease_desktop.core.voice import Pace
from backease_desktop.self_test.content import natural_voice
from backease_desktop.self_test.verdict import Broken
from backease_desktop.speech.pack.index import clips_file
from backease_desktop.speech.pack.voice_pack import VoicePack
from tests.fakes.voice_pack import PACK


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return open_shelf(tmp_path)


def test_a_pack_that_is_whole_is_counted(shelf: Shelf) -> None:
    assert natural_voice(msgspec.structs.replace(shelf, pack=VoicePack(PACK))) == "3 phrases, 0 MB"


def test_a_missing_pack_is_no(shelf: Shelf) -> None:
    with pytest.raises(Broken, match=r"missing or damaged.*install BackEase again"):
        natural_voice(msgspec.structs.replace(shelf, pack=None))


def test_sound_that_cannot_be_decoded_is_no(
    shelf: Shelf, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    copy = Path(shutil.copytree(PACK, tmp_path / "en-copy"))
    path = copy / clips_file(Pace.BRISK)
    path.write_bytes(bytes(path.stat().st_size))
    with pytest.raises(Broken, match=r"“And relax\.” cannot be decoded"):
        natural_voice(msgspec.structs.replace(shelf, pack=VoicePack(copy)))
    caplog.clear()
