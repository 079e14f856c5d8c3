"""Signatures of minisign: whether a file is as somebody with a known key has signed it.

Format: https://jedisct1.github.io/minisign/; the curve is Ed25519 as RFC 8032, 5.1, has it. Only
looked at, never made: nothing here is secret, so it need not take the same time for every key. In
plain Python one signature takes some ten milliseconds, which is less than a library would weigh.
"""

import base64
import binascii
import hashlib
from dataclasses import dataclass
from typing import Final

_P: Final = 2**255 - 19
_L: Final = 2**252 + 27742317777372353535851937790883648493
_D: Final = -121665 * pow(121666, -1, _P) % _P
_ROOT: Final = pow(2, (_P - 1) // 4, _P)
_Point = tuple[int, int, int, int]
_NEUTRAL: Final[_Point] = (0, 1, 1, 0)


class SignatureError(Exception):
    """Not signed by the key, in plain words."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A public key.

    Attributes:
        number: the eight bytes that a signature names its key by.
        key: the 32 bytes of the key.
    """

    number: bytes
    key: bytes


def public_key(text: str) -> PublicKey:
    """The key that a person writes: the one line of base64 that begins with RW.

    Raises:
        SignatureError: it is none.
    """
    data = _bytes_of(text)
    if len(data) != 42 or data[:2] != b"Ed" or _point(data[10:]) is None:
        raise SignatureError("is no public key of minisign; it is one line that begins with RW")
    return PublicKey(data[2:10], data[10:])


def check(data: bytes, signature: bytes, key: PublicKey) -> None:
    """Look whether a file is as it was signed.

    Args:
        data: the file.
        signature: the file beside it that ends in `.minisig`.
        key: whose signature it must be.

    Raises:
        SignatureError: it is not.
    """
    lines = signature.decode("utf-8", errors="replace").splitlines()
    head = "trusted comment: "
    if len(lines) < 4 or not lines[2].startswith(head):
        raise SignatureError("is no signature of minisign")
    made = _bytes_of(lines[1])
    if len(made) != 74 or made[:2] not in (b"Ed", b"ED"):
        raise SignatureError("is no signature of minisign")
    if made[2:10] != key.number:
        raise SignatureError("is signed by another key")
    message = hashlib.blake2b(data).digest() if made[:2] == b"ED" else data
    comment = lines[2].removeprefix(head).encode()
    if not _is_signed(key.key, message, made[10:]) or not _is_signed(
        key.key, made[10:] + comment, _bytes_of(lines[3])
    ):
        raise SignatureError("is not as it was signed")


def _bytes_of(text: str) -> bytes:
    try:
        return base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _is_signed(key: bytes, message: bytes, signature: bytes) -> bool:
    """RFC 8032, 5.1.7."""
    if len(signature) != 64:
        return False
    a, r = _point(key), _point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= _L:
        return False
    digest = hashlib.sha512(signature[:32] + key + message).digest()
    h = int.from_bytes(digest, "little") % _L
    return _same(_times(s, _BASE), _sum(r, _times(h, a)))


def _point(data: bytes) -> _Point | None:
    """RFC 8032, 5.1.3; None where no point of the curve is written so."""
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & (2**255 - 1)
    x = _x(y, sign)
    return None if len(data) != 32 or x is None else (x, y, 1, x * y % _P)


def _x(y: int, sign: int) -> int | None:
    if y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    if square == 0:
        return None if sign else 0
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _ROOT % _P
    if (x * x - square) % _P:
        return None
    return _P - x if x & 1 != sign else x


def _sum(p: _Point, q: _Point) -> _Point:
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % _P, (p[1] + p[0]) * (q[1] + q[0]) % _P
    c, d = 2 * p[3] * q[3] * _D % _P, 2 * p[2] * q[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _times(number: int, point: _Point) -> _Point:
    total = _NEUTRAL
    while number:
        if number & 1:
            total = _sum(total, point)
        point = _sum(point, point)
        number >>= 1
    return total


def _same(p: _Point, q: _Point) -> bool:
    return (p[0] * q[2] - q[0] * p[2]) % _P == 0 and (p[1] * q[2] - q[1] * p[2]) % _P == 0


_BASE_Y: Final = 4 * pow(5, -1, _P) % _P
_BASE_X: Final = _x(_BASE_Y, 0) or 0
_BASE: Final[_Point] = (_BASE_X, _BASE_Y, 1, _BASE_X * _BASE_Y % _P)
