// The real server.

import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

/** How long the model may take to be read, in milliseconds. */
const START = 120_000;

/**
 * Starts `kokoro serve` on a free port, and waits until it can speak.
 * @param {string} program the path of `kokoro`
 * @returns {Promise<{url: string, stop: () => void}>}
 */
export async function start(program) {
  const server = spawn(program, ["serve", "--port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  let ended = null;
  server.stderr.setEncoding("utf8").on("data", (text) => (said += text));
  server.on("error", (error) => (ended = error.message));
  server.on("exit", (status) => (ended = `it ended with ${status}`));
  const late = Date.now() + START;
  while (ended === null && Date.now() < late) {
    const url = /listening on (http:\S+)/.exec(said)?.[1];
    const ready = url && (await fetch(`${url}/readyz`).catch(() => null));
    if (ready?.ok) return { url: `${url}/`, stop: () => server.kill() };
    await pause(100);
  }
  server.kill();
  throw new Error(`${program} serve cannot speak: ${ended ?? "it takes too long"}\n${said}`);
}
