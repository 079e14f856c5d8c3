"""The port `MediaControls`, held by the controls of three systems, the last resort and the fake."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from backease_desktop.controllers.hand_ports import MediaControls as Port
from backease_desktop.core.now_playing import MediaWish, NowPlaying
from backease_desktop.core.units import Ms
from backease_desktop.system.media.controls import MediaControls
from backease_desktop.system.media.macos import COMMANDS, MacControls
from backease_desktop.system.media.mpris import NAME, PATH, PLAYER, MprisControls
from backease_desktop.system.media.windows import WindowsControls
from backease_desktop.system.wire.dbus import Bus, Method, Remote
from tests.fakes.media import FakeControls, FakeMac, FakeSmtc, FakeStreams
from tests.fakes.ports import FakeClock

BRIDGE = NowPlaying("Core", "Bridge", "bridge", 2, 4, Ms(30_000), Ms(300_000), is_playing=True)

_CALLS = {
    MediaWish.PLAY: "Play",
    MediaWish.PAUSE: "Pause",
    MediaWish.TOGGLE: "PlayPause",
    MediaWish.NEXT: "Next",
    MediaWish.PREVIOUS: "Previous",
    MediaWish.STOP: "Stop",
}
_BUTTONS = {"play": 0, "pause": 1, "stop": 2, "next": 6, "previous": 7}


@dataclass
class Desk:
    """Controls, what they told, and what the desktop sees of them.

    Attributes:
        settle: lets everything that was asked be answered.
        seen: title, whether it plays, and the length in milliseconds, or None where nothing is.
        press, seek: what somebody does on the desktop.
    """

    controls: Port
    settle: Callable[[], None]
    seen: Callable[[], tuple[str, bool, int] | None]
    press: Callable[[MediaWish], None]
    seek: Callable[[int], None]
    told: list[object] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.controls.wish_made.connect(self.told.append)
        self.controls.sought.connect(self.told.append)


def fake_desk() -> Desk:
    controls = FakeControls()

    def seen() -> tuple[str, bool, int] | None:
        now = controls.shown
        return None if now is None else (now.title, now.is_playing, now.length)

    def tell(signal: Any) -> Callable[[Any], None]:
        return lambda what: signal.emit(what) if controls.shown else None

    process = QCoreApplication.processEvents
    return Desk(controls, process, seen, tell(controls.wish_made), tell(controls.sought))


def windows_desk() -> Desk:
    smtc = FakeSmtc()
    controls = WindowsControls(smtc.media, FakeStreams(), smtc, FakeClock())

    def seen() -> tuple[str, bool, int] | None:
        if not smtc.is_enabled or smtc.on_screen is None:
            return None
        length = smtc.timeline.end_time.total_seconds() * 1000
        return smtc.on_screen.title, smtc.playback_status == 3, round(length)

    def press(wish: MediaWish) -> None:
        if wish is MediaWish.TOGGLE:
            pytest.skip("Windows tells play and pause, never both as one")
        smtc.press(_BUTTONS[wish])

    return Desk(controls, QCoreApplication.processEvents, seen, press, smtc.move)


def mac_desk() -> Desk:
    mac = FakeMac()
    controls = MacControls(mac, mac, mac.listen, lambda _: None, FakeClock())

    def seen() -> tuple[str, bool, int] | None:
        if mac.info is None:
            return None
        return mac.info["title"], mac.state == 1, round(mac.info["playbackDuration"] * 1000)

    names = {wish: name for name, wish in COMMANDS.items()}
    return Desk(
        controls,
        QCoreApplication.processEvents,
        seen,
        lambda wish: mac.press(names[wish]),
        lambda to: mac.press("changePlaybackPositionCommand", to / 1000),
    )


def mpris_desk(request: pytest.FixtureRequest) -> Desk:
    bus: Bus = request.getfixturevalue("bus")
    until = request.getfixturevalue("until")
    caller = Bus(request.getfixturevalue("bus_address"))
    request.addfinalizer(caller.close)
    controls = MprisControls(bus, FakeClock())
    request.addfinalizer(controls.deleteLater)
    player = Remote(NAME, PATH, PLAYER)
    properties = Remote(NAME, PATH, "org.freedesktop.DBus.Properties")

    def ask(method: Method, *values: object) -> Any:
        answers: list[Any] = []
        caller.call(method, values, answers.append, answers.append)
        until(lambda: bool(answers))
        return answers[0]

    def settle() -> None:
        """Each of a name's steps is a question of ours and its answer; three are enough."""
        for _ in range(3):
            answers: list[Any] = []
            bus.call(
                Method(properties, "GetAll", "s", "a{sv}"),
                (PLAYER,),
                answers.append,
                answers.append,
            )
            until(lambda answers=answers: bool(answers))

    def seen() -> tuple[str, bool, int] | None:
        answer = ask(Method(properties, "GetAll", "s", "a{sv}"), PLAYER)
        if isinstance(answer, str):
            return None
        found = {name: value for name, (_, value) in answer[0].items()}
        metadata = {name: value for name, (_, value) in found["Metadata"].items()}
        length = metadata["mpris:length"] // 1000
        return metadata["xesam:title"], found["PlaybackStatus"] == "Playing", length

    return Desk(
        controls,
        settle,
        seen,
        lambda wish: ask(Method(player, _CALLS[wish])),
        lambda to: ask(
            Method(player, "SetPosition", "ox"), "/io/github/backease/Desktop/session", to * 1000
        ),
    )


