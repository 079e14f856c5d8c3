"""The pages about safety, read from `catalogue/safety.yaml`."""

from pathlib import Path

from backease_desktop.core.errors import ReportedError
from backease_desktop.core.safety import Safety
from backease_desktop.storage.shipped_file import load_shipped


class SafetyError(ReportedError):
    """The pages cannot be used; says which field, and why."""


def load_safety(path: Path, cache: Path | None = None) -> Safety:
    """The pages about safety; `cache` is a folder to keep them in, for a quicker next time.

    Raises:
        SafetyError: the file is missing, or is not what it should be.
    """
    return load_shipped(path, Safety, SafetyError, cache)
