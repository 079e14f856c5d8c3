r"""What an organisation has set, from where each system keeps such things.

- Linux: `policies.json` in `/etc/backease`, then in the folders of XDG_CONFIG_DIRS;
- Windows: `Software\Policies\BackEase` in the registry, of the machine, then of the user; there
  `Default` and `Locked`, with a value for each setting ("voice.say");
- macOS: managed preferences of our id, of the machine.

The first place that sets a field counts. What cannot be used is told in a sentence and left out;
nothing that stands there can stop a start.
"""

import plistlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError

from backease_desktop.core.fields import FieldError, fields_of
from backease_desktop.core.plain_text import printable
from backease_desktop.core.policy import Policy, packs_of, rules_of
from backease_desktop.core.settings import Settings
from backease_desktop.disk import read_file
from backease_desktop.storage.json_places import line_of
from backease_desktop.storage.json_text import MARK, JsonError, json_of

MOST_BYTES = 1 << 20
MOST_TOLD = 20
"""Problems of one place that are told."""


def policy_of(files: Iterable[Path]) -> Policy:
    """What these files set, the first one first; JSON, or a property list by its ending."""
    policy = Policy()
    for file in files:
        policy = policy.joined(_plist(file) if file.suffix == ".plist" else _json(file))
    return policy


def policy_of_registry(levels: Mapping[str, Mapping[str, object]], source: str) -> Policy:
    """What values of the registry set.

    Args:
        levels: "Default" and "Locked", each with its values by name, and "Packs"; a number of 0 or
            1 stands for a setting that is on or off.
        source: the key, for people.
    """
    settings = {
        name: {"value": _as_json(name, value), "locked": level == "Locked"}
        for level in ("Default", "Locked")
        for name, value in levels.get(level, {}).items()
    }
    data: dict[str, Any] = {"settings": settings}
    if levels.get("Packs"):
        data["packs"] = dict(levels["Packs"])
    return _policy(data, source, lambda _: source)


def _json(file: Path) -> Policy:
    try:
        text = read_file(file, MOST_BYTES)
        data = json_of(text)
    except FileNotFoundError:
        return Policy()
    except JsonError as error:
        return _none(f"{file}:{error.line}: {error}")
    except RecursionError:
        return _none(f"{file}:1: nested too deeply")
    except OSError as error:
        return _none(f"{file}: cannot be read ({error.strerror or error})")
    plain = text.removeprefix(MARK)
    where = f"{file}"
    if data.keys() - {"$schema"} != {"policies"}:
        return _none(f'{file}:1: must be like {{"policies": {{"settings": …}}}}')
    return _policy(data["policies"], where, lambda error: f"{file}:{line_of(error.place, plain)}")


def _plist(file: Path) -> Policy:
    try:
        data = plistlib.loads(read_file(file, MOST_BYTES))
    except FileNotFoundError:
        return Policy()
    except OSError as error:
        return _none(f"{file}: cannot be read ({error.strerror or error})")
    except (ValueError, ExpatError, RecursionError, OverflowError, LookupError, TypeError) as error:
        return _none(f"{file}: is no property list ({error})")
    return _policy(data, str(file), lambda _: str(file))


def _policy(data: Any, source: str, where: Any) -> Policy:  # noqa: ANN401 (what a file holds)
    rules, wrong = rules_of(data, source)
    packs = None
    try:
        packs = packs_of(data, source)
    except FieldError as error:
        wrong = (*wrong, error)
    problems = [f"{where(error)}: {_name(error)}: {error}" for error in wrong[:MOST_TOLD]]
    if len(wrong) > MOST_TOLD:
        problems.append(f"{source}: and {len(wrong) - MOST_TOLD} more")
    return Policy(rules, tuple(printable(problem) for problem in problems), packs)


def _none(problem: str) -> Policy:
    return Policy((), (printable(f"{problem}; nothing is set by it"),))


def _name(error: FieldError) -> str:
    return ".".join(str(part) for part in error.place)


def _as_json(name: str, value: object) -> object:
    section, _, field = name.partition(".")
    kind = fields_of(Settings).get(section)
    info = fields_of(kind.kind).get(field) if kind else None
    is_switch = info is not None and info.kind is bool
    return bool(value) if is_switch and value in (0, 1) else value
