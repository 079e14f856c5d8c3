"""Measures the estimate of speaking time against the real voice.

    python -m tests.speech.speaking_time_calibration

prints, for each speed, how many phrases are shorter than their estimate and by how much.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from backease_desktop.core.clip import SAMPLE_RATE
from backease_desktop.core.speaking_time import estimate
from tests.speech.speaking_phrases import PHRASES

VOICE = "gmw/en-us"
"""The estimate is fitted to it."""
RATES = (120, 150, 175, 200, 240)


def measure(phrases: Iterable[str], rate: int) -> dict[str, float]:
    """Estimate over real length of each phrase, by espeak-ng at this rate."""
    phrases = list(phrases)
    with tempfile.TemporaryDirectory() as scratch:
        file = str(Path(scratch) / "phrase.pcm")
        requests = "".join(
            json.dumps({"id": at, "say": text, "voice": VOICE, "rate": rate, "file": file}) + "\n"
            for at, text in enumerate(phrases)
        )
        done = subprocess.run(
            [sys.executable, "-m", "backease_desktop.speech.child", scratch],
            input=requests.encode(),
            capture_output=True,
            check=True,
        )
    replies = [json.loads(line) for line in done.stdout.splitlines()][1:]
    return {
        text: estimate(text, rate) / (reply["frames"] * 1000 / SAMPLE_RATE)
        for text, reply in zip(phrases, replies, strict=True)
    }


def main() -> None:
    """Print the table."""
    print(f"{len(PHRASES)} phrases\nwpm  long enough   median  95th  worst short")
    for rate in RATES:
        ratios = measure(PHRASES, rate)
        ordered = sorted(ratios.values())
        enough = sum(ratio >= 1 for ratio in ordered) / len(ordered)
        short = min(ratios, key=lambda text: ratios[text])
        print(
            f"{rate}    {enough:7.2%}     {statistics.median(ordered):.3f}"
            f"  {ordered[len(ordered) * 95 // 100]:.2f}  {ratios[short]:.2f} {short}"
        )


if __name__ == "__main__":
    main()
