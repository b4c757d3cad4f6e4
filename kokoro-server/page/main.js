// The page: what is pressed, and what is shown.

import { getJson } from "./api.js";
import { copy } from "./copy.js";
import { download } from "./download.js";
import { keep, key } from "./key.js";
import { Marker } from "./marker.js";
import { readAloud } from "./reading.js";
import { sample } from "./samples.js";
import { curl, python } from "./snippets.js";
import { VoicePicker } from "./voice-picker.js";
import { Waveform } from "./waveform.js";

const at = (id) => document.getElementById(id);
const text = at("text");
const marker = new Marker(text, at("copy"), at("scroller"));
const waveform = new Waveform(at("waveform"));
const picker = new VoicePicker(at("voices"), at("voice"));

/** What runs, to be stopped; null if nothing does. */
let speaking = null;
let saving = null;

/** Whether the text has been edited since it was sent, so that places in it mean nothing now. */
let edited = false;

/** @returns {import("./request.js").Settings} */
function settings() {
  return {
    text: text.value,
    voice: picker.text,
    speed: Number(at("speed").value),
    pitch: Number(at("pitch").value),
    format: at("format").value,
    file: at("file").value,
  };
}

/** Whether there is text; says so if there is none. */
function hasText() {
  if (text.value.trim() !== "") return true;
  at("status").textContent = "There is no text to speak yet.";
  text.focus();
  return false;
}

async function speak() {
  stop();
  if (!hasText()) return;
  const controller = new AbortController();
  begin(controller);
  try {
    const show = shower();
    const came = (samples) => waveform.push(samples);
    await readAloud(settings(), controller.signal, came, (progress) => {
      if (speaking === controller) show(progress);
    });
    if (speaking === controller) end("Done.");
  } catch (error) {
    if (speaking === controller) end("");
    fail(error);
  }
}

function begin(controller) {
  speaking = controller;
  at("stop").ariaDisabled = "false";
  at("status").textContent = "Waiting for the first sound.";
  at("error").textContent = "";
  waveform.clear();
  marker.update();
  edited = false;
}

/** Shows the progress of a speech that has been asked for now. */
function shower() {
  const asked = performance.now();
  let sounds = false;
  return ({ heard, length, word, words }) => {
    if (heard > 0 && !sounds) {
      sounds = true;
      const waited = Math.round(performance.now() - asked);
      at("status").textContent = `Speaking. The first sound came after ${waited} ms.`;
    }
    marker.show(edited ? null : word);
    waveform.draw(heard);
    at("readout").textContent = `${clock(heard)} / ${clock(length)}, word ${words}`;
  };
}

function end(status) {
  speaking = null;
  marker.show(null);
  at("stop").ariaDisabled = "true";
  at("status").textContent = status;
}

function stop() {
  if (speaking === null) return;
  speaking.abort();
  end("Stopped.");
}

async function save() {
  if (saving !== null) {
    saving.abort();
    return;
  }
  if (!hasText()) return;
  saving = new AbortController();
  at("download").textContent = "Cancel";
  at("error").textContent = "";
  try {
    await download(settings(), saving.signal, (bytes) => {
      at("download").textContent = `Cancel (${Math.ceil(bytes / 1000)} kB)`;
    });
    at("status").textContent = "The file is saved.";
  } catch (error) {
    fail(error);
  }
  saving = null;
  at("download").textContent = "Download";
}

/** Shows an error, unless it is that the reader stopped. Asks for a key where one is needed. */
function fail(error) {
  if (error.name === "AbortError") return;
  at("error").textContent = error.message;
  if (error.status === 401) {
    at("key-form").hidden = false;
    at("key").focus();
  }
}

/** Minutes and seconds. */
function clock(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

async function loadVoices() {
  try {
    picker.offer((await getJson("v1/audio/voices")).voices);
  } catch (error) {
    fail(error);
  }
}

/** Gives a text in the voice's language, unless the reader has written one. */
function offerSample() {
  if (text.value !== text.dataset.sample && text.value !== "") return;
  text.value = text.dataset.sample = sample(picker.language) ?? "";
  marker.update();
}

function showSettings() {
  const { speed, pitch } = settings();
  at("speed-value").textContent = `${speed.toFixed(2)}×`;
  at("speed").ariaValueText = `${speed} times`;
  at("pitch-value").textContent = `${pitch > 0 ? "+" : ""}${pitch} semitones`.replace("-", "−");
  at("pitch").ariaValueText = `${pitch} semitones`;
  at("blend").hidden = picker.count < 2;
  at("blend-text").textContent = picker.text;
  showCode();
}

/** Shows the code once before the next picture, however often it is asked for. */
function showCode() {
  if (showCode.frame) return;
  showCode.frame = requestAnimationFrame(() => {
    showCode.frame = 0;
    const base = new URL(".", document.baseURI).href;
    at("curl").textContent = curl(settings(), base, key() !== "");
    at("python").textContent = python(settings(), base, key() !== "");
  });
}

at("speech").addEventListener("submit", (event) => {
  event.preventDefault();
  speak();
});
at("speech").addEventListener("input", showSettings);
at("stop").addEventListener("click", stop);
at("download").addEventListener("click", save);
at("add-voice").addEventListener("click", () => picker.add());
text.addEventListener("input", () => {
  edited = true;
  marker.update();
});
picker.addEventListener("change", () => {
  offerSample();
  showSettings();
});
at("key-form").addEventListener("submit", (event) => {
  event.preventDefault();
  keep(at("key").value);
  at("key-form").hidden = true;
  at("error").textContent = "";
  text.focus();
  loadVoices();
  showCode();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    at("speech").requestSubmit();
  }
  if (event.key === "Escape") {
    stop();
    saving?.abort();
  }
});
for (const button of document.querySelectorAll("[data-copies]")) {
  button.addEventListener("click", async () => {
    const copied = await copy(at(button.dataset.copies));
    at("status").textContent = copied ? "Copied." : "It is selected: copy it with Ctrl+C.";
  });
}
marker.update();
showSettings();
loadVoices();
