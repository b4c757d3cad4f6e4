#!/usr/bin/env python3
"""Reads what a running server says of itself with parsers that others wrote.

    tools/check_server.py [--kokoro target/release/kokoro] [--url http://127.0.0.1:8880]

Without --url it starts the program on a free port. /openapi.json is read by PyPI's
openapi-spec-validator, /metrics by PyPI's prometheus-client, before and after a speech.
"""

import argparse
import json
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request

from openapi_spec_validator import validate
from prometheus_client.openmetrics.parser import text_string_to_metric_families

DEADLINE = 120  # seconds for the model to be read, on a busy machine
EXPECTED = {
    "kokoro_http_requests": "counter",
    "kokoro_speeches": "counter",
    "kokoro_speeches_in_progress": "gauge",
    "kokoro_queue_length": "gauge",
    "kokoro_first_sound_seconds": "histogram",
    "kokoro_speech_seconds": "histogram",
    "kokoro_real_time_factor": "histogram",
    "kokoro_characters": "counter",
    "kokoro_audio_seconds": "counter",
    "kokoro_resident_memory_bytes": "gauge",
    "kokoro_model_load_seconds": "gauge",
}


def start(program):
    """The process and its address."""
    command = [program, "serve", "--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    for line in process.stderr:
        if found := re.search(r"listening on (http://\S+)", line):
            return process, found[1]
    sys.exit("the server did not listen")


def get(url):
    with urllib.request.urlopen(url, timeout=DEADLINE) as reply:
        return reply.read().decode()


def wait_until_ready(url):
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        try:
            get(url + "/readyz")
            return
        except urllib.error.HTTPError:
            time.sleep(0.1)
    sys.exit("the server was never ready")


def speak(url):
    body = {"model": "kokoro", "input": "Hello there.", "voice": "af_heart"}
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(
        url + "/v1/audio/speech", json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request, timeout=DEADLINE) as reply:
        return len(reply.read())


def metrics(url):
    """Families by name, and the values of their samples."""
    families = {family.name: family for family in
                text_string_to_metric_families(get(url + "/metrics"))}
    for name, kind in EXPECTED.items():
        assert name in families, f"no {name} among {sorted(families)}"
        assert families[name].type == kind, f"{name} is a {families[name].type}"
        assert families[name].documentation, f"{name} is not explained"
    return {sample.name: sample.value for family in families.values()
            for sample in family.samples if not sample.labels}


def check(url):
    api = json.loads(get(url + "/openapi.json"))
    validate(api)
    before = metrics(url)
    size = speak(url)
    time.sleep(0.5)  # the speech is counted when its thread ends
    after = metrics(url)
    assert after["kokoro_characters_total"] - before["kokoro_characters_total"] == 12
    assert after["kokoro_first_sound_seconds_count"] > before["kokoro_first_sound_seconds_count"]
    operations = sum(len(item) for item in api["paths"].values())
    print(f"openapi.json: valid, {operations} operations; metrics: {len(after)} samples without "
          f"labels; spoken: {size} bytes")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--kokoro", default="target/release/kokoro", metavar="PROGRAM")
    arguments.add_argument("--url", metavar="URL")
    chosen = arguments.parse_args()
    if chosen.url:
        check(chosen.url.rstrip("/"))
        return
    process, url = start(chosen.kokoro)
    try:
        wait_until_ready(url)
        check(url)
    finally:
        process.terminate()
        process.wait(DEADLINE)


if __name__ == "__main__":
    main()
