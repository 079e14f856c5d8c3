"""The session: what the person hears and sees, whatever is pressed and whatever fails."""

import pytest

from backease_desktop.core.clip import SAMPLE_RATE
from backease_desktop.core.person.tailored import for_anybody
from backease_desktop.core.settings import Say, VoiceSettings
from backease_desktop.core.timeline.segments import CueKind
from backease_desktop.core.timeline.voicing import BETWEEN_PHRASES
from tests.controllers.conftest import Stage
from tests.fakes.small_catalogue import small_catalogue


def cues(stage: Stage) -> list[dict[str, object]]:
    return stage.log.named("cue")


def test_a_session_begins_when_its_phrases_are_rendered(stage: Stage) -> None:
    stage.session.entrance.start("short")
    assert stage.log.named("session_started") == []
    stage.speaker.render_all()
    stage.settle()
    assert stage.log.named("session_started")[0]["routine"] == "short"
    assert stage.session.is_playing


def test_a_routine_that_may_come_is_rendered_but_takes_no_memory(stage: Stage) -> None:
    routine = small_catalogue().routines["short"]
    stage.rehearsal.prepare(stage.session.entrance.door.let_in(routine))
    assert "And switch sides." in {text for text, _ in stage.speaker.asked}
    stage.speaker.render_all()
    assert stage.rehearsal._track.clips == {}
    assert stage.log.named("session_started") == []
    stage.play()
    assert stage.session.is_playing


def test_nothing_is_rendered_beforehand_for_who_wants_no_words(stage: Stage) -> None:
    stage.settings.set_field("voice", "say", "tones")
    catalogue = small_catalogue()
    stage.rehearsal.prepare(for_anybody(catalogue.routines["short"], catalogue))
    assert stage.speaker.asked == []


def test_the_first_word_is_handed_over_before_it_is_due(stage: Stage) -> None:
    stage.play()
    tone, words = stage.output.played[:2]
    assert not tone.voice
    assert words.voice
    assert tone.at == stage.clock.now + 20
    assert words.at == stage.clock.now + 200


def test_every_cue_is_heard_once_at_its_moment(stage: Stage) -> None:
    stage.play()
    timeline = stage.now.timeline
    stage.run(timeline.duration + 1000)
    expected = [
        (cue.text, start + cue.at)
        for segment, start in zip(timeline.segments, timeline.starts, strict=True)
        for cue in segment.cues
    ]
    assert [(line["text"], line["due_ms"]) for line in cues(stage)] == expected
    assert [line["started_ms"] for line in cues(stage)] == [at for _, at in expected]


def test_a_cue_that_is_heard_late_is_logged_as_late(stage: Stage) -> None:
    stage.output.delay = 30
    stage.play()
    stage.run(2000)
    assert cues(stage)[0]["started_ms"] == cues(stage)[0]["due_ms"] + 30


def test_a_busy_window_does_not_make_cues_late(stage: Stage) -> None:
    stage.play()
    stage.run_to("prepare")
    stage.run(20_000, step=500)
    assert all(line["started_ms"] == line["due_ms"] for line in cues(stage))


def test_the_session_ends_by_itself_and_lets_everything_go(stage: Stage) -> None:
    records = []
    stage.session.ended.connect(records.append)
    stage.play()
    stage.run(stage.now.timeline.duration + 100)
    assert records[0].is_finished
    assert records[0].exercises == ("twist", "rolls")
    assert stage.awake.reason is None
    assert not stage.output.is_open
    assert not stage.session.is_on


def test_exercises_that_were_done_are_met_once_more(stage: Stage) -> None:
    stage.play()
    stage.run(stage.now.timeline.duration + 100)
    assert stage.settings.preferences.met == {"twist": 1, "rolls": 1}


def test_an_exercise_that_was_skipped_is_not_done(stage: Stage) -> None:
    records = []
    stage.session.ended.connect(records.append)
    stage.play()
    stage.run_to("hold")
    stage.session.next_exercise()
    stage.run(stage.now.timeline.duration)
    assert records[0].exercises == ("rolls",)


