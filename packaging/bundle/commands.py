"""`packaging/run.py bundle`: the frozen program, and on Debian the package of it."""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from backease_desktop.core.policy_schema import policies_schema
from backease_desktop.diagnostics.licence_texts import GATHERED
from bundle import by_pyinstaller
from bundle.deb import make_deb
from bundle.frozen import freeze
from bundle.icons import icns, ico
from bundle.papers import write_papers
from bundle.papers_of_others import licences, sbom
from bundle.settled import build_time, settle
from bundle.shipped import ROOT


def main(words: Sequence[str]) -> int:
    """Make what can be made here; the exit code is that of the self-test."""
    asked = argparse.ArgumentParser(prog="packaging/run.py bundle", description=__doc__)
    asked.add_argument("--to", type=Path, default=ROOT / "dist", help="a folder; dist by default")
    asked.add_argument("--no-deb", action="store_true", help="only the folder with the program")
    asked.add_argument(
        "--by-pyinstaller", action="store_true", help="only try the other program that freezes"
    )
    options = asked.parse_args(words)
    to: Path = options.to.absolute()
    to.mkdir(parents=True, exist_ok=True)
    if options.by_pyinstaller:
        return _try_another(to / "by-pyinstaller")
    when = build_time()
    (to / "backease.ico").write_bytes(ico())
    (to / "backease.icns").write_bytes(icns())
    frozen = to / "backease"
    program = freeze(frozen, to / "backease.ico")
    # Once for whoever looks into the folder, and once for the page that shows them.
    resources = frozen / "lib" / "backease_desktop" / "_data" / "resources"
    for place in (frozen, resources):
        (place / GATHERED).write_text(licences(), encoding="utf-8", newline="\n")
    list_parts(frozen)
    settle(frozen, when)
    print(f"{frozen}: {_megabytes(frozen)} MB", flush=True)
    code, said = self_test(program)
    print(said, flush=True)
    if code:
        return code
    papers = {
        "LICENCES": licences(),
        "sbom.cdx.json": sbom(_python_of(said)),
        "policies.schema.json": json.dumps(policies_schema(), indent=2) + "\n",
    }
    for name, text in papers.items():
        (to / name).write_text(text, encoding="utf-8", newline="\n")
    shutil.rmtree(to / "share", ignore_errors=True)
    write_papers(to / "share", "backease", when)
    settle(to / "share", when)
    made = [to / name for name in papers]
    if not options.no_deb and sys.platform == "linux" and shutil.which("dpkg-deb"):
        made.append(make_deb(frozen, to, papers, when))
    sums = "".join(f"{_sum(path)}  {path.name}\n" for path in made)
    (to / "SHA256SUMS").write_text(sums, encoding="utf-8", newline="\n")
    for path in to.iterdir():
        if path.is_file():
            path.chmod(0o644)
            os.utime(path, (when, when))
    print(sums, end="")
    return 0


def _try_another(to: Path) -> int:
    if not by_pyinstaller.is_here():
        print("PyInstaller is not here: .venv/bin/pip install pyinstaller")
        return 1
    code, said = self_test(by_pyinstaller.freeze_by_pyinstaller(to))
    print(said, flush=True)
    return code


def list_parts(frozen: Path) -> None:
    """Leave a list of all files in it, by which the program can see that one is lost."""
    files = sorted(path for path in frozen.rglob("*") if path.is_file())
    sizes = {path.relative_to(frozen).as_posix(): path.stat().st_size for path in files}
    # Its size changes when its times are settled, and nothing lives without it.
    sizes.pop("lib/library.zip")
    data = frozen / "lib" / "backease_desktop" / "_data"
    (data / "parts.json").write_text(json.dumps(sizes, indent=0), encoding="utf-8", newline="\n")


def self_test(program: Path) -> tuple[int, str]:
    """Ask the frozen program, in an empty home, whether it is sound; its exit code and words."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    with tempfile.TemporaryDirectory() as home:
        asked = [str(program), "--profile", home, "self-test"]
        environment = {**kept, "HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            asked,
            cwd=home,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
    return done.returncode, done.stdout


def _python_of(said: str) -> str:
    """The Python inside: cx_Freeze may bring a newer one than runs here."""
    return next(line.split()[1] for line in said.splitlines() if line.startswith("Python "))


def _megabytes(folder: Path) -> int:
    return sum(path.lstat().st_size for path in folder.rglob("*")) // 1_000_000


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
