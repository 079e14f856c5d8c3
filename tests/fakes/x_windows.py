"""An X server on which one window can be made, painted and pointed at."""

import struct

from tests.fakes.x_server import ROOT, FakeXServer, Server

VISUAL, RANDR, SCREENS_CHANGED = 0x77, 140, 89
MONITORS = ((0, 0, 0, 1000, 900), (1, 1000, 100, 800, 600))
"""Primary, left, top, width, height."""


class FakeXWindows(FakeXServer):
    """The test's end.

    `set`: `dpi`; `depth` of transparent windows; `monitors` (how many; tells that they changed);
    `work_height`, of the work area; `enter`, `motion` (x * 1000 + y), `press`, `release` (button),
    `leave`, `expose`. `get`: `left`, `top`, `width`, `height`, `unmanaged`, `mapped`, `pictures`,
    `strips` (of the last one), `first` and `last` pixel, `clients`.
    """


class WindowServer(Server):
    """The server's end."""

    def __init__(self) -> None:
        super().__init__()
        self.state |= {"dpi": 96, "depth": 32, "monitors": 2, "work_height": 0, "clients": 0}
        self.state |= dict.fromkeys(("left", "top", "width", "height", "unmanaged", "mapped"), 0)
        self.state |= dict.fromkeys(("pictures", "strips", "first", "last"), 0)

    def greet(self) -> None:
        super().greet()
        self.state["clients"] += 1

    def screen(self) -> bytes:
        head = struct.pack("=IIIIHHHHHHIBBBB", 0, 0, 0, 0, 1800, 900, 0, 0, 0, 0, 0, 0, 0, 24, 2)
        plain = struct.pack("=BxH4x", 24, 1) + struct.pack("=IBBHIII4x", 1, 4, 8, 0, 0xFF0000, 0, 0)
        depth = struct.pack("=BxH4x", self.state["depth"], 1)
        return head + plain + depth + struct.pack("=IBBHIII4x", VISUAL, 4, 8, 0, 0xFF0000, 0, 0)

    def on_set(self, name: str, value: int) -> None:
        kinds = {"press": 4, "release": 5, "motion": 6, "enter": 7, "leave": 8, "expose": 12}
        if name == "monitors":
            self.tell(SCREENS_CHANGED, 0, 0, 0)
        elif name in kinds:
            is_place = name in ("motion", "enter")
            x, y = divmod(value, 1000) if is_place else (0, 0)
            self.tell(kinds[name], 0 if is_place else value, x, y)

    def tell(self, kind: int, detail: int, x: int, y: int) -> None:
        if self.client is not None:
            self.client.sendall(struct.pack("=BB22xhh4x", kind, detail, x, y))

    def request(self, opcode: int, detail: int, body: bytes) -> None:
        match opcode, detail:
            case 1, 32:
                box = struct.unpack_from("=hhHH", body, 8)
                _, _, visual, mask, *_, unmanaged, _, _ = struct.unpack_from("=HHIIIIIII", body, 16)
                assert (visual, mask) == (VISUAL, 0x2A0A)
                self.place(box)
                self.state["unmanaged"] = unmanaged
            case 8, _:
                self.state["mapped"] = 1
                self.tell(12, 0, 0, 0)
            case 12, _:
                self.place(struct.unpack_from("=iiII", body, 8))
                self.tell(12, 0, 0, 0)
            case 20, _ if struct.unpack_from("=II", body) == (ROOT, 23):
                text = f"Xcursor.size: 24\nXft.dpi:\t{self.state['dpi']}\n".encode()
                padded = text + bytes(-len(text) % 4)
                self.reply(struct.pack("=III", 31, 0, len(text)), padded, 8)
            case 20, _ if self.atoms[struct.unpack_from("=II", body)[1] - 1] == "_NET_WORKAREA":
                values = (0, 0, 1800, self.state["work_height"])
                some = struct.pack("=IIII", *values) if values[3] else b""
                self.reply(struct.pack("=III", 6, 0, len(some) // 4), some, 32)
            case 43, _:
                self.reply(b"")
            case ((78 | 55), _):
                pass
            case 72, 2:
                _, _, width, height, _, top = struct.unpack_from("=IIHHhh", body)
                assert len(body) == 20 + 4 * width * height
                if top == 0:
                    self.state["pictures"] += 1
                    self.state["strips"] = 0
                    (self.state["first"],) = struct.unpack_from("=I", body, 20)
                self.state["strips"] += 1
                (self.state["last"],) = struct.unpack_from("=I", body, len(body) - 4)
            case 98, _ if body[4:9] == b"RANDR":
                self.reply(struct.pack("=BBB", 1, RANDR, SCREENS_CHANGED))
            case 140, 0:
                self.reply(b"")
            case 140, 4:
                pass
            case 140, 42:
                some = b"".join(
                    struct.pack("=IBBHhhHHIII", 0, primary, 0, 1, *box, 0, 0, 0)
                    for primary, *box in MONITORS[: self.state["monitors"]]
                )
                self.reply(b"", some)
            case _:
                super().request(opcode, detail, body)

    def place(self, box: tuple[int, ...]) -> None:
        self.state |= dict(zip(("left", "top", "width", "height"), box, strict=True))


if __name__ == "__main__":
    WindowServer().run()
