"""Do-not-disturb and full-screen hints that Linux desktops tell over D-Bus."""

from backease_desktop.system.senses.asked import Question, property_question
from backease_desktop.system.wire.dbus import Method, Notice, Remote

_IDLE_INHIBITED = 8
"""The flag of GNOME for "an application keeps the screen on"."""

_SCREEN_SETTINGS = 4
"""The policy of KDE's power management for "an application keeps the screen on"."""

_XFCONF = Remote("org.xfce.Xfconf", "/org/xfce/Xfconf", "org.xfce.Xfconf")
_XFCE_CHANNEL = "xfce4-notifyd"
_POWER = "org.kde.Solid.PowerManagement.PolicyAgent"
_POLICY_AGENT = Remote(_POWER, "/org/kde/Solid/PowerManagement/PolicyAgent", _POWER)

XFCE_DO_NOT_DISTURB = Question(
    "Xfce do not disturb",
    Method(_XFCONF, "GetProperty", "ss", "v"),
    (_XFCE_CHANNEL, "/do-not-disturb"),
    Notice(_XFCONF, "PropertyChanged", "ssv", _XFCE_CHANNEL),
    lambda body: body[0][1] is True,
)

NOTIFICATIONS_INHIBITED = property_question(
    "notification server (Inhibited)",
    Remote(
        "org.freedesktop.Notifications",
        "/org/freedesktop/Notifications",
        "org.freedesktop.Notifications",
    ),
    "Inhibited",
    bool,
)

GNOME_SCREEN_KEPT_ON = property_question(
    "GNOME: screen kept on by a video or presentation",
    Remote("org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager"),
    "InhibitedActions",
    lambda actions: isinstance(actions, int) and bool(actions & _IDLE_INHIBITED),
)

KDE_SCREEN_KEPT_ON = Question(
    "KDE power management: screen kept on by a video or presentation",
    Method(_POLICY_AGENT, "HasInhibition", "u", "b"),
    (_SCREEN_SETTINGS,),
    Notice(_POLICY_AGENT, "InhibitionsChanged", "a(ss)as"),
    lambda body: bool(body[0]),
)
