"""Qt's enumerations are made in a sixth of the time that Python's `enum` takes for them.

PySide6 makes a Python class of each enumeration when its surroundings are first touched: 300 with
4,400 members until home is painted, which was a quarter of a start. `enum` looks at each member for
what only a few have; those of Qt are plain integers.

Rules:
1. A class is copied from one without members, which `enum` itself has made on this very Python. Its
   members are put in as `enum` puts them in; `tests/cli/test_quick_enums.py` compares every one.
2. Only what PySide6 asks for in its own way is made here, on a Python on which that was compared.
   Patch versions of it differ (3.11.2 counts other bits than 3.11.7): each kind is tried at every
   start, and one whose sample is not the same as `enum`'s own is left to `enum`.

WORKAROUND: https://github.com/python/cpython/issues/93910
"""

import enum
import sys
from collections.abc import Callable, Sequence
from typing import Any, Final, cast

COMPARED: Final = ((3, 11), (3, 12), (3, 13))
"""The Pythons on which the classes were found to be the same."""

KNOWN: Final = {
    *("_member_names_", "_member_map_", "_value2member_map_", "_member_type_", "_new_member_"),
    *("_unhashable_values_", "_unhashable_values_map_", "_hashable_values_", "_value_repr_"),
    *("_use_args_", "_generate_next_value_", "_boundary_", "_inverted_", "_iter_member_"),
    *("_flag_mask_", "_singles_mask_", "_all_bits_"),
}
"""What `enum` keeps in its classes, by the names that it reserves for itself."""

SPARE: Final = 20
"""Members that are made for nothing, and go at once. Python has room for thirty attributes in the
first object of a class, and for one less in each that follows. Members have four, and few siblings;
so this is a few tenths of a megabyte."""

Items = Sequence[tuple[str, int]]

SAMPLES: Final[tuple[Items, ...]] = (
    [("A", 1), ("B", 2), ("No", 0), ("Also", 2), ("AB", 3), ("Mask", 0xF0)],
    [("B", 4), ("A", 1), ("Both", 5)],
)
"""Whatever Qt's have: none, an alias, several bits at once, bits of nobody, bits out of order."""

new_int, new_object, put = int.__new__, object.__new__, type.__setattr__

_CREATE = "_create_"
"""What `enum` makes a class with that is told as a call: `Enum(name, items)`."""


class Mould:
    """Makes the enumerations of one kind.

    Args:
        kind: Enum, IntEnum, Flag or IntFlag.
        create: `enum`'s own way.

    Attributes:
        is_known: whether its classes are the same as those that `enum` makes.
    """

    def __init__(self, kind: enum.EnumType, create: Callable[..., Any]) -> None:
        bare = create(kind, "Bare", [], module=__name__, boundary=enum.KEEP)
        self._kind = kind
        self._is_flag = issubclass(bare, enum.Flag)
        self._is_int = issubclass(bare, int)
        own = {"__dict__", "__weakref__"}
        self._dict = {name: thing for name, thing in vars(bare).items() if name not in own}
        # The tables of its members: each class has its own.
        self._tables = [name for name, it in self._dict.items() if it == [] or it == {}]
        sample: Any = create(kind, "Bare", SAMPLES[0], module=__name__, boundary=enum.KEEP)
        self._masks_all = self._is_flag and bool(sample._flag_mask_ & sample.Mask._value_)
        self.is_known = {name for name in self._dict if name[:2] != "__"} <= KNOWN and all(
            _inside(self.cast("Bare", items))
            == _inside(create(kind, "Bare", items, module=__name__, boundary=enum.KEEP))
            for items in SAMPLES
        )

    def cast(self, name: str, items: Items) -> enum.EnumType:
        """An enumeration with these members."""
        inside = self._dict.copy()
        for table in self._tables:
            inside[table] = inside[table].copy()
        made: Any = type.__new__(enum.EnumType, name, (self._kind,), inside)
        is_flag, is_int = self._is_flag, self._is_int
        if not is_int:
            for _ in range(SPARE):
                object.__new__(made)
        names, by_name = inside["_member_names_"], inside["_member_map_"]
        by_value = inside["_value2member_map_"]
        every = 0
        for label, value in items:
            member = by_value.get(value)
            if member is None:
                member = new_int(made, value) if is_int else new_object(made)
                member._value_ = value
                member._name_ = label
                member.__objclass__ = made
                member._sort_order_ = len(names)
                by_value[value] = member
                every |= value
                if not is_flag or (value > 0 and not value & (value - 1)):  # one bit
                    names.append(label)
            by_name[label] = member
        for label, member in by_name.items():  # at the end: each of these unsettles the class
            put(made, label, member)
        if is_flag:
            single = [by_name[label]._value_ for label in names]
            put(made, "_flag_mask_", every if self._masks_all else sum(single))
            if "_singles_mask_" in inside:
                put(made, "_singles_mask_", sum(single))
            put(made, "_all_bits_", (1 << every.bit_length()) - 1)
            if single != sorted(single):
                put(made, "_iter_member_", made._iter_member_by_def_)
        if "_hashable_values_" in inside:  # since some 3.12
            made._hashable_values_ += by_value
        return cast(enum.EnumType, made)


def _inside(kind: enum.EnumType) -> dict[str, object]:
    """What a class holds, in words that two classes can have in common."""
    return {name: _plain(thing) for name, thing in vars(kind).items() if name[:2] != "__"}


def _plain(thing: object) -> object:
    if isinstance(thing, enum.Enum):
        return [(name, it) for name, it in vars(thing).items() if name != "__objclass__"]
    if isinstance(thing, dict):
        return [(key, _plain(member)) for key, member in thing.items()]
    return getattr(thing, "__qualname__", thing)


def make_quickly() -> None:
    """From here on, PySide6 has its enumerations made by `Mould`."""
    create = vars(enum.EnumType).get(_CREATE)
    if sys.version_info[:2] not in COMPARED or create is None:
        return
    kinds: tuple[enum.EnumType, ...] = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
    moulds = {kind: mould for kind in kinds if (mould := Mould(kind, create)).is_known}

    def made(
        kind: enum.EnumType, name: str, items: object, *, module: str | None = None, **how: object
    ) -> object:
        mould = moulds.get(kind)
        if mould is not None and isinstance(items, list) and module is None and how == as_pyside:
            return mould.cast(name, items)
        if module is None:  # as `enum` finds it out: where the call came from
            module = sys._getframe(2).f_globals.get("__name__")
        return create(kind, name, items, module=module, **how)

    as_pyside = {"qualname": None, "type": None, "start": 1, "boundary": enum.KEEP}
    setattr(enum.EnumType, _CREATE, made)
