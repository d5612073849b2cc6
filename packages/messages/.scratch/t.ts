import { readdirSync, readFileSync } from "node:fs";
import {
  gbMessages,
  gbMessagesWithoutNamespaces,
} from "../../../countries/gb/src/messages/index.ts";
import { decode } from "../src/index.ts";

const files: string[] = [];
const walk = (d: string) => {
  for (const e of readdirSync(d, { withFileTypes: true })) {
    if (e.isDirectory()) walk(d + "/" + e.name);
    else if (e.name.endsWith(".xml")) files.push(d + "/" + e.name);
  }
};
walk("/work/shared/wco/gb/scenarios");
const types = new Map<string, number>();
const bad: any = {};
for (const f of files) {
  const b = readFileSync(f);
  const t = b.toString();
  const nons = /<MetaData>|<_2MetaData/.test(t);
  const r = decode(b, { profile: nons ? gbMessagesWithoutNamespaces : gbMessages });
  types.set(
    String(r.messageType) + (nons ? "*" : ""),
    (types.get(String(r.messageType) + (nons ? "*" : "")) ?? 0) + 1,
  );
  if (r.findings.length) {
    const k = r.findings[0].code + " " + r.findings[0].message + (nons ? "*" : "");
    (bad[k] ??= []).push(
      f.slice(30) +
        " " +
        r.findings.length +
        " " +
        r.findings[0].path +
        " " +
        (r.findings[0].found ?? ""),
    );
  }
}
console.log(types);
for (const k in bad) console.log(k, bad[k].length, bad[k].slice(0, 6));
console.log(
  JSON.stringify(
    decode(readFileSync(files.find((f) => f.endsWith("Step2_Amendment.xml"))!), {
      profile: gbMessages,
    }).document,
  ).slice(0, 900),
);
const decs = files
  .map((f) => readFileSync(f))
  .filter((b) => b.includes("DEC-DMS:2") && !b.includes("<_2"));
for (let r = 0; r < 5; r++) {
  const t = performance.now();
  for (const b of decs) decode(b, { profile: gbMessages });
  console.log(((decs.length / (performance.now() - t)) * 1000).toFixed(0), "files/s");
}
