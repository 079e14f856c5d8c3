"""Modules that wait are loaded by the first who uses them, once, and are then like any other."""

import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Barrier, Thread
from types import ModuleType

import pytest

from backease_desktop.cli.put_off import putting_off
from tests.patience import PATIENCE_S

NAME = "rarely_used_by_anybody"
SOURCE = """
import sys
sys.loaded_by_test_put_off.append(__name__)
limit = 7
class Thing: ...
half = "here" if hasattr(sys.modules[__name__], "never") else "not there yet"
"""


@pytest.fixture
def loads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Every load of a module of that name, which lies where Python looks."""
    found: list[str] = []
    (tmp_path / f"{NAME}.py").write_text(SOURCE)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "loaded_by_test_put_off", found, raising=False)
    monkeypatch.delitem(sys.modules, NAME, raising=False)
    yield found
    sys.modules.pop(NAME, None)


def imported() -> ModuleType:
    with putting_off({NAME}):
        return __import__(NAME)


def test_an_import_alone_loads_nothing(loads: list[str]) -> None:
    module = imported()

    assert module.__name__ == NAME
    assert loads == []


def test_the_first_attribute_loads_it_and_the_next_does_not(loads: list[str]) -> None:
    module = imported()

    assert (module.limit, module.Thing.__name__, module.half) == (7, "Thing", "not there yet")
    assert type(module) is ModuleType
    assert loads == [NAME]


def test_what_it_does_not_have_is_missing_in_the_usual_words(loads: list[str]) -> None:
    waiting = imported()
    with pytest.raises(AttributeError, match=f"module '{NAME}' has no attribute 'nothing'"):
        _ = waiting.nothing
    with pytest.raises(AttributeError, match=f"module '{NAME}' has no attribute 'nothing'"):
        _ = waiting.nothing
    assert loads == [NAME]


def test_an_import_of_a_name_from_it_loads_it(loads: list[str]) -> None:
    with putting_off({NAME}):
        exec(f"from {NAME} import limit", {})
    assert loads == [NAME]


def test_what_is_not_named_is_loaded_at_once(loads: list[str]) -> None:
    with putting_off({"another"}):
        __import__(NAME)
    assert loads == [NAME]


def test_what_cannot_be_loaded_says_so_to_each_who_asks(loads: list[str], tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.py").write_text(SOURCE + "1 / 0\n")
    module = imported()

    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            _ = module.nothing
    assert loads == [NAME, NAME]


def test_two_threads_that_ask_at_once_both_get_it(loads: list[str], tmp_path: Path) -> None:
    slow = "import threading\nthreading.Event().wait(0.05)\n"
    (tmp_path / f"{NAME}.py").write_text(slow + SOURCE)
    module, together, found = imported(), Barrier(2, timeout=PATIENCE_S), list[int]()

    def ask() -> None:
        together.wait()
        found.append(module.limit)

    threads = [Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
    assert found == [7, 7]
    assert loads == [NAME]


def test_nothing_is_put_off_behind_it(loads: list[str]) -> None:
    with putting_off({NAME}):
        pass
    __import__(NAME)
    assert loads == [NAME]
