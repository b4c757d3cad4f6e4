// A sound device for Firefox, whose audio clock stands still without one.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * Starts a sound server of our own whose only device plays to nobody, and points programs that are
 * started from here to it.
 * @param {string} folder for its files
 * @returns {Promise<() => void>} ends it
 */
export async function silentDevice(folder) {
  const socket = join(folder, "pulse");
  const paths = { HOME: folder, PULSE_RUNTIME_PATH: folder, PULSE_STATE_PATH: folder };
  const server = spawn(
    "pulseaudio",
    [
      ...["-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--log-level=error"],
      ...["-L", "module-null-sink"],
      ...["-L", `module-native-protocol-unix auth-anonymous=1 socket=${socket}`],
    ],
    { env: { ...process.env, ...paths }, stdio: "ignore" },
  );
  let failed = null;
  server.on("error", (error) => (failed = error));
  for (let i = 0; i < 100 && !existsSync(socket) && failed === null; i++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (!existsSync(socket)) throw failed ?? new Error("pulseaudio has not started");
  process.env.PULSE_SERVER = `unix:${socket}`;
  return () => server.kill();
}
