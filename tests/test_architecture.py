"""The rules of the house that no linter knows."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "backease_desktop"
MODULES = sorted(PACKAGE.rglob("*.py"))

LONGEST = 350
"""Lines that a module may have."""

ENTERED = ("bootstrap", "ui/wiring.py", "controllers/session.py", "core/player")
"""Rooms that every feature enters: a full one there is in everybody's way."""

LONGEST_ENTERED = 320
"""Lines that a module of those rooms may have."""

MOST_ARGUMENTS = 8
"""Arguments that a constructor may have, the owner included."""

PRIVATE = [  # in two parts, so that this file does not find itself
    re.compile(start + end)
    for start, end in (
        ("/wo", r"rk/(main|shared)\b"),
        ("/tmp/", r"(probe|bare)\b"),
        ("/ro", r"ot/"),
        ("/ho", r"me/[a-z]"),
        ("/Us", r"ers/[A-Za-z]"),
        ("py", r"pi\.org"),
        ("python", r"hosted\.org"),
        ("debian", r"\.org/debian"),
        ("registry", r"\.npmjs"),
    )
]
"""Paths of one machine, and hosts that packages come from."""

TEXT = {".py", ".toml", ".md", ".yaml", ".yml", ".json", ".lock", ".svg", ".ts", ".txt", ""}
TOP = ("backease_desktop", "catalogue", "packaging", "resources", "tests", ".ci", ".github")


