"""The one door: who lays a routine out in time without a person must stand in this list."""

import ast
import re

from tests.controllers.test_every_condition import PLACES, WAYS
from tests.test_architecture import MODULES, name, parsed

WITHOUT_A_PERSON = {
    "backease_desktop/core/timeline/cards.py",  # what it shows has come through the door
    "backease_desktop/core/timeline/phrases.py",  # every phrase that anybody may hear
    "backease_desktop/self_test/content.py",  # whether it can be laid out at all
    "backease_desktop/storage/catalogue_play.py",  # the same, of a pack
}
FOR_ANYBODY = {
    "backease_desktop/cli/catalogue_commands.py",  # --for-anybody, and the catalogue's export
}


def naming(word: str, kind: type[ast.AST]) -> set[str]:
    """Modules of the program that import a name, or read an attribute of that name."""
    found = set()
    for path in MODULES:
        for node in ast.walk(parsed(path)):
            if kind is ast.ImportFrom and isinstance(node, ast.ImportFrom):
                if word in {alias.name for alias in node.names}:
                    found.add(name(path))
            elif kind is ast.Attribute and isinstance(node, ast.Attribute) and node.attr == word:
                found.add(name(path))
    return found


def test_nobody_else_lays_out_a_routine_that_has_not_come_through_the_door() -> None:
    assert naming("compile_timeline", ast.ImportFrom) == WITHOUT_A_PERSON


def test_nobody_else_takes_a_routine_as_its_article_has_it() -> None:
    assert naming("for_anybody", ast.ImportFrom) == FOR_ANYBODY


def test_only_what_has_come_through_the_door_is_played() -> None:
    playing = {
        name(path)
        for path in MODULES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute)
        and re.search(r"(session|controller)\.play$|_rehearsal\.start$", ast.unparse(node))
    }

    assert playing == {
        "backease_desktop/controllers/bookmarks.py",  # what its `entrance.let_in` has given
        "backease_desktop/controllers/session.py",
    }


def test_only_the_door_and_the_shelf_make_a_routine_as_it_is_for_a_person() -> None:
    assert naming("tailored", ast.ImportFrom) == {
        "backease_desktop/bootstrap/shelf.py",
        "backease_desktop/controllers/door.py",
        "backease_desktop/core/person/questions.py",
    }


ASKING = re.compile(
    r"(entrance|door)\.(start|start_routine|repeat|let_in|shown)|_session\.exchange"
    r"|self\.(let_in|start_routine)"
)
"""How a session is asked for, or a routine as it is for the person."""


def asking_places() -> set[str]:
    """Every function of the window's program that asks for one: "file function"."""
    found = set()
    for path in MODULES:
        for function in ast.walk(parsed(path)):
            if not isinstance(function, ast.FunctionDef):
                continue
            for node in ast.walk(function):
                is_named = isinstance(node, ast.Attribute)
                if is_named and re.search(rf"({ASKING.pattern})$", ast.unparse(node)):
                    found.add(f"{name(path).removeprefix('backease_desktop/')} {function.name}")
    return found


def test_every_place_that_asks_for_a_session_is_walked_for_every_condition() -> None:
    assert asking_places() == set(PLACES)
    assert set(PLACES.values()) <= set(WAYS)
