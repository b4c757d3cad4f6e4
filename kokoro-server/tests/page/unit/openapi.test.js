import assert from "node:assert/strict";
import { test } from "node:test";

import { fields, operations, resolve, typeName } from "../../../page/openapi.js";

const NODE = {
  type: "object",
  required: ["id"],
  properties: {
    id: { type: "string" },
    kind: { enum: ["a", "b"] },
    next: { $ref: "#/components/schemas/Node", description: "The one after it." },
    list: { type: "array", items: { type: "object", properties: { x: { type: "number" } } } },
    maybe: { type: ["string", "null"] },
    one: { oneOf: [{ type: "string" }, { $ref: "#/components/schemas/Node" }] },
  },
};
const API = {
  paths: {
    "/b": { get: { tags: ["two"] } },
    "/a": { parameters: [{ name: "p" }], post: { tags: ["one"] }, get: { tags: ["two"] } },
  },
  components: { schemas: { Node: NODE, "a/b": { type: "boolean" }, Loop: {} } },
};
API.components.schemas.Loop.$ref = "#/components/schemas/Loop";

test("operations are listed by tag", () => {
  const listed = operations(API).map(({ method, path }) => `${method} ${path}`);
  assert.deepEqual(listed, ["GET /b", "GET /a", "POST /a"]);
  assert.deepEqual(operations(API)[2].operation.parameters, [{ name: "p" }]);
});

test("references are followed, but not in circles", () => {
  assert.equal(resolve(API, { $ref: "#/components/schemas/a~1b" }).type, "boolean");
  assert.deepEqual(resolve(API, { $ref: "#/no/such" }), {});
  assert.ok(resolve(API, { $ref: "#/components/schemas/Loop" }));
});

test("types have names", () => {
  const names = Object.values(NODE.properties).map((schema) => typeName(API, schema));
  assert.deepEqual(names, [
    ...["string", '"a" | "b"', "object", "array of object", "string | null", "string | object"],
  ]);
});

test("fields of fields are listed, and a type that contains itself ends", () => {
  const listed = fields(API, { $ref: "#/components/schemas/Node" });
  assert.deepEqual(listed.slice(0, 3).map(({ name }) => name), ["id", "kind", "next"]);
  assert.equal(listed[2].schema.description, "The one after it.");
  assert.ok(listed.some(({ name }) => name === "list[].x"));
  assert.ok(listed.some(({ name }) => name === "next.id"));
  assert.ok(listed.length < 2000);
});
