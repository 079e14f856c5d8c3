"""Writes a voice pack: what has not changed keeps its bytes, what is new is rendered.

Rules:
    * A recipe is everything that a phrase's sound is made from: its text as the voice is given it,
      the packages, the pace and the trimming. The same recipe keeps the clip that there is.
    * Rendered is in a process of another environment (`rendering`), so that a voice and an encoder
      are no dependencies of the program.
    * Files are written beside their place and moved there, the index last. A pack that was left
      half written does not fit its index, and says so.
"""

import hashlib
import json
import os
import subprocess
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import backease_desktop
from backease_desktop.core.voice import Pace
from backease_desktop.speech.natural.synthesis import (
    LANGUAGE,
    SEED,
    SPEED,
    VOICE_ID,
    VOICE_NAME,
)
from backease_desktop.speech.pack.index import (
    INDEX,
    VERSION,
    Clipping,
    Contents,
    Index,
    Phrase,
    VoicePackError,
    clips_file,
    index_text,
    read_index,
)
from backease_desktop.speech.pack.ogg import Stream, split
from backease_desktop.speech.pronunciation import with_phonemes

FOLDER = f"{LANGUAGE}-{VOICE_ID}"
"""The name of the pack's folder."""

NEEDED = ("hibari-tts 0.2.1", "numpy 2.4.6", "onnxruntime 1.32.0", "soundfile 0.14.0")
"""What a pack is made with, exactly, so that the same phrase is the same sound next year."""

PREPARATION = 1
"""Part of every recipe: raise it when trimming, loudness, resampling or encoding change."""

Progress = Callable[[int, int], None]
"""Told how many clips are rendered, of how many."""


class RenderingError(VoicePackError):
    """The pack could not be rendered; says why."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was done: phrases of the pack, how many of them were rendered, how many were let go."""

    phrases: int
    rendered: int
    dropped: int


def recipe_of(text: str) -> str:
    """The recipe of a phrase, as a hash."""
    parts = [PREPARATION, NEEDED, sorted(SPEED.items()), SEED, with_phonemes(text)]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]


def rendering_by(python: Path) -> list[str]:
    """The command that renders, with the interpreter of an environment that has what is needed."""
    return [str(python), "-m", "backease_desktop.speech.pack.rendering"]


def write_pack(
    folder: Path, phrases: Iterable[str], command: Sequence[str], progress: Progress
) -> Written:
    """Make the pack in a folder hold these phrases and no others.

    Args:
        folder: where it is, or will be.
        phrases: every text that it shall hold.
        command: renders, in an environment that has what is `NEEDED`; a scratch folder is appended.
        progress: told now and then.

    Raises:
        RenderingError: the environment lacks something, or a phrase could not be rendered.
        VoicePackError: the pack that is there cannot be read; it is left as it is.
        OSError: it cannot be written.
    """
    before = _Clips.of(folder) if (folder / INDEX).exists() else _Clips.none()
    texts = sorted(set(phrases))
    missing = [text for text in texts if before.recipe(text) != recipe_of(text)]
    streams = dict[tuple[str, Pace], tuple[Stream, int]]()
    if missing:
        streams = _rendered(missing, command, progress)
    heads = {stream.head for stream, _ in streams.values()} | ({before.head} - {b""})
    if len(heads) > 1:
        raise RenderingError("the encoder writes other heads than that of the pack; remove it")
    head = heads.pop() if heads else b""
    bodies: dict[Pace, list[bytes]] = {pace: [] for pace in Pace}
    index_phrases = {}
    for text in texts:
        clippings = {}
        for pace in Pace:
            if (text, pace) in streams:
                stream, frames = streams[text, pace]
                body = stream.body
            else:
                body, frames = before.body(text, pace)
            bodies[pace].append(body)
            clippings[pace] = Clipping(len(body), frames, zlib.crc32(body))
        index_phrases[text] = Phrase(recipe_of(text), clippings[Pace.CALM], clippings[Pace.BRISK])
    index = Index(
        version=VERSION,
        language=LANGUAGE,
        voice=VOICE_ID,
        name=VOICE_NAME,
        made_with=list(NEEDED),
        head=len(head),
        phrases=index_phrases,
    )
    folder.mkdir(parents=True, exist_ok=True)
    for pace in Pace:
        _write_whole(folder / clips_file(pace), head + b"".join(bodies[pace]))
    _write_whole(folder / INDEX, index_text(index).encode())
    return Written(len(texts), len(missing), len(before.texts - set(texts)))


