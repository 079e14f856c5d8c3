"""The person's settings in their file, where an organisation has set some of them.

Rules:
1. What is set never gets into the person's file: so a default that the organisation changes is
   another one at the next start, and the person's own choice is there again when a lock goes.
2. The file holds every field, chosen or not. What differs from the built-in value was chosen; of
   what equals it, only what is named in the file's `chosen` ("voice.volume"), where each choice is
   noted that is made while a default is set. So a default reaches everybody who has not chosen,
   also whoever has had a file for years.
"""

from backease_desktop.core.policy import Key, Policy, value_of
from backease_desktop.core.settings import Settings
from backease_desktop.storage.model_file import ModelFile, Read

CHOSEN = "chosen"


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
        self._noted: set[Key] = set()

    def read(self) -> Read[Settings]:
        """The settings that count, and what could not be used of the file or of the policy."""
        read = self._file.read()
        self._own = read.value
        builtin = Settings()
        self._chosen = self._named() | {
            rule.key
            for rule in self._policy.rules
            if value_of(self._own, rule.key) != value_of(builtin, rule.key)
        }
        self._read = self._policy.applied(read.value, self._chosen)
        return Read(self._read, (*self._policy.problems, *read.problems))

    def save(self, settings: Settings) -> None:
        """Keep what is the person's of the settings.

        Raises:
            OSError: the file cannot be written, or could not be read.
        """
        for rule in self._policy.rules:
            is_other = value_of(self._read, rule.key) != value_of(settings, rule.key)
            if is_other and not rule.is_locked:
                self._chosen.add(rule.key)
                self._noted.add(rule.key)
        own = self._policy.taken_out(settings, self._own, self._chosen)
        # Another program may have noted choices since; they count at the next start, as its values.
        noted = sorted(".".join(key) for key in self._noted | self._named())
        self._file.save(own, {CHOSEN: noted} if noted else {})
        self._own, self._read = own, settings

    def _named(self) -> set[Key]:
        """The fields that the file names as chosen, whatever they hold."""
        named = self._file.said().get(CHOSEN)
        texts = [one for one in named if isinstance(one, str)] if isinstance(named, list) else []
        parts = [text.partition(".") for text in texts]
        return {(section, field) for section, _, field in parts}
