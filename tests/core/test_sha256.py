"""SHA-256 of the core: the one that everybody means, and no OpenSSL in memory for it."""

import hashlib
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from backease_desktop.core.sha256 import sha256_digits
from tests.patience import PATIENCE_S


@given(st.binary(max_size=300))
def test_it_is_the_one_that_everybody_means(data: bytes) -> None:
    assert sha256_digits(data) == hashlib.sha256(data).hexdigest()


def test_it_brings_no_openssl() -> None:
    asked = (
        "import sys; from backease_desktop.core.sha256 import sha256_digits; sha256_digits(b'a'); "
        "print('_hashlib' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked],
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE_S,
    )
    assert done.stdout == "False\n"
