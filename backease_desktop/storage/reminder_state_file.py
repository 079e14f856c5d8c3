"""The state of the reminders, kept so that a program that is killed forgets a minute at most."""

from pathlib import Path

from backease_desktop.core.fields import Fields
from backease_desktop.core.reminder.state import ReminderState
from backease_desktop.storage.model_file import ModelFile


class _Saved(Fields, frozen=True, kw_only=True):
    state: ReminderState | None = None


class ReminderStateFile:
    """One file; without it, or with one that cannot be used, there is no state."""

    def __init__(self, path: Path) -> None:
        self._file = ModelFile(path, _Saved, is_ours=True)
        self.problems: tuple[str, ...] = ()
        """A sentence for each thing that could not be used when it was read last."""

    def read(self) -> ReminderState | None:
        """What was saved last, if it can be used; else it is set aside."""
        read = self._file.read()
        self.problems = read.problems
        return read.value.state

    def save(self, state: ReminderState) -> None:
        """Write it, whole or not at all.

        Raises:
            OSError: it cannot be written.
        """
        self._file.save(_Saved(state=state))