def test_the_screen_is_kept_on_while_a_session_is_on(stage: Stage) -> None:
    stage.play()
    assert stage.awake.reason == "Short"
    stage.session.stop()
    assert stage.awake.reason is None


# Pressing things


@pytest.mark.parametrize("command", ["next", "previous", "again", "next_exercise", "pause"])
def test_whatever_is_pressed_cuts_what_sounds(stage: Stage, command: str) -> None:
    stage.play()
    stage.run_to("hold")
    before = stage.output.cuts
    getattr(stage.session, command)()
    assert stage.output.cuts > before


def test_a_pause_says_so_and_stops_the_time(stage: Stage) -> None:
    stage.play()
    stage.run_to("hold")
    stage.run(3000)
    shown = stage.now.countdown
    stage.session.toggle()
    said = stage.output.played[-1]
    assert said.voice
    assert said.at is None
    stage.run(20_000)
    assert stage.now.countdown == shown


def test_going_on_counts_in_and_restores_the_time_left(stage: Stage) -> None:
    stage.play()
    stage.run_to("hold")
    stage.run(3000)
    left = stage.now.remaining
    stage.session.pause()
    stage.speaker.render_all()
    stage.session.resume()
    assert stage.now.is_counting_in
    while stage.now.is_counting_in:
        stage.run(50)
    assert left - 100 <= stage.now.remaining <= left
    said = [line["text"] for line in cues(stage) if line["kind"] in ("resume", "count_in")][-4:]
    assert said == ["Right arm up. Hold it for twelve seconds.", "Three", "Two", "One"]


def test_in_a_long_pause_the_sound_rests_and_going_on_waits_for_it(stage: Stage) -> None:
    stage.play()
    stage.run_to("hold")
    stage.run(3000)
    stage.session.pause()
    stage.speaker.render_all()
    assert stage.track.rests_soon
    stage.track.rest()
    assert stage.output.is_closed

    stage.session.resume()
    assert not stage.session.is_playing
    stage.settle()
    assert stage.now.is_counting_in
    assert not stage.track.rests_soon
    heard = len(stage.output.played)
    stage.run(8000)
    texts = [line["text"] for line in cues(stage) if line["kind"] in ("resume", "count_in")]
    assert texts[-4:] == ["Right arm up. Hold it for twelve seconds.", "Three", "Two", "One"]
    assert all(line["started_ms"] == line["due_ms"] for line in cues(stage)[-4:])
    assert len(stage.output.played) > heard


def test_in_a_short_pause_the_sound_stays_and_nothing_is_waited_for(stage: Stage) -> None:
    stage.play()
    stage.run_to("hold")
    stage.session.pause()
    stage.session.resume()
    assert stage.session.is_playing
    assert not stage.track.rests_soon
    assert stage.output.is_open


def test_whoever_pauses_while_the_sound_wakes_stays_paused(stage: Stage) -> None:
    stage.play()
    stage.run_to("hold")
    stage.session.pause()
    stage.track.rest()
    stage.session.resume()
    stage.session.pause()
    stage.settle()
    assert not stage.session.is_playing


def test_whoever_skips_while_the_sound_wakes_goes_on_there(stage: Stage) -> None:
    stage.play()
    stage.run_to("hold")
    here = stage.now.index
    stage.session.pause()
    stage.track.rest()
    stage.session.resume()
    stage.session.next()
    stage.settle()
    assert stage.session.is_playing
    assert stage.now.index > here


def test_without_a_device_any_more_a_long_pause_ends_all_the_same(stage: Stage) -> None:
    stage.play()
    stage.run_to("hold")
    stage.session.pause()
    stage.track.rest()
    stage.output.works = False
    stage.session.resume()
    stage.settle()
    assert stage.session.is_playing


def test_a_session_that_is_ended_while_the_sound_wakes_is_over(stage: Stage) -> None:
    stage.play()
    stage.run_to("hold")
    stage.session.pause()
    stage.track.rest()
    stage.session.resume()
    stage.session.stop()
    stage.settle()
    assert not stage.session.is_on
    assert stage.output.is_closed
    assert not stage.track.rests_soon


