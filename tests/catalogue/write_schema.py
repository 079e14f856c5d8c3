"""Write `catalogue/schema/*.json`: `python -m tests.catalogue.write_schema`."""

import json
from pathlib import Path

from backease_desktop.core.schemas import schemas

FOLDER = Path(__file__).parents[2] / "catalogue" / "schema"


def files() -> dict[Path, str]:
    """The text of each schema's file."""
    return {
        FOLDER / f"{kind}.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for kind, schema in schemas().items()
    }


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for path, text in files().items():
        path.write_text(text, encoding="utf-8")
