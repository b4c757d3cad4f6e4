#!/usr/bin/env python3
"""Starts a server and lets OpenAI's clients ask it.

    kokoro-server/tests/clients/run.py KOKORO OPENAI_CLIENT.mjs

KOKORO is the command; the second script must lie where node finds the npm package openai. Needs the
Python package openai. It fails if a client does.
"""

import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

KEY = "test-key"
# Seconds until the server can speak.
PATIENCE = 120


@contextmanager
def server(command: str, *arguments: str):
    """The address of a server that runs meanwhile."""
    serve = [command, "serve", "--port", "0", *arguments]
    environment = os.environ | {"KOKORO_API_KEYS": KEY}
    process = subprocess.Popen(serve, stderr=subprocess.PIPE, text=True, env=environment)
    try:
        address = None
        while address is None:
            line = process.stderr.readline()
            assert line, "the server ended before it listened"
            if found := re.search(r"http://\S+", line):
                address = found[0]
        wait_until_ready(address)
        yield address
    finally:
        process.terminate()
        process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, f"the server ended with {process.returncode}"


def wait_until_ready(address: str) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(f"{address}/readyz"):
                return
        except urllib.error.URLError:
            assert time.monotonic() < end, "the server is not ready"
            time.sleep(0.1)


def main() -> None:
    command, javascript = sys.argv[1:]
    python = str(Path(__file__).parent / "openai_client.py")
    clients = [sys.executable, python], ["node", javascript]
    for server_options, client_options in ([], []), (["--sessions", "1"], ["--one-at-a-time"]):
        with server(command, *server_options) as address:
            for client in clients:
                arguments = [f"{address}/v1", "--key", KEY, *client_options]
                subprocess.run([*client, *arguments], check=True)


if __name__ == "__main__":
    main()