class _Clips:
    """The clips of the pack as it was, in memory."""

    def __init__(self, contents: Contents | None, data: Mapping[Pace, bytes]) -> None:
        self._contents = contents
        self._data = data

    @classmethod
    def none(cls) -> "_Clips":
        """Those of a pack that is not there yet."""
        return cls(None, {})

    @classmethod
    def of(cls, folder: Path) -> "_Clips":
        """Those of the pack in a folder."""
        return cls(
            read_index(folder), {pace: (folder / clips_file(pace)).read_bytes() for pace in Pace}
        )

    @property
    def head(self) -> bytes:
        """The head that they share."""
        return self._data[Pace.CALM][: self._contents.index.head] if self._contents else b""

    @property
    def texts(self) -> set[str]:
        """What they say."""
        return set(self._contents.index.phrases) if self._contents else set()

    def recipe(self, text: str) -> str:
        """What a phrase was made from; empty where there is no clip of it, or a damaged one."""
        if self._contents is None or text not in self._contents.index.phrases:
            return ""
        phrase = self._contents.index.phrases[text]
        whole = all(zlib.crc32(self.body(text, p)[0]) == phrase.at(p).crc for p in Pace)
        return phrase.recipe if whole else ""

    def body(self, text: str, pace: Pace) -> tuple[bytes, int]:
        """The body of a clip, and its frames."""
        assert self._contents is not None
        place = self._contents.places[pace][text]
        end = place.start + place.clipping.size
        return self._data[pace][place.start : end], place.clipping.frames


def _rendered(
    texts: Sequence[str], command: Sequence[str], progress: Progress
) -> dict[tuple[str, Pace], tuple[Stream, int]]:
    keys = [(text, pace) for text in texts for pace in Pace]
    jobs = [{"name": str(n), "text": t, "pace": pace} for n, (t, pace) in enumerate(keys)]
    done = {}
    with tempfile.TemporaryDirectory(prefix="backease-voice-") as scratch:
        replies = _replies(command, Path(scratch), json.dumps(jobs))
        made_with = next(replies, {}).get("made_with")
        if made_with != list(NEEDED):
            has = ", ".join(map(str, made_with)) if isinstance(made_with, list) else "none of it"
            raise RenderingError(f"the environment has {has}; it must have {', '.join(NEEDED)}")
        for reply in replies:
            key = keys[int(str(reply["name"]))]
            stream = split((Path(scratch) / f"{reply['name']}.ogg").read_bytes())
            done[key] = (stream, int(str(reply["frames"])))
            progress(len(done), len(keys))
    if len(done) != len(keys):
        raise RenderingError(f"only {len(done)} of {len(keys)} clips were rendered")
    return done


def _replies(command: Sequence[str], scratch: Path, jobs: str) -> Iterator[dict[str, object]]:
    """What the process of the other environment says, a line at a time.

    Raises:
        RenderingError: it did not start, or ended badly; says its last words.
    """
    package = str(Path(backease_desktop.__file__).resolve().parent.parent)
    complaints = scratch / "complaints.txt"
    (scratch / "jobs.json").write_text(jobs, encoding="utf-8")
    with (scratch / "jobs.json").open() as asked, complaints.open("wb") as said:
        try:
            process = subprocess.Popen(
                [*command, str(scratch)],
                stdin=asked,
                stdout=subprocess.PIPE,
                stderr=said,
                encoding="utf-8",
                env={**os.environ, "PYTHONPATH": package, "PYTHONSAFEPATH": "1"},
            )
        except OSError as error:
            raise RenderingError(f"{command[0]}: cannot be started ({error.strerror})") from error
        with process:
            assert process.stdout is not None
            for line in process.stdout:
                yield json.loads(line)
    if process.returncode:
        words = complaints.read_text("utf-8", "replace").strip().splitlines() or ["no reason given"]
        raise RenderingError(f"rendering ended with {process.returncode}: {words[-1]}")


def _write_whole(path: Path, data: bytes) -> None:
    part = path.with_suffix(".part")
    part.write_bytes(data)
    part.replace(path)
