"""Writing a voice pack: what has not changed keeps its bytes, and nothing is half written."""

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from msgspec.structs import replace

from backease_desktop.core.voice import Pace
from backease_desktop.speech.pack import writing
from backease_desktop.speech.pack.index import (
    INDEX,
    VoicePackError,
    clips_file,
    index_text,
    read_index,
)
from backease_desktop.speech.pack.voice_pack import VoicePack
from backease_desktop.speech.pack.writing import RenderingError, Written, recipe_of, write_pack
from backease_desktop.speech.pronunciation import with_phonemes
from tests.fakes.voice_pack import PACK, PHRASES, fake_rendering


class Studio:
    """A copy of the small pack, and what was rendered for it."""

    def __init__(self, folder: Path) -> None:
        self.pack = Path(shutil.copytree(PACK, folder / "pack"))
        self._make_it_todays()
        self.log = folder / "log"
        self.told: list[tuple[int, int]] = []

    def _make_it_todays(self) -> None:
        """Let the small pack have been made by the recipes of today, whatever they are."""
        index = read_index(self.pack).index
        phrases = {text: replace(p, recipe=recipe_of(text)) for text, p in index.phrases.items()}
        text = index_text(replace(index, phrases=phrases))
        (self.pack / INDEX).write_text(text, encoding="utf-8")

    def write(self, phrases: Iterable[str], *orders: str) -> Written:
        command = fake_rendering(self.log, *orders)
        return write_pack(self.pack, phrases, command, lambda *at: self.told.append(at))

    @property
    def rendered(self) -> list[str]:
        return self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []

    def body(self, text: str, pace: Pace) -> bytes:
        place = read_index(self.pack).places[pace][text]
        data = (self.pack / clips_file(pace)).read_bytes()
        return data[place.start : place.start + place.clipping.size]

    @property
    def bytes(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted(self.pack.iterdir())}


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return Studio(tmp_path)


def test_the_same_phrases_leave_every_byte_and_render_nothing(studio: Studio) -> None:
    before = studio.bytes
    assert studio.write(reversed(PHRASES)) == Written(3, 0, 0)
    assert studio.bytes == before
    assert studio.rendered == []


def test_only_what_is_new_is_rendered_and_the_others_keep_their_bytes(studio: Studio) -> None:
    kept = {pace: studio.body("Two.", pace) for pace in Pace}
    assert studio.write(["Two.", "Lift.", "Hold it."]) == Written(3, 1, 1)
    assert studio.rendered == ["calm Lift.", "brisk Lift."]
    assert {pace: studio.body("Two.", pace) for pace in Pace} == kept
    pack = VoicePack(studio.pack)
    assert set(pack.phrases) == {"Two.", "Lift.", "Hold it."}
    assert all(pack.find(text, pace) for text in pack.phrases for pace in Pace)
    assert studio.told == [(1, 2), (2, 2)]


def test_a_phrase_with_another_pronunciation_is_rendered_again(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        writing, "with_phonemes", lambda text: with_phonemes(text).replace("Two", "Tew")
    )
    assert studio.write(PHRASES) == Written(3, 1, 0)
    assert studio.rendered == ["calm Two.", "brisk Two."]


def test_a_damaged_clip_is_rendered_again(studio: Studio) -> None:
    path = studio.pack / clips_file(Pace.CALM)
    data = bytearray(path.read_bytes())
    data[-100] ^= 0x40
    path.write_bytes(data)
    assert studio.write(PHRASES) == Written(3, 1, 0)
    assert VoicePack(studio.pack).find("Two.", Pace.CALM) is not None


def test_a_pack_that_is_not_there_is_made(studio: Studio) -> None:
    shutil.rmtree(studio.pack)
    assert studio.write(["One.", "Three."]) == Written(2, 2, 0)
    assert VoicePack(studio.pack).length("One.", Pace.CALM) is not None


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ("old", "has hibari-tts 0.1; it must have hibari-tts 0.2.1, numpy"),
        ("crash", "ended with 1: the model is not there"),
        ("lazy", "only 1 of 2"),
    ],
)
def test_where_rendering_fails_it_says_why_and_leaves_the_pack_as_it_was(
    studio: Studio, order: str, words: str
) -> None:
    before = studio.bytes
    with pytest.raises(RenderingError, match=words):
        studio.write([*PHRASES, "Lift."], order)
    assert studio.bytes == before


def test_an_interpreter_that_is_not_there_is_named(studio: Studio) -> None:
    with pytest.raises(RenderingError, match="no-such-python: cannot be started"):
        write_pack(studio.pack, ["Lift."], ["/no-such-python"], lambda *_: None)


def test_a_pack_that_cannot_be_read_is_never_written_over(studio: Studio) -> None:
    (studio.pack / INDEX).write_bytes(b"{}")
    before = studio.bytes
    with pytest.raises(VoicePackError):
        studio.write(PHRASES)
    assert studio.bytes == before
