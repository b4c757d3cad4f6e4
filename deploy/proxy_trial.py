#!/usr/bin/env python3
"""Sends streams through both proxies, over TLS, by HTTP/1.1 and HTTP/2: when do they arrive?

    deploy/proxy_trial.py                                        against a mock of the server
    deploy/proxy_trial.py --server http://127.0.0.1:8880         against `kokoro serve`

The mock sends ten pieces, one each 150 ms. Each proxy has its configuration from this folder, with
other ports and a certificate of the moment. Through it must come: the first piece in the first half
of the time until the last, for sound as well as for events; `413` with OpenAI's error for a
body that is too large; and, when a client goes away, an end of the connection to the server. The
last is not tried with --server. Needs caddy, nginx, openssl and curl.
"""

import argparse
import contextlib
import http.server
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from check import DEPLOY, nginx_config

PIECES, PAUSE = 10, 0.15
# A body that both proxies refuse: more than 10 MiB.
TOO_LARGE = 11 << 20
# A proxy that is told of a client's end by its next write needs two of the mock's pieces; a busy
# machine some time.
NOTICED = 3
SPEECH = {
    "model": "kokoro",
    "voice": "af_heart",
    "response_format": "pcm",
    "input": "The last ferry waits for nobody, not even the mayor. " * 12,
}


class Mock(http.server.BaseHTTPRequestHandler):
    """Answers every POST with a stream: sound, or events if the body asks for `sse`."""

    protocol_version = "HTTP/1.1"
    gone = threading.Event()  # a client went away before its stream was over
    host = ""  # that the last request was for

    def do_POST(self):
        type(self).host = self.headers["Host"]
        body = self.rfile.read(int(self.headers["Content-Length"]))
        kind = "text/event-stream" if b"sse" in body else "audio/pcm"
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            for number in range(PIECES):
                piece = f"data: {number}\n\n".encode() if "event" in kind else bytes(960)
                self.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
                time.sleep(PAUSE)
            self.wfile.write(b"0\r\n\r\n")
        except OSError:
            self.close_connection = True
            self.gone.set()

    def log_message(self, *_):
        pass


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def wait_for(port):
    """Until something listens on a port."""
    for _ in range(100):
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        time.sleep(0.1)
    sys.exit(f"nothing listens on port {port}")


@contextlib.contextmanager
def running(command, port, environment):
    process = subprocess.Popen(
        command, env={**os.environ, **environment}, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(port)
        yield f"https://localhost:{port}"
    finally:
        process.terminate()
        process.wait(10)


def nginx(folder, upstream):
    port = free_port()
    config = nginx_config(folder, (free_port(), port), upstream)
    return running(["nginx", "-p", folder, "-c", config], port, {})


def caddy(folder, upstream):
    """With the site's file as it is, after options that keep Caddy within `folder`."""
    port, config = free_port(), folder / "Caddyfile"
    options = "skip_install_trust\n\tauto_https disable_redirects\n\tadmin off"
    site = DEPLOY / "caddy" / "Caddyfile"
    config.write_text(f"{{\n\t{options}\n}}\nimport {site}\n", encoding="utf-8")
    environment = {"SITE": f"localhost:{port}", "UPSTREAM": upstream}
    environment |= {"XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    return running(["caddy", "run", "--config", config], port, environment)


def post(url, body, version, *extra):
    """curl, which sends `body` and writes what it is answered to its standard output."""
    with tempfile.NamedTemporaryFile() as given:
        given.write(body)
        given.flush()
        file = os.open(given.name, os.O_RDONLY)  # lives on after the name
    command = ["curl", "-skN", f"--http{version}", "--data-binary", "@-", *extra]
    command += ["-H", "Content-Type: application/json", f"{url}/v1/audio/speech"]
    process = subprocess.Popen(command, stdin=file, stdout=subprocess.PIPE)
    os.close(file)
    return process


def stream_times(url, body, version):
    """Bytes, and the seconds until the first and the last of them."""
    start, first, size = time.perf_counter(), None, 0
    process = post(url, body, version)
    while piece := os.read(process.stdout.fileno(), 65536):
        first = first or time.perf_counter() - start
        size += len(piece)
    if process.wait() or not size:
        sys.exit(f"{url}: curl failed with {process.returncode} after {size} bytes")
    return size, first, time.perf_counter() - start


def trial(url, server):
    """Lines of the report; exits at the first thing that is wrong."""
    for version in ("1.1", "2"):
        for kind in ("audio", "sse"):
            body = json.dumps({**SPEECH, "stream_format": kind}).encode()
            size, first, last = stream_times(url, body, version)
            times = f"first at {first:.2f} s, last at {last:.2f} s"
            yield f"HTTP/{version} {kind}: {size} bytes, {times}"
            if first > last / 2:
                sys.exit("the stream was held back")
            # Else the server would take its own page for that of another site.
            if not server and Mock.host != url.removeprefix("https://"):
                sys.exit(f"the server was told that it is {Mock.host}")
        answer = post(url, bytes(TOO_LARGE), version, "-w", "%{http_code}").communicate()[0]
        yield f"HTTP/{version}, a body of {TOO_LARGE >> 20} MiB: {answer.decode()}"
        if b'"error"' not in answer or not answer.endswith(b"413"):
            sys.exit("a body that is too large was not refused, or in a way that no client reads")
    if not server:
        Mock.gone.clear()
        process = post(url, json.dumps(SPEECH).encode(), "1.1")
        os.read(process.stdout.fileno(), 1)
        process.kill()
        start = time.perf_counter()
        if not Mock.gone.wait(NOTICED):
            sys.exit("the server was not told that its client went away")
        yield f"a client that went away: noticed after {time.perf_counter() - start:.2f} s"


def main():
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--server", metavar="URL", help="http://HOST:PORT of a real server")
    options = arguments.parse_args()
    if options.server:
        upstream = options.server.removeprefix("http://").rstrip("/")
    else:
        mock = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Mock)
        threading.Thread(target=mock.serve_forever, daemon=True).start()
        upstream = f"127.0.0.1:{mock.server_port}"
    for proxy in (caddy, nginx):
        with tempfile.TemporaryDirectory() as folder, proxy(Path(folder), upstream) as url:
            for line in trial(url, options.server):
                print(f"{proxy.__name__}, {line}", flush=True)


if __name__ == "__main__":
    main()
