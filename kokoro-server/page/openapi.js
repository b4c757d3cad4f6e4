// Reads a description of an API: https://spec.openapis.org/oas/v3.1.0

const METHODS = ["get", "post", "put", "patch", "delete", "head", "options", "trace"];

/** How deep the fields of fields are listed, so that a type that contains itself has an end. */
const DEPTH = 3;

/**
 * What can be asked of the server.
 * @param {object} api the whole description
 * @returns {{tag: string, method: string, path: string, operation: object}[]} by tag
 */
export function operations(api) {
  const found = Object.entries(api.paths ?? {}).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method) => {
      const operation = item[method];
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
      const tag = operation.tags?.[0] ?? "";
      return { tag, method: method.toUpperCase(), path, operation: { ...operation, parameters } };
    }),
  );
  const tags = [...new Set(found.map(({ tag }) => tag))];
  return found.sort((a, b) => tags.indexOf(a.tag) - tags.indexOf(b.tag));
}

/**
 * What a reference stands for; anything else is itself.
 * @param {object} api
 * @param {object | undefined} part
 */
export function resolve(api, part) {
  let target = part ?? {};
  // More references than this in a row are a circle.
  for (let i = 0; i < 32 && typeof target.$ref === "string"; i++) {
    const names = target.$ref.replace(/^#\//, "").split("/");
    const unescaped = names.map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
    target = unescaped.reduce((at, name) => at?.[name], api) ?? {};
  }
  return target;
}

/**
 * A type in a few words: "string", "array of number", "string or null", "one of mp3, opus".
 * @param {object} api
 * @param {object | undefined} schema
 * @param {number} [depth] how deep in other types it stands
 * @returns {string}
 */
export function typeName(api, schema, depth = 0) {
  const { type, enum: values, const: only, items, ...rest } = resolve(api, schema);
  if (only !== undefined) return JSON.stringify(only);
  if (values) return values.map((value) => JSON.stringify(value)).join(" | ");
  const choice = rest.oneOf ?? rest.anyOf ?? rest.allOf;
  if (choice && depth < DEPTH) {
    const names = choice.map((option) => typeName(api, option, depth + 1));
    return [...new Set(names)].join(rest.allOf === choice ? " & " : " | ");
  }
  if (Array.isArray(type)) {
    return type.map((one) => typeName(api, { type: one, items }, depth + 1)).join(" | ");
  }
  if (type === "array" && depth < DEPTH) return `array of ${typeName(api, items, depth + 1)}`;
  return type ?? (rest.properties ? "object" : "any");
}

/**
 * The fields of a type, those of its parts after their own: `words[].start`.
 * @param {object} api
 * @param {object | undefined} schema
 * @returns {{name: string, required: boolean, schema: object}[]} `schema` is resolved
 */
export function fields(api, schema, prefix = "", depth = 0) {
  if (depth > DEPTH) return [];
  const { properties, required = [], items, ...rest } = resolve(api, schema);
  const parts = [rest.allOf, rest.oneOf, rest.anyOf].flatMap((options) => options ?? []);
  const own = Object.entries(properties ?? {}).flatMap(([name, field]) => {
    const schema = { ...resolve(api, field), ...siblings(field) };
    const full = prefix + name;
    const inner = fields(api, field, `${full}.`, depth + 1);
    return [{ name: full, required: required.includes(name), schema }, ...inner];
  });
  const others = parts.flatMap((part) => fields(api, part, prefix, depth + 1));
  const ofItems = items ? fields(api, items, `${prefix.replace(/\.$/, "")}[].`, depth + 1) : [];
  return [...own, ...others, ...ofItems];
}

/** What stands beside a reference, such as a description of this use of the type. */
function siblings(field) {
  const { $ref, ...others } = field;
  return others;
}
