"""The port `Speaker`, held by the real renderer and by the fake that stands in for it elsewhere."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from backease_desktop.controllers.ports import Speaker, Ticket
from backease_desktop.core.voice import VoiceChoice
from backease_desktop.speech.cache import ClipCache
from backease_desktop.speech.renderer import ClipRenderer
from tests.fakes.ports import FakeSpeaker
from tests.fakes.tts import fake_command

pytestmark = pytest.mark.starts_programs

VOICE = VoiceChoice("a", 150)
REFUSED = "refuse"


@dataclass
class Asker:
    """Somebody with tickets, and all that they were told, in order."""

    speaker: Speaker
    told: list[str] = field(default_factory=list)
    voices: list[int] = field(default_factory=list)

    def ask(self, *texts: str, voice: VoiceChoice = VOICE, ahead: bool = False) -> Ticket:
        ticket = self.speaker.ask(texts, voice, ahead)
        ticket.ready.connect(lambda text, clip: self.told.append(text if clip.length else "hush"))
        ticket.failed.connect(lambda text, _reason: self.told.append(f"no {text}"))
        return ticket

    def list_voices(self) -> None:
        self.speaker.list_voices().ready.connect(lambda found: self.voices.append(len(found)))


@dataclass
class Desk:
    """A speaker, and the way to let it answer everything."""

    speaker: Speaker
    settle: Callable[[], None]

    def asker(self) -> Asker:
        return Asker(self.speaker)


def fake_desk(has_voice: bool) -> Desk:
    speaker = FakeSpeaker(available=has_voice, refused=REFUSED)

    def settle() -> None:
        QCoreApplication.processEvents()
        speaker.render_all()

    return Desk(speaker, settle)


def real_desk(has_voice: bool, folder: Path, qtbot: QtBot) -> Desk:
    orders = () if has_voice else ("mute",)
    speaker = ClipRenderer(
        cache=ClipCache(folder / "clips"), command=fake_command(folder / "log", *orders)
    )
    return Desk(speaker, lambda: qtbot.waitUntil(lambda: not speaker.is_owing))


@pytest.fixture(params=["fake", "real"])
def make(
    request: pytest.FixtureRequest, tmp_path: Path, qtbot: QtBot
) -> Iterator[Callable[[bool], Desk]]:
    made: list[Desk] = []

    def make_desk(has_voice: bool) -> Desk:
        is_real = request.param == "real"
        made.append(real_desk(has_voice, tmp_path, qtbot) if is_real else fake_desk(has_voice))
        return made[-1]

    yield make_desk
    for desk in made:
        desk.speaker.close()


@pytest.fixture
def desk(make: Callable[[bool], Desk]) -> Desk:
    return make(True)


def test_each_phrase_is_answered_once_in_the_order_it_was_asked_for(desk: Desk) -> None:
    anna = desk.asker()
    anna.ask("one", "two", "one", "three")
    desk.settle()
    assert anna.told == ["one", "two", "three"]


def test_nothing_is_answered_from_inside_the_call(desk: Desk) -> None:
    first, again = desk.asker(), desk.asker()
    first.ask("one")
    first.list_voices()
    assert (first.told, first.voices) == ([], [])
    desk.settle()
    again.ask("one")  # kept by now, and still not answered at once
    again.list_voices()
    assert (again.told, again.voices) == ([], [])


def test_nobody_hears_what_another_asked_for(desk: Desk) -> None:
    anna, bert = desk.asker(), desk.asker()
    anna.ask("one", "both")
    bert.ask("both", "two")
    desk.settle()
    assert sorted(anna.told) == ["both", "one"]
    assert sorted(bert.told) == ["both", "two"]


def test_a_cancelled_ticket_ends_itself_and_no_other(desk: Desk) -> None:
    anna, bert, cora = desk.asker(), desk.asker(), desk.asker()
    ticket = anna.ask("one", "both")
    bert.ask("both", "two")
    cora.list_voices()
    ticket.cancel()
    desk.settle()
    assert anna.told == []
    assert sorted(bert.told) == ["both", "two"]
    assert len(cora.voices) == 1


def test_cancelling_twice_or_when_all_is_answered_changes_nothing(desk: Desk) -> None:
    anna = desk.asker()
    ticket = anna.ask("one")
    desk.settle()
    ticket.cancel()
    ticket.cancel()
    anna.ask("two")
    desk.settle()
    assert anna.told == ["one", "two"]


def test_a_ticket_cancelled_by_its_first_answer_hears_no_second(desk: Desk) -> None:
    anna = desk.asker()
    ticket = anna.ask("one", "two")
    ticket.ready.connect(lambda *_: ticket.cancel())
    desk.settle()
    assert anna.told == ["one"]


def test_what_is_asked_for_inside_an_answer_is_answered_too(desk: Desk) -> None:
    anna, bert = desk.asker(), desk.asker()
    anna.ask("one").ready.connect(lambda *_: bert.ask("two"))
    desk.settle()
    assert (anna.told, bert.told) == (["one"], ["two"])


def test_what_was_asked_ahead_waits_until_nobody_waits(desk: Desk) -> None:
    order: list[str] = []
    early = desk.speaker.ask(["one", "two"], VOICE, ahead=True)
    now = desk.speaker.ask(["three", "four"], VOICE)
    for ticket in (early, now):
        ticket.ready.connect(lambda text, _clip: order.append(text))
    desk.settle()
    assert order == ["three", "four", "one", "two"]


def test_what_was_asked_ahead_comes_at_once_to_whoever_waits_for_it_now(desk: Desk) -> None:
    anna, bert = desk.asker(), desk.asker()
    anna.ask("one", "two", "three", ahead=True)
    bert.ask("three")
    desk.settle()
    assert bert.told == ["three"]
    assert sorted(anna.told) == ["one", "three", "two"]


def test_the_same_text_in_another_voice_is_another_clip(desk: Desk) -> None:
    anna = desk.asker()
    anna.ask("one")
    anna.ask("one", voice=VoiceChoice("a", 200))
    desk.settle()
    assert anna.told == ["one", "one"]


def test_a_phrase_that_fails_costs_only_itself(desk: Desk) -> None:
    anna, bert = desk.asker(), desk.asker()
    anna.ask("one", REFUSED, "two")
    bert.ask("three")
    desk.settle()
    assert anna.told == ["one", f"no {REFUSED}", "two"]
    assert bert.told == ["three"]
    assert desk.speaker.available


def test_the_list_of_voices_comes_to_everybody_who_asked_for_it(desk: Desk) -> None:
    anna, bert = desk.asker(), desk.asker()
    anna.list_voices()
    bert.ask("one")
    bert.list_voices()
    desk.settle()
    assert anna.voices == bert.voices
    assert anna.voices[0] > 0


def test_a_list_of_voices_that_is_not_wanted_any_more_does_not_come(desk: Desk) -> None:
    anna = desk.asker()
    ticket = desk.speaker.list_voices()
    ticket.ready.connect(lambda found: anna.voices.append(len(found)))
    ticket.cancel()
    desk.settle()
    assert anna.voices == []


def test_without_a_voice_every_phrase_fails_and_the_list_is_empty(
    make: Callable[[bool], Desk],
) -> None:
    desk = make(False)
    anna = desk.asker()
    anna.ask("one", "two")
    anna.list_voices()
    desk.settle()
    assert anna.told == ["no one", "no two"]
    assert anna.voices == [0]
    assert not desk.speaker.available


def test_a_closed_speaker_answers_nothing_that_was_asked_before(desk: Desk) -> None:
    anna = desk.asker()
    anna.ask("one")
    anna.list_voices()
    desk.speaker.close()
    desk.settle()
    assert (anna.told, anna.voices) == ([], [])
