#!/usr/bin/env python3
"""Asks a Wyoming text-to-speech server all that Home Assistant asks, and checks the answers.

    wyoming-server/tests/client.py HOST PORT

Needs the Python package wyoming, whose events it sends and reads. It prints a line for each check,
and fails at the first that does not hold.
"""

import asyncio
import sys
from dataclasses import dataclass, field

from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.client import AsyncTcpClient
from wyoming.error import Error
from wyoming.event import Event
from wyoming.info import Describe, Info
from wyoming.ping import Ping, Pong
from wyoming.tts import (
    Synthesize,
    SynthesizeChunk,
    SynthesizeStart,
    SynthesizeStop,
    SynthesizeStopped,
    SynthesizeTextFormat,
    SynthesizeVoice,
)

SENTENCES = (
    "The kitchen light is on. ",
    "Somebody is at the front door, and the dog has seen them. ",
    "It will rain at seven o'clock. ",
)
# A text in pieces may differ from the whole by what a sentence's pause is.
TOLERANCE = 0.05
# Seconds without an event. A test that needs as long has failed.
PATIENCE = 60


@dataclass
class Heard:
    """What a server answered to one text."""

    kinds: list[str] = field(default_factory=list)
    pcm: bytes = b""
    format: tuple[int, int, int] | None = None

    @property
    def seconds(self) -> float:
        rate, width, channels = self.format
        return len(self.pcm) / (rate * width * channels)


async def hear(client: AsyncTcpClient, heard: Heard, until: str) -> Heard:
    """Reads events up to one of a type, and holds them against each other."""
    while not heard.kinds or heard.kinds[-1] != until:
        event = await client.read_event()
        assert event is not None, f"the connection ended before {until}: {heard.kinds}"
        assert not Error.is_type(event.type), event
        heard.kinds.append(event.type)
        if AudioStart.is_type(event.type):
            start = AudioStart.from_event(event)
            assert heard.format is None, "audio-start came twice"
            heard.format = (start.rate, start.width, start.channels)
        elif AudioChunk.is_type(event.type):
            chunk = AudioChunk.from_event(event)
            assert (chunk.rate, chunk.width, chunk.channels) == heard.format
            assert 0 < chunk.samples <= 1024
            due = 1000 * len(heard.pcm) / (chunk.rate * chunk.width * chunk.channels)
            assert abs(chunk.timestamp - due) <= 1, f"{chunk.timestamp} ms at {due}"
            heard.pcm += chunk.audio
        else:
            assert event.type in ("audio-stop", "synthesize-stopped"), event
    return heard


def connect(address: tuple[str, int]) -> AsyncTcpClient:
    return AsyncTcpClient(*address, connect_timeout=PATIENCE, read_timeout=PATIENCE)


async def one_shot(client: AsyncTcpClient, text: str, **how) -> Heard:
    await client.write_event(Synthesize(text=text, **how).event())
    return await hear(client, Heard(), "audio-stop")


async def describe(client: AsyncTcpClient) -> tuple[list[str], list[str]]:
    """Name and languages of the server's program, and the names of its voices."""
    await client.write_event(Describe().event())
    info = Info.from_event(await client.read_event())
    program = next(program for program in info.tts if program.installed)
    assert program.supports_synthesize_streaming
    assert program.name and program.description and program.version
    names = [voice.name for voice in program.voices if voice.installed]
    assert names and len(set(names)) == len(names)
    assert all(voice.languages and voice.description for voice in program.voices)
    languages = {language for voice in program.voices for language in voice.languages}
    return [f"{program.name} {program.version}", *sorted(languages)], names


def pieces(text: str, length: int) -> list[str]:
    return [text[at : at + length] for at in range(0, len(text), length)]


async def stream(address: tuple[str, int], text: str, length: int, voice: str) -> Heard:
    """As Home Assistant does: pieces cut anywhere, then the whole text again, then the end."""
    how = SynthesizeVoice(name=voice)
    async with connect(address) as client:
        await client.write_event(SynthesizeStart(voice=how).event())
        for piece in pieces(text, length):
            await client.write_event(SynthesizeChunk(text=piece).event())
        # Sound must come although the text is not over; this waits for it in vain otherwise.
        heard = await hear(client, Heard(), "audio-chunk")
        await client.write_event(Synthesize(text=text, voice=how).event())
        await client.write_event(SynthesizeStop().event())
        await hear(client, heard, "synthesize-stopped")
    return heard


