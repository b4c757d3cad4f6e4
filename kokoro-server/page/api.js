// Requests to the server, and its errors in words.

import { key } from "./key.js";

/** What the server answered instead of what was asked for. */
export class ApiError extends Error {
  /**
   * @param {string} message
   * @param {number | null} status null if the answer had begun as a success
   */
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/**
 * @param {string} path from the page
 * @param {AbortSignal} [signal]
 */
export async function getJson(path, signal) {
  return (await request(path, { signal })).json();
}

/**
 * @param {string} path from the page
 * @param {object} body
 * @param {AbortSignal} signal
 * @returns {Promise<Response>} a success
 */
export function post(path, body, signal) {
  const headers = { "Content-Type": "application/json" };
  return request(path, { method: "POST", headers, body: JSON.stringify(body), signal });
}

async function request(path, { headers = {}, ...options }) {
  const withKey = key() === "" ? headers : { ...headers, Authorization: `Bearer ${key()}` };
  let response;
  try {
    response = await fetch(path, { ...options, headers: withKey });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new ApiError("The server cannot be reached.", null);
  }
  if (!response.ok) throw new ApiError(await message(response), response.status);
  return response;
}

/** The message of OpenAI's error JSON, or the status. */
async function message(response) {
  const body = await response.json().catch(() => null);
  const text = body?.error?.message ?? `The server answered ${response.status}.`;
  const wait = response.headers.get("Retry-After");
  return wait === null ? text : `${text} Try again in ${wait} s.`;
}
