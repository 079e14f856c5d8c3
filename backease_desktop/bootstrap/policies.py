"""What the organisation of this computer has set, if it has one.

Nearly nobody has: where nothing stands nothing is loaded, least of all in the tray.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from backease_desktop.own_program import APP_ID

if sys.platform == "win32":
    import winreg
if TYPE_CHECKING:
    from backease_desktop.core.policy import Policy

REGISTRY_KEY = r"Software\Policies\BackEase"
LEVELS = ("Default", "Locked", "Packs")
NAME = "policies.json"


def policy_here() -> "Policy | None":
    """What is set on this computer; None where nothing is."""
    files = [file for file in policy_files() if os.path.lexists(file)]
    registry = list(_registry())
    if not files and not registry:
        return None
    # Loaded on first use: most computers belong to nobody but the person.
    from backease_desktop.core.policy import Policy
    from backease_desktop.storage.policy_files import policy_of, policy_of_registry

    policy = Policy()
    for source, levels in registry:
        policy = policy.joined(policy_of_registry(levels, source))
    return policy.joined(policy_of(files))


def policy_files() -> tuple[Path, ...]:
    """Where policies may stand, the place that counts first at the head."""
    if sys.platform == "win32":
        return ()
    if sys.platform == "darwin":
        return (Path("/Library/Managed Preferences", f"{APP_ID}.plist"),)
    folders = os.environ.get("XDG_CONFIG_DIRS", "") or "/etc/xdg"
    shared = [Path(folder) for folder in folders.split(":") if Path(folder).is_absolute()]
    return (Path("/etc/backease", NAME), *(folder / "backease" / NAME for folder in shared))


def _registry() -> Iterator[tuple[str, dict[str, dict[str, object]]]]:
    """The keys that are there, and their values by level."""
    if sys.platform == "win32":
        for root, name in ((winreg.HKEY_LOCAL_MACHINE, "HKLM"), (winreg.HKEY_CURRENT_USER, "HKCU")):
            levels = {level: _values(winreg, root, level) for level in LEVELS}
            if any(levels.values()):
                yield f"{name}\\{REGISTRY_KEY}", levels
    yield from ()


def _values(registry: Any, root: int, level: str) -> dict[str, object]:  # noqa: ANN401
    """The values of a key; none where it is not there, or is not for us to read."""
    found: dict[str, object] = {}
    with suppress(OSError), registry.OpenKey(root, f"{REGISTRY_KEY}\\{level}") as key:
        for number in range(registry.QueryInfoKey(key)[1]):
            name, value, _ = registry.EnumValue(key, number)
            found[name] = value
    return found
