/** Messages to try: the playground offers them, the README lodges one. */
import { readFileSync } from "node:fs";
import path from "node:path";

const TITLES: Readonly<Record<string, string>> = {
  import: "Import of clothing and clippers: clears by itself",
  "import-before-arrival": "Import lodged before the goods arrive",
  "import-meat": "Import of meat: the veterinary service decides",
  "import-tobacco": "Import of tobacco: documents are asked for",
  export: "Export of pottery",
  "import-with-errors": "Import with errors to find",
};

export const samples = Object.entries(TITLES).map(([name, title]) => ({
  name,
  title,
  mediaType: "application/xml",
  content: readFileSync(path.join(import.meta.dirname, "../samples", `${name}.xml`), "utf8"),
}));
