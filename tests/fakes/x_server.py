"""An X server, in a process of its own, that knows the idle time and one active window.

`x_windows.py` adds windows that can be made and painted.
"""

import json
import select
import socket
import struct
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

REPOSITORY = Path(__file__).parents[2]
ROOT, WINDOW, FIRST_ID = 0x123, 0x400007, 0x800000


class FakeXServer:
    """The test's end."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", type(self).__module__],
            cwd=REPOSITORY,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        number = self._read() - 6000
        self.environment = {"DISPLAY": f"127.0.0.1:{number}.0"}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.communicate()

    def set(self, name: str, value: int) -> None:
        """Set `idle` (ms), `saver` (has the extension), `active` (has a window), `full`, `tray`."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([name, value]) + "\n")
        self._process.stdin.flush()
        self._read()

    def get(self, name: str) -> int:
        """What a client has set: `suspended`."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([name]) + "\n")
        self._process.stdin.flush()
        return self._read()

    def _read(self) -> int:
        assert self._process.stdout is not None
        return int(self._process.stdout.readline())


class Server:
    """The server's end: one client at a time."""

    def __init__(self) -> None:
        self.state = {"idle": 0, "saver": 1, "active": 1, "full": 0, "suspended": 0, "tray": 0}
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.client: socket.socket | None = None
        self.atoms: list[str] = []
        self.sequence = 0
        print(self.listener.getsockname()[1], flush=True)

    def run(self) -> None:
        while True:
            ready, _, _ = select.select([sys.stdin, self.client or self.listener], [], [])
            if sys.stdin in ready:
                line = sys.stdin.readline()
                if not line:
                    return
                name, *value = json.loads(line)
                if value:
                    self.state[name] = value[0]
                    self.on_set(name, value[0])
                while not value and self.client and select.select([self.client], [], [], 0.02)[0]:
                    self.serve()
                print(self.state[name], flush=True)
            elif self.client in ready:
                self.serve()
            else:
                self.greet()

    def greet(self) -> None:
        self.client, _ = self.listener.accept()
        self.sequence = 0
        hello = self.client.recv(12)
        assert struct.unpack("=HH", hello[2:6]) == (11, 0)
        vendor, formats = b"test", 2
        setup = struct.pack("=IIIIHHBB", 1, FIRST_ID, 0, 0, len(vendor), 0xFFFF, 1, formats)
        setup += bytes(32 - len(setup)) + vendor + bytes(8 * formats) + struct.pack("=I", ROOT)
        setup += self.screen()
        self.client.sendall(struct.pack("=BxHHH", 1, 11, 0, len(setup) // 4) + setup)

    def serve(self) -> None:
        assert self.client is not None
        header = self.client.recv(4, socket.MSG_WAITALL)
        if not header:
            self.client.close()
            self.client = None
            return
        opcode, detail, length = struct.unpack("=BBH", header)
        body = self.client.recv(length * 4 - 4, socket.MSG_WAITALL) if length > 1 else b""
        self.sequence += 1
        self.client.sendall(b"\x02" + bytes(31))  # an event in between, as there always are
        self.request(opcode, detail, body)

    def screen(self) -> bytes:
        """The rest of what is said about the screen."""
        return b""

    def on_set(self, name: str, value: int) -> None:
        """The test has set something."""

    def request(self, opcode: int, detail: int, body: bytes) -> None:
        match opcode, detail:
            case 98, _:
                self.reply(struct.pack("=BB", self.state["saver"], 130))
            case 130, 0:
                self.reply(struct.pack("=BB", 1, 1))
            case 130, 1:
                self.reply(struct.pack("=III", 0, 0, self.state["idle"]))
            case 130, 5:
                self.state["suspended"] = body[0]
            case 16, _:
                (size,) = struct.unpack_from("=H", body)
                name = body[4 : 4 + size].decode()
                if name not in self.atoms:
                    self.atoms.append(name)
                self.reply(struct.pack("=I", self.atoms.index(name) + 1))
            case 23, _:
                (atom,) = struct.unpack_from("=I", body)
                is_tray = self.atoms[atom - 1] == "_NET_SYSTEM_TRAY_S0"
                self.reply(struct.pack("=I", WINDOW if is_tray and self.state["tray"] else 0))
            case 20, _:
                self.answer_property(*struct.unpack_from("=II", body))

    def answer_property(self, window: int, atom: int) -> None:
        assert self.client is not None
        values: list[int] = []
        match self.atoms[atom - 1], window:
            case "_NET_ACTIVE_WINDOW", 0x123:
                values = [WINDOW] if self.state["active"] == 1 else [self.state["active"]]
            case "_NET_WM_STATE", 0x400007 if self.state["full"]:
                values = [self.atoms.index("_NET_WM_STATE_FULLSCREEN") + 1]
            case "_NET_WM_STATE", other if other != WINDOW:
                self.client.sendall(struct.pack("=BBHI", 0, 3, self.sequence, other) + bytes(24))
                return
        payload = struct.pack(f"={len(values)}I", *values)
        fields = struct.pack("=III", 4, 0, len(values))
        self.reply(fields, payload, 32 if values else 0)

    def reply(self, fields: bytes, more: bytes = b"", detail: int = 0) -> None:
        assert self.client is not None
        head = struct.pack("=BBHI", 1, detail, self.sequence & 0xFFFF, len(more) // 4)
        self.client.sendall(head + fields.ljust(24, b"\0") + more)


if __name__ == "__main__":
    Server().run()
