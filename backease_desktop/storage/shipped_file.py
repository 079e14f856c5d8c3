"""One of the program's own YAML files, read into its model."""

from pathlib import Path
from typing import TypeVar

from backease_desktop.core.errors import ReportedError
from backease_desktop.core.values import Value
from backease_desktop.storage.beforehand import read_beforehand
from backease_desktop.storage.catalogue_cache import fingerprint, keep, kept, mark_of

V = TypeVar("V", bound=Value)


def load_shipped(
    path: Path, kind: type[V], error: type[ReportedError], cache: Path | None = None
) -> V:
    """The value of a file.

    Args:
        path: the file.
        kind: what it holds.
        error: what to raise.
        cache: a folder to keep the value in, for a quicker next time.

    Raises:
        ReportedError: of the type `error`; says which file and field, and why.
    """
    try:
        print_of_file = fingerprint({path.name: mark_of(path.stat())})
        value = kept(cache, path, print_of_file, kind) if cache else None
        if value is None:
            brought = read_beforehand(path.parent, [path.name], kind) if cache else None
            value = brought or _read(path, kind, error)
            if cache:
                keep(cache, path, print_of_file, value)
    except (OSError, UnicodeDecodeError) as reason:
        raise error(f"{path}: cannot be read ({reason})") from reason
    return value


def _read(path: Path, kind: type[V], error: type[ReportedError]) -> V:
    # Loaded on first use: with a cache nothing is parsed.
    import yaml

    # Loaded on first use, as that.
    from backease_desktop.core.plain_reading import plain_value

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        words = yaml.load(path.read_text("utf-8"), loader)
    except yaml.YAMLError as reason:
        raise error(f"{path}: not YAML ({reason})") from reason
    if (value := plain_value(kind, words)) is not None:
        return value
    # Loaded on first use: pydantic weighs 13 MB, and is not asked where all is plain.
    from pydantic import ValidationError

    # Loaded on first use, as pydantic under it.
    from backease_desktop.core.reading import read

    try:
        return read(kind, words)
    except ValidationError as reason:
        first = reason.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise error(f"{path}: {field}: {first['msg']}") from reason
