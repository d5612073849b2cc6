/**
 * Writes `src/generated/types.ts` from the standard's data. With `--check` it only says whether
 * the file is current.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { typesOf } from "./types-source.ts";

const target = new URL("../src/generated/types.ts", import.meta.url);
const source = typesOf();

if (process.argv.includes("--check")) {
  if (currentText() !== source) {
    process.stderr.write("src/generated/types.ts is not current: run npm run generate\n");
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, source);
}

function currentText(): string {
  try {
    return readFileSync(target, "utf8");
  } catch {
    return "";
  }
}
