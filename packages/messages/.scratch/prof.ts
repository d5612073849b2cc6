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
const decs = files
  .map((f) => readFileSync(f))
  .filter((b) => b.includes("DEC-DMS:2") && !b.includes("<_2"));
for (let r = 0; r < 30; r++) {
  const t = performance.now();
  for (const b of decs) {
    const d = decode(b, { profile: gbMessages });
    if (d.document && d.messageType)
      validate(d.document, d.messageType, gbMessages, { date: "2024-01-31" });
  }
  if (r % 10 === 9)
    console.log(((decs.length / (performance.now() - t)) * 1000).toFixed(0), "files/s");
}
