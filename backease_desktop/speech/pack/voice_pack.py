"""A voice pack, read: the clips of a voice that came with the program.

Rules:
    * Only where the clips are is kept in memory. A clip is read and decoded when it is asked for,
      in two milliseconds or so, and whoever asked keeps it. Recipes are read again for who wants
      to know them.
    * A clip that is damaged is as good as none: somebody else says the phrase.
"""

import logging
import zlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from backease_desktop.core.clip import SAMPLE_RATE, Clip
from backease_desktop.core.units import Ms
from backease_desktop.core.voice import Pace, Voice
from backease_desktop.speech.pack.index import (
    INDEX,
    Place,
    VoicePackError,
    clips_file,
    read_index,
)
from backease_desktop.speech.pack.ogg import check
from backease_desktop.speech.pack.vorbis import decoded

_log = logging.getLogger(__name__)


class VoicePack:
    """The clips in a folder.

    Args:
        folder: a pack, as `index` describes it.

    Raises:
        VoicePackError: it cannot be used.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        contents = read_index(folder)
        self._facts = msgspec.structs.replace(contents.index, phrases={})
        self._places = contents.places
        self._recipes: dict[str, str] | None = None
        self._whole_heads: dict[Pace, bytes] = {}

    @property
    def language(self) -> str:
        """The language of its phrases, such as "en"."""
        return self._facts.language

    @property
    def voice(self) -> Voice:
        """Whose voice it is."""
        index = self._facts
        return Voice(index.voice, index.name, (index.language,))

    @property
    def phrases(self) -> Iterable[str]:
        """Every phrase that it holds."""
        return self._places[Pace.CALM].keys()

    @property
    def made_with(self) -> tuple[str, ...]:
        """Packages and versions that rendered it."""
        return tuple(self._facts.made_with)

    def recipe(self, text: str) -> str:
        """What a phrase was made from, as a hash.

        Raises:
            KeyError: it is not here.
            VoicePackError: the index cannot be read any more.
        """
        if self._recipes is None:
            phrases = read_index(self._folder).index.phrases
            self._recipes = {text: phrase.recipe for text, phrase in phrases.items()}
        return self._recipes[text]

    @property
    def size(self) -> int:
        """Bytes of all its files."""
        names = [INDEX, *(clips_file(pace) for pace in Pace)]
        return sum((self._folder / name).stat().st_size for name in names)

    def length(self, text: str, pace: Pace) -> Ms | None:
        """How long a phrase takes, exactly, in milliseconds; None if it is not here."""
        place = self._places[pace].get(text)
        if place is None:
            return None
        return Ms(-(-place.clipping.frames * 1000 // SAMPLE_RATE))

    def has(self, text: str, pace: Pace) -> bool:
        """Whether the clip of a phrase is here, and as whole as when it was made."""
        place = self._places[pace].get(text)
        if place is None:
            return False
        try:
            self._stream(place, pace)
        except (OSError, ValueError):
            return False
        return True

    def find(self, text: str, pace: Pace) -> Clip | None:
        """The clip of a phrase; None if it is not here, or damaged."""
        place = self._places[pace].get(text)
        if place is None:
            return None
        try:
            return self._decoded(place, pace)
        # Without the library that decodes nothing sounds anyway; captions want their lengths.
        except (OSError, ValueError, ImportError) as error:
            _log.warning("the voice pack cannot say “%s”: %s", text, error)
            return None

    def _decoded(self, place: Place, pace: Pace) -> Clip:
        clipping = place.clipping
        sound = decoded(self._stream(place, pace))
        if (sound.rate, sound.channels) != (SAMPLE_RATE, 1):
            raise ValueError(f"its clip has {sound.channels} channels at {sound.rate} Hz")
        if len(sound.samples) != 2 * clipping.frames:
            raise ValueError(
                f"its clip has {len(sound.samples) // 2} frames, not {clipping.frames}"
            )
        return Clip(sound.samples)

    def _stream(self, place: Place, pace: Pace) -> bytes:
        """Head and body, both as whole as when they were made: the decoder does not look."""
        with (self._folder / clips_file(pace)).open("rb") as file:
            head = file.read(self._facts.head)
            file.seek(place.start)
            body = file.read(place.clipping.size)
        if head != self._whole_heads.get(pace):
            check(head)
            self._whole_heads[pace] = head
        if zlib.crc32(body) != place.clipping.crc:
            raise ValueError("its clip is damaged")
        return head + body


def open_pack(folder: Path, language: str) -> VoicePack | None:
    """The pack for a language; None where there is none that can be used, which is logged.

    Args:
        folder: holds a folder for each pack, `<language>-<voice>`.
        language: such as "en".
    """
    for pack in sorted(folder.glob(f"{language}-*")):
        try:
            found = VoicePack(pack)
        except VoicePackError as error:
            _log.warning("a voice is left out: %s", error)
            continue
        if found.language == language:
            return found
        _log.warning("a voice is left out: %s: its language is %s", pack / INDEX, found.language)
    return None
