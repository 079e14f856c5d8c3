"""What the person is to be told, kept until there is a window to say it in.

Everything is said at once, because one line at the foot of the window would push the next away;
and of many only the first, because nobody reads more there. The log has them all.
"""

import logging

from PySide6.QtCore import QCoreApplication

logger = logging.getLogger(__name__)

SAID_AT_ONCE = 3


class Unsaid:
    """Sentences that wait."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._texts)

    def add(self, text: str) -> None:
        """Keep a sentence; one that waits already is kept once."""
        logger.info("to be said: %s", text)
        if text not in self._texts:
            self._texts.append(text)

    def take(self) -> str:
        """All that waits, a line each, of which there is nothing left then."""
        texts, self._texts = self._texts, []
        more = len(texts) - SAID_AT_ONCE
        rest = QCoreApplication.translate("unsaid", "And {count} more; the log has them all.")
        last = [rest.format(count=more)] if more > 0 else []
        return "\n".join([*texts[:SAID_AT_ONCE], *last])
