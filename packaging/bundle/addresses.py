"""Where the project lives on the net: said once, in pyproject.toml.

Who must own what for these to be true stands in packaging/README.md.
"""

import tomllib

from bundle.shipped import ROOT


def homepage() -> str:
    """The address of the repository, without a slash at its end."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["urls"]["Homepage"])
