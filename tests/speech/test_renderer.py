"""The renderer against a real process that obeys orders (`tests/fakes/tts.py`)."""

import gc
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from backease_desktop.core.clip import Clip
from backease_desktop.core.units import Ms
from backease_desktop.core.voice import Voice, VoiceChoice
from backease_desktop.speech.cache import ClipCache
from backease_desktop.speech.renderer import ClipRenderer
from backease_desktop.speech.tickets import ClipTicket
from tests.fakes.tts import entries, fake_command, sound_of

pytestmark = pytest.mark.starts_programs

VOICE = VoiceChoice("a", 150)
LONG = Ms(20_000)


class Desk:
    """A renderer, its fake voice, and everything it said."""

    def __init__(self, folder: Path) -> None:
        self.log = folder / "log"
        self.cache = ClipCache(folder / "clips")
        self.said: list[tuple[str, ...]] = []
        self.clips: dict[str, Clip] = {}
        self.voices: list[tuple[Voice, ...]] = []
        self.open: list[ClipRenderer] = []

    def renderer(self, *orders: str, limit: Ms = LONG, idle: Ms = LONG) -> ClipRenderer:
        return self.with_command(fake_command(self.log, *orders), limit=limit, idle=idle)

    def with_command(
        self, command: tuple[str, ...], *, limit: Ms = LONG, idle: Ms = LONG
    ) -> ClipRenderer:
        made = ClipRenderer(
            cache=self.cache,
            command=command,
            phrase_limit=limit,
            start_limit=limit,
            idle_limit=idle,
        )
        made.lost.connect(lambda reason: self.said.append(("lost", reason)))
        self.open.append(made)
        return made

    def ticket(
        self,
        renderer: ClipRenderer,
        *texts: str,
        voice: VoiceChoice = VOICE,
        ahead: bool = False,
    ) -> ClipTicket:
        """Ask, and write down the answers."""
        ticket = renderer.ask(texts, voice, ahead)
        ticket.ready.connect(self._on_ready)
        ticket.failed.connect(lambda text, _: self.said.append(("failed", text)))
        return ticket

    def _on_ready(self, text: str, clip: Clip) -> None:
        self.said.append(("ready", text))
        self.clips[text] = clip

    def facts(self) -> list[tuple[str, ...]]:
        return [fact[:1] if fact[0] == "lost" else fact for fact in self.said]


@pytest.fixture
def desk(tmp_path: Path, qapp: object) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    for renderer in made.open:
        renderer.close()
    made.cache.close()


@pytest.fixture
def ask(desk: Desk, qtbot: QtBot) -> Callable[..., None]:
    """Ask for phrases and wait until the renderer owes nobody anything."""

    def ask_and_wait(renderer: ClipRenderer, *texts: str, voice: VoiceChoice = VOICE) -> None:
        desk.ticket(renderer, *texts, voice=voice)
        qtbot.waitUntil(lambda: not renderer.is_owing)

    return ask_and_wait


Ask = Callable[..., None]


def test_clips_come_in_the_order_they_were_asked_for_and_each_once(desk: Desk, ask: Ask) -> None:
    ask(desk.renderer(), "one", "two", "one", "three")
    assert desk.said == [("ready", "one"), ("ready", "two"), ("ready", "three")]
    assert desk.clips["two"] == Clip(sound_of("two"))


def test_kept_clips_need_no_process_even_in_the_next_run(desk: Desk, ask: Ask) -> None:
    first = desk.renderer()
    ask(first, "one")
    first.close()
    desk.cache = ClipCache(desk.log.parent / "clips")
    ask(desk.renderer(), "one")
    assert entries(desk.log) == ["start", "a/150/one"]
    assert desk.clips["one"] == Clip(sound_of("one"))


def test_kept_clips_do_not_wait_for_those_that_must_be_rendered(desk: Desk, ask: Ask) -> None:
    first = desk.renderer()
    ask(first, "kept")
    desk.said.clear()
    ask(first, "new", "kept")
    assert desk.said == [("ready", "kept"), ("ready", "new")]


def test_a_new_version_of_the_voice_renders_anew(desk: Desk, ask: Ask) -> None:
    first = desk.renderer("version=1")
    ask(first, "one")
    first.close()
    second = desk.renderer("version=2")
    ask(second, "two", "one")  # "one" is found before the process has told its version
    ask(second, "one")
    assert entries(desk.log).count("a/150/one") == 2


