"""A small player of MPRIS as a process: `python -m tests.fakes.music_player ADDRESS NAME`.

It keeps to what the specification says of status and volume, and tells of every change; it prints a
line when it has its name.
"""

import sys

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

PATH = "/org/mpris/MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
PROPERTIES = "org.freedesktop.DBus.Properties"


class MusicPlayer:
    """Plays nothing, but says so as a real one does."""

    def __init__(self, connection: DBusConnection, *, can_pause: bool) -> None:
        self._connection = connection
        self._can_pause = can_pause
        self._values: dict[str, tuple[str, object]] = {
            "PlaybackStatus": ("s", "Stopped"),
            "Volume": ("d", 0.8),
            "CanPause": ("b", can_pause),
            "CanControl": ("b", True),
        }

    def answer(self, message: Message) -> None:
        if message.header.message_type is not MessageType.method_call:
            return
        member, send = message.header.fields[HeaderFields.member], self._connection.send
        if member == "GetAll":
            send(new_method_return(message, "a{sv}", (self._values,)))
        elif member == "Get":
            send(new_method_return(message, "v", (self._values[message.body[1]],)))
        elif member == "Set":
            self._become(message.body[1], *message.body[2])
            send(new_method_return(message))
        elif member in ("Play", "Pause", "Stop"):
            status = {"Play": "Playing", "Pause": "Paused", "Stop": "Stopped"}[member]
            if member != "Pause" or self._values["PlaybackStatus"][1] == "Playing":
                self._become("PlaybackStatus", "s", status)
            send(new_method_return(message))
        else:
            send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod", "s", (member,)))

    def _become(self, name: str, kind: str, value: object) -> None:
        self._values[name] = (kind, value)
        changed = (PLAYER, {name: (kind, value)}, [])
        address = DBusAddress(PATH, interface=PROPERTIES)
        self._connection.send(new_signal(address, "PropertiesChanged", "sa{sv}as", changed))


def main() -> None:
    """Play until the bus goes, or we are ended."""
    address, name, *more = sys.argv[1:]
    connection = open_dbus_connection(address)
    player = MusicPlayer(connection, can_pause="cannot-pause" not in more)
    connection.send_and_get_reply(message_bus.RequestName(f"org.mpris.MediaPlayer2.{name}"))
    print("here", flush=True)
    while True:
        player.answer(connection.receive())


if __name__ == "__main__":
    main()
