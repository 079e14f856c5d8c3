"""Where the environment of a checkout lies, and when it is believed to be whole."""

from pathlib import Path

import pytest
from steps import environment as module
from steps.environment import Environment, environment_of, made_for, read_stamp, write_stamp


@pytest.fixture
def whole(tmp_path: Path) -> Environment:
    """What the script takes for a finished environment, made without one."""
    made = Environment(tmp_path / ".venv")
    for path in (made.python, made.site / "tiny.py", made.folder / "pyvenv.cfg"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    stamp = {"made_for": made_for(made), "installed": ["tiny.py"], "locks": ["1"], "libraries": []}
    write_stamp(made, stamp)
    assert read_stamp(made)["locks"] == ["1"]
    return made


@pytest.mark.parametrize("part", ["python", "site/tiny.py", "pyvenv.cfg", "stamp"])
def test_an_environment_that_lacks_a_part_is_not_believed(whole: Environment, part: str) -> None:
    parts = {
        "python": whole.python,
        "site/tiny.py": whole.site / "tiny.py",
        "pyvenv.cfg": whole.folder / "pyvenv.cfg",
        "stamp": whole.stamp,
    }
    parts[part].unlink()

    assert read_stamp(whole) == {}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"made_for": 1', "null"])
def test_a_broken_stamp_is_not_believed(whole: Environment, text: str) -> None:
    whole.stamp.write_text(text, encoding="utf-8")

    assert read_stamp(whole) == {}


def test_an_environment_of_another_python_is_not_believed(
    whole: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "THIS", "python3.99")

    assert read_stamp(whole) == {}


def test_an_environment_that_was_moved_is_not_believed(whole: Environment) -> None:
    moved = Environment(whole.folder.rename(whole.folder.with_name("moved")))

    assert read_stamp(moved) == {}


def test_the_environment_lies_in_a_checkout_that_can_be_written(tmp_path: Path) -> None:
    assert environment_of(tmp_path).folder == tmp_path / ".venv"


def test_a_checkout_that_cannot_be_written_has_its_environment_in_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(module.sys, "platform", "linux")
    one, other = (environment_of(tmp_path / name) for name in ("gone", "gone too"))

    assert one.folder.parent == tmp_path / "cache" / "backease" / "environments"
    assert one.folder != other.folder


def test_a_cache_that_is_no_full_path_is_not_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setattr(module.sys, "platform", "linux")

    assert environment_of(tmp_path / "gone").folder.is_relative_to(tmp_path / ".cache")


def test_a_finished_environment_is_used_where_the_checkout_cannot_be_written_any_more(
    whole: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module.os, "access", lambda *_: False)

    assert environment_of(whole.folder.parent) == whole


@pytest.mark.skipif(module.WINDOWS, reason="the stand-in for Python is a shell script")
def test_the_start_up_files_of_the_bindings_are_unpacked_once(
    whole: Environment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PySide6's own switch does it; here a stand-in for its Python that heeds it, and counts."""
    home, count = whole.site / "shiboken6", tmp_path / "count"
    home.mkdir()
    whole.python.write_text(
        f'#!/bin/sh\necho once >> "{count}"\n'
        f'if [ "$SBK_EMBED" = 0 ]; then mkdir "{home}/files.dir"; fi\n'
    )
    whole.python.chmod(0o755)
    monkeypatch.setattr(module, "_locks", lambda _: ["1"])

    module.make_ready(whole, "run")
    assert (home / "files.dir").is_dir()
    before = count.read_text()
    module.make_ready(whole, "run")

    assert count.read_text() == before


def test_an_environment_without_the_bindings_is_as_ready(
    whole: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_locks", lambda _: ["1"])
    module.make_ready(whole, "run")
    assert read_stamp(whole)["locks"] == ["1"]