@pytest.mark.parametrize("trouble", ["hang", "die", "garbage", "endless", "empty", "liar"])
def test_a_phrase_that_goes_wrong_once_is_rendered_by_a_new_process(
    desk: Desk, ask: Ask, trouble: str
) -> None:
    phrase = f"{trouble} once"
    ask(desk.renderer(limit=Ms(1500)), "one", phrase, "two")
    assert desk.facts() == [("ready", "one"), ("ready", phrase), ("ready", "two")]
    assert entries(desk.log).count("start") == 2


@pytest.mark.parametrize("trouble", ["hang", "die", "garbage", "empty", "liar"])
def test_a_phrase_that_goes_wrong_twice_fails_and_costs_only_itself(
    desk: Desk, ask: Ask, trouble: str
) -> None:
    renderer = desk.renderer(limit=Ms(1500))
    ask(renderer, "one", trouble, "two")
    assert desk.facts() == [("ready", "one"), ("failed", trouble), ("ready", "two")]
    assert renderer.available


def test_a_refused_phrase_fails_without_a_new_process(desk: Desk, ask: Ask) -> None:
    ask(desk.renderer(), "refuse", "two")
    assert desk.said == [("failed", "refuse"), ("ready", "two")]
    assert entries(desk.log).count("start") == 1


def test_a_voice_that_has_left_the_system_is_replaced_by_the_default(desk: Desk, ask: Ask) -> None:
    ask(desk.renderer(), "one", "two", voice=VoiceChoice("unknown", 170))
    assert desk.said == [("ready", "one"), ("ready", "two")]
    assert entries(desk.log) == ["start", "unknown/170/one", "None/170/one", "None/170/two"]


@pytest.mark.parametrize("order", ["stillborn", "deaf"])
def test_a_process_that_never_starts_is_lost_once_and_every_phrase_then_fails(
    desk: Desk, ask: Ask, order: str
) -> None:
    renderer = desk.renderer(order, limit=Ms(300))
    ask(renderer, "one", "two")
    ask(renderer, "three")
    assert desk.facts() == [
        ("lost",),
        ("failed", "one"),
        ("failed", "two"),
        ("failed", "three"),
    ]
    assert not renderer.available
    assert entries(desk.log) == ["start"] * 3


def test_the_reason_of_a_loss_holds_what_the_process_last_complained_of(
    desk: Desk, ask: Ask
) -> None:
    ask(desk.renderer("stillborn"), "one")
    assert "no data for this voice" in desk.said[0][1]


def test_a_program_that_does_not_exist_is_a_lost_voice(desk: Desk, ask: Ask) -> None:
    renderer = desk.with_command(("/nowhere/python",))
    ask(renderer, "one")
    assert desk.facts() == [("lost",), ("failed", "one")]


def test_a_system_without_a_voice_is_lost_at_the_first_word(desk: Desk, ask: Ask) -> None:
    ask(desk.renderer("mute"), "one")
    assert desk.said == [("lost", "no voice here"), ("failed", "one")]
    assert entries(desk.log) == ["start"]


def test_kept_clips_are_still_delivered_when_the_voice_is_lost(desk: Desk, ask: Ask) -> None:
    first = desk.renderer()
    ask(first, "one")
    first.close()
    desk.said.clear()
    ask(desk.renderer("mute"), "new", "one")
    assert desk.facts() == [("ready", "one"), ("lost",), ("failed", "new")]


