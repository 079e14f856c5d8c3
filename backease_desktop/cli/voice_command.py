"""`backease voice`: is everything that is said in the voice pack, and rendering what is not.

The pack belongs to the program, so it is held against the shipped catalogue and wording alone; what
a person has added is said by another way.
"""

import argparse
import json
import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from backease_desktop.core.errors import ReportedError
from backease_desktop.core.timeline.phrases import every_phrase
from backease_desktop.core.voice import Pace
from backease_desktop.speech.pack.index import INDEX
from backease_desktop.speech.pack.voice_pack import VoicePack
from backease_desktop.speech.pack.writing import FOLDER, NEEDED, rendering_by, write_pack
from backease_desktop.storage.catalogue_files import load_catalogue
from backease_desktop.storage.paths import bundled
from backease_desktop.storage.wording_files import load_wording

_LONGEST_LIST = 20
"""Phrases that are named one by one."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The pack beside the script.

    Attributes:
        phrases: how many the script has.
        in_pack: how many of them the pack holds, at every pace.
        missing: those that it does not hold; unused: what it holds and nobody says.
        bytes: of the pack; seconds: of sound in it, all paces together.
    """

    phrases: int
    in_pack: int
    missing: list[str]
    unused: list[str]
    bytes: int
    seconds: float


def voice(options: argparse.Namespace) -> int:
    """Check the voice pack, or render it."""
    return _render(options) if options.what == "render" else _check(as_json=options.json)


def shipped_phrases() -> frozenset[str]:
    """Every phrase of the shipped catalogue, in the shipped English wording.

    Raises:
        ReportedError: the shipped catalogue has a problem.
    """
    folder = bundled("catalogue")
    wording = load_wording(folder / "wording")
    loaded = load_catalogue(folder, wording=wording)
    if loaded.problems:
        raise ReportedError(str(loaded.problems[0]))
    return every_phrase(loaded.catalogue, wording)


def coverage_of(pack: VoicePack | None, script: frozenset[str]) -> Coverage:
    """How well a pack covers a script."""
    packed = frozenset(pack.phrases) if pack is not None else frozenset[str]()
    lengths = (pack.length(text, pace) or 0 for pace in Pace for text in packed if pack is not None)
    return Coverage(
        phrases=len(script),
        in_pack=len(script & packed),
        missing=sorted(script - packed),
        unused=sorted(packed - script),
        bytes=pack.size if pack is not None else 0,
        seconds=round(sum(lengths) / 1000, 1),
    )


def _pack_folder() -> Path:
    return bundled("resources") / "voices" / FOLDER


def _check(*, as_json: bool) -> int:
    folder = _pack_folder()
    pack = VoicePack(folder) if (folder / INDEX).exists() else None
    coverage = coverage_of(pack, shipped_phrases())
    if as_json:
        print(json.dumps(asdict(coverage), ensure_ascii=False, indent=1))
    else:
        print(
            f"{coverage.in_pack} of {coverage.phrases} phrases are in the pack: "
            f"{coverage.bytes / 1e6:.1f} MB, {coverage.seconds / 60:.0f} minutes of sound"
        )
        _print_some("missing", coverage.missing)
        _print_some("not said any more", coverage.unused)
    return int(bool(coverage.missing or coverage.unused))


def _print_some(what: str, phrases: Sequence[str]) -> None:
    for text in phrases[:_LONGEST_LIST]:
        print(f"{what}: {text}")
    if len(phrases) > _LONGEST_LIST:
        print(f"{what}: {len(phrases) - _LONGEST_LIST} more; --json names them all")


def _render(options: argparse.Namespace) -> int:
    checkout = bundled("resources").parent
    lock = checkout / "packaging" / "requirements-voice.lock"
    if not lock.is_file():
        raise ReportedError("the pack is rendered in a checkout of the program; this is none")
    environment = options.environment or checkout / ".venv-voice"
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        if not options.install:
            raise ReportedError(
                f"rendering needs {', '.join(NEEDED)} in an environment of its own; "
                f"`backease voice render --install` makes it in {environment} (about 300 MB)"
            )
        _install(environment, python, lock)
    written = write_pack(_pack_folder(), shipped_phrases(), rendering_by(python), _show)
    print(
        f"{written.phrases} phrases: {written.rendered} rendered, {written.dropped} let go, "
        "the others as they were"
    )
    return 0


def _install(environment: Path, python: Path, lock: Path) -> None:
    pip = [str(python), "-P", "-m", "pip", "--disable-pip-version-check", "install"]
    try:
        venv.create(environment, with_pip=True, symlinks=os.name != "nt")
        subprocess.run([*pip, "--require-hashes", "-r", str(lock)], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise ReportedError(f"{environment}: cannot be made ({error})") from error


def _show(done: int, wanted: int) -> None:
    if sys.stderr.isatty() or done == wanted:
        end = "\n" if done == wanted else "\r"
        print(f"{done} of {wanted} clips", end=end, file=sys.stderr, flush=True)
