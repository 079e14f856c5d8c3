"""The script: what happens when, a finger on what comes next, and the numbers of cues."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from backease_desktop.core.player.events import CueDue
from backease_desktop.core.player.script import CountIn, Numbers, Script
from backease_desktop.core.timeline.segments import Channel, Cue, CueKind, Segment, SegmentKind
from backease_desktop.core.units import Ms
from tests.fakes.snapshots import core_timeline

TIMELINE = core_timeline()
END = TIMELINE.duration


def script() -> Script:
    return Script(TIMELINE, Numbers())


@given(st.lists(st.integers(0, END), max_size=30))
def test_however_it_is_read_everything_comes_once_and_in_order(moments: list[int]) -> None:
    whole, read = script().reached(END), script()
    found = [event for at in sorted(moments) for event in read.reached(Ms(at))]
    found += read.reached(END)
    assert found == whole
    assert [event.due for event in whole] == sorted(event.due for event in whole)


@given(st.integers(0, END), st.integers(0, 20_000))
def test_what_is_ahead_is_what_will_be_reached(at: int, horizon: int) -> None:
    read = script()
    read.reached(Ms(at))
    ahead = list(read.ahead(Ms(at + horizon)))
    assert ahead == [e for e in read.reached(Ms(at + horizon)) if isinstance(e, CueDue)]


def test_going_to_a_place_has_its_events_before_it_and_going_past_behind_it() -> None:
    third, read = TIMELINE.starts[3], script()
    read.go_to(third)
    assert read.reached(third)
    read.go_past(third)
    assert read.reached(third) == []


def test_a_cue_keeps_its_number_in_another_script_of_the_same_session() -> None:
    numbers = Numbers()
    first = [e.number for e in Script(TIMELINE, numbers).reached(END) if isinstance(e, CueDue)]
    again = [e.number for e in Script(TIMELINE, numbers).reached(END) if isinstance(e, CueDue)]
    assert first == again
    assert len(set(first)) == len(first)


def counting() -> CountIn:
    cues = tuple(
        Cue(Ms(at), Ms(300), CueKind.COUNT_IN, Channel.VOICE, word)
        for at, word in ((0, "three"), (1000, "two"), (2000, "one"))
    )
    segment = replace(TIMELINE.segments[0], kind=SegmentKind.PREPARE, duration=Ms(3000), cues=cues)
    assert isinstance(segment, Segment)
    return CountIn(segment, Ms(7_000), -1, Numbers())


@given(st.lists(st.integers(0, 1500), max_size=8))
def test_a_count_in_says_each_word_once_and_gives_back_what_it_did_not_need(
    times: list[int],
) -> None:
    count_in = counting()
    said, left = [due.cue.text for due in count_in.begin()], 0
    for time in times:
        dues, more = count_in.run(Ms(time))
        said += [due.cue.text for due in dues]
        left += more
    spent = min(sum(times), 3000)
    assert left == sum(times) - spent
    assert count_in.left == 3000 - spent
    assert said == ["three", "two", "one"][: 1 + min(spent, 2000) // 1000]


def test_a_count_in_is_announced_with_the_time_until_each_word() -> None:
    count_in = counting()
    count_in.begin()
    count_in.run(Ms(400))
    ahead = [(due.cue.text, wait) for due, wait in count_in.ahead(Ms(1_700))]
    assert ahead == [("two", 600), ("one", 1_600)]


def test_a_count_in_begins_with_what_is_due_at_once_and_nothing_later() -> None:
    first, second, _ = counting().segment.cues
    segment = replace(counting().segment, cues=(first, replace(second, at=Ms(1))))
    count_in = CountIn(segment, Ms(0), -1, Numbers())
    assert [due.cue.text for due in count_in.begin()] == ["three"]
    assert [due.cue.text for due in count_in.run(Ms(1))[0]] == ["two"]
