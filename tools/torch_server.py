#!/usr/bin/env python3
"""Upstream's PyTorch model behind OpenAI's speech endpoint, in the way of Kokoro-FastAPI 0.8.

    torch_server.py --port 8881 --phonemes FILE

It stands in for Kokoro-FastAPI, which is on no package registry, in server_compare.py. As there,
one model serves everyone; a text is spoken in chunks of 175 to 250 tokens, and a chunk is sent when
it is made; while a chunk is made, others wait. It answers raw samples alone, and its phonemes are
given: FILE is JSON, an object from texts to phonemes. So it lacks the costs of a text front end,
of trimming and of encoding. Needs tests/oracle/requirements.txt.
"""

import argparse
import http.server
import json
import sys
import threading
from pathlib import Path

from first_sound import ROOT, VOICE, fastapi_chunks

sys.path.insert(0, str(ROOT / "tests" / "oracle"))


class Speech(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    model, phonemes, lock = None, {}, threading.Lock()

    def do_GET(self):
        self.answer(200, b'{"status": "healthy"}')

    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        phonemes = self.phonemes.get(request["input"])
        if phonemes is None:
            return self.answer(400, b'{"detail": "a text without phonemes"}')
        self.send_response(200)
        self.send_header("Content-Type", "audio/pcm")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for chunk in fastapi_chunks(phonemes):
            with self.lock:
                samples = self.speak(chunk)
            self.wfile.write(f"{len(samples):x}\r\n".encode() + samples + b"\r\n")
        self.wfile.write(b"0\r\n\r\n")

    def speak(self, phonemes):
        import torch

        model = type(self).model
        ids = model.ids(phonemes)
        style = model.voices[VOICE][len(ids) - 1][None]
        with torch.no_grad():
            samples = model.model.forward_with_tokens(torch.tensor([[0, *ids, 0]]), style, 1.0)[0]
        return (samples.squeeze().clamp(-1, 1) * 32767).to(torch.int16).numpy().tobytes()

    def answer(self, status, content):
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


def main():
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--port", type=int, required=True)
    arguments.add_argument("--phonemes", type=Path, required=True, metavar="FILE")
    options = arguments.parse_args()

    from reference import Reference

    Speech.model = Reference()
    Speech.phonemes = json.loads(options.phonemes.read_text(encoding="utf-8"))
    http.server.ThreadingHTTPServer(("127.0.0.1", options.port), Speech).serve_forever()


if __name__ == "__main__":
    main()
