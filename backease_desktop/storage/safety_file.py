"""The pages about safety, read from `catalogue/safety.yaml`."""

from pathlib import Path

import yaml
from pydantic import ValidationError

from backease_desktop.core.errors import ReportedError
from backease_desktop.core.safety import Safety


class SafetyError(ReportedError):
    """The pages cannot be used; says which field, and why."""


def load_safety(path: Path) -> Safety:
    """The pages about safety.

    Raises:
        SafetyError: the file is missing, or is not what it should be.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return Safety.model_validate(yaml.load(path.read_text("utf-8"), loader))
    except (OSError, UnicodeDecodeError) as error:
        raise SafetyError(f"{path}: cannot be read ({error})") from error
    except yaml.YAMLError as error:
        raise SafetyError(f"{path}: not YAML ({error})") from error
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise SafetyError(f"{path}: {field}: {first['msg']}") from error
