// The same request, for other programs.

import { SPEECH, extraFields, fileBody, standardFields } from "./request.js";

/** @typedef {import("./request.js").Settings} Settings */

/**
 * A command for a POSIX shell.
 * @param {Settings} settings
 * @param {string} base the server's address, ending in a slash
 * @param {boolean} key whether the server asks for a key
 */
export function curl(settings, base, key) {
  const lines = [`curl ${shell(base + SPEECH)}`];
  if (key) lines.push('-H "Authorization: Bearer $OPENAI_API_KEY"');
  lines.push(
    "-H 'Content-Type: application/json'",
    `-o speech.${settings.file}`,
    `-d ${shell(JSON.stringify(fileBody(settings)))}`,
  );
  return lines.join(" \\\n  ");
}

/**
 * Three lines of Python, for OpenAI's package.
 * @param {Settings} settings
 * @param {string} base the server's address, ending in a slash
 * @param {boolean} key whether the server asks for a key, which the package takes from the
 *   environment
 */
export function python(settings, base, key) {
  const client = [`base_url=${quoted(`${base}v1`)}`];
  if (!key) client.push('api_key="none"');
  const fields = { ...standardFields(settings), response_format: settings.file };
  const call = Object.entries(fields).map(([name, value]) => `${name}=${quoted(value)}`);
  const extra = extraFields(settings);
  if (Object.keys(extra).length > 0) call.push(`extra_body=${quoted(extra)}`);
  return [
    "from openai import OpenAI",
    `speech = OpenAI(${client.join(", ")}).audio.speech.create(${call.join(", ")})`,
    `speech.write_to_file(${quoted(`speech.${settings.file}`)})`,
  ].join("\n");
}

/** A word of a POSIX shell: within single quotes everything but a single quote is itself. */
function shell(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** JSON of strings, numbers and objects of these is Python too. */
function quoted(value) {
  return JSON.stringify(value);
}
