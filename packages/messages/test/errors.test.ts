/** The registry and the code agree: no code without an entry, no entry that nothing gives. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { httpStatusOf } from "@customhouse/model";
import { expect, test } from "vitest";
import { messageErrors } from "../src/index.ts";

const SOURCE = fileURLToPath(new URL("../src", import.meta.url));

test("every code is in the registry and every entry is given somewhere", () => {
  const used = new Set<string>();
  for (const entry of readdirSync(SOURCE, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === "errors.ts") continue;
    const text = readFileSync(join(entry.parentPath, entry.name), "utf8");
    for (const [, code = ""] of text.matchAll(/"(CH\d{4})"/g)) used.add(code);
  }
  expect([...used].sort()).toEqual(Object.keys(messageErrors).sort());
});

test("entries are whole sentences in the range of this package", () => {
  for (const { code, title, meaning, whatToDo } of Object.values(messageErrors)) {
    expect(code).toMatch(/^CH1\d{3}$/);
    expect(title).not.toMatch(/\.$/);
    expect(meaning).toMatch(/^[A-Z].*\.$/);
    expect(whatToDo).toMatch(/^[A-Z].*\.$/);
  }
});

test("the first finding with a status of its own decides the HTTP status", () => {
  const finding = (code: string) => ({ code, path: "$", pointer: [], message: "" });
  expect(httpStatusOf([finding("CH1201")], messageErrors)).toBe(422);
  expect(httpStatusOf([finding("CH1201"), finding("CH1001")], messageErrors)).toBe(413);
});
