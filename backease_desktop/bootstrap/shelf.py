"""The shelf: everything that sessions are made of, read from files."""

from pathlib import Path

import msgspec

from backease_desktop.bootstrap.clocks import today
from backease_desktop.bootstrap.history import read_history
from backease_desktop.bootstrap.kept import Kept, open_kept
from backease_desktop.core.catalogue.catalogue import Catalogue, without_routines
from backease_desktop.core.catalogue.routine import Routine
from backease_desktop.core.journal.history import History
from backease_desktop.core.person.asking import asking_of
from backease_desktop.core.person.keeping import person_of
from backease_desktop.core.person.tailored import Tailored, tailored
from backease_desktop.core.pieces import Pieces, drained
from backease_desktop.core.speaking_time import AS_SLOW_AS, CLIP_MARGIN, estimate
from backease_desktop.core.timeline.preferences import Preferences, preferences_of
from backease_desktop.core.units import Ms
from backease_desktop.core.voice import VoiceChoice, pace_of
from backease_desktop.core.wording import Wording
from backease_desktop.speech.pack.voice_pack import VoicePack, open_pack
from backease_desktop.storage.catalogue_files import loading_catalogue, packs_in
from backease_desktop.storage.drafts import waiting_ids
from backease_desktop.storage.paths import bundled
from backease_desktop.storage.read_folders import ReadFolders
from backease_desktop.storage.wording_files import load_wording

DEFAULT_ROUTINE = "desk-chair-2"


class Shelf(msgspec.Struct, frozen=True):
    """Catalogue, wording and the natural voice, and what is kept of the person.

    Attributes:
        shipped: what came with the program, without any pack.
        pack: the natural voice of the language; None where there is none.
        problems: a sentence for each thing that could not be used, of the person's files too.
    """

    kept: Kept
    catalogue: Catalogue
    shipped: Catalogue
    wording: Wording
    pack: VoicePack | None
    problems: tuple[str, ...]

    @property
    def preferences(self) -> Preferences:
        """What a session is compiled with today."""
        history, now = self.history, today()
        return preferences_of(
            self.kept.settings,
            self.kept.profile,
            history.met_until(now),
            now,
            history.felt,
            person_of(history.profile),
        )

    @property
    def history(self) -> History:
        """What is known of the person's past."""
        return read_history(self.kept)

    def for_me(self, routine: Routine) -> Tailored:
        """A routine as it is for the person who owns the profile.

        Raises:
            NothingLeftError: nothing of it is left for them.
        """
        asking = asking_of(self.history, self.catalogue, today())
        routine = routine.in_order(self.kept.settings.session.order)
        return tailored(routine, asking, self.catalogue)

    @property
    def voice(self) -> VoiceChoice:
        """The voice that the person has chosen."""
        return self.kept.settings.voice.choice(self.wording.voice)

    def speaking_time(self, text: str, voice: VoiceChoice) -> Ms:
        """How long a phrase takes: exactly in the natural voice, else by an estimate."""
        if self.pack is None or voice.id is not None:
            return estimate(text, voice.rate_wpm)
        pace = pace_of(voice.rate_wpm)
        length = self.pack.length(text, pace)
        if length is None:
            return estimate(text, min(voice.rate_wpm, AS_SLOW_AS[pace]))
        return Ms(length + CLIP_MARGIN)


def open_shelf(profile_folder: Path | None) -> Shelf:
    """Read everything; whatever cannot be used is named and left out.

    Raises:
        WordingError: the program's own wording cannot be used.
    """
    return shelf_of(open_kept(profile_folder))


def shelf_of(kept: Kept) -> Shelf:
    """Read what stands beside the person's own files.

    Raises:
        WordingError: the program's own wording cannot be used.
    """
    folders = ReadFolders(kept.folders.cache)
    return drained(adding_packs(drained(reading_shipped(kept, folders)), folders))


def reading_shipped(kept: Kept, folders: ReadFolders) -> Pieces[Shelf]:
    """Read in pieces what came with the program, and is there without any pack.

    Args:
        kept: the person's own files.
        folders: reads packs, for others too.

    Raises:
        WordingError: the program's own wording cannot be used.
    """
    shipped = bundled("catalogue")
    wording = load_wording(shipped / "wording", cache=kept.folders.cache)
    yield None
    pack = open_pack(bundled("resources") / "voices", wording.language)
    yield None
    loaded = yield from loading_catalogue(shipped, (), folders, None)
    problems = (*kept.problems, *(str(problem) for problem in loaded.problems))
    catalogue = without_routines(loaded.catalogue, waiting_ids(kept.folders.data))
    return Shelf(
        kept=kept,
        catalogue=catalogue,
        shipped=loaded.catalogue,
        wording=wording,
        pack=pack,
        problems=problems,
    )


def adding_packs(shipped: Shelf, folders: ReadFolders) -> Pieces[Shelf]:
    """Read packs in pieces, on top of what came with the program.

    Args:
        shipped: see `reading_shipped`.
        folders: reads them; it has read what came with the program.
    """
    kept = shipped.kept
    shared: tuple[Path, ...] = ()
    left_out: tuple[str, ...] = ()
    if kept.policy is not None and kept.policy.packs is not None:
        # Loaded on first use: most computers belong to nobody but the person.
        from backease_desktop.storage.shared_packs import shared_packs

        shared, left_out = shared_packs(kept.policy.packs)
    if not (packs := (*shared, *packs_in(kept.folders.data))):
        return msgspec.structs.replace(shipped, problems=(*shipped.problems, *left_out))
    loaded = yield from loading_catalogue(bundled("catalogue"), packs, folders, shipped.wording)
    yield None  # whoever has had a part of it takes all of it next
    return msgspec.structs.replace(
        shipped,
        catalogue=without_routines(loaded.catalogue, waiting_ids(kept.folders.data)),
        problems=(*kept.problems, *left_out, *(str(problem) for problem in loaded.problems)),
    )
