"""A client of OpenAI's speech endpoint that costs little: asyncio's streams and HTTP/1.1 by hand.

It serves server_load.py and server_compare.py, which run it beside the server that they measure.
"""

import asyncio
import hashlib
import json
import time
import urllib.parse
from dataclasses import dataclass, field

RATE, BYTES_PER_SAMPLE = 24_000, 2
# The longest that a read may take; a speech in a long queue waits for its first bytes.
PATIENCE = 600


@dataclass
class Answer:
    """What became of a request; times in seconds since it was sent."""

    status: int = 0
    headers: dict = field(default_factory=dict)
    first: float = 0.0  # until the first bytes of the body
    whole: float = 0.0  # until the last ones
    size: int = 0
    sha256: str = ""
    body: bytes = b""  # of an error, else empty
    failure: str = ""  # of the connection

    @property
    def is_speech(self):
        return self.status == 200 and not self.failure and self.size > 0

    @property
    def seconds(self):
        """Of speech, if it is raw samples."""
        return self.size / (RATE * BYTES_PER_SAMPLE)

    def __str__(self):
        return self.failure or f"{self.status}: {self.body.decode(errors='replace')[:300]}"


async def connect(url, path, body, key=None, receive_buffer=None):
    """Sends a POST with a body of JSON and gives reader and writer."""
    at = urllib.parse.urlsplit(url)
    limit = receive_buffer or 1 << 18
    reader, writer = await asyncio.open_connection(at.hostname, at.port or 80, limit=limit)
    content = json.dumps(body).encode()
    lines = [f"POST {path} HTTP/1.1", f"Host: {at.netloc}", "Content-Type: application/json"]
    lines += [f"Content-Length: {len(content)}", "Connection: close"]
    lines += [f"Authorization: Bearer {key}"] if key else []
    writer.write("\r\n".join([*lines, "", ""]).encode() + content)
    await writer.drain()
    return reader, writer


async def head(reader):
    """Status and headers of a response."""
    lines = (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), PATIENCE)).decode().split("\r\n")
    pairs = (line.split(": ", 1) for line in lines[1:] if line)
    return int(lines[0].split()[1]), {name.lower(): value for name, value in pairs}


async def body(reader, headers):
    """The pieces of a body as they come. A body that is cut off is an IncompleteReadError."""
    read = lambda call: asyncio.wait_for(call, PATIENCE)
    if headers.get("transfer-encoding") == "chunked":
        while size := int((await read(reader.readuntil(b"\r\n"))).split(b";")[0], 16):
            yield await read(reader.readexactly(size))
            await read(reader.readexactly(2))
        await read(reader.readuntil(b"\r\n"))
    elif "content-length" in headers:
        if length := int(headers["content-length"]):
            yield await read(reader.readexactly(length))
    else:
        while piece := await read(reader.read(1 << 16)):
            yield piece


async def speak(url, request, key=None, path="/v1/audio/speech"):
    """The answer to one request, on a connection of its own."""
    answer, digest, start = Answer(), hashlib.sha256(), time.perf_counter()
    try:
        reader, writer = await connect(url, path, request, key)
        try:
            answer.status, answer.headers = await head(reader)
            async for piece in body(reader, answer.headers):
                answer.first = answer.first or time.perf_counter() - start
                answer.size += len(piece)
                digest.update(piece)
                if answer.status != 200:
                    answer.body += piece
        finally:
            writer.close()
    except (OSError, EOFError, asyncio.TimeoutError, asyncio.LimitOverrunError) as error:
        answer.failure = f"{type(error).__name__}: {error}"
    answer.whole, answer.sha256 = time.perf_counter() - start, digest.hexdigest()
    return answer


async def get(url, path, key=None):
    """Status and text of a GET, or 0 while nobody listens."""
    at = urllib.parse.urlsplit(url)
    try:
        reader, writer = await asyncio.open_connection(at.hostname, at.port or 80)
    except OSError:
        return 0, ""
    bearer = f"Authorization: Bearer {key}\r\n" if key else ""
    request = f"GET {path} HTTP/1.1\r\nHost: {at.netloc}\r\n{bearer}Connection: close\r\n\r\n"
    try:
        writer.write(request.encode())
        status, headers = await head(reader)
        pieces = [piece async for piece in body(reader, headers)]
        return status, b"".join(pieces).decode()
    except (OSError, EOFError):
        return 0, ""
    finally:
        writer.close()


async def in_parallel(clients, jobs):
    """Results of the coroutine functions `jobs`, taken in order by so many clients at once."""
    waiting, results = iter(enumerate(jobs)), [None] * len(jobs)

    async def client():
        for index, job in waiting:
            results[index] = await job()

    await asyncio.gather(*(client() for _ in range(clients)))
    return results


def percentile(values, percent):
    """By nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))] if ordered else 0.0


def memory_mb(pid, what="VmRSS"):
    """Resident memory of a process in units of 2^20 bytes; `VmHWM` is its peak."""
    with open(f"/proc/{pid}/status", encoding="ascii", errors="replace") as lines:
        found = next(line for line in lines if line.startswith(f"{what}:"))
    return int(found.split()[1]) / 1024