@pytest.fixture(params=["fake", "MPRIS", "Windows", "macOS"])
def desk(request: pytest.FixtureRequest, qapp: QObject) -> Desk:
    makes: dict[str, Callable[[], Desk]] = {
        "fake": fake_desk,
        "MPRIS": lambda: mpris_desk(request),
        "Windows": windows_desk,
        "macOS": mac_desk,
    }
    return makes[request.param]()


def test_nothing_is_seen_before_something_is_shown_or_after_it_was_hidden(desk: Desk) -> None:
    desk.settle()
    assert desk.seen() is None
    desk.controls.show(BRIDGE)
    desk.settle()
    assert desk.seen() == ("Bridge", True, 300_000)
    desk.controls.hide()
    desk.settle()
    assert desk.seen() is None


def test_what_is_shown_again_is_seen_as_it_is_now(desk: Desk) -> None:
    desk.controls.show(BRIDGE)
    desk.settle()
    desk.controls.show(replace(BRIDGE, title="Plank", is_playing=False, length=Ms(310_000)))
    desk.settle()
    assert desk.seen() == ("Plank", False, 310_000)


@pytest.mark.parametrize("wish", [wish for wish in MediaWish if wish is not MediaWish.RAISE])
def test_each_key_is_told_once_as_what_it_means(desk: Desk, wish: MediaWish) -> None:
    desk.controls.show(BRIDGE)
    desk.settle()
    desk.press(wish)
    desk.settle()
    assert desk.told == [wish]


def test_a_moment_is_told_in_milliseconds(desk: Desk) -> None:
    desk.controls.show(BRIDGE)
    desk.settle()
    desk.seek(90_000)
    desk.settle()
    assert desk.told == [90_000]


def test_a_key_after_the_end_is_nobodys(desk: Desk) -> None:
    desk.controls.show(BRIDGE)
    desk.settle()
    desk.controls.hide()
    desk.settle()
    desk.press(MediaWish.NEXT)
    desk.settle()
    assert desk.told == []


def test_hiding_nothing_is_harmless_and_showing_twice_is_one(desk: Desk) -> None:
    desk.controls.hide()
    desk.controls.show(BRIDGE)
    desk.controls.hide()
    desk.controls.hide()
    desk.controls.show(BRIDGE)
    desk.settle()
    assert desk.seen() == ("Bridge", True, 300_000)
    desk.press(MediaWish.NEXT)
    desk.settle()
    assert desk.told == [MediaWish.NEXT]


def test_the_last_resort_counts_on_while_it_plays_and_stands_still_in_a_pause() -> None:
    clock = FakeClock()
    controls = MediaControls(clock)
    controls.show(BRIDGE)
    clock.advance(5_000)
    assert controls.position == 35_000
    controls.show(replace(BRIDGE, position=Ms(35_000), is_playing=False))
    clock.advance(5_000)
    assert controls.position == 35_000


def test_windows_gets_the_picture_and_one_that_is_missing_is_none(tmp_path: Any) -> None:
    smtc = FakeSmtc()
    controls = WindowsControls(smtc.media, FakeStreams(), smtc, FakeClock())
    (tmp_path / "bridge é.png").write_bytes(b"PNG")
    controls.show(replace(BRIDGE, artwork=(tmp_path / "bridge é.png").as_uri()))
    assert smtc.display_updater.thumbnail == b"PNG"
    controls.show(replace(BRIDGE, artwork=(tmp_path / "none.png").as_uri()))
    assert smtc.display_updater.thumbnail is None
