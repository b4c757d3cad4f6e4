#!/usr/bin/env python3
"""Packs the English lexicons of misaki into `kokoro-text/data/english`.

    kokoro-lexicon/tools/pack_misaki.py [--check] [WHEEL]

Downloads the wheel with pip unless it is given, checks its SHA-256, and packs each lexicon with
`cargo run --release -p kokoro-lexicon --example pack`, which also checks that every entry comes
back. Writes `misaki.json`, the manifest: the SHA-256 of all that was read and written. With
`--check` nothing is written: it fails if the files of the repository would change.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "kokoro-text/data/english"
MANIFEST = "misaki.json"
VERSION = "0.9.4"
WHEEL = f"misaki-{VERSION}-py3-none-any.whl"
WHEEL_SHA256 = "90e2eeb169786c014c429e5058d2ea6bcd02d651f2a24450ba6c9ffc0f8da15a"
LEXICONS = ["us_gold", "us_silver", "gb_gold", "gb_silver"]


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def download(folder: Path) -> Path:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    subprocess.run([*command, "--dest", folder, f"misaki=={VERSION}"], check=True)
    return folder / WHEEL


def pack(source: Path, target: Path) -> None:
    command = ["cargo", "run", "--quiet", "--release", "-p", "kokoro-lexicon", "--example", "pack"]
    subprocess.run([*command, "--", source, target], check=True, cwd=ROOT)


def pack_all(wheel: Path, folder: Path) -> dict[str, bytes]:
    """The files of the data folder by name, made from the wheel in a folder of their own."""
    manifest = {"wheel": {"name": WHEEL, "sha256": WHEEL_SHA256}, "lexicons": {}}
    files = {}
    with zipfile.ZipFile(wheel) as archive:
        for name in LEXICONS:
            member = f"misaki/data/{name}.json"
            source, target = folder / f"{name}.json", folder / f"{name}.lexicon"
            source.write_bytes(archive.read(member))
            pack(source, target)
            files[target.name] = target.read_bytes()
            manifest["lexicons"][target.name] = {
                "sha256": sha256(files[target.name]),
                "read": member,
                "read_sha256": sha256(source.read_bytes()),
            }
    files[MANIFEST] = (json.dumps(manifest, indent=2) + "\n").encode()
    return files


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("wheel", nargs="?", type=Path)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        wheel = arguments.wheel or download(Path(folder))
        found = sha256(wheel.read_bytes())
        if found != WHEEL_SHA256:
            sys.exit(f"{wheel}: its SHA-256 is {found}, expected {WHEEL_SHA256}")
        files = pack_all(wheel, Path(folder))
    for name, data in files.items():
        file = DATA / name
        if not arguments.check:
            file.write_bytes(data)
        elif not file.exists() or file.read_bytes() != data:
            sys.exit(f"{file}: differs from what this script makes; run it without --check")


if __name__ == "__main__":
    main()
