"""Plain values written as YAML. It loads PyYAML, so it is loaded by whoever writes something."""

from typing import Any

import yaml

_WIDTH = 100


def write_yaml(plain: dict[str, Any]) -> str:
    """The text of a file: in the order of the fields, with short groups on one line."""
    return yaml.dump(
        plain,
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=_WIDTH,
        default_flow_style=None,
    )


class _Dumper(yaml.SafeDumper):
    """Writes no anchors, which the reader refuses."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401  (any plain value)
        return True
