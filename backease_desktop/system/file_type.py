"""The type of `.backease` files, as a Linux desktop knows types: for a double click.

The file is that of the Shared MIME-info Database; a file of ours says its type at its beginning, as
other documents that are zips do, so it is known without its name, too.
"""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from backease_desktop.own_program import APP_ID

TYPE = "application/vnd.backease+zip"
FILE = Path("mime", "packages", f"{APP_ID}.xml")
"""Where it stands in the folder of the user's data."""

_LONGEST_S = 30

XML = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{TYPE}">
    <comment>BackEase exercises and routines</comment>
    <sub-class-of type="application/zip"/>
    <icon name="{APP_ID}"/>
    <magic priority="60">
      <match type="string" offset="0" value="PK\\003\\004">
        <match type="string" offset="30" value="mimetype{TYPE}"/>
      </match>
    </magic>
    <glob pattern="*.backease"/>
  </mime-type>
</mime-info>
"""


def tell_desktop(data: Path) -> None:
    """Have the desktop read its types and entries anew, where it has the programs for that."""
    _run("update-mime-database", [str(data / "mime")])
    _run("update-desktop-database", ["-q", str(data / "applications")])


def _run(program: str, arguments: Sequence[str]) -> None:
    # Loaded on first use: only who adds or removes the entry needs it.
    import subprocess
    from shutil import which

    if (found := which(program)) is not None and Path(arguments[-1]).is_dir():
        with suppress(OSError, subprocess.SubprocessError):
            subprocess.run(
                [found, *arguments],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_LONGEST_S,
                check=False,
            )
