"""The wording of a language, read from `catalogue/wording/<language>.yaml`."""

from pathlib import Path

import yaml
from pydantic import ValidationError

from backease_desktop.core.errors import ReportedError
from backease_desktop.core.wording import Wording


class WordingError(ReportedError):
    """A wording file cannot be used; says which file and field, and why."""


def load_wording(folder: Path, language: str = "en") -> Wording:
    """The wording of a language.

    Args:
        folder: the folder `wording` of the catalogue.
        language: code such as "en".

    Raises:
        WordingError: there is no such file, or it is not a wording.
    """
    path = folder / f"{language}.yaml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return Wording.model_validate(yaml.load(path.read_text("utf-8"), loader))  # noqa: S506
    except (OSError, UnicodeDecodeError) as error:
        raise WordingError(f"{path}: cannot be read ({error})") from error
    except yaml.YAMLError as error:
        raise WordingError(f"{path}: not YAML ({error})") from error
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise WordingError(f"{path}: {field}: {first['msg']}") from error
