"""How well the voices are understood: every phrase of the pack, heard by a small recogniser.

    python -m tests.speech.recognition --python ENVIRONMENT/bin/python

where the environment has what `hearing.NEEDED` names. Writes `heard.tsv` beside the pack's index
(see `heard_table`). The voices: the pack calm and brisk, and espeak-ng.

Rules:
    * Phrases that are alike never stand side by side, or the recogniser takes them for an echo.
    * Key cues are heard one at a time, as in a session: what stands in a hold, a count or a switch
      and must be understood by itself. The others stand in rows, with a silence between them.
    * A word that sounds the same but is spelled otherwise ("write" for "right") counts as wrong.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import wave
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from zlib import crc32

from backease_desktop.core.clip import SAMPLE_RATE
from backease_desktop.core.voice import Pace
from backease_desktop.core.wording import Wording, sentence
from backease_desktop.own_program import own_environment, speech_command
from backease_desktop.speech.pack.voice_pack import VoicePack
from backease_desktop.storage.paths import bundled
from backease_desktop.storage.wording_files import load_wording
from tests.speech.heard_table import NAME, Row, cell_of, read_table, sums_of, table_text
from tests.speech.hearing import NEEDED
from tests.speech.word_errors import Heard, compare

COUNTED = 12
"""Numbers up to here are key cues."""
LONGEST_ROW = 24.0
"""Seconds: the recogniser listens to thirty at a time."""
GAP = b"\0\0" * (SAMPLE_RATE * 3 // 4)
SYSTEM = "espeak"
VOICES = (*map(str, Pace), SYSTEM)

_MODELS = Path(tempfile.gettempdir()) / "backease-hearing"

Samples = Mapping[str, bytes]
"""What is heard, by phrase."""


def of_pack(pack: VoicePack, pace: Pace, phrases: Iterable[str]) -> Samples:
    """The clips of these phrases."""
    clips = {text: pack.find(text, pace) for text in phrases}
    return {text: clip.samples for text, clip in clips.items() if clip is not None}


def of_system(phrases: Iterable[str], scratch: Path) -> Samples:
    """Every phrase in the voice that the system would take."""
    phrases = list(phrases)
    requests = [
        {"id": n, "say": text, "voice": "gmw/en-us", "rate": 150, "file": str(scratch / f"{n}.pcm")}
        for n, text in enumerate(phrases)
    ]
    subprocess.run(
        [*speech_command(), str(scratch)],
        input="".join(json.dumps(request) + "\n" for request in requests).encode(),
        stdout=subprocess.DEVNULL,
        env=own_environment(),
        check=True,
    )
    return {text: (scratch / f"{n}.pcm").read_bytes() for n, text in enumerate(phrases)}


def key_cues(wording: Wording) -> frozenset[str]:
    """What must be understood by itself."""
    forms = (wording.hold, wording.halfway, wording.ten_left, wording.switch, wording.relax)
    counts = (wording.number(n) for n in range(1, COUNTED + 1))
    sides = wording.sides.values()
    return frozenset(
        (
            *(text for form in (*forms, wording.release) for text in form),
            *(wording.count_in[0], wording.first_rep, wording.last_one, wording.pause),
            *(sentence(word) for word in (*counts, *sides)),
        )
    )


def rows(samples: Samples, alone: frozenset[str]) -> Iterator[list[str]]:
    """The phrases as they are heard: key cues alone, the others in rows."""
    row, length = list[str](), 0.0
    for text, sound in sorted(samples.items(), key=lambda item: crc32(item[0].encode())):
        if text in alone:
            yield [text]
            continue
        seconds = (len(sound) + len(GAP)) / 2 / SAMPLE_RATE
        if row and length + seconds > LONGEST_ROW:
            yield row
            row, length = [], 0.0
        row.append(text)
        length += seconds
    if row:
        yield row


def hear(wavs: Sequence[Path], python: Path) -> Iterator[tuple[Path, str]]:
    """What the recogniser makes of each file, in the environment of an interpreter."""
    with subprocess.Popen(
        [python, Path(__file__).with_name("hearing.py"), _MODELS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps([str(wav) for wav in wavs]))
        process.stdin.close()
        for number, line in enumerate(process.stdout, start=1):
            print(f"\r{number} of {len(wavs)} heard", end="", file=sys.stderr)
            reply = json.loads(line)
            yield Path(reply["wav"]), reply["words"]
    print(file=sys.stderr)


def heard(samples: Samples, alone: frozenset[str], python: Path, scratch: Path) -> dict[str, Heard]:
    """What the recogniser makes of each phrase."""
    wavs = {scratch / f"row-{n}.wav": row for n, row in enumerate(rows(samples, alone))}
    for path, row in wavs.items():
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(SAMPLE_RATE)
            file.writeframes(GAP + b"".join(samples[text] + GAP for text in row))
    found = {}
    for path, words in hear(list(wavs), python):
        found.update(zip(wavs[path], compare(wavs[path], words), strict=True))
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Hear what was not heard yet, and write it down."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--python", type=Path, required=True, help="of the recogniser's environment"
    )
    parser.add_argument("--anew", action="store_true", help="hear everything again")
    options = parser.parse_args(arguments)
    folder = bundled("resources") / "voices" / "en-heart"
    pack = VoicePack(folder)
    key = key_cues(load_wording(bundled("catalogue") / "wording"))
    before = {} if options.anew else read_table(folder / NAME)
    known = {text: row for text, row in before.items() if is_of(row, pack)}
    new = [text for text in pack.phrases if text not in known]
    cells = {text: dict[str, str]() for text in new}
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        # All of it first: hearing takes long, and meanwhile the pack may be rendered anew.
        sounds = {str(pace): of_pack(pack, pace, new) for pace in Pace}
        sounds[SYSTEM] = of_system(new, scratch)
        for voice, samples in sounds.items():
            for text, result in heard(samples, key, options.python, scratch).items():
                cells[text][voice] = cell_of(result)
    rows = [*(known[text] for text in pack.phrases if text in known)]
    rows += [Row(text, pack.recipe(text), cells[text]) for text in new]
    (folder / NAME).write_text(table_text(rows, key, ", ".join(NEEDED)), encoding="utf-8")
    for voice in VOICES:
        print(sums_of(voice, rows, key))


def is_of(row: Row, pack: VoicePack) -> bool:
    """Whether this very clip was heard, in every voice."""
    is_there = row.phrase in set(pack.phrases) and set(row.heard) == set(VOICES)
    return is_there and row.recipe == pack.recipe(row.phrase)


if __name__ == "__main__":
    main()
