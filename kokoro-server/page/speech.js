// A speech as the server streams it.

import { ApiError, post } from "./api.js";
import { PcmDecoder } from "./pcm.js";
import { SPEECH, streamBody } from "./request.js";
import { EventParser } from "./sse.js";

/**
 * Asks for a speech and gives its parts as they come: words always before their sound. The next
 * part is read from the network only when it is asked for.
 * @param {import("./request.js").Settings} settings
 * @param {AbortSignal} signal
 * @returns {AsyncGenerator<{words: import("./words.js").Word[]} | {samples: Float32Array}>}
 */
export async function* speech(settings, signal) {
  const response = await post(SPEECH, streamBody(settings), signal);
  const decoder = new PcmDecoder();
  for await (const event of events(response.body)) {
    if (event.error) throw new ApiError(event.error.message, null);
    if (event.type === "speech.audio.words") yield { words: event.words };
    if (event.type === "speech.audio.delta") yield { samples: decoder.push(event.audio) };
    if (event.type === "speech.audio.done") return;
  }
  throw new ApiError("The speech broke off: the connection ended.", null);
}

async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  const parser = new EventParser();
  try {
    for (let part; !(part = await reader.read()).done; ) {
      for (const data of parser.push(part.value)) yield JSON.parse(data);
    }
  } finally {
    reader.cancel().catch(() => {}); // a failure of the connection was told by read()
  }
}
