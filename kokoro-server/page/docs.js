// The page of documentation: shows what the server says of its API.

import { getJson } from "./api.js";
import { fields, operations, resolve, typeName } from "./openapi.js";

/** The longest default that is shown in the list of fields. */
const LONGEST = 60;

/** An element with children; text is never taken for HTML. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  Object.assign(made, attributes);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Paragraphs of Markdown's simplest kind: empty lines between them, code in backticks. */
function prose(markdown) {
  return (markdown ?? "").split(/\n\s*\n/).filter(Boolean).map((paragraph) => {
    const parts = paragraph.split(/`([^`]*)`/);
    const children = parts.map((part, i) => (i % 2 ? element("code", {}, part) : part));
    return element("p", {}, ...children);
  });
}

function show(api) {
  document.title = `${api.info?.title ?? "Kokoro"}: the API`;
  let group = null;
  let list = null;
  for (const entry of operations(api)) {
    if (list === null || entry.tag !== group) {
      group = entry.tag;
      list = element("ul");
      const title = group || "Operations";
      contents.append(element("p", { className: "group" }, title), list);
      sections.append(element("h2", { className: "group" }, title));
    }
    const id = `${entry.method}${entry.path}`.replace(/[^\w]+/g, "-");
    list.append(element("li", {}, element("a", { href: `#${id}` }, ...name(entry))));
    sections.append(section(api, entry, id));
  }
}

function name({ method, path }) {
  return [element("span", { className: "method" }, method), ` ${path}`];
}

function section(api, entry, id) {
  const { operation } = entry;
  return element(
    "section",
    { className: "operation", id },
    element("h3", {}, ...name(entry)),
    operation.summary ? element("p", { className: "summary" }, operation.summary) : null,
    ...prose(operation.description),
    ...parameters(api, operation.parameters),
    ...content("Request", api, resolve(api, operation.requestBody)),
    ...Object.entries(operation.responses ?? {}).flatMap(([status, response]) =>
      content(`Response ${status}`, api, resolve(api, response)),
    ),
  );
}

function parameters(api, list) {
  if (list.length === 0) return [];
  const items = list.map((parameter) => {
    const { name, in: place, required = false, description, schema } = resolve(api, parameter);
    const whole = { description, ...resolve(api, schema) };
    return term(api, `${name}`, [place, required ? "required" : null], whole);
  });
  return [element("h4", {}, "Parameters"), element("dl", {}, ...items.flat())];
}

/** What is sent or answered: its description and, for each type of content, fields and example. */
function content(title, api, part) {
  const types = Object.entries(part.content ?? {});
  if (types.length === 0 && !part.description) return [];
  const bodies = types.flatMap(([type, media]) => {
    const list = fields(api, media.schema);
    const items = list.map(({ name, required, schema }) =>
      term(api, name, [required ? "required" : null], schema),
    );
    const kind = typeName(api, media.schema);
    return [
      element("p", { className: "type" }, `${type}: ${kind}`),
      items.length > 0 ? element("dl", {}, ...items.flat()) : null,
      ...examples(api, media),
    ];
  });
  return [element("h4", {}, title), ...prose(part.description), ...bodies];
}

/** A field or parameter: name, type, what else is known, and what it does. */
function term(api, name, notes, schema) {
  const preset = schema.default === undefined ? "" : JSON.stringify(schema.default);
  const known = [
    typeName(api, schema),
    ...notes,
    preset !== "" && preset.length <= LONGEST ? `default ${preset}` : null,
    range(schema),
    schema.deprecated ? "deprecated" : null,
  ];
  const type = known.filter(Boolean).join(", ");
  return [
    element("dt", {}, element("code", {}, name), " ", element("span", { className: "type" }, type)),
    element("dd", {}, ...prose(schema.description)),
  ];
}

function range({ minimum, maximum }) {
  if (minimum === undefined && maximum === undefined) return null;
  return `${minimum ?? "−∞"} to ${maximum ?? "∞"}`;
}

function examples(api, media) {
  const named = Object.values(media.examples ?? {}).map((one) => resolve(api, one).value);
  const { example, examples: ofSchema = [] } = resolve(api, media.schema);
  const all = [media.example, ...named, example, ...ofSchema].filter((one) => one !== undefined);
  return all.map((one) => {
    const text = typeof one === "string" ? one : JSON.stringify(one, null, 2);
    return element("pre", {}, text);
  });
}

const contents = document.getElementById("contents");
const sections = document.getElementById("operations");
try {
  show(await getJson("openapi.json"));
  // The browser looked for the place in the page before it was there.
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
} catch (error) {
  document.getElementById("error").textContent = error.message;
}
