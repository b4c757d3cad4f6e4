#!/usr/bin/env python3
"""Checks that no files of a crate use each other in a circle, and that only tests have a `mod.rs`.

    tools/check_circles.py [CRATE_FOLDER…]

File A uses file B if A, its tests apart, names an item that B defines: after `use`, or as a path
that begins with `crate`, `self`, `super` or a module of A. A re-export (`pub use`) leads on to the
file that defines the item and does not count as a use; so a module may re-export its children,
which use what it defines. A crate's `error.rs` is left out: it names what went wrong, and all
return it. Methods and macros are not followed.
"""

import re
import subprocess
import sys
from pathlib import Path

VISIBILITY = r"(?:pub(?:\([^)]*\))?\s+)?"
COMMENT_OR_STRING = re.compile(
    r"""//[^\n]*|/\*.*?\*/|b?"(?:\\.|[^"\\])*"|r#*".*?"#*|'(?:\\.|[^'\\])'""", re.S
)
DEFINITION = re.compile(r"\b(?:fn|struct|enum|union|trait|type|const|static)\s+([A-Za-z_]\w*)")
CHILD = re.compile(rf"^[ \t]*{VISIBILITY}mod\s+(\w+)\s*;", re.M)
USE = re.compile(rf"^[ \t]*({VISIBILITY})use\s+([^;]+);", re.M)
PATH = re.compile(r"(?<![\w:])(\w+(?:::\w+)+)")
TESTS = re.compile(rf"#\[cfg\(test\)\]\s*(?:#\[[^\]]*\]\s*)*{VISIBILITY}mod\s+\w+\s*([;{{])")


class Module:
    """A file: its text without comments, strings and tests, and what it defines and imports."""

    def __init__(self, file: Path, path: tuple[str, ...]):
        self.file, self.path = file, path
        text = without_tests(COMMENT_OR_STRING.sub('""', file.read_text(encoding="utf-8")))
        self.children = {name: path + (name,) for name in CHILD.findall(text)}
        self.imports = []  # (name here or "*", path, is a re-export)
        for public, tree in USE.findall(text):
            for name, segments in leaves(re.sub(r"\s+", " ", tree.strip())):
                self.imports.append((name, segments, bool(public)))
        self.body = USE.sub("", text)
        self.words = set(re.findall(r"\w+", self.body))
        self.defined = set(DEFINITION.findall(self.body))


def without_tests(text: str) -> str:
    while match := TESTS.search(text):
        end = match.end()
        if match[1] == "{":
            depth = 1
            while depth and end < len(text):
                depth += {"{": 1, "}": -1}.get(text[end], 0)
                end += 1
        text = text[: match.start()] + text[end:]
    return text


def leaves(tree: str, prefix: tuple[str, ...] = ()) -> list[tuple[str, tuple[str, ...]]]:
    """The imports of a `use`: `a::{b, c as d}` gives (b, a::b) and (d, a::c)."""
    tree = tree.strip()
    if "{" not in tree:
        path, _, alias = tree.partition(" as ")
        segments = prefix + tuple(part.strip() for part in path.split("::"))
        if segments[-1] == "self":
            segments = segments[:-1]
        return [(alias.strip() or segments[-1], segments)] if segments else []
    head, inner = tree.split("{", 1)
    prefix += tuple(part for part in head.replace(" ", "").split("::") if part)
    found, depth, part = [], 0, ""
    for letter in inner[: inner.rindex("}")] + ",":
        depth += {"{": 1, "}": -1}.get(letter, 0)
        if letter == "," and depth == 0:
            found += leaves(part, prefix) if part.strip() else []
            part = ""
        else:
            part += letter
    return found


def load(root: Path) -> dict[tuple[str, ...], Module]:
    modules: dict[tuple[str, ...], Module] = {}
    waiting = [(root, (), root.parent)]
    while waiting:
        file, path, folder = waiting.pop()
        modules[path] = Module(file, path)
        for name in modules[path].children:
            for child in (folder / f"{name}.rs", folder / name / "mod.rs"):
                if child.is_file():
                    waiting.append((child, path + (name,), folder / name))
    return modules


def resolve(modules, at: Module, segments, seen=frozenset()) -> Module | None:
    """The file that defines what the path means in `at`; none if it is of another crate."""
    if (at.path, segments) in seen or not segments:
        return None
    seen |= {(at.path, segments)}
    first, rest = segments[0], segments[1:]
    if first in ("crate", "self", "super"):
        path = {"crate": (), "self": at.path, "super": at.path[:-1]}[first]
        return resolve(modules, modules[path], rest, seen) if rest else modules[path]
    if at.children.get(first) in modules:
        child = modules[at.children[first]]
        return resolve(modules, child, rest, seen) if rest else child
    if first in at.defined:
        return at
    for name, path, _ in at.imports:
        if name == first:
            return resolve(modules, at, path + rest, seen)
    for name, path, _ in at.imports:
        ours = path[0] in ("crate", "self", "super") or path[0] in at.children
        if name == "*" and ours and (found := resolve(modules, at, path[:-1] + segments, seen)):
            return found
    return None


def uses(modules, module: Module) -> set[Path]:
    paths = {tuple(path.split("::")) for path in PATH.findall(module.body)}
    for name, path, public in module.imports:
        if name == "*":
            paths |= {path[:-1] + (word,) for word in module.words} if not public else set()
        elif not public or name in module.words:
            paths.add(path)
    found = {resolve(modules, module, path) for path in paths}
    others = {other.file for other in found if other}
    return {file for file in others if file != module.file and file.name != "error.rs"}


def circles(edges: dict[Path, set[Path]]) -> list[list[Path]]:
    """Groups of files that all reach each other."""
    reach = {file: set(to) for file, to in edges.items()}
    for over in reach:
        for file in reach:
            if over in reach[file]:
                reach[file] |= reach[over]
    groups = {tuple(sorted(b for b in reach[a] if a in reach[b])) for a in reach if a in reach[a]}
    return sorted(map(list, groups))


def crate_circles(root: Path) -> list[str]:
    modules = load(root)
    edges = {module.file: uses(modules, module) for module in modules.values()}
    lines = []
    for circle in circles(edges):
        lines.append("a circle: " + " ".join(map(str, circle)))
        lines += [f"    {a} uses {b}" for a in circle for b in sorted(edges[a]) if b in circle]
    return lines


def main() -> int:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", "*.rs"]
    listed = subprocess.run(command, check=True, capture_output=True, text=True)
    files = [Path(name) for name in listed.stdout.split() if Path(name).is_file()]
    files = [file for file in files if not sys.argv[1:] or file.parts[0] in sys.argv[1:]]
    wrong = [
        f"{file}: the file's name must be its module's"
        for file in files
        if file.name == "mod.rs" and "tests" not in file.parts
    ]
    for root in (file for file in files if file.name in ("lib.rs", "main.rs", "support.rs")):
        wrong += crate_circles(root)
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
