"""A small voice pack of three phrases, and a renderer that makes clips out of it.

Run as `python voice_pack.py LOG ORDER… SCRATCH` it speaks the protocol of `speech/pack/rendering`:
each phrase sounds like "Hold it." at its pace, and each that was asked for is a line in LOG.
Orders:

    old         renders with other versions than are needed
    crash       ends badly, with a reason
    lazy        leaves the last clip out
"""

import json
import sys
from pathlib import Path

PACK = Path(__file__).parent / "voices" / "en-test"
PHRASES = ("And relax.", "Hold it.", "Two.")


def fake_rendering(log: Path, *orders: str) -> list[str]:
    """The command of the renderer, for `write_pack`."""
    return [sys.executable, str(Path(__file__).resolve()), str(log), *orders]


def main(log: Path, orders: list[str], scratch: Path) -> None:
    """Answer as ordered."""
    from backease_desktop.core.voice import Pace
    from backease_desktop.speech.pack.index import clips_file, read_index
    from backease_desktop.speech.pack.writing import NEEDED

    if "crash" in orders:
        sys.exit("the model is not there")
    print(json.dumps({"made_with": ["hibari-tts 0.1"] if "old" in orders else NEEDED}), flush=True)
    contents = read_index(PACK)
    jobs = json.load(sys.stdin)
    for job in jobs[: -1 if "lazy" in orders else None]:
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{job['pace']} {job['text']}\n")
        data = (PACK / clips_file(Pace(job["pace"]))).read_bytes()
        place = contents.places[Pace(job["pace"])]["Hold it."]
        body = data[place.start : place.start + place.clipping.size]
        (scratch / f"{job['name']}.ogg").write_bytes(data[: contents.index.head] + body)
        reply = {"name": job["name"], "frames": place.clipping.frames}
        print(json.dumps(reply), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:-1], Path(sys.argv[-1]))
