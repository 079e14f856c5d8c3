"""The whole texts of licences: of all that ships, from wherever this program came."""

from pathlib import Path

from backease_desktop.diagnostics.licence_texts import GATHERED, licence_texts
from backease_desktop.storage.paths import bundled
from backease_desktop.ui.help.help_page import names_of_all


def test_everything_that_is_installed_and_named_has_its_text() -> None:
    text = licence_texts(bundled("resources"), names_of_all())
    for beginning in ("msgspec ", "PyYAML ", "mutagen ", "platformdirs "):
        assert f"\n{beginning}" in text
    for words in (
        "GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 3",
        "Version 2.1, February 1999",
        "GNU GENERAL PUBLIC LICENSE",
        "Permission is hereby granted, free of charge",
    ):
        assert words in text


def test_tools_that_only_developers_have_are_not_among_them() -> None:
    text = licence_texts(bundled("resources"), names_of_all())
    for name in ("pytest", "mypy", "ruff", "hypothesis"):
        assert f"\n{name} " not in text.lower()


def test_a_frozen_program_shows_what_was_gathered_for_it(tmp_path: Path) -> None:
    (tmp_path / GATHERED).write_bytes("Of all: für alle\n".encode() + b"\xff")
    assert licence_texts(tmp_path, ()) == "Of all: für alle\n\N{REPLACEMENT CHARACTER}"
