"""Enumerations that are cast hold what `enum` itself would have put into them."""

import enum
import gc
import inspect
import shutil
import subprocess
import tracemalloc
from pathlib import Path
from typing import Any

import PySide6.QtCore
import PySide6.QtGui
import PySide6.QtNetwork
import PySide6.QtWidgets
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.cli.quick_enums import Items, Mould
from tests.patience import PATIENCE_S

ROOT = Path(__file__).parents[2]
TRY = """
import enum
import gc
from backease_desktop.cli.quick_enums import Mould
for kind in (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag):
    print(Mould(kind, vars(enum.EnumType)["_create_"]).is_known)
"""

KINDS = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
MODULES = (PySide6.QtCore, PySide6.QtGui, PySide6.QtNetwork, PySide6.QtWidgets)
CREATE = vars(enum.EnumType)["_create_"]
MOULDS = {kind: Mould(kind, CREATE) for kind in KINDS}

some_items = st.lists(
    st.tuples(st.from_regex("[A-Z][a-z]{1,3}", fullmatch=True), st.integers(-(2**31), 2**32)),
    unique_by=lambda item: item[0],
    max_size=12,
)
some_bits = st.lists(
    st.tuples(
        st.from_regex("[A-Z][a-z]{1,3}", fullmatch=True), st.sampled_from([0, 1, 2, 3, 4, 8])
    ),
    unique_by=lambda item: item[0],
    max_size=12,
)


def both(kind: Any, name: str, items: Items) -> tuple[Any, Any]:
    """The enumeration as `enum` makes it, and as it is cast."""
    slow = CREATE(kind, name, list(items), module=__name__, boundary=enum.KEEP)
    return slow, MOULDS[kind].cast(name, items)


def inside(kind: Any) -> dict[str, Any]:
    """All that a class holds, in words that two classes can have in common."""
    own = {"__dict__", "__weakref__", "__module__"}
    return {name: _plain(thing, kind) for name, thing in vars(kind).items() if name not in own}


def _plain(thing: Any, kind: Any) -> Any:
    if isinstance(thing, kind):
        return {name: it for name, it in vars(thing).items() if it is not kind}
    if isinstance(thing, dict):
        return {key: _plain(it, kind) for key, it in thing.items()}
    if isinstance(thing, list):
        return [_plain(it, kind) for it in thing]
    thing = getattr(thing, "__func__", thing)  # a staticmethod, or what is in it
    return getattr(thing, "__qualname__", thing)


def is_recent(python: str) -> bool:
    """Whether a Python is one that the program runs on."""
    asks = "import sys; sys.exit(sys.version_info < (3, 11))"
    return subprocess.run([python, "-c", asks], check=False).returncode == 0


def of_qt() -> dict[str, Any]:
    """Every enumeration of the modules that we use."""
    found = {}
    for module in MODULES:
        for _, thing in inspect.getmembers(module, inspect.isclass):
            for name, it in (("", thing), *inspect.getmembers(thing, inspect.isclass)):
                if isinstance(it, enum.EnumType) and it.__bases__[0] in KINDS:
                    found[f"{module.__name__}.{thing.__name__}.{name}"] = it
    return found


def test_every_enumeration_of_qt_is_the_same_as_python_would_make_it() -> None:
    found = of_qt()
    assert len(found) > 500
    for name, qt in found.items():
        items = [(label, member.value) for label, member in qt.__members__.items()]
        slow, quick = both(qt.__bases__[0], qt.__name__, items)
        assert inside(quick) == inside(slow), name
        if issubclass(qt, enum.Flag):  # beside the class, since it makes members
            assert [repr(~one) for one in quick] == [repr(~one) for one in slow], name


@pytest.mark.parametrize("kind", KINDS)
@given(items=some_items | some_bits)
def test_any_members_are_the_same_as_python_would_make_them(kind: Any, items: Items) -> None:
    slow, quick = both(kind, "Some", items)
    assert inside(quick) == inside(slow)
    assert [str(one) for one in quick] == [str(one) for one in slow]


@pytest.mark.parametrize("kind", [enum.Flag, enum.IntFlag])
@given(
    items=st.permutations([("NONE", 0), ("A", 1), ("B", 2), ("C", 4), ("AC", 5), ("D", 8)]),
    bits=st.integers(0, 15),
)
def test_flags_are_joined_and_taken_apart_the_same(kind: Any, items: Items, bits: int) -> None:
    slow, quick = both(kind, "Some", items)
    assert quick(bits) | quick.A == quick(bits | 1)
    assert ~quick(bits) & quick.AC == quick(~bits & 5)
    assert [one.name for one in quick(bits)] == [one.name for one in slow(bits)]
    assert repr(quick(bits | 16)) == repr(slow(bits | 16))


def test_two_that_are_cast_share_no_table() -> None:
    one, other = (MOULDS[enum.Flag].cast("Some", [(label, 1)]) for label in "AB")
    assert list(one.__members__) == ["A"]
    assert list(other.__members__) == ["B"]


def test_a_class_that_holds_what_is_not_known_is_left_to_python() -> None:
    def newer(*words: Any, **how: Any) -> Any:
        made = CREATE(*words, **how)
        made._of_tomorrow_ = []
        return made

    assert not Mould(enum.Enum, newer).is_known
    assert all(mould.is_known for mould in MOULDS.values())


@pytest.mark.parametrize("table", ["_flag_mask_", "_all_bits_"])
def test_a_class_that_counts_other_bits_is_left_to_python(table: str) -> None:
    def other(*words: Any, **how: Any) -> Any:
        made = CREATE(*words, **how)
        setattr(made, table, getattr(made, table) | 1 << 40)
        return made

    assert not Mould(enum.Flag, other).is_known


@pytest.mark.parametrize("python", ["python3", "python3.11", "python3.12", "python3.13"])
def test_every_python_here_has_them_quickly(python: str) -> None:
    if (found := shutil.which(python)) is None or not is_recent(found):
        pytest.skip(f"there is no {python}")
    told = subprocess.run(
        [found, "-c", TRY], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_S
    )
    assert told.stdout.split() == ["True"] * len(KINDS), told.stderr


def test_a_cast_enumeration_takes_no_more_room_than_one_of_enum() -> None:
    items = [(f"Name{n}", n) for n in range(6)]
    for kind in KINDS:
        takes = []
        for make in (
            lambda kind=kind: CREATE(kind, "Few", list(items), boundary=enum.KEEP),
            lambda kind=kind: MOULDS[kind].cast("Few", items),
        ):
            make()
            gc.collect()
            tracemalloc.start()
            made = make()
            gc.collect()
            takes.append(tracemalloc.get_traced_memory()[0])
            tracemalloc.stop()
            assert len(made.__members__) == len(items)
        assert takes[1] <= takes[0], kind
