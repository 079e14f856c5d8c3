"""The first word is heard: a session begins when its sound runs, and lives without it."""

from PySide6.QtCore import QCoreApplication

from backease_desktop.core.settings import Say, VoiceSettings
from tests.controllers.conftest import Stage
from tests.fakes.ports import RecordingLog


def cues(stage: Stage) -> list[dict[str, object]]:
    return stage.log.named("cue")


def test_a_sound_card_that_sleeps_is_waited_for_and_hears_the_first_cue(stage: Stage) -> None:
    stage.output.sleeps = True
    stage.play()
    stage.clock.advance(2_900)
    stage.settle()
    assert stage.log.named("session_started") == []
    stage.output.wake()
    stage.settle()
    stage.run(3_000)
    assert cues(stage)[0]["started_ms"] == cues(stage)[0]["due_ms"]


def test_clips_that_take_too_long_are_not_waited_for_but_the_sound_is(stage: Stage) -> None:
    stage.output.sleeps = True
    stage.session.entrance.start("short")
    stage.rehearsal.give_up_waiting()
    stage.settle()
    assert stage.log.named("session_started") == []
    stage.output.wake()
    stage.settle()
    assert stage.session.is_playing


def test_a_sound_card_that_does_not_answer_does_not_keep_the_session(stage: Stage) -> None:
    stage.output.sleeps, stage.output.works = True, False
    stage.play()
    stage.output.wake()
    stage.settle()
    stage.run(3_000)
    assert cues(stage)[0]["started_ms"] is not None
    assert stage.output.played == []


def test_a_sound_card_that_wakes_after_the_start_is_heard_from_then_on(stage: Stage) -> None:
    stage.output.works = False
    stage.play()
    stage.run(1_000)
    assert stage.output.played == []
    stage.output.restore()
    stage.run(15_000)
    assert stage.output.played
    assert all(cue["started_ms"] is not None for cue in cues(stage))


def test_nothing_sounds_before_the_page_can_be_painted(stage: Stage) -> None:
    stage.session.entrance.start("short")
    stage.speaker.render_all()
    QCoreApplication.sendPostedEvents()  # the sound runs; a paint would come here
    assert stage.output.is_open
    assert stage.output.played == []
    stage.settle()
    assert stage.output.played


def test_a_session_ended_while_the_sound_is_waited_for_never_begins(stage: Stage) -> None:
    stage.output.sleeps = True
    stage.play()
    stage.session.stop()
    stage.output.wake()
    stage.settle()
    assert stage.log.named("session_started") == []
    assert stage.output.is_closed


def test_a_session_ended_just_before_it_begins_never_begins(stage: Stage) -> None:
    stage.session.entrance.start("short")
    stage.speaker.render_all()
    QCoreApplication.sendPostedEvents()
    stage.session.stop()
    stage.settle()
    assert stage.log.named("session_started") == []


def test_waiting_for_the_sound_is_shown_when_it_takes_a_while(stage: Stage) -> None:
    shown: list[tuple[int, int]] = []
    stage.session.preparing.connect(lambda done, total: shown.append((done, total)))
    stage.settings.update("voice", VoiceSettings(say=Say.TONES))
    stage.output.sleeps = True
    stage.play()
    assert shown == []
    stage.rehearsal.show_progress()
    assert shown == [(0, 0)]


def test_clips_of_a_session_that_is_over_are_not_kept(stage: Stage) -> None:
    stage.session.entrance.start("short")
    stage.rehearsal.give_up_waiting()
    stage.settle()
    stage.session.stop()
    assert stage.speaker.asked == []


def test_what_is_prepared_for_a_call_goes_on_beside_a_session(stage: Stage) -> None:
    door = stage.session.entrance.door
    stage.rehearsal.prepare(door.let_in(door.catalogue.routines["only-plank"]))
    stage.play()
    stage.session.stop()
    assert stage.session.is_on is False
    assert {voice.rate_wpm for _, voice in stage.speaker.asked} <= {150}


def test_only_the_routine_that_is_offered_last_is_prepared(stage: Stage) -> None:
    door = stage.session.entrance.door
    stage.rehearsal.prepare(door.let_in(door.catalogue.routines["short"]))
    first = set(stage.speaker.asked)
    stage.rehearsal.prepare(door.let_in(door.catalogue.routines["only-plank"]))
    assert set(stage.speaker.asked) != first


def test_a_sound_that_is_lost_leaves_the_captions_and_the_times_in_the_log(stage: Stage) -> None:
    stage.play()
    stage.run_to("hold")
    stage.run(1_000)
    heard = len(cues(stage))
    stage.output.lose()
    stage.run(12_000)
    lost = cues(stage)[heard:]
    assert lost
    for cue in lost:
        started, due = cue["started_ms"], cue["due_ms"]
        assert isinstance(started, int)
        assert isinstance(due, int)
        assert 0 <= started - due <= 50
    timeline = stage.now.timeline
    expected = [cue.text for segment in timeline.segments for cue in segment.cues]
    assert [cue["text"] for cue in cues(stage)] == expected[: len(cues(stage))]


def test_a_sound_that_comes_back_is_heard_again(stage: Stage) -> None:
    stage.play()
    stage.run_to("hold")
    stage.output.lose()
    stage.run(3_000)
    stage.output.played.clear()
    stage.output.restore()
    stage.run(15_000)
    assert stage.output.played
    written = cues(stage)
    assert len({(cue["due_ms"], cue["text"]) for cue in written}) == len(written)


def test_a_cue_that_came_too_late_is_in_the_log_without_a_moment(stage: Stage) -> None:
    stage.output.delay = 10_000
    stage.play()
    stage.run(500)
    assert cues(stage) == []
    stage.output.discarded.emit(stage.output.played[0].token)
    assert [cue["started_ms"] for cue in cues(stage)] == [None]


def test_events_of_the_log_name_what_the_contract_names(stage: Stage) -> None:
    stage.play()
    stage.run(1_000)
    log: RecordingLog = stage.log
    assert set(log.named("session_started")[0]) >= {"routine", "duration_ms", "dose"}
    assert set(cues(stage)[0]) == {"event", "text", "kind", "due_ms", "started_ms"}


def wanted(stage: Stage) -> list[str]:
    """Every phrase that a session waits for where none is at hand."""
    stage.session.entrance.start("short")
    asked = [text for text, _ in stage.speaker.asked]
    stage.session.stop()
    return asked


def test_shipped_words_are_not_waited_for_and_are_heard_from_the_first_one_on(stage: Stage) -> None:
    stage.speaker.shipped = set(wanted(stage))
    stage.session.entrance.start("short")
    stage.settle()
    assert stage.session.is_playing
    assert stage.speaker.asked == []
    stage.run(1_000)
    assert any(played.voice for played in stage.output.played)
    assert dict(stage.rehearsal._track.clips) == {}


def test_a_session_with_one_phrase_of_ones_own_waits_for_that_one_alone(stage: Stage) -> None:
    own, *shipped = wanted(stage)
    stage.speaker.shipped = set(shipped)
    stage.session.entrance.start("short")
    stage.settle()
    assert not stage.session.is_playing
    assert [text for text, _ in stage.speaker.asked] == [own]
    stage.speaker.render_all()
    stage.settle()
    assert stage.session.is_playing


def test_what_is_at_hand_needs_no_preparing(stage: Stage) -> None:
    stage.speaker.shipped = set(wanted(stage))
    door = stage.session.entrance.door
    stage.rehearsal.prepare(door.let_in(door.catalogue.routines["short"]))
    assert stage.speaker.asked == []
