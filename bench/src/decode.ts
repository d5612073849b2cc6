/**
 * Decoding and full validation of published GB declarations, against the same files parsed and
 * checked against the published XSD by libxml2 (WebAssembly), in the same run and on one core.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gbMessages } from "@customhouse/country-gb";
import { decode, validate } from "@customhouse/messages";
import type { MessageProfile } from "@customhouse/model";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";
import { median } from "./median.ts";

const ROUNDS = 5;
const DATE = "2024-01-31";
/** Published samples and schemas lie beside the repository, or where the variable says. */
const SAMPLES =
  process.env.CUSTOMHOUSE_SAMPLES ??
  fileURLToPath(new URL("../../../shared/wco/gb", import.meta.url));

export interface DecodeRow {
  readonly name: string;
  readonly filesPerSecond: number;
}

export interface DecodeBench {
  readonly rows: readonly DecodeRow[];
  /** Ours to libxml2, medians of interleaved rounds. Absent when the samples are not there. */
  readonly ratio?: number;
  readonly files: number;
  readonly meanBytes: number;
  readonly note?: string;
}

export async function benchDecode(): Promise<DecodeBench> {
  const scenarios = join(SAMPLES, "scenarios");
  if (!existsSync(scenarios)) {
    return { rows: [], files: 0, meanBytes: 0, note: `No samples at ${scenarios}` };
  }
  const files = declarationsIn(scenarios, gbMessages);
  const libxml2 = openValidator(join(SAMPLES, "schemas/declaration"));
  const ours: number[] = [];
  const decodeOnly: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const times = [
      rate(files, (file) => decodeAndValidate(file)),
      rate(files, (file) => decodeOnce(file)),
      rate(files, (file) => libxml2.check(file)),
    ];
    // The first round warms up.
    if (round === 0) continue;
    ours.push(times[0] ?? 0);
    decodeOnly.push(times[1] ?? 0);
    theirs.push(times[2] ?? 0);
  }
  libxml2.close();
  const rows = [
    { name: "Customhouse decode + validate", filesPerSecond: median(ours) },
    { name: "Customhouse decode only", filesPerSecond: median(decodeOnly) },
    { name: "libxml2 parse + XSD", filesPerSecond: median(theirs) },
  ];
  const bytes = files.reduce((sum, file) => sum + file.length, 0);
  return {
    rows,
    ratio: median(ours) / median(theirs),
    files: files.length,
    meanBytes: Math.round(bytes / files.length),
  };
}

function decodeOnce(file: Uint8Array): void {
  const decoded = decode(file, { profile: gbMessages });
  if (decoded.findings.length > 0) throw new Error("A sample does not decode");
}

function decodeAndValidate(file: Uint8Array): void {
  const { document, messageType, findings } = decode(file, { profile: gbMessages });
  if (!document || messageType === undefined || findings.length > 0) {
    throw new Error("A sample does not decode");
  }
  validate(document, messageType, gbMessages, { date: DATE });
}

/** Declarations in the published envelope that both sides accept. */
function declarationsIn(folder: string, profile: MessageProfile): Uint8Array[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".xml"))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    .filter((bytes) => {
      const { messageType, findings, namespace } = decode(bytes, { profile });
      const isDeclaration = namespace?.includes("DEC-DMS") && messageType !== "cancellation";
      return isDeclaration && findings.length === 0 && !bytes.includes("submitDeclarationRequest");
    });
}

function openValidator(folder: string) {
  xmlRegisterFsInputProviders();
  const url = (file: string) => pathToFileURL(join(folder, file)).pathname;
  const driver = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
    <xs:import namespace="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" schemaLocation="${url("DocumentMetaData_2_DMS.xsd")}"/>
    <xs:import namespace="urn:wco:datamodel:WCO:DEC-DMS:2" schemaLocation="${url("WCO_DEC_2_DMS.xsd")}"/>
  </xs:schema>`;
  const schema = XmlDocument.fromString(driver);
  const validator = XsdValidator.fromDoc(schema);
  return {
    check(file: Uint8Array): void {
      const document = XmlDocument.fromBuffer(file);
      try {
        validator.validate(document);
      } finally {
        document.dispose();
      }
    },
    close(): void {
      validator.dispose();
      schema.dispose();
    },
  };
}

function rate(files: readonly Uint8Array[], work: (file: Uint8Array) => void): number {
  const start = performance.now();
  for (const file of files) work(file);
  return (files.length / (performance.now() - start)) * 1_000;
}
