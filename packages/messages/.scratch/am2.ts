import { readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { formatPointer } from "@customhouse/model";
import { gbMessages } from "../../../countries/gb/src/messages/index.ts";
import {
  applyAmendment,
  compileMessages,
  decode,
  pointerOf,
  resolvePointer,
} from "../src/index.ts";

const files: string[] = [];
const walk = (d: string) => {
  for (const e of readdirSync(d, { withFileTypes: true })) {
    if (e.isDirectory()) walk(d + "/" + e.name);
    else if (e.name.endsWith(".xml")) files.push(d + "/" + e.name);
  }
};
walk("/work/shared/wco/gb/scenarios");
const dec = files.map((f) => ({ f, r: decode(readFileSync(f), { profile: gbMessages }) }));
for (const { f, r } of dec) {
  if (r.messageType !== "amendment") continue;
  const st = dec.find((x) => x.r.messageType === "declaration" && dirname(x.f) === dirname(f));
  console.log("==", f.slice(33), st?.f.slice(33));
  if (!st) continue;
  const out = applyAmendment(st.r.document!, r.document!, gbMessages);
  for (const x of out.findings) console.log("   !!", x.code, x.message, formatPointer(x.pointer));
  for (const c of out.changes)
    console.log(
      "   ",
      c.path.slice(14),
      JSON.stringify(c.before)?.slice(0, 60),
      "->",
      JSON.stringify(c.after)?.slice(0, 60),
      c.reason,
      c.reasonText?.slice(0, 40),
    );
  const again = decode(new TextEncoder().encode(JSON.stringify(out.document)), {
    profile: gbMessages,
  });
  if (again.findings.length) console.log("   after:", again.findings.slice(0, 3));
  console.log(
    "   items",
    out.document.Declaration?.GoodsShipment?.GovernmentAgencyGoodsItem?.map(
      (i) => i.SequenceNumeric,
    ),
  );
}
const pp = JSON.parse(readFileSync("/work/shared/wco/gb/pointer_paths.json", "utf8")).pointers.map(
  (x: any) => Object.entries(x)[0],
);
let ok = 0;
const miss: string[] = [];
const nm: string[] = [];
for (const [p, info] of pp as any) {
  const parts = p.split("/");
  const last = parts[parts.length - 1];
  const isClass = /^\d\d[A-Z]$/.test(last);
  const cl = isClass ? parts : parts.slice(0, -1);
  const ptr = cl.map((c: string) => ({ DocumentSectionCode: c })) as any[];
  if (!isClass) ptr[ptr.length - 1].TagID = last;
  const r = resolvePointer({ Declaration: {} } as any, ptr, gbMessages);
  if (!r) {
    miss.push(p + " " + info.dms_field_name);
    continue;
  }
  const name = r.path.split(".").pop();
  if (info.dms_field_name && info.dms_field_name !== "null" && name !== info.dms_field_name)
    nm.push(p + " " + name + " vs " + info.dms_field_name);
  if (formatPointer(pointerOf(r.path, gbMessages)!) !== p)
    console.log("back", p, formatPointer(pointerOf(r.path, gbMessages)!));
  ok++;
}
console.log(ok, pp.length, "name mismatch", nm);
console.log(miss.filter((m) => !/04A\//.test(m)).join("\n"));