def test_the_process_ends_when_nothing_is_asked_for_a_while(
    desk: Desk, ask: Ask, qtbot: QtBot
) -> None:
    renderer = desk.renderer(idle=Ms(30))
    ask(renderer, "one")
    qtbot.waitUntil(lambda: not renderer.process_runs)
    ask(renderer, "two")
    assert entries(desk.log) == ["start", "a/150/one", "start", "a/150/two"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_process_killed_from_outside_is_replaced(desk: Desk, ask: Ask) -> None:
    renderer = desk.renderer()
    ask(renderer, "one")
    os.kill(renderer.process_id, signal.SIGKILL)
    ask(renderer, "two", "three")
    assert desk.facts()[1:] == [("ready", "two"), ("ready", "three")]


def test_what_two_want_is_rendered_once(desk: Desk, ask: Ask) -> None:
    renderer = desk.renderer()
    desk.ticket(renderer, "one", "two")
    ask(renderer, "two", "one")
    assert sorted(entries(desk.log)) == ["a/150/one", "a/150/two", "start"]
    assert sorted(desk.said) == [("ready", "one")] * 2 + [("ready", "two")] * 2


def test_one_phrase_does_not_wait_behind_a_whole_session(desk: Desk, ask: Ask) -> None:
    renderer = desk.renderer()
    desk.ticket(renderer, "one", "two", "three", "four")
    ask(renderer, "sentence")
    assert entries(desk.log).index("a/150/sentence") <= 2


def test_what_was_asked_ahead_is_interrupted_by_whoever_waits(
    desk: Desk, ask: Ask, qtbot: QtBot
) -> None:
    renderer = desk.renderer()
    early = desk.ticket(renderer, "one", "two", "three", "four", ahead=True)
    with qtbot.waitSignal(early.ready):
        pass
    ask(renderer, "sentence", "sequel")
    order = entries(desk.log)
    # The phrase that was on its way is not thrown away.
    assert order.index("a/150/sequel") < order.index("a/150/three")


def test_voices_are_listed_with_their_languages(desk: Desk, qtbot: QtBot) -> None:
    renderer = desk.renderer()
    listing = renderer.list_voices()
    listing.ready.connect(desk.voices.append)
    with qtbot.waitSignal(listing.ready):
        pass
    assert desk.voices == [(Voice("a", "Anna", ("en-us",)), Voice("b", "Björn", ()))]


def test_a_list_of_voices_survives_a_session_that_comes_and_goes(
    desk: Desk, ask: Ask, qtbot: QtBot
) -> None:
    renderer = desk.renderer()
    renderer.list_voices().ready.connect(desk.voices.append)
    session = desk.ticket(renderer, "one", "two", "three")
    qtbot.waitUntil(lambda: renderer.process_runs)
    session.cancel()
    so_far = list(desk.said)
    qtbot.waitUntil(lambda: bool(desk.voices))
    assert len(desk.voices[0]) == 2
    assert desk.said == so_far


def test_a_ticket_that_nobody_keeps_is_answered_all_the_same(desk: Desk, qtbot: QtBot) -> None:
    renderer = desk.renderer()
    renderer.list_voices().ready.connect(desk.voices.append)
    gc.collect()
    qtbot.waitUntil(lambda: bool(desk.voices))


def test_what_was_cancelled_is_not_even_rendered(desk: Desk, ask: Ask, qtbot: QtBot) -> None:
    renderer = desk.renderer()
    first = desk.ticket(renderer, "one", "two", "three", "four")
    with qtbot.waitSignal(first.ready):
        pass
    first.cancel()
    ask(renderer, "five")
    assert desk.said == [("ready", "one"), ("ready", "five")]
    assert "a/150/four" not in entries(desk.log)


def test_a_phrase_asked_for_again_while_its_cancelled_rendering_runs_is_delivered(
    desk: Desk, ask: Ask, qtbot: QtBot
) -> None:
    renderer = desk.renderer()
    first = desk.ticket(renderer, "one", "two")
    with qtbot.waitSignal(first.ready):
        pass
    first.cancel()
    ask(renderer, "two")
    assert desk.said == [("ready", "one"), ("ready", "two")]
    assert entries(desk.log).count("a/150/two") == 1


def test_a_cancelled_phrase_that_hangs_costs_the_next_one_only_time(
    desk: Desk, ask: Ask, qtbot: QtBot
) -> None:
    renderer = desk.renderer(limit=Ms(1500))
    ticket = desk.ticket(renderer, "hang")
    qtbot.waitUntil(lambda: "a/150/hang" in entries(desk.log))
    ticket.cancel()
    ask(renderer, "two")
    assert desk.said == [("ready", "two")]


def test_the_process_also_ends_after_a_cancelled_ticket(desk: Desk, qtbot: QtBot) -> None:
    renderer = desk.renderer(idle=Ms(30))
    ticket = desk.ticket(renderer, "one", "two")
    qtbot.waitUntil(lambda: renderer.process_runs)
    ticket.cancel()
    so_far = list(desk.said)
    qtbot.waitUntil(lambda: not renderer.process_runs)
    assert desk.said == so_far


def test_nothing_is_started_before_a_clip_is_missing(desk: Desk, ask: Ask) -> None:
    renderer = desk.renderer()
    ask(renderer)
    assert not renderer.process_runs
    assert entries(desk.log) == []


def test_a_hung_process_is_gone_when_close_returns(desk: Desk, qtbot: QtBot) -> None:
    renderer = desk.renderer()
    desk.ticket(renderer, "hang")
    qtbot.waitUntil(lambda: "a/150/hang" in entries(desk.log))
    pid = renderer.process_id
    renderer.close()
    assert not renderer.process_runs
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert desk.said == []


def test_closing_from_inside_an_answer_says_nothing_more(desk: Desk, qtbot: QtBot) -> None:
    renderer = desk.renderer()
    desk.ticket(renderer, "one", "two").ready.connect(lambda *_: renderer.close())
    qtbot.waitUntil(lambda: bool(desk.said) and not renderer.process_runs)
    assert desk.said == [("ready", "one")]
