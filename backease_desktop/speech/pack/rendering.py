"""Renders phrases as Ogg Vorbis: `python -m backease_desktop.speech.pack.rendering FOLDER`.

Runs in the environment of the build, which holds the voice and the encoder and nothing else of
this program's. Reads one JSON list on stdin, `[{"name", "text", "pace"}]`, writes FOLDER/name.ogg
for each, and says `{"name", "frames"}` on stdout, a line as each is done. The line before them
says what it renders with: `{"made_with": ["hibari-tts 0.2.1", …]}`.
"""

import json
import sys
from importlib.metadata import version
from pathlib import Path
from typing import IO

from backease_desktop.core.clip import SAMPLE_RATE
from backease_desktop.core.voice import Pace
from backease_desktop.speech.natural.synthesis import NaturalVoice
from backease_desktop.speech.samples import normalise, trim

PACKAGES = ("hibari-tts", "numpy", "onnxruntime", "soundfile")
"""What a pack is made with."""

_SMALLEST = 1.0
"""The encoder's strongest compression, quality 0: 25 kbit/s here. A recogniser hears it as well as
what went in."""


def main(folder: Path, jobs: IO[str], replies: IO[str]) -> None:
    """Render what is asked for."""
    # Only the build's environment has this.
    import soundfile

    def reply(**fields: object) -> None:
        replies.write(json.dumps(fields) + "\n")
        replies.flush()

    reply(made_with=[f"{package} {version(package)}" for package in PACKAGES])
    voice = NaturalVoice()
    for job in json.load(jobs):
        samples = normalise(trim(voice.sound(job["text"], Pace(job["pace"]))))
        soundfile.write(
            folder / f"{job['name']}.ogg",
            [value / 32768 for value in samples],
            SAMPLE_RATE,
            format="OGG",
            subtype="VORBIS",
            compression_level=_SMALLEST,
        )
        reply(name=job["name"], frames=len(samples))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.stdin, sys.stdout)
