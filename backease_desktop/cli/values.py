"""What counts as a sound value of a word: each says in a sentence what would be."""

import argparse
from collections.abc import Callable
from datetime import date

FASTEST = 1000.0
SMALLEST_PX, LARGEST_PX = 16, 8192


def day(text: str) -> date:
    """A day such as 2026-01-31."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write 2026-01-31") from None


def listed(text: str) -> tuple[str, ...]:
    """Words with commas between them; a hyphen is as good as a blank."""
    return tuple(word for part in text.split(",") if (word := part.strip().replace("-", " ")))


def whole(least: int, most: int) -> Callable[[str], int]:
    """What reads a whole number within limits."""

    def parse(text: str) -> int:
        if not text.isdecimal() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(
                f"{text!r} is not a whole number from {least} to {most}"
            )
        return int(text)

    return parse


def size(text: str) -> tuple[int, int]:
    """Width and height in pixels."""
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 800x660")
    pixels = int(width), int(height)
    if min(pixels) < SMALLEST_PX or max(pixels) > LARGEST_PX:
        raise argparse.ArgumentTypeError(f"{text!r} is not from {SMALLEST_PX} to {LARGEST_PX}")
    return pixels


def speed(text: str) -> float:
    """How many times as fast, up to `FASTEST`."""
    try:
        times = float(text)
    except ValueError:
        times = 0.0
    if not 0 < times <= FASTEST:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0, up to {FASTEST:.0f}")
    return times
