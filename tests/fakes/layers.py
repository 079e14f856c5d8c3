"""A Wayland compositor with layers, screens, pointers and fingers, and nothing to look at.

What a client makes of it is remembered and can be asked for; what happens is told by the test.
"""

import json
import os
import struct
import sys
from typing import Any

from tests.fakes.compositor import FakeCompositor, Server

SCREEN = 0xFE00_0000
LAYERS = {
    "wl_compositor": 4,
    "wl_shm": 1,
    "zwlr_layer_shell_v1": 3,
    "wl_seat": 7,
    "wl_output": 4,
}
FRACTIONS = {"wp_viewporter": 1, "wp_fractional_scale_manager_v1": 1}
SHAPES = {"wp_cursor_shape_manager_v1": 1}


class FakeLayers(FakeCompositor):
    """The test's end."""

    def state(self) -> dict[str, Any]:
        """What the client has said about its surface, and the picture that is seen."""
        return self._say({"what": "state"})

    def tell(self, sender: str, opcode: int, *numbers: int) -> None:
        """Let an object tell an event: pointer, touch, layer, surface, output, fraction."""
        self._say({"what": "tell", "sender": sender, "opcode": opcode, "numbers": numbers})

    def point(self, x: float, y: float) -> None:
        """Let the pointer come to this place of the surface."""
        self._say({"what": "point", "x": round(x * 256), "y": round(y * 256)})

    def plug(self) -> None:
        """Add a screen."""
        self._say({"what": "plug"})

    def unplug(self) -> None:
        """Take the first screen away, with the surface that is on it."""
        self._say({"what": "unplug"})

    def hold_buffers(self) -> None:
        """Give no buffer back from now on."""
        self._say({"what": "hold"})

    def give_back(self) -> None:
        """Give all buffers back."""
        self._say({"what": "give back"})

    def refuse(self) -> None:
        """Call the next thing that the client does a mistake."""
        self._say({"what": "refuse"})


