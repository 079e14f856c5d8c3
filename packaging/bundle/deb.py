"""The package for Debian and what comes of it: the frozen program below /usr/lib, papers beside.

What it depends on is the program's own table of libraries, so that both say the same. It has no
scripts: menus, icons and man pages are noticed by the packages that own them, and removing it
leaves nothing but what belongs to the person.
"""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from backease_desktop import __version__
from backease_desktop.system.needs.libraries import PACKAGES
from bundle.addresses import homepage
from bundle.papers import packed, write_papers
from bundle.settled import settle
from bundle.shipped import ROOT

NAME = "backease-desktop"
_ABOUT = """\
break reminder and back exercises by voice
 Reminds people who sit to stretch, and guides routines of back exercises by a
 large countdown, a moving figure and a voice that says when to hold, when to
 switch sides and when to relax. Everything stays on the computer: no account,
 no network. It is general information, not a medical device.
"""
_COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: BackEase Desktop
Source: @HOMEPAGE@
Comment: What it is made of besides its own code, and under which licences,
 stands in LICENCES.gz beside this file.

Files: *
Copyright: the BackEase developers
License: GPL-3+
 On Debian systems, the complete text of the GNU General Public License
 version 3 can be found in /usr/share/common-licenses/GPL-3.
"""


def make_deb(frozen: Path, to: Path, papers: dict[str, str], when: int) -> Path:
    """Pack the frozen program.

    Args:
        frozen: the folder with the program.
        to: where the package is put.
        papers: texts that lie in its folder of documents, by name.
        when: time of the build, in seconds since 1970.

    Raises:
        subprocess.CalledProcessError: dpkg-deb failed.
    """
    arch = subprocess.check_output(["dpkg", "--print-architecture"], text=True).strip()
    package = to / f"{NAME}_{__version__}_{arch}.deb"
    tree = to / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    usr = tree / "usr"
    shutil.copytree(frozen, usr / "lib" / "backease", symlinks=True)
    (usr / "bin").mkdir()
    (usr / "bin" / "backease").symlink_to("../lib/backease/backease")
    write_papers(usr / "share", "/usr/bin/backease", when)
    documents = usr / "share" / "doc" / NAME
    documents.mkdir(parents=True)
    copyright_ = _COPYRIGHT.replace("@HOMEPAGE@", homepage())
    (documents / "copyright").write_text(copyright_, encoding="utf-8")
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    for name, text in {**papers, "changelog": changes}.items():
        (documents / f"{name}.gz").write_bytes(packed(text))
    control = tree / "DEBIAN"
    control.mkdir()
    (control / "control").write_text(_control(arch, usr), encoding="utf-8")
    (control / "md5sums").write_text(_sums(tree, usr), encoding="utf-8")
    settle(tree, when)
    pack = ["dpkg-deb", "--build", "--root-owner-group", "-Zzstd", "-z12", "--threads-max=1"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(when)}
    subprocess.run(
        [*pack, str(tree), str(package)], check=True, env=environment, stdout=subprocess.DEVNULL
    )
    shutil.rmtree(tree)
    return package


def depends() -> str:
    """What the program needs of Debian, as `Depends` has it."""
    return ", ".join(["libc6 (>= 2.34)", *sorted({debian for debian, _ in PACKAGES.values()})])


def _control(arch: str, usr: Path) -> str:
    size = sum(path.lstat().st_size for path in usr.rglob("*") if path.is_file()) // 1024
    lines = {
        "Package": NAME,
        "Version": __version__,
        "Architecture": arch,
        "Maintainer": "The BackEase developers <backease@users.noreply.github.com>",
        "Installed-Size": str(size),
        "Depends": depends(),
        "Recommends": "dbus-user-session",
        "Suggests": "pulseaudio | pipewire-pulse",
        "Section": "utils",
        "Priority": "optional",
        "Homepage": homepage(),
        "Description": _ABOUT.rstrip("\n"),
    }
    return "\n".join(f"{name}: {value}" for name, value in lines.items()) + "\n"


def _sums(tree: Path, usr: Path) -> str:
    files = sorted(path for path in usr.rglob("*") if path.is_file() and not path.is_symlink())
    return "".join(f"{_sum(path)}  {path.relative_to(tree).as_posix()}\n" for path in files)


def _sum(path: Path) -> str:
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
