"""`backease policy`: what the organisation of this computer has set, and what it can set."""

import argparse
import json
import sys

from backease_desktop.bootstrap.policies import REGISTRY_KEY, policy_files, policy_here
from backease_desktop.core.policy import Policy
from backease_desktop.core.policy_schema import policies_schema


def policy(options: argparse.Namespace) -> int:
    """Show it, or the JSON Schema of the file; what cannot be used is told, the rest counts."""
    if options.what == "schema":
        print(json.dumps(policies_schema(), indent=2))
        return 0
    here = policy_here() or Policy()
    if options.json:
        settings = {
            ".".join(rule.key): {
                "value": rule.value,
                "locked": rule.is_locked,
                "source": rule.source,
            }
            for rule in here.rules
        }
        told: dict[str, object] = {"settings": settings, "problems": here.problems}
        if here.packs is not None:
            told["packs"] = {
                "folder": here.packs.folder,
                "signed_by": here.packs.signed_by,
                "source": here.packs.source,
            }
        print(json.dumps(told, indent=2))
        return 0
    for problem in here.problems:
        print(problem, file=sys.stderr)
    for rule in here.rules:
        kind = "locked" if rule.is_locked else "default"
        value = json.dumps(rule.value, ensure_ascii=False)
        print(f"{'.'.join(rule.key)} = {value}  ({kind}, by {rule.source})")
    if (packs := here.packs) is not None:
        signed = f"signed by {packs.signed_by}" if packs.signed_by else "signed or not"
        print(f"packs from {packs.folder}, {signed}  (by {packs.source})")
    if not here.rules and here.packs is None:
        print("Nothing is set by an organisation. It could be, in:")
        for place in policy_files() or (f"HKLM\\{REGISTRY_KEY}", f"HKCU\\{REGISTRY_KEY}"):
            print(f"  {place}")
    return 0