def check_order(heard: Heard, *end: str) -> None:
    middle = heard.kinds[1 : -len(end)]
    assert heard.kinds[0] == "audio-start", heard.kinds
    assert set(middle) <= {"audio-chunk"}, heard.kinds
    assert tuple(heard.kinds[-len(end) :]) == end, heard.kinds


async def check_one_shot(client: AsyncTcpClient, voices: list[str]) -> Heard:
    text = "".join(SENTENCES)
    whole = await one_shot(client, text, voice=SynthesizeVoice(name=voices[0]))
    check_order(whole, "audio-stop")
    assert whole.pcm and whole.format[1:] == (2, 1)
    again = await one_shot(client, text, voice=SynthesizeVoice(name=voices[0]))
    assert again.pcm == whole.pcm, "the same text is the same sound"
    print(f"ok: one shot, {whole.seconds:.2f} s of sound, twice the same")
    for voice in (
        SynthesizeVoice(name="no such voice"),
        SynthesizeVoice(language="tlh-KX"),
        SynthesizeVoice(name=voices[0], speaker="no such speaker"),
        None,
    ):
        assert (await one_shot(client, SENTENCES[0], voice=voice)).pcm
    print("ok: a voice that there is not is stood in for")
    return whole


async def check_streams(address: tuple[str, int], whole: Heard, voice: str) -> None:
    text = "".join(SENTENCES)
    for length in (1, 3, 7, len(text)):
        heard = await stream(address, text, length, voice)
        check_order(heard, "audio-stop", "synthesize-stopped")
        assert heard.format == whole.format
        off = abs(heard.seconds / whole.seconds - 1)
        assert off <= TOLERANCE, f"{heard.seconds} s instead of {whole.seconds}"
        print(f"ok: in pieces of {length}, heard before the end, once, {off:.1%} off")


async def check_odd_events(client: AsyncTcpClient) -> None:
    await client.write_event(Event(type="no-such-event", data={"a": 1}, payload=b"xyz"))
    await client.write_event(Ping(text="here?").event())
    assert Pong.from_event(await client.read_event()).text == "here?"
    await client.write_event(Event(type="synthesize", data={}))
    assert Error.is_type((await client.read_event()).type)
    assert AudioStop.is_type((await client.read_event()).type)
    assert (await one_shot(client, SENTENCES[0])).pcm
    print("ok: an unknown event is ignored, a wrong one answered, and the connection usable")


async def check_empty(client: AsyncTcpClient) -> None:
    for text in ("", " \n"):
        heard = await one_shot(client, text)
        assert heard.kinds == ["audio-start", "audio-stop"], heard.kinds
        await client.write_event(SynthesizeStart().event())
        await client.write_event(SynthesizeChunk(text=text).event())
        await client.write_event(Synthesize(text=text).event())
        await client.write_event(SynthesizeStop().event())
        heard = await hear(client, Heard(), SynthesizeStopped().event().type)
        assert heard.kinds == ["audio-start", "audio-stop", "synthesize-stopped"], heard.kinds
    for text in ("...", "?!", "\N{HEAVY BLACK HEART}"):
        check_order(await one_shot(client, text), "audio-stop")
    print("ok: a text without words ends")


async def check_ssml(client: AsyncTcpClient) -> None:
    plain = await one_shot(client, "The door is open.")
    how = SynthesizeTextFormat.SSML
    ssml = await one_shot(client, "<speak>The door is open.</speak>", text_format=how)
    assert abs(ssml.seconds / plain.seconds - 1) <= TOLERANCE, f"{ssml.seconds} s"
    await client.write_event(SynthesizeStart(text_format=how).event())
    for piece in pieces("<speak>The door is open.</speak>", 5):
        await client.write_event(SynthesizeChunk(text=piece).event())
    await client.write_event(SynthesizeStop().event())
    streamed = await hear(client, Heard(), "synthesize-stopped")
    assert abs(streamed.seconds / plain.seconds - 1) <= TOLERANCE, f"{streamed.seconds} s"
    print("ok: SSML, whole and in pieces")


async def main(address: tuple[str, int]) -> None:
    async with connect(address) as client:
        about, voices = await describe(client)
        print("ok: info,", ", ".join(about), f"and {len(voices)} voices")
        whole = await check_one_shot(client, voices)
        await check_odd_events(client)
        await check_empty(client)
        await check_ssml(client)
    await check_streams(address, whole, voices[0])
    streams = (stream(address, "".join(SENTENCES), 5, voices[0]) for _ in range(4))
    for heard in await asyncio.gather(*streams):
        assert abs(heard.seconds / whole.seconds - 1) <= TOLERANCE
    print("ok: four clients at once")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    asyncio.run(main((sys.argv[1], int(sys.argv[2]))))
