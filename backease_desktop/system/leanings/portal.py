"""The leanings as the desktop portal tells them, which GNOME, KDE and others put settings into.

The keys of `org.freedesktop.appearance` come first. Where the portal of a desktop has not learnt
them yet, it shows the desktop's own setting of the same meaning.
"""

from collections.abc import Callable

from backease_desktop.system.senses.asked import Question
from backease_desktop.system.wire.dbus import Body, Method, Notice, Remote

_SETTINGS = Remote(
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Settings",
)
_READ = Method(_SETTINGS, "Read", "ss", "v")
"""The oldest portals have only this one; later ones have kept it."""


def _question(namespace: str, key: str, means_active: Callable[[object], bool]) -> Question:
    return Question(
        f"desktop portal: {namespace} {key}",
        _READ,
        (namespace, key),
        Notice(_SETTINGS, "SettingChanged", "ssv", namespace),
        lambda body: means_active(_value(body)),
    )


def _value(body: Body) -> object:
    """The value itself; `Read` wraps it into one variant more than it needs."""
    kind, value = body[0]
    while kind == "v":
        kind, value = value
    return value


LESS_MOTION = (
    _question("org.freedesktop.appearance", "reduced-motion", lambda value: value == 1),
    _question("org.gnome.desktop.interface", "enable-animations", lambda value: value is False),
    _question("org.kde.kdeglobals.KDE", "AnimationDurationFactor", lambda value: _is_zero(value)),
)
MORE_CONTRAST = (
    _question("org.freedesktop.appearance", "contrast", lambda value: value == 1),
    _question("org.gnome.desktop.a11y.interface", "high-contrast", lambda value: value is True),
)


def _is_zero(value: object) -> bool:
    """Whether a factor that is written as text is none at all."""
    try:
        return float(str(value)) == 0
    except ValueError:
        return False
