#!/usr/bin/env python3
"""Checks every dependency's licence and source against deny.toml, without a network.

    tools/check_licences.py

`cargo deny check` does this too, and more, but takes minutes to install, and looks for advisories
in a database that must be fetched. Both read the same lists.
"""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path


def allowed(expression: str, licences: set[str]) -> bool:
    """Whether the licences satisfy an SPDX expression; old manifests write `/` for OR."""
    words = re.findall(r"[()]|[^\s()]+", expression.replace("/", " OR "))

    def alternatives() -> bool:
        value = together()
        while words and words[0] == "OR":
            words.pop(0)
            value = together() or value
        return value

    def together() -> bool:
        value = single()
        while words and words[0] == "AND":
            words.pop(0)
            value = single() and value
        return value

    def single() -> bool:
        word = words.pop(0)
        if word == "(":
            value = alternatives()
            words.pop(0)
            return value
        if words and words[0] == "WITH":
            word += f" {words.pop(0)} {words.pop(0)}"
        return word in licences

    return alternatives()


def main() -> int:
    deny = tomllib.loads(Path("deny.toml").read_text(encoding="utf-8"))
    command = ["cargo", "metadata", "--format-version", "1", "--all-features", "--locked"]
    metadata = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    exceptions = {rule["crate"]: rule["allow"] for rule in deny["licenses"]["exceptions"]}
    clarified = {rule["crate"]: rule["expression"] for rule in deny["licenses"].get("clarify", [])}
    sources = {None} | {f"registry+{url}" for url in deny["sources"]["allow-registry"]}
    wrong = []
    for package in metadata["packages"]:
        name = package["name"]
        licences = set(deny["licenses"]["allow"]) | set(exceptions.get(name, []))
        expression = package["license"] or clarified.get(name, "none")
        if not allowed(expression, licences):
            wrong.append(f"{name}: its licence is not in deny.toml: {expression}")
        if package["source"] not in sources:
            wrong.append(f"{name}: its source is not in deny.toml: {package['source']}")
        if name in (rule["crate"] for rule in deny["bans"]["deny"]):
            wrong.append(f"{name}: banned by deny.toml")
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
