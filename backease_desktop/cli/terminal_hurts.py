"""It hurts, in a terminal: the question that the window asks on a sheet, in lines and single keys.

Rules:
1. A digit says how much (1 then 0 is ten), l that it runs down the leg or is numb. No answer is
   fine.
2. Up to 5, Enter takes the easier one; where there is none the next one; on the last exercise the
   end. Space goes on, n is the next one, e the end. Escape goes back to the paused session.
3. From 6 on, or with l, the signs are written, Enter ends, and going on is not offered.
4. While it asks, no other key moves the session.
"""

from collections.abc import Callable

from backease_desktop.controllers.hurting import Hurt, Hurting
from backease_desktop.controllers.session import SessionController
from backease_desktop.core.pain import Band, band_of, typed
from backease_desktop.core.player.snapshot import Snapshot
from backease_desktop.core.safety import SafetyPart
from backease_desktop.ui.session.hurts_words import place_words, promise

ENTER = ("\r", "\n")
ESCAPE = "\x1b"
BANDS = {
    Band.LITTLE: "not at all, or a little",
    Band.SETTLES: "fine if it is gone within a day",
    Band.ENOUGH: "enough for today",
}


class TerminalHurts:
    """Asks, and takes the keys while it asks.

    Args:
        session: stands still meanwhile.
        hurting: knows what is said.
        signs: when to get help now; read when it is needed.
        write: a line for the person.
    """

    def __init__(
        self,
        session: SessionController,
        hurting: Hurting,
        signs: Callable[[], SafetyPart],
        write: Callable[[str], None],
    ) -> None:
        self._session = session
        self._hurting = hurting
        self._signs = signs
        self._write = write
        self._next_name: str | None = None
        self._asked: Hurt | None = None
        session.changed.connect(self._on_session_changed)
        hurting.asked.connect(self._on_asked)

    def take(self, key: str) -> bool:
        """Whether a key was for the question, which takes them all while it asks."""
        left = self._hurting.left
        if left is None:
            return False
        if key.isdecimal() and key.isascii():
            self._hurting.tell(typed(left.level, int(key)))
        elif key == "l":
            self._hurting.tell_numb()
        elif key == ESCAPE:
            self._hurting.take_back()
            self._write("Paused. Space goes on.")
        elif key in ("e", "q"):
            self._session.stop()
        elif key in ENTER:
            self._take_first(left)
        elif not left.is_enough:
            self._take_other(left, key)
        return True

    def _take_first(self, left: Hurt) -> None:
        if left.is_enough or (left.easier is None and self._next_name is None):
            self._session.stop()
        elif left.easier is not None:
            self._hurting.take_easier()
        else:
            self._hurting.next_exercise()

    def _take_other(self, left: Hurt, key: str) -> None:
        if key == " ":
            self._session.resume()
        elif key == "n" and self._next_name is not None:
            self._hurting.next_exercise()

    def _on_asked(self, hurt: Hurt) -> None:
        before, self._asked = self._asked, hurt
        if before is None:
            self._write(f"Stopped. Thank you for saying so. ({place_words(hurt.segment)})")
            self._write(
                "How much does it hurt? 0 to 10, or leave it out. "
                "l: it runs down the leg, or is numb."
            )
            self._write(self._answers(hurt))
            return
        if hurt.is_unsaid:
            self._write("Not said, and that is fine. It waits; a digit still counts.")
            return
        if hurt.level is not None:
            self._write(f"{hurt.level} of 10: {BANDS[band_of(hurt.level)]}.")
        if hurt.numb:
            self._write("It runs down the leg, or is numb. (l takes that back)")
        if hurt.is_enough and not before.is_enough:
            part = self._signs()
            for line in (f"{part.title}. {part.text}", *(f"  - {item}" for item in part.items)):
                self._write(line)
            self._write(f"Source: {part.source}")
        if hurt.is_enough is not before.is_enough:
            self._write(self._answers(hurt))
        self._write(promise(hurt))

    def _answers(self, hurt: Hurt) -> str:
        if hurt.is_enough:
            return "Enter: end here · nothing runs until you say so"
        others = ["space: go on", "e: end here", "Esc: back to the paused session"]
        if self._next_name is not None:
            others.insert(1, f"n: next, {self._next_name}")
        first = "end here"
        if hurt.easier is not None:
            first = f"take the easier one, {hurt.easier.name}"
        elif self._next_name is not None:
            first = f"next, {self._next_name}"
        return " · ".join([f"Enter: {first}", *others])

    def _on_session_changed(self, snapshot: Snapshot) -> None:
        self._next_name = snapshot.next.name if snapshot.next is not None else None
        if self._hurting.left is None:
            self._asked = None
