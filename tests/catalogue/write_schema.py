"""Write `catalogue/schema/*.json`: `python -m tests.catalogue.write_schema`."""

import json
from pathlib import Path

from backease_desktop.core.catalogue.schema import MODELS, schema_of

FOLDER = Path(__file__).parents[2] / "catalogue" / "schema"


def text_of(kind: str) -> str:
    """The schema of a kind of file, as it stands in its file."""
    return json.dumps(schema_of(kind), indent=2, ensure_ascii=False) + "\n"


def write() -> None:
    """Write every schema."""
    FOLDER.mkdir(exist_ok=True)
    for kind in MODELS:
        (FOLDER / f"{kind}.json").write_text(text_of(kind), encoding="utf-8")


if __name__ == "__main__":
    write()
