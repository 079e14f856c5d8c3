"""A store that tells when it cannot save, where others would fail.

Whatever is saved has taken effect already. A disk that is full must not end the reminders of the
day, so the person is told instead: once, and again after saving has worked in between.
"""

import logging
from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication

logger = logging.getLogger(__name__)

V = TypeVar("V")
V_contra = TypeVar("V_contra", contravariant=True)


class Store(Protocol[V_contra]):
    """Writes values of one kind."""

    def save(self, value: V_contra) -> Any:  # noqa: ANN401  (nobody looks at it)
        """Write it.

        Raises:
            OSError: it cannot be written.
        """


class TellingStore(Generic[V]):
    """Saves in another store.

    Args:
        store: writes, or raises `OSError`.
        what: the person's word for what is kept, such as "settings".
        tell: is given a sentence for the person.
    """

    def __init__(self, store: Store[V], what: str, tell: Callable[[str], None]) -> None:
        self._store = store
        self._what = what
        self._tell = tell
        self._why = ""

    def save(self, value: V) -> None:
        """Write it, whole or not at all."""
        try:
            self._store.save(value)
        except OSError as error:
            before, self._why = self._why, str(error)
            if self._why != before:  # a place in a session is saved each second
                logger.warning("the %s cannot be saved: %s", self._what, error)
            if not before:
                why = error.strerror or error
                words = QCoreApplication.translate(
                    "files", "Your {what} cannot be saved ({why}); a restart forgets changes."
                )
                self._tell(words.format(what=self._what, why=why))
        else:
            self._why = ""
