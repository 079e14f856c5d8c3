"""The Debian package in fresh systems: installed, tried by an ordinary user, removed.

    sudo python3 packaging/bundle/bare_roots.py dist/backease-desktop_*.deb [bookworm trixie]

Each system is made anew by debootstrap, with nothing in it but Debian's smallest set. The package
is installed by apt with what it depends on; then an ordinary user, in a network of no devices,
runs the self-test, plays a session in the terminal and opens the window for a moment; then it is
removed, and no file of it may be left. Exit code 0 when all of it went well, 1 when something did
not, 2 where it cannot be tried: no root, no debootstrap, no mirror within reach.

Rules: nothing but the standard library; everything lies in one temporary folder, which is removed;
the mirror is that of `DEBIAN_MIRROR`, or else Debian's own as this machine knows it.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

SUITES = ("bookworm", "trixie")
USER = 1000
_SOURCES = ("etc/apt/sources.list.d/debian.sources", "etc/apt/sources.list")
_MIRROR = re.compile(r"(?m)^(?:URIs:\s*|deb\s+(?:\[[^]]*\]\s+)?)(\S+/debian/?)(?:\s|$)")
_WRITTEN_BY_APT = ("var/cache", "var/lib/apt", "var/lib/dpkg", "var/log", "etc/apt", "tmp", "srv")


class NotHereError(Exception):
    """It cannot be tried on this machine; says why."""


class FailedError(Exception):
    """Something did not go well; says what."""


def main(words: Sequence[str]) -> int:
    """Try the package in each suite."""
    if not words:
        print(__doc__)
        return 2
    package, suites = Path(words[0]).resolve(), words[1:] or SUITES
    for suite in suites:
        with tempfile.TemporaryDirectory(prefix=f"backease-{suite}-") as folder:
            try:
                _try(package, suite, Path(folder) / "root")
            except NotHereError as reason:
                print(f"{suite}: cannot be tried here: {reason}")
                return 2
            except FailedError as reason:
                print(f"{suite}: FAILED: {reason}")
                return 1
        print(f"{suite}: ok", flush=True)
    return 0


def _try(package: Path, suite: str, root: Path) -> None:
    if os.geteuid() != 0:
        raise NotHereError("only root can make a fresh system")
    if shutil.which("debootstrap") is None:
        raise NotHereError("there is no debootstrap (apt-get install debootstrap)")
    _run(["debootstrap", "--variant=minbase", suite, str(root), _mirror()], NotHereError)
    shutil.copy("/etc/resolv.conf", root / "etc" / "resolv.conf")
    person = ["--create-home", "--home-dir", "/srv/ann", "--uid", str(USER), "ann"]
    _run(["chroot", str(root), "useradd", *person])
    _apt(root, "update")
    _apt(root, "install", *_depends(package), "xvfb", "xauth")  # so that only ours comes below
    before = _files(root)
    shutil.copy(package, root / "tmp" / "backease.deb")
    _apt(root, "install", "/tmp/backease.deb")
    ours = _files(root) - before
    print(f"{suite}: installed, {len(ours)} files and folders", flush=True)
    told = _as_a_person(root, "backease self-test")
    print(told)
    if "This installation is sound." not in told:
        raise FailedError("the self-test does not say that it is sound")
    told = _as_a_person(root, "backease play desk-chair-2 --text --speed 200 --mute")
    if "Session complete" not in told:
        raise FailedError(f"the session did not come to its end: {told[-500:]}")
    print(f"{suite}: {told.strip().splitlines()[-1]}")
    _opens_its_window(root, suite)
    _run(["chroot", str(root), "dpkg", "--verify", "backease-desktop"])
    _apt(root, "remove", "backease-desktop")
    left = _files(root) - before
    if left:
        raise FailedError(f"left behind: {', '.join(sorted(left)[:10])}")
    if not (root / "srv" / "ann" / ".config" / "backease").is_dir():
        raise FailedError("what belongs to the person is gone")
    print(f"{suite}: removed, nothing left but what belongs to the person")


def _opens_its_window(root: Path, suite: str) -> None:
    """Open the window on a screen of its own, until it says that it was shown; then end it."""
    log = root / "srv" / "ann" / "events.jsonl"
    opened = (
        "xvfb-run -a sh -c 'backease --event-log events.jsonl & one=$!; for i in $(seq 300); do "
        "grep -q window_shown events.jsonl 2>/dev/null && break; sleep 0.2; done; kill $one; wait'"
    )
    _as_a_person(root, opened, may_fail=True)
    if not log.is_file() or '"window_shown"' not in log.read_text(encoding="utf-8"):
        raise FailedError("the window did not open")
    print(f"{suite}: the window was shown")


def _as_a_person(root: Path, command: str, may_fail: bool = False) -> str:
    """What an ordinary user is told, at home and without a network."""
    inside = f"cd /srv/ann && export HOME=/srv/ann PATH=/usr/bin:/bin LANG=C.UTF-8; {command}"
    # Only the network is another: the processes are seen, so that they can be ended.
    alone = ["unshare", "--net", "chroot", f"--userspec={USER}:{USER}", str(root)]
    done = subprocess.run(
        [*alone, "/usr/bin/env", "-i", "/bin/sh", "-c", inside],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=600,
        check=False,
    )
    if done.returncode and not may_fail:
        raise FailedError(f"`{command}` ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def _apt(root: Path, *words: str) -> None:
    chosen = ["-y", "--no-install-recommends"] if words[0] != "update" else []
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8", "apt-get", "-q"]
    _run(["chroot", str(root), *quiet, words[0], *chosen, *words[1:]])


def _run(command: Sequence[str], wrong: type[Exception] = FailedError) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise wrong(f"`{' '.join(command)}`: {(done.stdout + done.stderr)[-1500:]}")


def _depends(package: Path) -> list[str]:
    told = subprocess.check_output(["dpkg-deb", "-f", str(package), "Depends"], text=True)
    return [one.split()[0] for one in told.strip().split(", ")]


def _files(root: Path) -> set[str]:
    """Everything in the system but what apt and people write."""
    found: set[str] = set()
    for folder, inner, names in os.walk(root):
        place = Path(folder).relative_to(root).as_posix()
        if place in ("proc", "sys", "dev") or place in _WRITTEN_BY_APT:
            inner.clear()
            continue
        found |= {f"{place}/{name}" for name in (*inner, *names)}
    return {path.removeprefix("./") for path in found if "fontconfig" not in path}


def _mirror() -> str:
    named = os.environ.get("DEBIAN_MIRROR", "")
    texts = [Path("/", one) for one in _SOURCES]
    known = [_MIRROR.search(one.read_text(encoding="utf-8")) for one in texts if one.is_file()]
    found = named or next((one.group(1) for one in known if one), "")
    if not found:
        raise NotHereError("no mirror is known; name one in DEBIAN_MIRROR")
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
