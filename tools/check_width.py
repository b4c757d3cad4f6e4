#!/usr/bin/env python3
"""Checks that no line is too wide, counted in characters: 100 columns for code, 120 for documents.

    tools/check_width.py [PATH…]

looks at every file that git tracks or would add, or at those under PATH alone; it prints each line
that is too wide and exits with 1. A line that cannot be broken, because it is a single word (an
address, a hash), may be wider.
"""

import re
import subprocess
import sys
from pathlib import Path

CODE = 100
DOCUMENT = 120

CODE_SUFFIXES = {".css", ".html", ".js", ".py", ".rs", ".sh", ".toml"}

# What may stand before the single word of a line: indentation, comments, lists, quotes, tables.
MARKUP = re.compile(r"^\s*(?:///?|//!|#|[-*>|]|\d+\.)?\s*")


def limit(path: Path) -> int | None:
    """Columns that the file may use; none for data and licences."""
    if path.suffix == ".md" or path.name == "NOTICE":
        return DOCUMENT
    if path.suffix in CODE_SUFFIXES or path.name == "Makefile":
        return CODE
    if not path.suffix and path.is_file() and path.read_bytes()[:2] == b"#!":
        return CODE  # a script
    return None


def unbreakable(line: str) -> bool:
    return len(MARKUP.sub("", line, count=1).split()) == 1


def too_wide(path: Path) -> list[str]:
    columns = limit(path)
    if columns is None:
        return []
    return [
        f"{path}:{number}: {len(line)} columns, at most {columns}"
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if len(line) > columns and not unbreakable(line)
    ]


def main() -> int:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--"]
    listed = subprocess.run(command + sys.argv[1:], check=True, capture_output=True, text=True)
    paths = [Path(name) for name in listed.stdout.split("\0") if name]
    wide = [line for path in paths if path.is_file() for line in too_wide(path)]
    print("\n".join(wide), end="\n" if wide else "")
    return 1 if wide else 0


if __name__ == "__main__":
    sys.exit(main())
