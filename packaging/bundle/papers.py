"""What lies beside the program on a Linux desktop: menu entry, icons, man page, completions.

All of it is made from what the program itself says: its one parser, its entry, its drawing.
"""

import argparse
import gzip
import os
import time
from pathlib import Path

import shtab
from argparse_manpage.manpage import Manpage

from backease_desktop import __version__
from backease_desktop.cli.typed import parser
from backease_desktop.own_program import APP_ID
from backease_desktop.system.menu import menu_entry
from bundle.icons import write_hicolor
from bundle.shipped import ROOT

COMPLETIONS = {
    "bash": "bash-completion/completions/backease",
    "zsh": "zsh/site-functions/_backease",
    "fish": "fish/vendor_completions.d/backease.fish",
}
"""Shells, and where below `share` each looks."""


def write_papers(share: Path, command: str, when: int) -> None:
    """Write all of them.

    Args:
        share: the folder `share` of an installation.
        command: how the menu starts the program there.
        when: time of the build, in seconds since 1970.
    """
    _write(share / "applications" / f"{APP_ID}.desktop", menu_entry([command]).encode())
    metainfo = ROOT / "packaging" / "linux" / f"{APP_ID}.metainfo.xml"
    _write(share / "metainfo" / metainfo.name, metainfo.read_bytes())
    _write(share / "man" / "man1" / "backease.1.gz", packed(man_page(when)))
    for shell, where in COMPLETIONS.items():
        _write(share / where, completion(shell).encode())
    write_hicolor(share, APP_ID)


def man_page(when: int) -> str:
    """The man page of the command."""
    page = Manpage(_parser(), format="single-commands-section")
    page.date = time.strftime("%Y-%m-%d", time.gmtime(when))
    page.source = f"BackEase Desktop {__version__}"
    page.manual = "User Commands"
    page.description = "break reminder and back exercises by voice"
    return str(page)


def completion(shell: str) -> str:
    """What completes the command's words in a shell: "bash", "zsh" or "fish"."""
    return shtab.complete(_parser(), shell)


def packed(text: str) -> bytes:
    """Text as gzip, the same at every time."""
    return gzip.compress(text.encode(), 9, mtime=0)


def _parser() -> argparse.ArgumentParser:
    """The program's parser, wrapped for a page of 80 columns, whatever terminal this is."""
    os.environ["COLUMNS"] = "80"
    return parser()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
