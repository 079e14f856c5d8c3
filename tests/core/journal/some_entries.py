"""Strategies: entries as several devices may have written them."""

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from backease_desktop.core.journal import entries as kinds
from backease_desktop.core.journal.clock import next_id
from backease_desktop.core.journal.entries import Entry

DEVICES = ("a" * 12, "b" * 12, "c" * 12)
STARTS = [next_id(1_700_000_000_000 + n, "", DEVICES[n % 3]) for n in range(4)]
EXERCISES = ("lunge", "bridge", "child-pose")

exercise = st.sampled_from(EXERCISES)
session = st.sampled_from(STARTS)
level = st.integers(0, 10)
day = st.dates(date(2026, 1, 1), date(2026, 3, 1))
json_value = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text("abc", max_size=3),
    lambda part: st.lists(part, max_size=2) | st.dictionaries(st.text("xy", max_size=2), part),
    max_leaves=4,
)
field = st.sampled_from(("pregnancy", "side", "goal"))
ids = st.builds(
    next_id,
    st.integers(1_700_000_000_000, 1_700_000_000_050),
    st.just(""),
    st.sampled_from(DEVICES),
)
moments = st.builds(
    lambda seconds, hours: datetime.fromtimestamp(seconds, timezone(timedelta(hours=hours))),
    st.integers(1_767_225_600, 1_772_000_000),
    st.integers(-11, 13),
)

_CONTENT: st.SearchStrategy[Entry] = st.one_of(
    st.builds(kinds.SegmentReached, session=session, at_ms=st.integers(0, 9), exercise=exercise),
    st.builds(kinds.ExerciseDone, session=session, exercise=exercise),
    st.builds(kinds.LeftHurting, session=session, exercise=exercise, pain=st.none() | level),
    st.builds(
        kinds.SessionEnded,
        session=session,
        how=st.sampled_from(("finished", "stopped", "hurt")),
        played_ms=st.integers(0, 900_000),
        fraction=st.sampled_from((0.0, 0.25, 0.5, 1.0)),
        exercises=st.lists(exercise, max_size=3, unique=True).map(tuple),
    ),
    st.builds(
        kinds.PainTold,
        level=level,
        when=st.sampled_from(("before", "after")),
        session=st.none() | session,
    ),
    st.builds(kinds.Felt, session=session, how=st.sampled_from(("easy", "right", "hard"))),
    st.builds(kinds.DayMarked, day=day, mark=st.sampled_from(("ill", "travelling", "none"))),
    st.builds(kinds.Walked, duration_ms=st.integers(0, 3_600_000)),
    st.builds(kinds.ProfileChanged, field=field, value=json_value),
    st.builds(kinds.PlanChanged, field=field, value=json_value),
    st.builds(kinds.ReminderCalled, reminders=st.just(("stretch",)), again=st.booleans()),
    st.builds(
        kinds.ReminderAnswered,
        reminders=st.just(("stretch",)),
        answer=st.sampled_from(("start", "later", "not_now", "done", "nothing")),
    ),
    st.builds(kinds.ReminderHeld, reminder=st.just("stretch"), why=st.just(("call",))),
    st.builds(kinds.DocumentSaved, document=field, sort=st.just("routine"), content=json_value),
    st.builds(kinds.DocumentDeleted, document=field, sort=st.just("routine")),
    st.builds(kinds.Deleted, target=session | ids, session=st.none() | session),
    st.builds(kinds.Corrected, session=session, played_ms=st.none() | st.integers(0, 9_000)),
    st.builds(
        kinds.TakenOver,
        met=st.dictionaries(exercise, st.integers(1, 5), max_size=2),
        met_on=st.dictionaries(exercise, day, max_size=2),
        done=st.lists(field, max_size=2, unique=True).map(tuple),
    ),
)

entries = st.builds(lambda one, id_, at: one.with_(id=id_, at=at), _CONTENT, ids, moments)

_starts = st.sampled_from(STARTS).flatmap(
    lambda id_: st.builds(
        kinds.SessionStarted,
        id=st.just(id_),
        at=st.just(datetime.fromtimestamp(int(id_[:12], 16) / 1000, UTC)),
        routine=st.just(f"routine-{STARTS.index(id_)}"),
        duration_ms=st.just(600_000),
        exercises=st.just(EXERCISES),
    )
)

batches = st.lists(entries | _starts, max_size=24, unique_by=lambda one: one.id)
"""Entries with ids of their own: one id is never two entries."""
