"""The voice process: `backease --speech-child SCRATCH`, or this module by `python -m`.

A process of its own, because a voice can hang for ever or end the process it lives in. It says one
line of JSON when it is ready, then answers each line of JSON on stdin with one on stdout, in order,
until stdin ends:

    (start)                                         {"engine": "espeak", "version": "…"}
    {"id": 1, "say": "Relax.", "voice": null,
     "rate": 150, "file": "/…/1.pcm"}               {"id": 1, "frames": 12345}
    {"id": 2, "list": "voices"}                     {"id": 2, "voices": [[id, name, [language]]]}
    anything that failed                            {"id": 1, "error": "…", "unknown_voice": false}
    (start, no voice on this system)                {"error": "…"}, and the end

`file` then holds the samples of a `Clip`; it appears whole or not at all. Nothing heavy is
imported: the first spoken word waits for this start.
"""

import json
import os
import signal
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TextIO

from backease_desktop.speech.choir import open_choir
from backease_desktop.speech.samples import clip_samples
from backease_desktop.speech.voices import PhraseVoice, UnknownVoiceError

NO_VOICE = 3
"""Exit code when this system has no voice."""


def main(scratch: Path, requests: Iterable[bytes], replies: TextIO) -> int:
    """Answer the requests until they end; returns the exit code."""

    def reply(**fields: object) -> None:
        replies.write(json.dumps(fields) + "\n")
        replies.flush()

    try:
        voice = open_choir(scratch)
    except Exception as error:  # Whatever a voice does when it loads, the answer is the same.
        reply(error=_reason(error))
        return NO_VOICE
    reply(engine=voice.name, version=voice.version)
    for line in requests:
        request = json.loads(line)
        try:
            reply(id=request["id"], **_answer(voice, request, scratch))
        except Exception as error:  # A phrase that fails must not cost the ones after it.
            unknown = isinstance(error, UnknownVoiceError)
            reply(id=request["id"], error=_reason(error), unknown_voice=unknown)
    return 0


def _answer(voice: PhraseVoice, request: dict[str, Any], scratch: Path) -> dict[str, object]:
    if request.get("list") == "voices":
        return {"voices": voice.voices()}
    wav = scratch / f"{os.getpid()}.wav"
    try:
        voice.write(request["say"], request["voice"], request["rate"], wav)
        samples = clip_samples(wav)
    finally:
        wav.unlink(missing_ok=True)
    target = Path(request["file"])
    part = target.with_suffix(".part")
    part.write_bytes(samples)
    part.replace(target)
    return {"frames": len(samples) // 2}


def _reason(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def run(arguments: Sequence[str]) -> int:
    """The process itself, on its own stdin and stdout; `arguments` are the scratch folder."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for who has started us
    # pyttsx3 prints to stdout. The protocol keeps a private copy, and prints go to stderr.
    private = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)
    return main(Path(arguments[0]), sys.stdin.buffer, private)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
