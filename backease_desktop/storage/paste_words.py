"""The words that pasted lines are read by: `catalogue/paste/<language>.yaml`."""

from pathlib import Path

from pydantic import ValidationError

from backease_desktop.core.errors import ReportedError
from backease_desktop.core.paste.lexicon import Lexicon
from backease_desktop.core.reading import read
from backease_desktop.disk import read_file
from backease_desktop.storage.yaml_reader import read_yaml

MOST_BYTES = 256 * 1024


class PasteWordsError(ReportedError):
    """The words cannot be used; says which file and line, and why."""


def load_paste_words(folder: Path, language: str = "en") -> Lexicon:
    """The words of a language.

    Raises:
        PasteWordsError: they cannot be used.
    """
    path = folder / f"{language}.yaml"
    try:
        marked = read_yaml(read_file(path, MOST_BYTES).decode("utf-8-sig"))
        if marked.marks:
            raise PasteWordsError(f"{path}:{marked.marks[0].line}: {marked.marks[0].problem}")
        return read(Lexicon, marked.value)
    except (OSError, UnicodeDecodeError) as error:
        raise PasteWordsError(f"{path}: cannot be read ({error})") from error
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise PasteWordsError(f"{path}: {field}: {first['msg']}") from error
