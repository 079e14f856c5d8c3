"""The wording of a language, read from `catalogue/wording/<language>.yaml`."""

from pathlib import Path

from backease_desktop.core.errors import ReportedError
from backease_desktop.core.wording import Wording
from backease_desktop.storage.shipped_file import load_shipped


class WordingError(ReportedError):
    """A wording file cannot be used; says which file and field, and why."""


def load_wording(folder: Path, language: str = "en", cache: Path | None = None) -> Wording:
    """The wording of a language.

    Args:
        folder: the folder `wording` of the catalogue.
        language: code such as "en".
        cache: a folder to keep what was read in, for a quicker next time.

    Raises:
        WordingError: there is no such file, or it is not a wording.
    """
    return load_shipped(folder / f"{language}.yaml", Wording, WordingError, cache)
