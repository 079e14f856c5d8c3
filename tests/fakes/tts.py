"""A voice process that obeys: a real process which speaks the protocol of `speech/child.py`.

Run as `python tts.py LOG ORDER… SCRATCH`. Every start and every request is a line in LOG, so that a
test can tell what happened. Orders:

    mute          the system has no voice
    deaf          never ready
    stillborn     dies before it is ready
    version=…     what it says it is

A phrase is an order when it is one of these words; with `once` after it, only the first time it is
asked for. Every other phrase becomes a sound of 10 ms a letter.

    hang  die  garbage  endless  empty  liar  refuse
"""

import json
import os
import sys
from pathlib import Path
from threading import Event

FRAMES_PER_LETTER = 220


def fake_command(log: Path, *orders: str) -> tuple[str, ...]:
    """The command line of this fake, for a `ClipRenderer`."""
    return (sys.executable, "-S", str(Path(__file__).resolve()), str(log), *orders)


def entries(log: Path) -> list[str]:
    """What the fake was asked so far: `start`, `voices`, and phrases as `voice/rate/text`."""
    return log.read_text("utf-8").splitlines() if log.exists() else []


def sound_of(text: str) -> bytes:
    """The samples that the fake makes of a phrase."""
    return b"\x10\x20" * (FRAMES_PER_LETTER * len(text))


class FakeVoice:
    """One run of the fake."""

    def __init__(self, log: Path, orders: list[str]) -> None:
        self._log = log
        self._orders = orders

    def run(self) -> None:
        """Start as ordered, then answer until stdin ends."""
        self._note("start")
        if "stillborn" in self._orders:
            print("no data for this voice", file=sys.stderr)
            sys.exit(1)
        if "deaf" in self._orders:
            Event().wait()
        if "mute" in self._orders:
            self._say(error="no voice here")
            sys.exit(3)
        versions = [order.partition("=")[2] for order in self._orders if "version=" in order]
        self._say(engine="fake", version=(versions or ["1"])[0])
        for line in sys.stdin:
            self._answer(json.loads(line))

    def _answer(self, request: dict[str, object]) -> None:
        number = request["id"]
        if request.get("list") == "voices":
            self._note("voices")
            self._say(id=number, voices=[["a", "Anna", ["en-us"]], ["b", "Björn", []]])
            return
        text, voice = str(request["say"]), request["voice"]
        seen_before = any(entry.endswith(f"/{text}") for entry in entries(self._log))
        self._note(f"{voice}/{request['rate']}/{text}")
        order, _, once = text.partition(" ")
        if once == "once" and seen_before:
            order = ""
        if voice == "unknown":
            self._say(id=number, error="no such voice", unknown_voice=True)
        elif order == "hang":
            Event().wait()
        elif order == "die":
            os._exit(1)
        elif order == "garbage":
            print("Audio saved to /nowhere", flush=True)
        elif order == "endless":
            sys.stdout.write("x" * 2_000_000)
            sys.stdout.flush()
            Event().wait()
        elif order == "refuse":
            self._say(id=number, error="will not say that", unknown_voice=False)
        elif order == "liar":
            self._say(id=number, frames=1000)
        else:
            samples = b"" if order == "empty" else sound_of(text)
            Path(str(request["file"])).write_bytes(samples)
            self._say(id=number, frames=len(samples) // 2)

    def _note(self, entry: str) -> None:
        with self._log.open("a", encoding="utf-8") as log:
            log.write(entry + "\n")

    @staticmethod
    def _say(**fields: object) -> None:
        print(json.dumps(fields), flush=True)


if __name__ == "__main__":
    FakeVoice(Path(sys.argv[1]), sys.argv[2:-1]).run()
