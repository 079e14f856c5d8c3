"""How well the voices are understood: every phrase of the pack, heard by a small recogniser.

    python -m tests.speech.recognition --python ENVIRONMENT/bin/python

where the environment has what `hearing.NEEDED` names. Writes `heard.tsv` beside the pack's index:
the sums on top, then what was heard of each phrase in each voice (empty: every word right).
The voices: the pack calm and brisk, and the system's best English one (espeak-ng on Linux).

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
from tests.speech.hearing import NEEDED
from tests.speech.word_errors import Heard, compare

COUNTED = 12
"""Numbers up to here are key cues."""
LONGEST_ROW = 24.0
"""Seconds: the recogniser listens to thirty at a time."""
GAP = b"\0\0" * (SAMPLE_RATE * 3 // 4)
VOICES = (*Pace, "espeak")

_MODELS = Path(tempfile.gettempdir()) / "backease-hearing"

Samples = Mapping[str, bytes]
"""What is heard, by phrase."""


def of_pack(pack: VoicePack, pace: Pace) -> Samples:
    """Every clip of the pack."""
    clips = {text: pack.find(text, pace) for text in pack.phrases}
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


def summary(name: str, found: Mapping[str, Heard], alone: frozenset[str]) -> str:
    """The sums of a voice in a line."""
    words = sum(result.words for result in found.values())
    errors = sum(result.errors for result in found.values())
    key = [result.errors for text, result in found.items() if text in alone]
    return (
        f"# {name}: {len(found)} phrases, {words} words, {errors} wrong = {errors / words:.1%}; "
        f"{key.count(0)} of {len(key)} key cues right"
    )


def table(results: Mapping[str, Mapping[str, Heard]], alone: frozenset[str]) -> Iterator[str]:
    """The lines of the file."""
    yield f"# Heard by {', '.join(NEEDED)}: python -m tests.speech.recognition"
    for name, found in results.items():
        yield summary(name, found, alone)
    yield "\t".join(("phrase", *results))
    for text in next(iter(results.values())):
        cells = (found[text] for found in results.values())
        yield "\t".join((text, *(cell.text if cell.errors else "" for cell in cells)))


def main(arguments: Sequence[str] | None = None) -> None:
    """Hear everything, and write it down."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--python", type=Path, required=True, help="of the recogniser's environment"
    )
    parser.add_argument("--pack", type=Path, default=bundled("resources") / "voices" / "en-heart")
    parser.add_argument("--voices", nargs="+", choices=VOICES, default=VOICES)
    options = parser.parse_args(arguments)
    pack = VoicePack(options.pack)
    alone = key_cues(load_wording(bundled("catalogue") / "wording"))
    results = {}
    for name in options.voices:
        with tempfile.TemporaryDirectory() as folder:
            scratch = Path(folder)
            is_packed = name in set(Pace)
            samples = of_pack(pack, Pace(name)) if is_packed else of_system(pack.phrases, scratch)
            results[str(name)] = heard(samples, alone, options.python, scratch)
        print(summary(name, results[str(name)], alone))
    text = "\n".join(table(results, alone)) + "\n"
    (options.pack / "heard.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
