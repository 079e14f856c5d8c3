"""Text from outside: what may be shown, spoken and printed, and how the rest is made harmless.

Rules: a text is one paragraph of visible signs. Control characters drive terminals, line breaks cut
captions in two, and marks that turn the direction of writing make words say something else. Joiners
and soft hyphens are part of how languages are written, and stay.
"""

import unicodedata

LONGEST_TEXT = 2_000
"""Characters of one text; the longest of ours has a fifth of that."""

_JOINERS = frozenset("\u00ad\u200c\u200d")
_HARMFUL = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Kinds of signs that are not seen: control, format, half signs, ends of lines and paragraphs."""


def fault_of(text: str) -> str | None:
    """What is wrong with a text, and what would be right; None if nothing is.

    Blanks and line breaks around it are no fault: whoever reads the text takes them away.
    """
    inner = text.strip(" \t\r\n")
    if not inner:
        return "only blanks; write text"
    if len(inner) > LONGEST_TEXT:
        return f"{len(inner)} characters; no text has more than {LONGEST_TEXT}"
    sign = next((sign for sign in inner if _is_harmful(sign)), None)
    if sign is None:
        return None
    if sign in "\r\n\u0085\u2028\u2029":
        return "a line break stands within the text; write it as one paragraph"
    if sign == "\t":
        return "a tab stands within the text; write a space"
    return f"an invisible sign (U+{ord(sign):04X}) stands within the text; delete it"


def printable(text: str) -> str:
    r"""A text with which nobody can drive a terminal or a window: unseen signs are written out.

    What is not UTF-8 in a file's name is written as the byte it is: `heel\xff.yaml`.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_written_out(sign) if _is_harmful(sign) else sign for sign in text)


def visible(text: str) -> str:
    """A text without what is not seen; a tab stays the room between two columns."""
    return "".join(sign for sign in text if sign == "\t" or not _is_harmful(sign))


def _is_harmful(sign: str) -> bool:
    return unicodedata.category(sign) in _HARMFUL and sign not in _JOINERS


def _written_out(sign: str) -> str:
    code = ord(sign)
    if 0xDC80 <= code <= 0xDCFF:  # a byte that Python could not read
        return f"\\x{code - 0xDC00:02x}"
    return sign.encode("unicode_escape").decode("ascii") if code > 0xFF else f"\\x{code:02x}"
