"""What other modules bring along for rare cases, and what stands for some of it until then.

Each of these waits until one of its attributes is asked for (see `put_off`), where those that
bring it are loaded inside `with_rare_cases_put_off`.
"""

import os
from contextlib import AbstractContextManager

from backease_desktop.cli.put_off import putting_off

BROUGHT = {
    "base64": "for PySide6's start-up files that are unpacked here",
    "inspect": "0.9 MB with `ast` and `dis`; `dataclasses` asks it for a class without a docstring",
    "ipaddress": "0.25 MB; `urllib.parse` asks it for addresses in brackets, of which we have none",
    "msgspec.inspect": "0.2 MB; for the words of what is wrong in a file, and for schemas",
    "msgspec.toml": "a format that none of our files has",
    "msgspec.yaml": "a format that msgspec reads none of ours in",
    "selectors": "1 ms; `socket` asks it while it sends a file",
    "tempfile": "0.4 MB with `random` and `shutil`; the start of PySide6 imports it for others",
    "textwrap": "0.6 ms; folds what `traceback` prints of groups",
    "tokenize": "0.9 ms; `linecache` reads the lines of a traceback by it",
    "zipfile": "0.4 MB with three ways of packing; for the start-up files that are unpacked here",
}
"""What waits, and why it is rarely needed."""


def _quote_from_bytes(*given: bytes, **more: bytes) -> str:
    """For `Path.as_uri`, which took this function when `pathlib` was loaded."""
    # The first name loads the module, and so the second is no longer this function.
    from urllib.parse import parse_qs, quote_from_bytes  # noqa: F401

    return quote_from_bytes(*given, **more)


def _system() -> str:
    """What `platform` says where there is `uname`; `uuid` asks it as it is loaded."""
    return os.uname().sysname


MEANWHILE: dict[str, dict[str, object]] = {
    "urllib.parse": {"quote_from_bytes": _quote_from_bytes},
    **({"platform": {"system": _system}} if hasattr(os, "uname") else {}),
}
"""What waits although something is asked of it at once, with what answers until it is loaded: what
reads addresses of the net (2 ms), and what reads the names of systems (1 ms)."""


def with_rare_cases_put_off() -> AbstractContextManager[None]:
    """Put all of that off, where it is imported inside for the first time."""
    return putting_off({*BROUGHT, *MEANWHILE}, MEANWHILE)
