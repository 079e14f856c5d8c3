"""Signatures that minisign itself has made, in both of its ways, and every bit of them counts."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.storage.minisign import SignatureError, check, public_key

KEY = "RWQlW49NECr0FQksCThrM0K7gcXWDnKEr3vQjiHSsku8uNsXE52jW54I"
DATA = b"hello\n"
PREHASHED = b"""untrusted comment: signature from minisign secret key
RUQlW49NECr0FUbWwc5Afa6/iub8PCcNLdqwVZRHA/ymPxMtPcU2IBFP+5ZY6j4YGONnnuLJCCXfiP67SAyF/ANZ0T8kQuxhVww=
trusted comment: trust me
q4HvLqvZDrVuL0LlnhuA7Jc6YU6Qtxb99iAK1GJwSlxLatkE4wR5vBCYWcQ1Id5sSABod/25lRwBzWEEjS2ODw==
"""
LEGACY = b"""untrusted comment: signature from minisign secret key
RWQlW49NECr0FdZB7GrPwt2EsGxyQsl+qvqZs5hglklLyU69rocavMioD19e3lrvA9yNrYb60PDxa0yF7TVXxmdkBzuVFZzfHA4=
trusted comment: old
y5aEpztJABAhzWyB4IKxp6AM5bovbMQCULqgSbuBfZY/BbKoGWS9xAk05KySipgHxkuxus4j61osM8ukqJ5vDA==
"""


@pytest.mark.parametrize("signature", [PREHASHED, LEGACY])
def test_what_minisign_has_signed_is_signed(signature: bytes) -> None:
    check(DATA, signature, public_key(KEY))


@pytest.mark.parametrize("signature", [PREHASHED, LEGACY])
def test_another_file_is_not_signed(signature: bytes) -> None:
    with pytest.raises(SignatureError, match="not as it was signed"):
        check(b"hellp\n", signature, public_key(KEY))


@given(line=st.sampled_from([1, 3]), bit=st.integers(0, 74 * 8 - 1))
def test_one_bit_more_or_less_and_it_is_not_signed(line: int, bit: int) -> None:
    lines = PREHASHED.splitlines()
    data = bytearray(base64.b64decode(lines[line]))
    bit %= len(data) * 8
    data[bit // 8] ^= 1 << bit % 8
    lines[line] = base64.b64encode(bytes(data))
    with pytest.raises(SignatureError):
        check(DATA, b"\n".join(lines), public_key(KEY))


def test_a_trusted_comment_that_was_changed_is_not_signed() -> None:
    with pytest.raises(SignatureError, match="not as it was signed"):
        check(DATA, PREHASHED.replace(b"trust me", b"trust us"), public_key(KEY))


@given(st.binary(max_size=400))
def test_anything_else_is_no_signature(signature: bytes) -> None:
    with pytest.raises(SignatureError):
        check(DATA, signature, public_key(KEY))


@given(st.text(max_size=80))
def test_anything_else_is_no_key(text: str) -> None:
    with pytest.raises(SignatureError, match="no public key"):
        public_key(text)