def test_another_effort_chosen_in_a_long_pause_begins_with_sound(stage: Stage) -> None:
    stage.play()
    stage.run_to("hold")
    stage.session.pause()
    stage.track.rest()
    stage.session.rearrange()
    stage.speaker.render_all()
    stage.settle()
    assert stage.session.is_playing
    assert stage.output.is_open


def test_what_hurts_is_answered_in_a_long_pause_as_well(stage: Stage) -> None:
    stage.play()
    stage.run_to("hold")
    stage.session.pause()
    stage.track.rest()
    stage.session.stand_still("hurts", CueKind.HURTS)
    assert not stage.output.is_closed
    assert stage.track.rests_soon


def test_the_words_with_which_a_hold_goes_on_are_rendered_during_the_pause(stage: Stage) -> None:
    stage.play()
    stage.run_to("hold")
    stage.run(3000)
    stage.session.pause()
    assert [text for text, _ in stage.speaker.asked] == ["Hold it for twelve seconds."]
    assert "Right arm up." in stage.rehearsal._track.clips


def test_a_cue_of_several_phrases_plays_their_clips_one_behind_the_other(stage: Stage) -> None:
    stage.play()
    stage.run_to("prepare")
    stage.run(3000)
    preview = next(cue for cue in stage.now.segment.cues if cue.kind is CueKind.PREVIEW)
    clips = [stage.rehearsal._track.clips[phrase].samples for phrase in preview.phrases]
    silence = bytes(2 * (BETWEEN_PHRASES * SAMPLE_RATE // 1000))
    assert len(clips) == 3
    assert silence.join(clips) in [p.clip.samples for p in stage.output.played if p.voice]


def test_ten_seconds_more_cut_nothing(stage: Stage) -> None:
    stage.play()
    stage.run_to("hold")
    before, cuts = stage.now.left, stage.output.cuts
    stage.session.extend()
    assert stage.now.left == before + 10_000
    assert stage.output.cuts == cuts


def test_no_cue_is_played_twice_after_ten_seconds_more(stage: Stage) -> None:
    stage.play()
    stage.run_to("hold")
    stage.run(11_800)
    stage.session.extend()
    stage.run_to("switch")
    ticks = [line for line in cues(stage) if line["kind"] == "end_tick"]
    assert len(ticks) == len({line["due_ms"] for line in ticks})


def test_another_effort_begins_the_exercise_that_is_on_again(stage: Stage) -> None:
    stage.play()
    stage.run_to("hold")
    stage.settings.set_field("session", "dose", "full")
    stage.session.rearrange()
    stage.speaker.render_all()
    stage.settle()
    assert stage.session.is_playing
    assert stage.now.timeline.dose == "full"
    assert stage.now.segment.step == 0
    assert stage.now.segment.kind in ("position", "prepare")
    assert len(stage.log.named("session_started")) == 1


def test_a_session_that_was_played_is_remembered_as_done(stage: Stage) -> None:
    stage.play()
    while stage.session.is_on:
        stage.run(1_000)
    assert stage.settings.done == ("short",)
    assert stage.log.named("session_ended")[0]["done"] is True


def test_skipping_through_leaves_nothing_done_and_the_reminder_uncounted(stage: Stage) -> None:
    records = []
    stage.session.ended.connect(records.append)
    stage.play()
    while not records:
        stage.run(500)
        stage.session.next_exercise()
    assert records[0].is_finished
    assert not records[0].is_done
    assert records[0].exercises == ()
    ended = stage.log.named("session_ended")[0]
    assert (ended["done"], ended["exercises"]) == (False, [])
    assert ended["played_ms"] < 5_000 < ended["elapsed_ms"]
    assert stage.settings.done == ()


def test_another_routine_ends_the_one_that_is_on(stage: Stage) -> None:
    records = []
    stage.session.ended.connect(records.append)
    stage.play()
    stage.play("only-plank")
    assert [record.routine for record in records] == ["short"]
    assert stage.now.timeline.routine == "only-plank"


def test_an_unknown_routine_is_refused_and_nothing_is_opened(stage: Stage) -> None:
    with pytest.raises(KeyError):
        stage.session.entrance.start("nothing")
    assert not stage.output.is_open


def test_a_sleeping_computer_pauses_the_session_and_says_so(stage: Stage) -> None:
    slept = []
    stage.session.paused_by_sleep.connect(lambda: slept.append(True))
    stage.play()
    stage.run_to("hold")
    stage.clock.advance(60_000)
    stage.session.tick()
    assert slept == [True]
    assert not stage.session.is_playing
    assert stage.log.named("paused")[0]["reason"] == "sleep"


# When things fail


def test_without_a_voice_the_session_goes_on_with_tones(stage: Stage) -> None:
    stage.speaker.available = False
    stage.session.entrance.start("short")
    stage.settle()
    stage.run(20_000)
    assert not any(played.voice for played in stage.output.played)
    assert any(not played.voice for played in stage.output.played)


def test_a_phrase_that_cannot_be_rendered_is_a_tone(stage: Stage) -> None:
    stage.session.entrance.start("short")
    stage.speaker.fail_all()
    stage.settle()
    assert stage.session.is_playing
    stage.run(15_000)
    assert not any(played.voice for played in stage.output.played)


def test_without_sound_the_captions_carry_the_same_timeline(stage: Stage) -> None:
    stage.output.works = False
    stage.play()
    stage.run(stage.now.timeline.duration + 100)
    timeline = stage.snapshots[0].timeline
    texts = [cue.text for segment in timeline.segments for cue in segment.cues]
    assert [line["text"] for line in cues(stage)] == texts
    assert all(0 <= line["started_ms"] - line["due_ms"] <= 50 for line in cues(stage))


def test_silent_opens_no_sound(stage: Stage) -> None:
    stage.settings.update("voice", VoiceSettings(say=Say.SILENT))
    stage.session.entrance.start("short")
    stage.settle()
    stage.run(10_000)
    assert not stage.output.is_open
    assert stage.output.played == []


def test_tones_only_play_no_words_and_render_none(stage: Stage) -> None:
    stage.settings.update("voice", VoiceSettings(say=Say.TONES))
    stage.session.entrance.start("short")
    stage.settle()
    stage.run(10_000)
    assert stage.speaker.asked == []
    assert stage.output.played
    assert not any(played.voice for played in stage.output.played)


def test_the_voice_can_be_turned_off_in_mid_session_and_on_again(stage: Stage) -> None:
    stage.play()
    stage.run_to("prepare")
    stage.settings.set_field("voice", "say", "tones")
    stage.output.played.clear()
    stage.run(5000)
    assert not any(played.voice for played in stage.output.played)
    stage.settings.set_field("voice", "say", "everything")
    stage.run_to("switch")
    stage.run(3000)
    assert any(played.voice for played in stage.output.played)


def test_a_clip_that_came_late_and_is_too_long_for_its_place_stays_a_tone(stage: Stage) -> None:
    stage.speaker.per_letter = 500
    stage.session.entrance.start("short")
    stage.settle()
    stage.rehearsal.give_up_waiting()
    stage.settle()
    assert stage.session.is_playing
    stage.speaker.render_all()
    stage.run(3000)
    assert not any(played.voice for played in stage.output.played)


def test_rendering_is_shown_only_if_it_takes_a_while(stage: Stage) -> None:
    shown = []
    stage.session.preparing.connect(lambda done, total: shown.append((done, total)))
    stage.session.entrance.start("short")
    stage.speaker.render()
    assert shown == []
    stage.rehearsal.show_progress()
    stage.speaker.render()
    assert shown[0][0] + 1 == shown[1][0]


def test_captions_say_what_is_heard(stage: Stage) -> None:
    stage.play()
    stage.run_to("hold")
    assert stage.now.caption.lower().find("hold") >= 0
    assert stage.now.segment.cues[0].kind is CueKind.START


def test_it_is_looked_at_when_a_second_of_the_countdown_is_over(stage: Stage) -> None:
    stage.play()
    stage.run_to("hold")
    for _ in range(40):
        stage.run(37, step=37)
        player = stage.session._player
        assert player is not None
        left = player.remaining % 1_000 or 1_000
        assert 0 < stage.session._timer.interval() <= min(left, 100)
