#!/usr/bin/env python3
"""Asks a server all that OpenAI's Python client asks for speech, and checks the answers.

    kokoro-server/tests/clients/openai_client.py URL [--key KEY] [--one-at-a-time]

URL ends in /v1. With --key, the server wants one. With --one-at-a-time, it makes no more than one
speech at once, and the client has to try again. Needs the Python package openai. It prints a line
for each check, and fails at the first that does not hold.
"""

import argparse
import base64
import json
import threading
import time

import openai

SHORT = "It cost $100. Why?"
SENTENCE = "This is one of very many sentences, and all of them are the same. "
# Seconds of which a streamed speech may take at most this share until its first byte.
FIRST_SHARE = 0.5


def check(holds: bool, what: str) -> None:
    assert holds, what
    print(f"ok: {what}")


def models_are_listed(client: openai.OpenAI) -> None:
    ids = [model.id for model in client.models.list()]
    check({"kokoro", "tts-1", "gpt-4o-mini-tts"} <= set(ids), "models.list names the models")
    check(all(client.models.retrieve(name).id == name for name in ids), "models.retrieve")


def speech_is_made(client: openai.OpenAI) -> bytes:
    answer = client.audio.speech.with_raw_response.create(
        model="gpt-4o-mini-tts", voice="alloy", input=SHORT, instructions="Calmly."
    )
    check(answer.headers["content-type"] == "audio/mpeg", "create gives MP3")
    check(bool(answer.headers.get("x-request-id")), "a response has a request id")
    mp3 = answer.content
    check(mp3[:3] == b"ID3" or mp3[0] == 0xFF and mp3[1] & 0xE0 == 0xE0, "the sound begins as MP3")
    kinds = {"opus": b"OggS", "flac": b"fLaC", "wav": b"RIFF", "aac": b"\xff\xf1"}
    for kind, start in kinds.items():
        sound = client.audio.speech.create(
            model="tts-1-hd", voice="nova", input="Hi.", response_format=kind, speed=1.25
        )
        check(sound.content.startswith(start), f"create gives {kind}")
    return mp3


def speech_is_streamed(client: openai.OpenAI, whole: bytes) -> None:
    create = client.audio.speech.with_streaming_response.create
    with create(model="tts-1", voice="alloy", input=SHORT) as answer:
        check(b"".join(answer.iter_bytes()) == whole, "a stream has the bytes of create")
    began = time.monotonic()
    with create(model="tts-1", voice="alloy", input=SENTENCE * 12, response_format="pcm") as answer:
        pieces = answer.iter_bytes(4096)
        next(pieces)
        first = time.monotonic() - began
        for _ in pieces:
            pass
        last = time.monotonic() - began
    check(first < FIRST_SHARE * last, f"the first byte after {first:.2f} s, the last {last:.2f} s")


def events(client: openai.OpenAI, **more) -> list[dict]:
    create = client.audio.speech.with_streaming_response.create
    with create(
        model="tts-1",
        voice="alloy",
        input=SHORT,
        response_format="pcm",
        stream_format="sse",
        extra_body=more,
    ) as answer:
        check(answer.headers["content-type"] == "text/event-stream", "events have their type")
        lines = [line for line in answer.iter_lines() if line.startswith("data: ")]
    return [json.loads(line.removeprefix("data: ")) for line in lines]


def events_are_sent(client: openai.OpenAI) -> None:
    pcm = client.audio.speech.create(
        model="tts-1", voice="alloy", input=SHORT, response_format="pcm"
    ).content
    told = events(client, timestamps="word")
    deltas = [event["audio"] for event in told if event["type"] == "speech.audio.delta"]
    check(b"".join(map(base64.b64decode, deltas)) == pcm, "events have the sound of a stream")
    words = [
        word["word"]
        for event in told
        if event["type"] == "speech.audio.words"
        for word in event["words"]
    ]
    check(words == ["It", "cost", "$100", "Why"], "events tell the words")
    usage = told[-1]["usage"]
    check(told[-1]["type"] == "speech.audio.done", "the last event says that it is the last")
    total = usage["input_tokens"] + usage["output_tokens"]
    check(usage["total_tokens"] == total > 0, "usage has three counts")


def voices_have_forms(client: openai.OpenAI) -> None:
    def sound(voice) -> bytes:
        return client.audio.speech.create(model="tts-1", voice=voice, input="Hi.").content

    heart = sound("af_heart")
    check(sound({"id": "af_heart"}) == heart, "a voice may be an object with an id")
    check(sound("af_heart(2)+af_bella(1)") != heart, "a voice may be a blend")


def errors_are_told(client: openai.OpenAI, url: str, key: str | None) -> None:
    def fails(kind: type[openai.APIStatusError], **request) -> openai.APIStatusError:
        request = {"model": "tts-1", "voice": "alloy", "input": "Hi."} | request
        try:
            client.audio.speech.create(**request)
        except kind as error:
            return error
        raise AssertionError(f"{request}: expected {kind.__name__}")

    error = fails(openai.BadRequestError, voice="nobody")
    check((error.code, error.param) == ("voice_not_found", "voice"), "a wrong voice is told")
    check(error.type == "invalid_request_error", "an error has a type")
    check(bool(error.request_id), "an error has a request id")
    error = fails(openai.BadRequestError, speed=9)
    check(error.param == "speed", "a wrong speed is told")
    error = fails(openai.BadRequestError, input="")
    check(error.param == "input", "an empty text is told")
    error = fails(openai.NotFoundError, model="gpt-5")
    check(error.code == "model_not_found", "a wrong model is told")
    if key is not None:
        stranger = openai.OpenAI(base_url=url, api_key="wrong", max_retries=0)
        try:
            stranger.audio.speech.create(model="tts-1", voice="alloy", input="Hi.")
        except openai.AuthenticationError as error:
            check(error.code == "invalid_api_key", "a wrong key is told")
        else:
            raise AssertionError("expected AuthenticationError")


def a_full_server_is_asked_again(client: openai.OpenAI) -> None:
    create = client.audio.speech.with_streaming_response.create
    with create(
        model="tts-1", voice="alloy", input=SENTENCE * 200, response_format="pcm"
    ) as busy:
        pieces = busy.iter_bytes(1024)  # kept: without them the response is closed
        next(pieces)
        try:
            client.with_options(max_retries=0).audio.speech.create(
                model="tts-1", voice="alloy", input="Hi."
            )
        except openai.RateLimitError as error:
            check(int(error.response.headers["retry-after"]) >= 1, "a full server says when")
        else:
            raise AssertionError("expected RateLimitError")
        timer = threading.Timer(1.5, busy.close)
        timer.start()
        answer = client.with_options(max_retries=20).audio.speech.with_raw_response.create(
            model="tts-1", voice="alloy", input="Hi."
        )
        timer.join()
    check(answer.retries_taken > 0, f"the client was served after {answer.retries_taken} retries")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("--key")
    parser.add_argument("--one-at-a-time", action="store_true")
    options = parser.parse_args()
    client = openai.OpenAI(base_url=options.url, api_key=options.key or "none", max_retries=0)
    if options.one_at_a_time:
        a_full_server_is_asked_again(client)
        return
    models_are_listed(client)
    speech_is_streamed(client, speech_is_made(client))
    events_are_sent(client)
    voices_have_forms(client)
    errors_are_told(client, options.url, options.key)


if __name__ == "__main__":
    main()
