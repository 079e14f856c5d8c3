"""A Wayland compositor that knows nothing but idle notifications and a list of windows.

It runs as a process of its own, because the program waits for its answers: this file is both the
program of that process and, as `FakeCompositor`, what a test holds. It is told by lines what to do.
`layers.py` adds surfaces and pointers.
"""

import json
import os
import select
import socket
import struct
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).parents[2]
IDLED, RESUMED = 0, 1


class FakeCompositor:
    """The test's end.

    Args:
        directory: where its socket lies.
        offers: interface → version.
        windows: the states of each window, as the protocol numbers them.
    """

    def __init__(
        self, directory: Path, offers: dict[str, int], windows: tuple[tuple[int, ...], ...] = ()
    ) -> None:
        self.environment = {"XDG_RUNTIME_DIR": str(directory), "WAYLAND_DISPLAY": "fake-0"}
        program = type(self).__module__
        self._process = subprocess.Popen(
            [sys.executable, "-m", program, f"{directory}/fake-0", json.dumps([offers, windows])],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._say(None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()

    def notifications(self) -> dict[int, str]:
        """What was asked for: timeout → "input" or "any"."""
        return {int(after): kind for after, kind in self._say({"what": "list"}).items()}

    def tell(self, after: int, event: str) -> None:
        """Let a notification happen."""
        self._say({"what": "tell", "after": after, "event": event})

    def end(self) -> None:
        self._process.communicate()

    def _say(self, order: object) -> dict[str, Any]:
        """Give an order and wait until it is done; `None` waits until the socket is there."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        if order is not None:
            self._process.stdin.write(json.dumps(order) + "\n")
            self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer


class Server:
    """The compositor's end: one client at a time."""

    def __init__(self, path: str, offers: dict[str, int], windows: list[list[int]]) -> None:
        self.names = dict(enumerate(offers.items(), 1))
        self.windows = windows
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(path)
        self.listener.listen()
        self.client: socket.socket | None = None
        self.registry = 0
        self.files: list[int] = []
        self.objects: dict[int, str] = {}
        self.notifications: dict[int, tuple[int, str]] = {}
        print("{}", flush=True)

    def run(self) -> None:
        while True:
            waited_for = [sys.stdin, self.client or self.listener]
            ready, _, _ = select.select(waited_for, [], [])
            if self.client in ready:
                self.serve()
            elif self.listener in ready:
                self.client, _ = self.listener.accept()
                self.objects, self.notifications = {}, {}
            elif sys.stdin in ready:
                line = os.read(0, 4096).decode()
                if not line:
                    return
                while self.client and select.select([self.client], [], [], 0.02)[0]:
                    self.serve()  # what was asked before this order
                self.obey(json.loads(line))

    def obey(self, order: dict[str, object]) -> None:
        if order["what"] == "list":
            print(json.dumps(dict(self.notifications.values())), flush=True)
            return
        for number, (after, _) in self.notifications.items():
            if after == order["after"]:
                self.event(number, IDLED if order["event"] == "idled" else RESUMED)
        print("{}", flush=True)

    def event(self, sender: int, opcode: int, body: bytes = b"") -> None:
        assert self.client is not None
        self.client.sendall(struct.pack("=II", sender, (8 + len(body)) << 16 | opcode) + body)

    def serve(self) -> None:
        assert self.client is not None
        try:
            data, files, _, _ = socket.recv_fds(self.client, 65_536, 8)
        except ConnectionResetError:  # it left without reading everything
            data, files = b"", []
        self.files += files
        if not data:
            self.client.close()
            self.client = None
            self.on_client_gone()
            return
        while data:
            number, what = struct.unpack_from("=II", data)
            body, data = data[8 : what >> 16], data[what >> 16 :]
            self.request(number, what & 0xFFFF, body)

    def request(self, number: int, opcode: int, body: bytes) -> None:
        match self.objects.get(number, "wl_display" if number == 1 else ""), opcode:
            case "wl_display", 0:
                (callback,) = struct.unpack("=I", body)
                self.event(callback, 0, struct.pack("=I", 0))
            case "wl_display", 1:
                (self.registry,) = struct.unpack("=I", body)
                self.objects[self.registry] = "wl_registry"
                for name in self.names:
                    self.announce(name)
            case "wl_registry", 0:
                (name,) = struct.unpack_from("=I", body)
                interface, version = self.names[name]
                wanted, made = struct.unpack_from("=II", body, len(body) - 8)
                assert wanted <= version
                self.objects[made] = interface
                self.on_bound(interface, made)
                if interface == "zwlr_foreign_toplevel_manager_v1":
                    self.show_windows(made)
            case "ext_idle_notifier_v1", 1 | 2:
                made, after, seat = struct.unpack("=III", body)
                assert self.objects[seat] == "wl_seat"
                self.objects[made] = "notification"
                self.notifications[made] = (after, "input" if opcode == 2 else "any")
            case "notification", 0:
                del self.notifications[number]
            case unknown:
                raise AssertionError(unknown)

    def on_bound(self, interface: str, number: int) -> None:
        """Something on offer was taken."""

    def on_client_gone(self) -> None:
        """The client has closed its connection."""

    def announce(self, name: int) -> None:
        interface, version = self.names[name]
        text = interface.encode() + b"\0"
        padded = text + b"\0" * (-len(text) % 4)
        line = struct.pack("=II", name, len(text)) + padded
        self.event(self.registry, 0, line + struct.pack("=I", version))

    def show_windows(self, manager: int) -> None:
        for index, states in enumerate(self.windows):
            window = 0xFF00_0000 + index
            self.event(manager, 0, struct.pack("=I", window))
            title = struct.pack("=I", 4) + b"abc\0"
            self.event(window, 0, title)
            self.event(window, 4, struct.pack(f"={len(states) + 1}I", 4 * len(states), *states))
            self.event(window, 5)


if __name__ == "__main__":
    Server(sys.argv[1], *json.loads(sys.argv[2])).run()
