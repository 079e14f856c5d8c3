"""A text of the web as one paragraph of words: without markup, code and links."""

import re
from html.parser import HTMLParser

_WITHIN_WORDS = frozenset({"a", "b", "em", "i", "small", "span", "strong", "sub", "sup", "u"})
"""What may end between a word and its full stop."""
_CODE = ("script", "style")


def bare_text(text: str) -> str:
    """A text without markup and links, as one paragraph."""
    words = _Words()
    words.feed(text)
    words.close()
    bare = re.sub(r"https?://\S+", "", "".join(words.words))
    return " ".join(bare.replace("<", "").replace(">", "").split())


class _Words(HTMLParser):
    """Takes the words of a text with markup, and lets go of the rest."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._is_code = False

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        """What begins here is text, or code that no person reads."""
        self._is_code = tag in _CODE
        self._part(tag)

    def handle_data(self, data: str) -> None:
        """A piece of plain text."""
        if not self._is_code:
            self.words.append(data)

    def handle_endtag(self, tag: str) -> None:
        """The end of a paragraph or of a line of a list parts its words from the next."""
        self._is_code = False
        self._part(tag)

    def _part(self, tag: str) -> None:
        if tag not in _WITHIN_WORDS:
            self.words.append(" ")