def name(path: Path) -> str:
    """A file as people write it."""
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    """The syntax of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def repository() -> Iterator[Path]:
    """Every text file that belongs to the repository; `.git` is a file in a second worktree."""
    own = (path for path in ROOT.iterdir() if path.is_file() and path.name != ".git")
    yield from (path for path in own if path.suffix in TEXT)
    for top in TOP:
        for path in (ROOT / top).rglob("*"):
            if path.is_file() and path.suffix in TEXT and "__pycache__" not in path.parts:
                yield path


def test_no_module_is_too_long_to_read_in_one_go() -> None:
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}

    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_the_rooms_that_every_feature_enters_have_air() -> None:
    lengths = {
        name(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in MODULES
        if any(path.is_relative_to(PACKAGE / room) or path == PACKAGE / room for room in ENTERED)
    }

    assert len(lengths) > len(ENTERED)
    assert {path: length for path, length in lengths.items() if length > LONGEST_ENTERED} == {}


def test_nothing_needs_more_than_eight_arguments_to_be_made() -> None:
    too_many = {
        f"{name(path)}: {one.name}": count
        for path in MODULES
        for one in ast.walk(parsed(path))
        if isinstance(one, ast.ClassDef)
        for method in one.body
        if isinstance(method, ast.FunctionDef) and method.name == "__init__"
        for given in [method.args]
        for count in [len(given.posonlyargs + given.args + given.kwonlyargs) - 1]
        if count > MOST_ARGUMENTS
    }

    assert too_many == {}


def test_every_module_says_what_it_is() -> None:
    assert [name(path) for path in MODULES if not ast.get_docstring(parsed(path))] == []


def test_a_package_holds_a_docstring_and_re_exports_nothing() -> None:
    more = {
        name(path): ast.unparse(statement)
        for path in MODULES
        if path.name == "__init__.py"
        for statement in parsed(path).body[1:]
    }

    assert list(more) == ["backease_desktop/__init__.py"]
    assert more["backease_desktop/__init__.py"].startswith("__version__ = ")


def test_every_dataclass_says_what_it_is() -> None:
    """Python would write it a docstring, for which it loads what parses sources: 0.9 MB."""
    silent = [
        f"{name(path)}: {one.name}"
        for path in MODULES
        for one in ast.walk(parsed(path))
        if isinstance(one, ast.ClassDef)
        and any("dataclass" in ast.unparse(decorator) for decorator in one.decorator_list)
        and not ast.get_docstring(one)
    ]

    assert silent == []


def test_imports_inside_functions_say_why() -> None:
    unexplained = [
        f"{name(path)}:{number}"
        for path in MODULES
        if not path.is_relative_to(PACKAGE / "cli") and path.name != "cli.py"
        for lines in [path.read_text(encoding="utf-8").splitlines()]
        for hidden in [hidden_imports(parsed(path))]
        for number in sorted(hidden)
        if not explained(lines, number) and number - 1 not in hidden
    ]

    assert unexplained == []


def test_no_module_is_imported_by_a_name_that_is_put_together() -> None:
    computed = [
        name(path)
        for path in MODULES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).rpartition(".")[2] in ("import_module", "__import__")
    ]

    assert computed == [], "a frozen program would not have it"


def hidden_imports(module: ast.Module) -> set[int]:
    """Lines of the imports inside functions."""
    return {
        statement.lineno
        for function in ast.walk(module)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for statement in ast.walk(function)
        if isinstance(statement, ast.Import | ast.ImportFrom)
    }


def explained(lines: list[str], number: int) -> bool:
    """Whether a comment stands on this line or on the one before."""
    return "#" in lines[number - 1] or lines[number - 2].lstrip().startswith("#")


def test_the_core_loads_without_qt_voice_or_files() -> None:
    core = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in sorted((PACKAGE / "core").rglob("*.py"))
        if path.name != "__init__.py"
    ]
    program = (
        f"import importlib, sys; [importlib.import_module(m) for m in {core!r}]; "
        "print(*({'PySide6', 'shiboken6', 'yaml', '_miniaudio', 'pyttsx3'} & set(sys.modules)))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == []


def test_nothing_names_one_machine_or_a_package_host() -> None:
    found = [
        f"{name(path)}: {pattern.pattern}"
        for path in repository()
        for text in [path.read_text(encoding="utf-8")]
        for pattern in PRIVATE
        if pattern.search(text)
    ]

    assert found == []


def imported_by_tests_of(floor: str) -> set[str]:
    """Modules of the package that the tests of one floor import."""
    modules = set()
    for path in (ROOT / "tests" / floor).rglob("test_*.py"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ImportFrom) and node.module:
                modules.add(node.module)
                modules.update(f"{node.module}.{alias.name}" for alias in node.names)
            elif isinstance(node, ast.Import):
                modules.update(alias.name for alias in node.names)
    return modules


@pytest.mark.parametrize("floor", ["core", "storage"])
def test_every_module_is_named_by_a_test_of_its_floor(floor: str) -> None:
    shipped = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in (PACKAGE / floor).rglob("*.py")
        if path.name != "__init__.py"
    }

    assert sorted(shipped - imported_by_tests_of(floor)) == []


NETWORK = {"http", "urllib", "ftplib", "smtplib", "ssl", "asyncio", "socketserver", "xmlrpc"}
"""Modules of Python that talk to other machines."""

NETWORK_OF_QT = {"QTcpSocket", "QTcpServer", "QUdpSocket", "QSslSocket", "QNetworkAccessManager"}


def opens_a_network(module: ast.Module) -> list[str]:
    """What in a module could reach another machine."""
    found = []
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            found += [one.name for one in node.names if one.name.split(".")[0] in NETWORK]
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module.split(".")[0] in NETWORK:
                found.append(node.module)
            found += [one.name for one in node.names if one.name in NETWORK_OF_QT]
            if node.module == "socket":
                found.append("names taken out of socket")
        elif isinstance(node, ast.Attribute) and node.attr.startswith(("AF_INET", "create_conn")):
            found.append(node.attr)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "socket.socket":
            first = ast.unparse(node.args[0]) if node.args else ""
            if first != "socket.AF_UNIX" and [one.arg for one in node.keywords] != ["fileno"]:
                found.append(ast.unparse(node))
    return found


def test_nothing_of_ours_opens_a_network() -> None:
    found = {name(path): opens_a_network(parsed(path)) for path in MODULES}

    # An X server that DISPLAY names, as in a session over ssh: Qt is connected to the same one.
    assert found.pop("backease_desktop/system/wire/x11.py") == ["create_connection"]
    # Which opens none: pathlib names it, for addresses of files.
    assert found.pop("backease_desktop/cli/brought.py") == ["urllib.parse"]
    assert {path: what for path, what in found.items() if what} == {}


@pytest.mark.parametrize(
    "source",
    [
        "import socket\nsocket.socket()",
        "import socket\nsocket.socket(socket.AF_INET, socket.SOCK_STREAM)",
        "import socket\nsocket.create_connection(('example.org', 80))",
        "from socket import socket",
        "import urllib.request",
        "from http.client import HTTPConnection",
        "from PySide6.QtNetwork import QTcpSocket",
    ],
)
def test_what_opens_a_network_is_found(source: str) -> None:
    assert opens_a_network(ast.parse(source)) != []
