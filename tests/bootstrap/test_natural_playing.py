"""A session in the natural voice: its clips are there, and nothing has to be started for them."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from backease_desktop.bootstrap.clocks import today
from backease_desktop.bootstrap.desktop import screen_awake
from backease_desktop.bootstrap.journal import open_journal
from backease_desktop.bootstrap.kept import build_settings
from backease_desktop.bootstrap.playing import Playing, build_playing
from backease_desktop.bootstrap.shelf import Shelf, open_shelf
from backease_desktop.bootstrap.studio import studio_here
from backease_desktop.controllers.door import Door
from backease_desktop.controllers.routines import RoutinesController
from backease_desktop.core.catalogue.routine import RoutineKind
from backease_desktop.core.person.tailored import for_anybody
from backease_desktop.core.timeline.compile import phrases_of
from backease_desktop.core.timeline.segments import Timeline
from backease_desktop.core.voice import Pace, VoiceChoice
from backease_desktop.diagnostics.event_log import NoEventLog
from backease_desktop.speech.renderer import ClipRenderer
from tests.fakes.journal import MemoryJournal

pytestmark = pytest.mark.starts_programs

SHELF_FOLDER = "profile"


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return open_shelf(tmp_path / SHELF_FOLDER)


@pytest.fixture
def playing(shelf: Shelf, qapp: QObject, qtbot: QtBot) -> Iterator[Playing]:
    owner = QObject()
    journal = open_journal(shelf.kept, logging.error, owner)
    settings = build_settings(shelf.kept, journal, owner)
    studio = studio_here(shelf, owner, mute=True)
    door = Door(shelf.catalogue, journal, today, owner)
    made = build_playing(
        shelf, settings, NoEventLog(), journal, door, screen_awake(owner), studio, owner
    )
    yield made
    made.close()
    owner.deleteLater()


def rehearsed(playing: Playing, shelf: Shelf, routine: str, qtbot: QtBot) -> Timeline:
    with qtbot.waitSignal(playing.rehearsal.ready) as ready:
        playing.track.open()
        playing.rehearsal.start(for_anybody(shelf.catalogue.routines[routine], shelf.catalogue))
    assert ready.args is not None
    timeline: Timeline = ready.args[0]
    return timeline


def test_every_phrase_of_a_session_is_there_and_no_process_was_started(
    playing: Playing, shelf: Shelf, qtbot: QtBot
) -> None:
    for routine in ("desk-chair-2", "mat-12"):
        timeline = rehearsed(playing, shelf, routine, qtbot)
        speaker, voice = playing.studio.renderer, shelf.voice
        assert all(speaker.at_hand(text, voice) for text in phrases_of(timeline))
        assert not playing.track.clips  # nothing is decoded before its cue
        renderer = playing.studio.renderer
        assert isinstance(renderer, ClipRenderer)
        assert not renderer.process_runs


def test_the_card_of_a_routine_is_as_long_as_its_session(
    playing: Playing, shelf: Shelf, qtbot: QtBot
) -> None:
    settings = build_settings(shelf.kept, MemoryJournal(), playing.controller)
    cards = RoutinesController(
        door=playing.controller.entrance.door,
        wording=shelf.wording,
        settings=settings,
        speaking_time=shelf.speaking_time,
        print_of=repr,
        parent=playing.controller,
    ).cards
    desk = [routine for routine in shelf.catalogue.routines.values()
            if routine.kind is RoutineKind.DESK]  # fmt: skip
    for routine in desk[:4]:
        (card,) = (card for card in cards if card.id == routine.id)
        assert card.duration == rehearsed(playing, shelf, routine.id, qtbot).duration


def test_a_phrase_takes_as_long_as_its_clip_and_a_moment_for_whole_frames(shelf: Shelf) -> None:
    assert shelf.pack is not None
    text = next(iter(shelf.pack.phrases))
    for rate, pace in ((150, Pace.CALM), (200, Pace.BRISK)):
        clip = shelf.pack.find(text, pace)
        assert clip is not None
        assert shelf.speaking_time(text, VoiceChoice(None, rate)) == clip.length + 10


def test_a_chosen_voice_is_estimated(shelf: Shelf) -> None:
    assert shelf.pack is not None
    text = next(iter(shelf.pack.phrases))
    natural = shelf.speaking_time(text, VoiceChoice(None, 150))
    assert shelf.speaking_time(text, VoiceChoice("gmw/en-us", 150)) != natural
