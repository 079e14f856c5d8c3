"""The commands of `packaging/run.py`, one function each; they return exit codes."""

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence

from backease_desktop.system.needs.display import no_display
from backease_desktop.system.needs.libraries import DRAW, OPEN, PLAY, Use
from steps.environment import (
    LOCKS,
    ROOT,
    VOICE_LOCK,
    WINDOWS,
    Environment,
    environment_of,
    is_ready,
    make_ready,
)
from steps.system import provide, still_lacking
from steps.telling import SetupError, say

Words = Sequence[str]


def set_up(kind: str, use: Use, least: Use) -> tuple[Environment, str]:
    """Bring everything that `use` needs: first the system's packages, then Python's.

    Args:
        kind: which lock file: "run" or "dev".
        use: what Qt is wanted for.
        least: what it must be good for.

    Returns:
        The environment, and what the person can do about libraries that are still lacking.

    Raises:
        SetupError: it could not be made, or Qt is not good for `least`.
    """
    environment = environment_of()
    if not is_ready(environment, kind):
        provide(environment, use, least)
        make_ready(environment, kind)
    elif still_lacking(environment, use):  # the system has lost something, or more is wanted
        provide(environment, use, least)
    advice = still_lacking(environment, use)
    if advice and still_lacking(environment, least):
        raise SetupError(advice)
    return environment, advice


def only_set_up(_words: Words) -> int:
    """Set up, and start nothing."""
    use = PLAY if no_display(os.environ) else OPEN
    set_up("run", use, use)
    return 0


def start(words: Words) -> int:
    """Start BackEase: in its window, or in the terminal where no window can be."""
    text, why = in_terminal(words), no_display(os.environ)
    # The first time a window is thought of whatever was typed, so that nobody is asked twice.
    windows = not why and (bool(text) or not is_ready(environment_of(), "run"))
    environment, advice = set_up("run", OPEN if windows else PLAY, PLAY)
    why = why or advice
    if text and why:
        say(f"BackEase: {why}.\nBackEase plays in the terminal instead.")
        words = text
    return hand_over(environment, "backease_desktop", words)


def in_terminal(words: Words) -> list[str]:
    """Words that would open the window, turned into those that play in the terminal.

    Returns:
        Empty when they ask for something else than the window.
    """
    options: list[str] = []
    routine: list[str] = []
    rest = iter(words)
    for word in rest:
        name, equals, value = word.partition("=")
        if name not in ("--profile", "--event-log", "--start"):
            return []
        value = value if equals else next(rest, "")
        if name == "--start":
            routine = [value]
        else:
            options += [name, value]
    return [*options, "play", *routine, "--text"]


def hand_over(environment: Environment, module: str, words: Words) -> int:
    """Become a module of this checkout in its environment; on Windows, run it and wait."""
    # -P: a file of the folder where the person stands must not pass for a module.
    command = [str(environment.python), "-P", "-m", module, *words]
    if not WINDOWS:
        os.execv(command[0], command)
    with subprocess.Popen(command) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:  # the app heard it too, and it decides
                continue


def test(words: Words) -> int:
    """Run every check, the tests last; with words, only the tests that they name."""
    environment, _ = set_up("dev", DRAW, DRAW)
    os.chdir(ROOT)
    python = str(environment.python)
    checks = {
        "ruff format": ["-m", "ruff", "format", "--check", "."],
        "ruff check": ["-m", "ruff", "check", "."],
        "mypy": ["-m", "mypy"],
        "import-linter": ["-c", "from importlinter.cli import lint_imports_command as c; c()"],
    }
    failed = []
    for name, command in {} if words else checks.items():
        say(f"BackEase: {name}")
        if subprocess.call([python, *command]):
            failed.append(name)
    if failed:
        say(f"BackEase: not clean: {', '.join(failed)}. The tests run all the same.")
    say("BackEase: pytest")
    arguments = words or ["-q", *side_by_side(cores())]
    return subprocess.call([python, "-m", "pytest", *arguments]) or len(failed)


def side_by_side(cores: int) -> list[str]:
    """What lets pytest use so many cores; nothing where there is one."""
    return ["-n", str(cores)] if cores > 1 else []


def cores() -> int:
    """How many cores are ours: in a container that may be fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def lock(words: Words) -> int:
    """Write the lock files from pyproject.toml: every system, every Python, hashed, no address."""
    uv = shutil.which("uv")
    if uv is None:
        raise SetupError("The lock files are written by uv (pip install uv), which is not here.")
    os.chdir(ROOT)
    run, dev = (path.relative_to(ROOT).as_posix() for path in LOCKS.values())
    make = [uv, "pip", "compile", "-q", "--universal", "--python-version", "3.11"]
    make += ["--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url", *words]
    # Only soundfile's own module would need numpy, 70 MB; the program calls the library in it.
    ours = [*make, "--no-emit-package", "numpy", "pyproject.toml"]
    subprocess.check_call([*ours, "-o", run])
    subprocess.check_call([*ours, "-o", dev, "--group", "dev", "-c", run])
    # What renders the voice pack, in an environment without the program.
    voice = VOICE_LOCK.relative_to(ROOT).as_posix()
    subprocess.check_call([*make, "--group", "voice-pack", "-o", voice])
    return 0


def benchmark(words: Words) -> int:
    """Measure it beside a bare window."""
    return _run_of_tests("tests.benchmark", words)


def pictures(words: Words) -> int:
    """Take the README's pictures from the app."""
    return _run_of_tests("tests.pictures", words)


def bundle(words: Words) -> int:
    """Freeze the program, and pack it where Debian's tools are."""
    environment, _ = set_up("dev", DRAW, DRAW)
    os.chdir(ROOT)
    # Compiled modules hold sets, whose order in the file is that of the hashes.
    variables = {**os.environ, "PYTHONHASHSEED": "0"}
    command = [str(environment.python), str(ROOT / "packaging" / "bundle"), *words]
    return subprocess.call(command, env=variables)


def _run_of_tests(module: str, words: Words) -> int:
    """Become a module of tests/ that measures or draws."""
    environment, _ = set_up("dev", DRAW, DRAW)
    os.chdir(ROOT)
    return hand_over(environment, module, words)


COMMANDS: dict[str, Callable[[Words], int]] = {
    "setup": only_set_up,
    "test": test,
    "lock": lock,
    "bundle": bundle,
    "benchmark": benchmark,
    "pictures": pictures,
}


def run(words: Words) -> int:
    """Do what the words say; everything that is no command here is BackEase's own."""
    command = COMMANDS.get(words[0]) if words else None
    try:
        return start(words) if command is None else command(words[1:])
    except (SetupError, OSError, subprocess.CalledProcessError) as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("\nBackEase: stopped.")
        return 130
