"""What goes wrong in a method that Qt calls is told, and crashes nothing.

WORKAROUND: before Python 3.12, an error that C raises (`len(5)`, `[][1]`, a Qt object that is gone,
Ctrl+C) is a class and a text, or nothing, until a frame of Python catches it; only then is it an
exception. PySide6 (6.11, `prependToExceptionMessage`) takes it for one at once, and crashes, when
the method was called while Python itself was calling Qt: in `show()`, in `resize()`, in an emitted
signal. So each method of ours that Qt calls gets a frame that catches what it raises.
"""

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import ParamSpec, TypeVar

_IS_NEEDED = sys.version_info < (3, 12)

_P = ParamSpec("_P")
_R = TypeVar("_R")


def tell_errors_of_overrides() -> None:
    """Do so for each class that is made from here on; call it before ours are imported."""
    if not _IS_NEEDED:
        return
    # Not before Qt is wanted: few commands load it.
    from shiboken6 import Object

    def guard(kind: type[Object], /, **more: object) -> None:
        super(Object, kind).__init_subclass__(**more)
        _catch_in_overrides(kind)

    setattr(Object, "__init_subclass__", classmethod(guard))  # noqa: B010  (no type has it so)


def _catch_in_overrides(kind: type) -> None:
    of_qt = [vars(base) for base in kind.__mro__ if base.__module__.startswith("PySide6.")]
    for name, method in tuple(vars(kind).items()):
        if type(method) is FunctionType and name != "__init__" and any(name in x for x in of_qt):
            setattr(kind, name, _caught(method))


def _caught(method: Callable[_P, _R]) -> Callable[_P, _R]:
    @wraps(method)
    def override(*given: _P.args, **named: _P.kwargs) -> _R:
        try:
            return method(*given, **named)
        except BaseException:
            raise

    return override
