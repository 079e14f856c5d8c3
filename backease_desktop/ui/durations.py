"""How long something takes, in words to choose by."""

from backease_desktop.core.units import MINUTE, Ms, ceil_seconds


def minutes_words(duration: Ms) -> str:
    """A length to choose by, "4 min"; shorter ones in seconds, "40 s"."""
    if duration < MINUTE:
        return f"{ceil_seconds(duration)} s"
    return f"{max(1, round(duration / MINUTE))} min"


def exact_words(duration: Ms) -> str:
    """A length to the second, "4 min 10 s"."""
    minutes, seconds = divmod(ceil_seconds(duration), 60)
    parts = [f"{minutes} min" if minutes else "", f"{seconds} s" if seconds else ""]
    return " ".join(part for part in parts if part) or "0 s"
