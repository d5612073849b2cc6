import { readdirSync, readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import {
  gbMessages,
  gbMessagesWithoutNamespaces,
} from "../../../countries/gb/src/messages/index.ts";
import { canonicalForm, decode, encodeJson, encodeXml } from "../src/index.ts";

const files: string[] = [];
const walk = (d: string) => {
  for (const e of readdirSync(d, { withFileTypes: true })) {
    if (e.isDirectory()) walk(d + "/" + e.name);
    else if (e.name.endsWith(".xml")) files.push(d + "/" + e.name);
  }
};
walk("/work/shared/wco/gb/scenarios");
let ok = 0;
for (const f of files) {
  const b = readFileSync(f);
  const nons = /<MetaData>|<_2MetaData/.test(b.toString());
  const r = decode(b, { profile: nons ? gbMessagesWithoutNamespaces : gbMessages });
  if (r.findings.length || !r.messageType || !r.document) continue;
  for (const pretty of [false, true]) {
    const x = encodeXml(r.document, r.messageType, gbMessages, { pretty });
    const r2 = decode(new TextEncoder().encode(x), { profile: gbMessages });
    if (
      r2.findings.length ||
      !isDeepStrictEqual(r2.document, r.document) ||
      JSON.stringify(r2.document) !== JSON.stringify(r.document)
    )
      console.log("XML", f, r2.findings[0], x.slice(0, 500));
  }
  const j = encodeJson(r.document, r.messageType, gbMessages);
  const r3 = decode(new TextEncoder().encode(j), { profile: gbMessages });
  if (
    r3.findings.length ||
    !isDeepStrictEqual(r3.document, r.document) ||
    r3.messageType !== r.messageType
  )
    console.log("JSON", f, r3.findings[0]);
  if (j !== JSON.stringify(r.document)) console.log("order", f);
  ok++;
}
console.log(ok);
