import { readdirSync, readFileSync } from "node:fs";
import { gbMessages } from "../../../countries/gb/src/messages/index.ts";
import { decode, validate } from "../src/index.ts";

const files: string[] = [];
const walk = (d: string) => {
  for (const e of readdirSync(d, { withFileTypes: true })) {
    if (e.isDirectory()) walk(d + "/" + e.name);
    else if (e.name.endsWith(".xml")) files.push(d + "/" + e.name);
  }
};
walk("/work/shared/wco/gb/scenarios");
const bad = new Map<string, string[]>();
for (const f of files) {
  const r = decode(readFileSync(f), { profile: gbMessages });
  if (!r.document || !r.messageType) continue;
  for (const x of validate(r.document, r.messageType, gbMessages, { date: "2024-01-31" })) {
    const k = x.code + " " + x.path + " " + x.found;
    bad.set(k, [...(bad.get(k) ?? []), f.slice(33)]);
  }
}
console.log(bad);