class LayerServer(Server):
    """The compositor's end."""

    def __init__(self, path: str, offers: dict[str, int], windows: list[list[int]]) -> None:
        self.said: dict[str, Any] = {}
        self.files_of: dict[int, int] = {}
        self.buffers: dict[int, tuple[int, int, int]] = {}
        self.held: list[int] = []
        self.holds = False
        self.on_client_gone()
        super().__init__(path, offers, windows)

    def on_client_gone(self) -> None:
        self.said = {"layers": 0, "pictures": 0}
        self.number = dict.fromkeys(("surface", "layer", "pointer", "touch", "fraction"), 0)
        self.attached = 0
        self.is_configured = False
        self.held = []

    def obey(self, order: dict[str, Any]) -> None:
        answer: dict[str, Any] = {}
        match order["what"]:
            case "state":
                answer = {**self.said, "connected": self.client is not None}
            case "tell":
                numbers = [n & 0xFFFF_FFFF for n in order["numbers"]]
                body = struct.pack(f"={len(numbers)}I", *numbers)
                self.event(self.number[order["sender"]], order["opcode"], body)
            case "point":
                place = struct.pack("=IIii", 7, self.number["surface"], order["x"], order["y"])
                self.event(self.number["pointer"], 0, place)
            case "plug":
                name = max(self.names) + 1
                self.names[name] = ("wl_output", 4)
                self.announce(name)
            case "unplug":
                name = next(n for n, (i, _) in self.names.items() if i == "wl_output")
                del self.names[name]
                if self.number["layer"]:
                    self.event(self.number["layer"], 1)
                if self.client is not None:
                    self.event(self.registry, 1, struct.pack("=I", name))
            case "hold":
                self.holds = True
            case "give back":
                self.holds = False
                self.release()
            case "refuse":
                self.event(1, 0, struct.pack("=III", 1, 0, 4) + b"no!\0")
        print(json.dumps(answer), flush=True)

    def on_bound(self, interface: str, number: int) -> None:
        if interface == "wl_seat":
            self.event(number, 0, struct.pack("=I", 1 | 2 | 4))
        elif interface == "wl_output":
            self.number["output"] = number
            self.event(number, 3, struct.pack("=I", 1))

    def request(self, number: int, opcode: int, body: bytes) -> None:
        numbers = struct.unpack_from(f"={len(body) // 4}I", body)
        match self.objects.get(number, ""), opcode:
            case "wl_compositor", 0:
                self.make("surface", numbers[0])
            case "wl_shm", 0:
                self.objects[numbers[0]] = "pool"
                self.files_of[numbers[0]] = self.files.pop(0)
            case "pool", 0:
                made, offset, width, height, stride, form = numbers
                assert (offset, stride, form) == (0, 4 * width, 0)
                self.objects[made] = "buffer"
                self.buffers[made] = (self.files_of[number], width, height)
            case "pool", 1:
                pass
            case "buffer", 0:
                del self.buffers[number]
            case "zwlr_layer_shell_v1", 0:
                made, _, output, layer, size = numbers[:5]
                self.make("layer", made)
                name = body[20 : 20 + size - 1].decode()
                self.said |= {"output": output, "layer": layer, "name": name}
                self.said["layers"] += 1
                self.is_configured = False
                if "wl_output" not in {interface for interface, _ in self.names.values()}:
                    self.event(made, 1)
            case "layer", 0 | 1 | 3 | 4:
                key = {0: "size", 1: "anchor", 3: "margin", 4: "keyboard"}[opcode]
                self.said[key] = list(numbers)
                self.is_configured &= opcode != 0
            case "layer", 6:
                self.is_configured = True
            case "layer" | "surface", _:
                self.on_surface(number, opcode, numbers)
            case "wl_seat", 0 | 2:
                self.make("pointer" if opcode == 0 else "touch", numbers[0])
            case "wp_viewporter", 1:
                self.objects[numbers[0]] = "viewport"
            case "viewport", 2:
                self.said["destination"] = list(numbers)
            case "wp_fractional_scale_manager_v1", 1:
                self.make("fraction", numbers[0])
            case "wp_cursor_shape_manager_v1", 1:
                self.objects[numbers[0]] = "cursor"
            case "cursor", 1:
                self.said["cursor"] = list(numbers)
            case (("viewport" | "fraction"), 0):
                del self.objects[number]
            case _:
                super().request(number, opcode, body)

    def on_surface(self, number: int, opcode: int, numbers: tuple[int, ...]) -> None:
        match self.objects[number], opcode:
            case ("layer", 7) | ("surface", 0):
                self.number[self.objects.pop(number)] = 0
            case "surface", 1:
                assert self.is_configured, "a picture before it was asked for"
                self.attached = numbers[0]
            case "surface", 6:
                self.commit()
            case "surface", 8:
                self.said["scale"] = numbers[0]
            case "surface", 9:
                pass
            case unknown:
                raise AssertionError(unknown)

    def commit(self) -> None:
        if self.attached:
            file, width, height = self.buffers[self.attached]
            pixels = os.pread(file, 4 * width * height, 0)
            self.said["picture"] = [width, height, pixels[:4].hex(), pixels[-4:].hex()]
            self.said["pictures"] += 1
            self.held.append(self.attached)
            self.attached = 0
            if not self.holds:
                self.release()
        elif not self.is_configured and self.number["layer"]:
            self.event(self.number["layer"], 0, struct.pack("=III", 3, *self.said["size"]))

    def release(self) -> None:
        for each in self.held:
            if each in self.buffers:
                self.event(each, 0)
        self.held = []

    def make(self, what: str, number: int) -> None:
        self.objects[number] = what
        self.number[what] = number


if __name__ == "__main__":
    LayerServer(sys.argv[1], *json.loads(sys.argv[2])).run()
