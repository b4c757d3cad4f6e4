// What is asked of the server.

/**
 * What the reader has chosen. `format` is the form of the text: auto, plain, markdown, html or
 * ssml; `file` is the form of the download: mp3, opus and so on; `pitch` is in semitones.
 * @typedef {{text: string, voice: string, speed: number, pitch: number, format: string,
 *   file: string}} Settings
 */

/** The name of the model, as OpenAI's API asks for one. */
export const MODEL = "kokoro";

/** The folder of the API, from the page. */
export const SPEECH = "v1/audio/speech";

/**
 * The fields that OpenAI's API has, without what is the server's default.
 * @param {Settings} settings
 */
export function standardFields({ text, voice, speed }) {
  const fields = { model: MODEL, voice, input: text };
  if (speed !== 1) fields.speed = speed;
  return fields;
}

/**
 * The fields that only this server has, without what is its default.
 * @param {Settings} settings
 */
export function extraFields({ pitch, format }) {
  const fields = {};
  if (pitch !== 0) fields.pitch = pitch;
  if (format !== "auto") fields.format = format;
  return fields;
}

/**
 * The body of a request for a file.
 * @param {Settings} settings
 */
export function fileBody(settings) {
  const form = { response_format: settings.file };
  return { ...standardFields(settings), ...form, ...extraFields(settings) };
}

/**
 * The body of a request for samples and words as they are made.
 * @param {Settings} settings
 */
export function streamBody(settings) {
  return {
    ...standardFields(settings),
    ...extraFields(settings),
    response_format: "pcm",
    stream_format: "sse",
    timestamps: "word",
    latency: "low",
  };
}
