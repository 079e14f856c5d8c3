"""What an organisation has set for its people: some settings, as a default or locked.

Rules:
1. A default stands until the person chooses, before or after it was set; a locked value stands
   whatever they choose, and their own choice comes back when the lock goes.
2. Where two places set one field the first one counts.
3. Only settings that a person has can be set. There is nothing that could send anything anywhere,
   so no policy can switch that on.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from backease_desktop.core.fields import FieldError, Place, checked, fields_of
from backease_desktop.core.plain_text import fault_of
from backease_desktop.core.settings import Section, Settings

Key = tuple[str, str]
"""A section of the settings, and a field of it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One field that is set.

    Attributes:
        section, field: which; value: to what.
        is_locked: whether the person cannot choose another one.
        source: the place that says so, in words.
    """

    section: str
    field: str
    value: Any
    is_locked: bool
    source: str

    @property
    def key(self) -> Key:
        """The field."""
        return self.section, self.field


@dataclass(frozen=True, slots=True)
class SharedPacks:
    """A folder of packs for everybody.

    Attributes:
        folder: where they are, a whole path.
        signed_by: the public key of minisign that each must be signed by; None for no such rule.
        source: the place that says so, in words.
    """

    folder: str
    signed_by: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Policy:
    """All that is set.

    Attributes:
        rules: one for each field, in the order in which they were read.
        problems: a sentence for each thing that could not be used.
        packs: a folder of packs for everybody, None without.
    """

    rules: tuple[Rule, ...] = ()
    problems: tuple[str, ...] = field(default=(), compare=False)
    packs: SharedPacks | None = None

    def rule(self, section: str, name: str) -> Rule | None:
        """What is set for a field, None if nothing is."""
        return next((rule for rule in self.rules if rule.key == (section, name)), None)

    def is_locked(self, section: str, name: str) -> bool:
        """Whether the person cannot change a field."""
        rule = self.rule(section, name)
        return rule is not None and rule.is_locked

    def applied(self, settings: Settings, chosen: Collection[Key]) -> Settings:
        """The settings that count.

        Args:
            settings: of the person.
            chosen: the fields that the person has chosen.
        """
        for rule in self.rules:
            if rule.is_locked or rule.key not in chosen:
                settings = _with(settings, rule.key, rule.value)
        return settings

    def held(self, name: str, section: Section) -> Section:
        """A section as it may become: what is locked stays as it is set."""
        locked = (rule for rule in self.rules if rule.is_locked and rule.section == name)
        return section.with_(**{rule.field: rule.value for rule in locked})

    def taken_out(self, settings: Settings, own: Settings, chosen: Collection[Key]) -> Settings:
        """The settings as the person's file is to hold them: what is set is not theirs.

        Args:
            settings: as they count.
            own: as the file holds them.
            chosen: the fields that the person has chosen.
        """
        for rule in self.rules:
            if rule.is_locked or rule.key not in chosen:
                settings = _with(settings, rule.key, value_of(own, rule.key))
        return settings

    def joined(self, other: "Policy") -> "Policy":
        """With what another place sets beside it."""
        mine = {rule.key for rule in self.rules}
        more = tuple(rule for rule in other.rules if rule.key not in mine)
        problems = (*self.problems, *other.problems)
        return Policy((*self.rules, *more), problems, self.packs or other.packs)


def rules_of(data: Any, source: str) -> tuple[tuple[Rule, ...], tuple[FieldError, ...]]:  # noqa: ANN401
    """What the object `policies` of a file sets, and what of it cannot be used.

    Args:
        data: what JSON holds: `{"settings": {"voice.say": {"value": "tones", "locked": true}}}`.
        source: the place, in words.
    """
    if not isinstance(data, dict):
        return (), (FieldError("must hold settings by their names", "policies"),)
    wrong = [
        FieldError("is not known here; only `settings` and `packs` are", "policies", str(name))
        for name in data.keys() - {"settings", "packs"}
    ]
    settings = data.get("settings", {})
    if not isinstance(settings, dict):
        wrong.append(FieldError("must hold settings by their names", "policies", "settings"))
        settings = {}
    rules = []
    for name, entry in settings.items():
        try:
            rules.append(_rule(name, entry, source))
        except FieldError as error:
            place: Place = ("policies", "settings", name, *error.place)
            wrong.append(FieldError(str(error), *place))
    return tuple(rules), tuple(wrong)


def packs_of(data: Any, source: str) -> SharedPacks | None:  # noqa: ANN401
    """The folder of packs that the object `policies` names, None where it names none.

    Args:
        data: as for `rules_of`.
        source: the place, in words.

    Raises:
        FieldError: it cannot be used.
    """
    packs = data.get("packs") if isinstance(data, dict) else None
    if packs is None:
        return None
    if not isinstance(packs, dict) or packs.keys() - {"folder", "signed_by"}:
        raise FieldError("holds a `folder` and perhaps `signed_by`", "policies", "packs")
    folder, signed_by = packs.get("folder"), packs.get("signed_by")
    if not isinstance(folder, str) or not folder or fault_of(folder):
        raise FieldError("must be the whole path of a folder", "policies", "packs", "folder")
    if signed_by is not None and not isinstance(signed_by, str):
        raise FieldError("must be a public key of minisign", "policies", "packs", "signed_by")
    return SharedPacks(folder, signed_by, source)


def value_of(settings: Settings, key: Key) -> Any:  # noqa: ANN401  (the types of the fields)
    """What a field holds."""
    section, name = key
    return getattr(getattr(settings, section), name)


def _rule(name: str, entry: Any, source: str) -> Rule:  # noqa: ANN401
    """One setting.

    Raises:
        FieldError: it is not known, or cannot be this.
    """
    section, _, field_name = name.partition(".")
    sections = fields_of(Settings)
    if section not in sections or field_name not in fields_of(sections[section].kind):
        raise FieldError("is no setting; a name is like voice.say, as in settings.json")
    if not isinstance(entry, dict) or "value" not in entry:
        raise FieldError('must be like {"value": …, "locked": true}')
    if unknown := sorted(map(str, entry.keys() - {"value", "locked"})):
        raise FieldError("is not known here; only `value` and `locked` are", unknown[0])
    is_locked = entry.get("locked", False)
    if not isinstance(is_locked, bool):
        raise FieldError("must be true or false", "locked")
    default: Section = getattr(Settings(), section)
    try:
        value = getattr(checked(default, **{field_name: entry["value"]}), field_name)
    except FieldError as error:
        raise FieldError(str(error), "value") from error
    return Rule(section, field_name, value, is_locked, source)


def _with(settings: Settings, key: Key, value: Any) -> Settings:  # noqa: ANN401
    section, name = key
    return settings.with_(**{section: getattr(settings, section).with_(**{name: value})})
