"""A digest by Qt, which is there anyway: Python's own brings OpenSSL with its 3 MB."""

from PySide6.QtCore import QCryptographicHash


def digest(data: bytes) -> bytes:
    """The SHA-256 of some bytes, as hexadecimal digits."""
    digits = QCryptographicHash.hash(data, QCryptographicHash.Algorithm.Sha256).toHex()
    return bytes(digits.data())
