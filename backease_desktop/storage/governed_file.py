"""The person's settings in their file, where an organisation has set some of them.

What is set never gets into the person's file: so a default that the organisation changes is another
one at the next start, and the person's own choice is there again when a lock goes.
"""

from backease_desktop.core.policy import Key, Policy
from backease_desktop.core.settings import Settings
from backease_desktop.storage.model_file import ModelFile, Read


class GovernedFile:
    """Reads and keeps settings.

    Args:
        file: the person's file.
        policy: what is set.
    """

    def __init__(self, file: ModelFile[Settings], policy: Policy) -> None:
        self._file = file
        self._policy = policy
        self._own = self._read = Settings()
        self._chosen: set[Key] = set()

    def read(self) -> Read[Settings]:
        """The settings that count, and what could not be used of the file or of the policy."""
        read = self._file.read()
        self._own = read.value
        self._chosen = set(self._said())
        self._read = self._policy.applied(read.value, self._chosen)
        return Read(self._read, (*self._policy.problems, *read.problems))

    def save(self, settings: Settings) -> None:
        """Keep what is the person's of the settings.

        Raises:
            OSError: the file cannot be written, or could not be read.
        """
        for rule in self._policy.rules:
            section, name = rule.key
            before, now = (getattr(getattr(one, section), name) for one in (self._read, settings))
            if before != now and not rule.is_locked:
                self._chosen.add(rule.key)
        own = self._policy.taken_out(settings, self._own, self._chosen)
        unsaid = {rule.key for rule in self._policy.rules} - self._chosen
        self._file.save(own, unsaid)
        self._own = own

    def _said(self) -> set[Key]:
        """The fields that the file holds."""
        parts = self._file.said().items()
        return {
            (part, name) for part, fields in parts if isinstance(fields, dict) for name in fields
        }
