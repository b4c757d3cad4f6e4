#!/usr/bin/env python3
"""Lets Home Assistant's own text-to-speech entity for Wyoming speak with a server.

    wyoming-server/tests/home_assistant.py HOST PORT VOICE

Needs Python 3.13.2 and the packages below; no Home Assistant is started.

    pip install homeassistant==2025.10.4 wyoming==1.7.2 hassil==3.2.0 mutagen==1.47.0 \\
        home-assistant-intents==2025.10.1 ha-ffmpeg==3.2.2 pymicro-vad==1.0.1 pyspeex-noise==1.0.2
"""

import asyncio
import sys
import time
from unittest.mock import MagicMock

from homeassistant.components import tts
from homeassistant.components.wyoming.data import WyomingService
from homeassistant.components.wyoming.tts import WyomingTtsProvider

TEXT = (
    "The kitchen light is on. Somebody is at the front door, and the dog has seen them. "
    "It will rain at seven o'clock."
)
LANGUAGE = "en-US"
# Bytes of a WAV file before the sound.
HEADER = 44
# How much the sound of a text in pieces may differ in length from that of the whole.
TOLERANCE = 0.05
# Seconds that any answer may take.
PATIENCE = 120


async def entity_of(host: str, port: int) -> WyomingTtsProvider:
    service = await WyomingService.create(host, port)
    assert service is not None, "the server did not answer describe within a second"
    assert "tts" in service.platforms
    entry = MagicMock(entry_id="test")
    entry.async_create_background_task = lambda _, task, name: asyncio.ensure_future(task)
    entity = WyomingTtsProvider(entry, service)
    entity.hass = MagicMock()
    return entity


async def whole(entity: WyomingTtsProvider, text: str, options: dict) -> bytes:
    audio = entity.async_get_tts_audio(text, LANGUAGE, options)
    kind, data = await asyncio.wait_for(audio, PATIENCE)
    assert kind == "wav"
    return data


async def stream(entity: WyomingTtsProvider, text: str, options: dict) -> tuple[bytes, float]:
    """The WAV file of a text that is written slowly; how long it was heard before the last word."""
    over = first = 0.0

    async def written():
        nonlocal over
        for at in range(0, len(text), 4):
            yield text[at : at + 4]
            await asyncio.sleep(0.1)
        over = time.monotonic()

    request = tts.TTSAudioRequest(language=LANGUAGE, options=options, message_gen=written())
    response = await entity.async_stream_tts_audio(request)
    data = b""
    async for part in response.data_gen:
        data += part
        if not first and len(data) > HEADER:
            first = time.monotonic()
    return data, over - first


async def main(host: str, port: int, name: str) -> None:
    entity = await entity_of(host, port)
    voices = [voice.voice_id for voice in entity.async_get_supported_voices(LANGUAGE)]
    assert entity.async_supports_streaming_input() and name in voices
    print(f"ok: {len(entity.supported_languages)} languages, {len(voices)} voices of {LANGUAGE}")
    voice = {tts.ATTR_VOICE: name}
    file = await whole(entity, TEXT, voice)
    streamed, ahead = await asyncio.wait_for(stream(entity, TEXT, voice), PATIENCE)
    assert file[:4] == streamed[:4] == b"RIFF"
    off = abs((len(streamed) - HEADER) / (len(file) - HEADER) - 1)
    assert off <= TOLERANCE, f"{len(streamed)} bytes instead of {len(file)}"
    assert ahead > 0, "nothing was heard before the text was over"
    print(f"ok: heard {ahead:.1f} s before the text was over, {off:.1%} off the whole text")
    for silent in ("", "...", "\N{THUMBS UP SIGN}"):
        streamed, _ = await asyncio.wait_for(stream(entity, silent, {}), PATIENCE)
        assert len(streamed) >= HEADER
        await whole(entity, silent, {})
    print("ok: texts without words end")
    assert len(await whole(entity, "Hello.", {tts.ATTR_VOICE: "no such voice"})) > HEADER
    print("ok: a voice that there is not is stood in for")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), sys.argv[3]))
