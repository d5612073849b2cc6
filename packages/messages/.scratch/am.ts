import { readdirSync, readFileSync } from "node:fs";
import { formatPointer } from "@customhouse/model";
import { gbMessages } from "../../../countries/gb/src/messages/index.ts";
import { decode } from "../src/index.ts";

const files: string[] = [];
const walk = (d: string) => {
  for (const e of readdirSync(d, { withFileTypes: true })) {
    if (e.isDirectory()) walk(d + "/" + e.name);
    else if (e.name.endsWith(".xml")) files.push(d + "/" + e.name);
  }
};
walk("/work/shared/wco/gb/scenarios");
for (const f of files) {
  const b = readFileSync(f);
  if (!b.includes("DEC-DMS:2")) continue;
  const r = decode(b, { profile: gbMessages });
  if (r.messageType !== "amendment") continue;
  const d = r.document!.Declaration!;
  console.log("\n==", f.slice(33));
  for (const a of d.Amendment ?? [])
    console.log("  ", a.ChangeReasonCode, formatPointer((a.Pointer ?? []) as any));
  const {
    Amendment,
    FunctionCode,
    FunctionalReferenceID,
    ID,
    TypeCode,
    AdditionalInformation,
    ...rest
  } = d as any;
  console.log(
    "  info",
    JSON.stringify(
      (AdditionalInformation ?? []).map((x: any) => [
        x.StatementTypeCode,
        x.StatementDescription,
        formatPointer(x.Pointer ?? []),
      ]),
    ),
  );
  console.log("  body", JSON.stringify(rest).slice(0, 1200));
}
