"""PySide6 and msgspec as we load them answer as they do for everybody else."""

import subprocess
import sys
from pathlib import Path

import shiboken6

ROOT = Path(__file__).parents[2]

LEAN = "from backease_desktop.cli.lean_start import load_qt; load_qt()"
PLAIN = "import PySide6.QtCore"

ASKED = """
import builtins, enum, sys
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QLabel

class Wrong(QObject):
    def event(self, event):
        return "neither yes nor no"

def ask(what):
    try:
        print(what())
    except Exception as problem:
        print(type(problem).__name__, problem)

ask(lambda: QPoint("a"))
ask(lambda: QObject().setParent(1, 2))
ask(lambda: QObject().setObjectName(1))
ask(lambda: QObject(nothing=1))
ask(lambda: QObject().nothing)
ask(lambda: Qt.Nothing)
ask(lambda: Qt.Key.Nothing)
ask(lambda: Qt.Key("a"))
ask(lambda: QLabel.setText.__signature__)
ask(lambda: QPoint.x.__doc__)
ask(lambda: (Qt.Key.Key_A, Qt.Key(65), Qt.Key_A, Qt.Key.Key_A.name, Qt.Key.__module__))
ask(lambda: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
ask(lambda: ~Qt.KeyboardModifier.ShiftModifier & Qt.KeyboardModifier(0x6000000))
ask(lambda: QCoreApplication.sendEvent(Wrong(), QEvent(QEvent.Type.User)))
ask(lambda: enum.Enum("Ours", ["ONE"]).__module__)
ask(lambda: __import__("PySide6.support.signature.lib.pyi_generator").__name__)
"""


def said(*lines: str) -> str:
    """What a fresh Python prints, on both of its outputs."""
    command = [sys.executable, "-c", "\n".join(lines)]
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_whatever_is_asked_of_it_is_answered_in_the_same_words() -> None:
    plain = said(PLAIN, ASKED)
    assert plain.count("Error") >= 8
    assert said(LEAN, ASKED) == plain


def test_no_enumeration_of_qt_costs_what_python_would_take() -> None:
    asked = """
import enum
before = vars(enum.EnumType)["_create_"]
made = []
def create(kind, name, *words, **how):
    made.append(name)
    return before(kind, name, *words, **how)
enum.EnumType._create_ = create
"""
    names = "import PySide6.QtWidgets; from PySide6.QtCore import Qt; print(Qt.Key, made)"
    assert "Key" in said(asked, PLAIN, names).partition("[")[2]
    assert said(asked, LEAN, names).partition("[")[2].count("'Bare'") == 16
    assert "Key" not in said(asked, LEAN, names).partition("[")[2]


def test_what_writes_signatures_is_put_off_where_it_lies_on_the_disk() -> None:
    loaded = "import sys; print('ast' in sys.modules, 'argparse' in sys.modules)"  # `inspect`'s
    is_packed = not (Path(shiboken6.__file__).parent / "files.dir").is_dir()
    assert said(LEAN, "import PySide6.QtWidgets", loaded) == f"{is_packed} {is_packed}\n"
    assert said(PLAIN, "import PySide6.QtWidgets", loaded) == "True True\n"


def test_what_is_rarely_needed_is_there_when_it_is_asked_for() -> None:
    asked = """
import dataclasses, inspect, sys, tempfile, zipfile
import PySide6.QtWidgets
def of_this(one, two=3): ...
print({"ast", "bz2", "random", "shutil"} & sys.modules.keys())
@dataclasses.dataclass
class Silent:
    one: int
print(Silent.__doc__, inspect.signature(of_this), zipfile.ZIP_STORED, tempfile.gettempprefix())
"""
    lean = "from backease_desktop.cli.lean_start import load_msgspec; load_msgspec()\n" + LEAN
    at_first, _, later = said(lean, asked).partition("\n")
    if (Path(shiboken6.__file__).parent / "files.dir").is_dir():
        assert at_first == "set()"
    assert later == "Silent(one: int) (one, two=3) 0 tmp\n"


def test_words_for_what_is_wrong_are_loaded_when_something_is() -> None:
    asked = """
import sys
from backease_desktop.core.field_words import right
print(type(sys.modules["msgspec.inspect"]).__name__)
print(right(bool), "|", right(dict[str, int]), "|", right(int | None), "|", right(bytes))
"""
    lean = "from backease_desktop.cli.lean_start import load_msgspec; load_msgspec()"
    words = "true or false | a table in braces | a whole number or null | something else\n"
    assert said(lean, asked) == f"_Later\n{words}"


def test_nothing_looks_into_the_sources_of_what_is_imported_after_it() -> None:
    hook = "import builtins; print(builtins.__import__.__name__)"
    assert said(PLAIN, hook) == "__feature_import__\n"
    assert said(LEAN, hook) != "__feature_import__\n"


def test_msgspec_needs_no_names_but_those_of_python() -> None:
    asked = """
import msgspec, sys
from typing import Annotated, Generic, NotRequired, TypedDict, TypeVar
print("typing_extensions" in sys.modules)
T = TypeVar("T")
class Loose(TypedDict):
    one: int
    two: NotRequired[str]
class Most(msgspec.Struct, Generic[T]):
    it: T
    few: Annotated[int, msgspec.Meta(ge=1)] = 1
print(msgspec.json.decode(b'{"one": 1}', type=Loose))
print(msgspec.json.decode(b'{"it": [2]}', type=Most[list[int]]))
print(msgspec.json.schema(Most[Loose]))
try:
    msgspec.json.decode(b'{"it": 1, "few": 0}', type=Most[int])
except msgspec.ValidationError as problem:
    print(problem)
import typing_extensions
"""
    lean = "from backease_desktop.cli.lean_start import load_msgspec; load_msgspec()"
    plain = said("import msgspec", asked)
    assert plain.startswith("True\n")
    assert said(lean, asked) == plain.replace("True", "False", 1)
