"""The files by which a Linux desktop knows programs, of the Desktop Entry Specification."""

from collections.abc import Mapping, Sequence

ENTRY = "Desktop Entry"

_SIGNS = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def group(name: str, keys: Mapping[str, str]) -> str:
    """A group of such a file: its name in brackets, a key and its value on each line."""
    return "".join([f"[{name}]\n", *(f"{key}={value}\n" for key, value in keys.items())])


def exec_line(command: Sequence[str]) -> str:
    """The value of `Exec` that starts a command."""
    return " ".join(map(quoted, command))


def quoted(argument: str) -> str:
    r"""An argument as the Desktop Entry Specification wants it in `Exec`.

    Two rules lie over each other there: inside quotation marks four characters take a backslash,
    and in the file every backslash is written twice. A percent sign is doubled. A line break, which
    would end the entry and begin another, has a sign of its own in such files.
    """
    escaped = "".join("\\" + each if each in '"`$\\' else each for each in argument)
    written = escaped.replace("\\", "\\\\").replace("%", "%%")
    for sign, word in _SIGNS.items():
        written = written.replace(sign, word)
    return f'"{written}"'


def is_utf8(text: str) -> bool:
    """Whether a text can stand in such a file."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
