"""A state that a service on the bus is asked for, again at every notice of a change.

Rules: a service that is not there, or answers otherwise than expected, is a failed source, which is
said once; when it comes, or comes back, the source recovers. Between notices nothing is asked and
nothing wakes us. What was asked before `stop` is answered to nobody.
"""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject

from backease_desktop.system.senses.source import StateSource
from backease_desktop.system.wire.dbus import Body, Bus, Method, Notice, Remote


class Question(msgspec.Struct, frozen=True):
    """How one service is asked for one state.

    Attributes:
        name: the source, as a person reads it.
        method: the call that tells the state.
        arguments: what the call takes.
        notice: the signal after which to ask again.
        means_active: whether the values of the answer mean yes.
    """

    name: str
    method: Method
    arguments: Body
    notice: Notice
    means_active: Callable[[Body], bool]


def property_question(
    name: str, remote: Remote, wanted: str, means_active: Callable[[object], bool]
) -> Question:
    """The question for a property of an object.

    Args:
        name: the source, as a person reads it.
        remote: the object and the interface that has the property.
        wanted: the property.
        means_active: whether its value means yes.
    """
    properties = "org.freedesktop.DBus.Properties"
    return Question(
        name,
        Method(Remote(remote.service, remote.path, properties), "Get", "ss", "v"),
        (remote.interface, wanted),
        Notice(
            Remote(remote.service, "", properties),
            "PropertiesChanged",
            "sa{sv}as",
            remote.interface,
        ),
        lambda body: means_active(body[0][1]),
    )


class AskedState(StateSource):
    """Knows the last answer of a service."""

    def __init__(self, bus: Bus, question: Question, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = question.name
        self._bus = bus
        self._question = question
        self._active = False
        self._watches: list[Callable[[], None]] = []
        self._lost = False
        self._turn = 0
        """How often it was stopped: answers of an earlier turn do not count."""

    def start(self) -> None:
        """Look for the service and ask it."""
        self.stop()
        self._watches = [
            self._bus.watch_owner(self._question.method.remote.service, self._on_owner),
            self._bus.watch(self._question.notice, lambda _: self._ask()),
        ]

    def stop(self) -> None:
        """Stop listening."""
        for end in self._watches:
            end()
        self._watches = []
        self._active = self._lost = False
        self._turn += 1

    def active(self) -> bool:
        """What the service last said."""
        return self._active

    def _ask(self) -> None:
        question, turn = self._question, self._turn
        self._bus.call(
            question.method,
            question.arguments,
            lambda body: self._on_answer(body) if turn == self._turn else None,
            lambda why: self._on_error(why) if turn == self._turn else None,
        )

    def _on_owner(self, there: bool) -> None:
        if there:
            self._ask()
        else:
            self._on_error(f"nobody has the name {self._question.method.remote.service}")

    def _on_answer(self, body: Body) -> None:
        before, self._active = self._active, self._question.means_active(body)
        if self._lost:
            self._lost = False
            self.recovered.emit()
        elif before != self._active:
            self.changed.emit()

    def _on_error(self, why: str) -> None:
        if not self._lost:
            self._lost, self._active = True, False
            self.failed.emit(why)
