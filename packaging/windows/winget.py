"""Writes the three manifests for the community's repository of winget beside the installer.

    python packaging/windows/winget.py [FOLDER]

The folder, `dist` by default, holds the finished `backease-<version>-setup.exe`; the manifests name
its version, and the sum of exactly that file. Somebody has to ask there that they be taken.

Rules: nothing but the standard library; what the project is called and where it lives is read from
pyproject.toml.
"""

import hashlib
import re
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ID = "BackEase.BackEaseDesktop"
FORMAT = "1.6.0"
_SETUP = re.compile(r"backease-(.+)-setup\.exe")


def main(words: Sequence[str]) -> int:
    """Write them; the exit code is 1 where there is no installer."""
    folder = Path(words[0]) if words else ROOT / "dist"
    setups = [path for path in sorted(folder.glob("*.exe")) if _SETUP.fullmatch(path.name)]
    if len(setups) != 1:
        print(f"{folder}: holds {len(setups)} finished installers, and one is to be told of")
        return 1
    for name, text in manifests(setups[0]).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        print(folder / name)
    return 0


def manifests(setup: Path) -> dict[str, str]:
    """The three files of an installer, by name."""
    named = _SETUP.fullmatch(setup.name)
    assert named is not None
    version = named.group(1)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    home = project["urls"]["Homepage"]
    sum_of_it = hashlib.sha256(setup.read_bytes()).hexdigest().upper()
    return {
        f"{ID}.yaml": _manifest("version", version, DefaultLocale="en-US"),
        f"{ID}.installer.yaml": _manifest(
            "installer",
            version,
            InstallerType="inno",
            MinimumOSVersion="10.0.17763.0",
            Installers=f"""
  - Architecture: x64
    InstallerUrl: {home}/releases/download/v{version}/{setup.name}
    InstallerSha256: {sum_of_it}""",
        ),
        f"{ID}.locale.en-US.yaml": _manifest(
            "defaultLocale",
            version,
            PackageLocale="en-US",
            Publisher=project["authors"][0]["name"],
            PublisherSupportUrl=project["urls"]["Issues"],
            PackageName="BackEase",
            PackageUrl=home,
            License=project["license"],
            LicenseUrl=f"{home}/blob/main/LICENSE",
            ShortDescription="Break reminder and back exercises by voice",
            Moniker="backease",
            Tags="".join(f"\n  - {word}" for word in project["keywords"]),
        ),
    }


def _manifest(kind: str, version: str, **fields: str) -> str:
    """One file: fields of our own words, none of which needs quotes but the version."""
    told = {
        "PackageIdentifier": ID,
        "PackageVersion": f'"{version}"',
        **fields,
        "ManifestType": kind,
        "ManifestVersion": FORMAT,
    }
    lines = (
        f"{name}:{value if value[0] == chr(10) else ' ' + value}" for name, value in told.items()
    )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
