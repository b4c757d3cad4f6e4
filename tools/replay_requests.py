#!/usr/bin/env python3
"""Sends the requests that users of Kokoro-FastAPI send to a server, and counts wrong answers.

    tools/replay_requests.py http://127.0.0.1:8880 [--key KEY] [--only WORD] [--quiet]

The requests are those of kokoro-server/tests/fastapi/requests.json; README.md beside it says what
is expected. Prints one line for each wrong answer and a last line with the count, and exits with 1
if there is any. It needs nothing but Python.
"""

import argparse
import base64
import http.client
import json
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

REQUESTS = Path(__file__).parent.parent / "kokoro-server/tests/fastapi/requests.json"
MAGIC = {"wav": [b"RIFF"], "flac": [b"fLaC"], "opus": [b"OggS"], "aac": [b"\xff\xf1", b"\xff\xf9"]}
TIMEOUT = 120  # seconds; a server without warmth may load its model first
BYTES_PER_SECOND = 48_000  # of samples: 16 bits at 24 kHz
WAV_HEADER = 44  # bytes, with a few more in files that have tags


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("url")
    parser.add_argument("--key", help="sent as a bearer token")
    parser.add_argument("--only", help="only requests whose name or path has this word")
    parser.add_argument("--quiet", action="store_true", help="only the count")
    args = parser.parse_args()
    cases = json.loads(REQUESTS.read_text(encoding="utf-8"))
    if args.only:
        cases = [case for case in cases if args.only in case["name"] + case["path"]]
    wrong, begin = 0, time.monotonic()
    for case in cases:
        faults = check(case, *send(args.url.rstrip("/"), args.key, case))
        wrong += bool(faults)
        if faults and not args.quiet:
            print(f"{case['method']} {case['path']}, {case['name']}: {'; '.join(faults)}")
    seconds = time.monotonic() - begin
    print(f"{wrong} of {len(cases)} answers are wrong ({seconds:.1f} s)")
    return 1 if wrong else 0


def send(url, key, case):
    """The answer: status, headers with names in lower case, and body."""
    body, headers = case.get("body"), {"content-type": "application/json"}
    if isinstance(body, str) and case["path"].endswith("/speech"):
        data = body.encode()  # what is no JSON is sent as it is
    else:
        data = None if body is None else json.dumps(body).encode()
    if key:
        headers["authorization"] = f"Bearer {key}"
    if data is None and case["method"] == "POST":
        data = b""
    request = urllib.request.Request(url + case["path"], data, headers, method=case["method"])
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
            return answer.status, lower(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, lower(error.headers), error.read()
    except (OSError, http.client.HTTPException) as error:  # or a body that is cut off
        return 0, {}, str(error).encode()


def lower(headers):
    return {name.lower(): value for name, value in headers.items()}


def check(case, status, headers, body):
    """What is wrong with an answer."""
    if status not in case["status"]:
        return [f"status {status}, expected {case['status']}: {body[:200]!r}"]
    faults = []
    kind = headers.get("content-type", "")
    if not any(kind.startswith(wanted) for wanted in case.get("type", [""])):
        faults.append(f"content-type {kind!r}, expected {case['type']}")
    for name, part in case.get("headers", {}).items():
        if part not in headers.get(name, ""):
            faults.append(f"header {name} is {headers.get(name)!r}, expected {part!r} in it")
    if "audio" in case and not is_audio(case["audio"], body):
        faults.append(f"no {case['audio']}: {body[:16]!r}")
    if "seconds" in case:
        seconds = (len(body) - (WAV_HEADER if case["audio"] == "wav" else 0)) / BYTES_PER_SECOND
        low, high = case["seconds"]
        if not low <= seconds <= high:
            faults.append(f"{seconds:.2f} s, expected {low} to {high}")
    try:
        if "json" in case:
            faults += shape_faults(json.loads(body), case["json"], "body")
        if "lines" in case:
            lines = body.splitlines()
            faults += ["no line"] if not lines else []
            for line in lines:
                faults += shape_faults(json.loads(line), case["lines"], "line")
    except ValueError as error:
        faults.append(f"no JSON: {error}: {body[:80]!r}")
    return faults


def is_audio(form, body):
    """Whether bytes begin as the format does."""
    if form == "pcm":
        return len(body) > 0 and len(body) % 2 == 0
    if form == "mp3":
        return body[:3] == b"ID3" or len(body) > 1 and body[0] == 0xFF and body[1] & 0xE6 == 0xE2
    return any(body.startswith(magic) for magic in MAGIC[form])


def shape_faults(value, shape, place):
    """Where JSON differs from a shape."""
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return [f"{place} is no object"]
        faults = []
        for key, inner in shape.items():
            if key not in value:
                faults.append(f"{place}.{key} is missing")
            else:
                faults += shape_faults(value[key], inner, f"{place}.{key}")
        return faults
    if isinstance(shape, list):
        if not isinstance(value, list) or not value:
            return [f"{place} is no list with something in it"]
        faults = [shape_faults(one, shape[0], f"{place}[{at}]") for at, one in enumerate(value)]
        return [fault for inner in faults for fault in inner][:3]
    if shape.startswith("="):
        return [] if value == shape[1:] else [f"{place} is {value!r}, expected {shape[1:]!r}"]
    return [] if KINDS[shape](value) else [f"{place} is {str(value)[:80]}, expected {shape}"]


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_integer(value):
    return isinstance(value, int) and not isinstance(value, bool)


def is_base64(value):
    try:
        return isinstance(value, str) and base64.b64decode(value, validate=True) is not None
    except ValueError:
        return False


def is_error(value):
    """OpenAI's error, or Kokoro-FastAPI's."""
    if not isinstance(value, dict):
        return False
    error = value.get("error")
    openai = isinstance(error, dict) and {"message", "type", "param", "code"} <= error.keys()
    return openai or "detail" in value


KINDS = {
    "string": lambda value: isinstance(value, str),
    "number": is_number,
    "integer": is_integer,
    "integers": lambda value: isinstance(value, list) and value and all(map(is_integer, value)),
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "none": lambda value: value in (None, []),
    "base64": is_base64,
    "error": is_error,
}

if __name__ == "__main__":
    sys.exit(main())
