"""Modules of others whose rare cases were put off answer as they do for everybody else."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

LEAN = """
from backease_desktop.cli.brought import with_rare_cases_put_off
with with_rare_cases_put_off():
    import pathlib, socket, traceback, uuid
from backease_desktop.cli.lean_start import load_msgspec, load_qt
load_msgspec()
"""
WITH_QT = "load_qt()"
PLAIN = "import pathlib, socket, traceback, uuid, msgspec"

ASKED = r"""
import sys
from typing import Annotated
import msgspec, os, pathlib, socket, traceback, uuid

def ask(what):
    try:
        print(what())
    except Exception as problem:
        print(type(problem).__name__, problem)

class One(msgspec.Struct):
    "A struct."
    number: Annotated[int, msgspec.Meta(ge=1)] = 1

def sent():
    here, there = socket.socketpair()
    with here, there, open(__import__("backease_desktop").__file__, "rb") as file:
        return here.sendfile(file), there.recv(20)

def failing():
    try:
        exec(compile("x = (1 +\n  None)", pathlib.Path("x").name, "exec"))
    except TypeError:
        return traceback.format_exc()

def group():
    try:
        raise ExceptionGroup("two", [ValueError("a\nb"), KeyError(1)])
    except ExceptionGroup:
        return traceback.format_exc().count("|")

ask(lambda: pathlib.Path("/tmp/ä b%").as_uri())
ask(lambda: pathlib.PureWindowsPath("C:\\ü").as_uri())
ask(lambda: pathlib.Path("tmp").as_uri())
ask(sent)
ask(failing)
ask(group)
ask(lambda: uuid.UUID(int=5))
ask(lambda: uuid.uuid1().version)
ask(lambda: type(uuid.getnode()))
ask(lambda: (uuid._AIX, uuid._LINUX))
ask(lambda: msgspec.json.schema(One))
ask(lambda: msgspec.inspect.type_info(One).fields)
ask(lambda: isinstance(msgspec.inspect.type_info(int), msgspec.inspect.IntType))
ask(lambda: msgspec.toml.decode(b"number = 2", type=One))
ask(lambda: msgspec.yaml.decode(b"number: 3", type=One))
ask(lambda: msgspec.yaml.nothing)
ask(lambda: msgspec.json.decode(b'"00000000-0000-0000-0000-000000000005"', type=uuid.UUID))

import base64, platform, selectors, tempfile, textwrap, tokenize, urllib, urllib.parse, zipfile
for module in (
    base64, platform, selectors, tempfile, textwrap, tokenize, urllib.parse, zipfile,
    msgspec.inspect, msgspec.toml, msgspec.yaml,
):
    print(module.__name__, module.__spec__.name, module.__file__)
"""


def said(*lines: str) -> str:
    """What a fresh Python prints, on both of its outputs."""
    command = [sys.executable, "-c", "\n".join(lines)]
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.mark.parametrize("qt", ["", WITH_QT], ids=["without Qt", "with Qt"])
def test_whatever_is_asked_of_them_is_answered_in_the_same_words(qt: str) -> None:
    asked = f"exec({ASKED!r})"  # so that tracebacks have the same lines
    plain = said(PLAIN, asked)
    assert plain.splitlines()[-1].startswith("msgspec.yaml msgspec.yaml ")
    assert said(LEAN, qt, asked) == plain


def test_what_they_bring_waits_until_somebody_asks() -> None:
    loaded = """
import sys
from backease_desktop.cli.brought import BROUGHT, MEANWHILE
waiting = [name for name in sys.modules if type(sys.modules[name]).__name__ == "_Later"]
print(sorted(waiting), len(({*BROUGHT, *MEANWHILE} & {*sys.modules}) - {*waiting}))
"""
    waiting, loaded_already = said(LEAN, WITH_QT, loaded).rsplit(" ", 1)
    for name in ("platform", "selectors", "textwrap", "tokenize", "urllib.parse", "zipfile"):
        assert repr(name) in waiting
    assert int(loaded_already) == 0


def test_what_is_loaded_already_stays_what_it_is() -> None:
    before = "import platform, selectors, textwrap, tokenize, urllib.parse, zipfile, sys"
    first = f"{before}; first = {{**sys.modules}}"
    same = "print([n for n in first if sys.modules[n] is not first[n]])"
    assert said(first, LEAN, WITH_QT, same) == "[]\n"
