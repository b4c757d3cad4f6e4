// A speech as a file.

import { post } from "./api.js";
import { SPEECH, fileBody } from "./request.js";

/**
 * Lets the browser save the speech.
 * @param {import("./request.js").Settings} settings
 * @param {AbortSignal} signal
 * @param {(bytes: number) => void} progress is told how much has come
 */
export async function download(settings, signal, progress) {
  const response = await post(SPEECH, fileBody(settings), signal);
  const reader = response.body.getReader();
  const parts = [];
  let bytes = 0;
  for (let part; !(part = await reader.read()).done; progress(bytes)) {
    parts.push(part.value);
    bytes += part.value.length;
  }
  const link = document.createElement("a");
  const type = response.headers.get("Content-Type") ?? "";
  link.href = URL.createObjectURL(new Blob(parts, { type }));
  link.download = `speech.${settings.file}`;
  link.click();
  // The browser has begun to save by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
