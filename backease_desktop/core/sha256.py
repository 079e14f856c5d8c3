"""SHA-256 without OpenSSL, which `hashlib` brings: 3 MB of a program that is to be light.

Python has its own beside it, under a name that has changed once; its `random` does the same.
"""

from collections.abc import Callable
from typing import Any

try:
    from _sha2 import sha256  # type: ignore[import-not-found]
except ImportError:
    try:
        from _sha256 import sha256  # type: ignore[import-not-found]
    except ImportError:
        from hashlib import sha256

_sha256: Callable[[bytes], Any] = sha256


def sha256_digits(data: bytes) -> str:
    """The SHA-256 of some bytes, as hexadecimal digits."""
    digits: str = _sha256(data).hexdigest()
    return digits
