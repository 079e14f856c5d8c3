"""The lock of a Linux desktop: what logind was told, and what the screen lockers say."""

from backease_desktop.system.senses.asked import Question, property_question
from backease_desktop.system.wire.dbus import Method, Notice, Remote

LOGIN = property_question(
    "login (LockedHint)",
    Remote(
        "org.freedesktop.login1",
        "/org/freedesktop/login1/session/auto",
        "org.freedesktop.login1.Session",
    ),
    "LockedHint",
    bool,
)


def _screen_locker(desktop: str, service: str) -> Question:
    """The question that all screen lockers answer, each under its own name."""
    remote = Remote(service, "/" + service.replace(".", "/"), service)
    return Question(
        f"{desktop} screen lock",
        Method(remote, "GetActive", gives="b"),
        (),
        Notice(Remote(service, "", service), "ActiveChanged", "b"),
        lambda body: bool(body[0]),
    )


SCREEN_LOCKERS = (
    _screen_locker("GNOME", "org.gnome.ScreenSaver"),
    _screen_locker("Cinnamon", "org.cinnamon.ScreenSaver"),
    _screen_locker("MATE", "org.mate.ScreenSaver"),
    _screen_locker("Xfce", "org.xfce.ScreenSaver"),
    _screen_locker("desktop", "org.freedesktop.ScreenSaver"),
)
