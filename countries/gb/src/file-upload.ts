/** The request to send files: a small message of its own, described and read like every other. */
import { decode } from "@customhouse/messages";
import {
  type DocumentNode,
  extensionOf,
  type MessageProfile,
  nodesAt,
  parseDictionary,
  parseStructure,
  valuesAt,
} from "@customhouse/model";

const MAX_FILES = 11;
const MAX_BYTES = 64 * 1024;

const dictionary = parseDictionary(
  `
FileUploadRequest - party | Asks for places to which supporting documents can be sent.
  DeclarationID - - an..22 Text | The declaration that the documents belong to.
  FileGroupSize - - n..2 Numeric public | How many files belong together.
Files - party | The files of one request.
File - party | One file of the request.
  FileSequenceNo - - n..2 Numeric public | Position of the file in its group.
  DocumentType - - an..100 Text | What kind of document the file is.
  SuccessRedirect - - an..2000 Text | Where a browser goes when the file has arrived.
  ErrorRedirect - - an..2000 Text | Where a browser goes when the file was not taken.
`,
  "HMRC file upload schemas (Apache-2.0)",
);
const names = new Set(dictionary.map((definition) => definition.name));

const outline = `
FileUploadRequest 1
  DeclarationID 1
  FileGroupSize 1
  Files 1
    File 1..*
      FileSequenceNo 1
      DocumentType
      SuccessRedirect
      ErrorRedirect
`;

function makeProfile(): MessageProfile {
  const [structure] = parseStructure(outline, (name) => names.has(name));
  if (!structure) {
    throw new Error("The outline of the file upload request has no root");
  }
  return {
    country: "GB",
    messages: [{ type: "fileUploadRequest", namespace: "hmrc:fileupload", structure }],
    extensions: dictionary.map(extensionOf),
    informationPackages: [],
    codeLists: [],
  };
}

const profile = makeProfile();

export function readFileUploadRequest(bytes: Uint8Array) {
  const decoded = decode(bytes, { profile, format: "xml", limits: { maxBytes: MAX_BYTES } });
  const root = decoded.document?.FileUploadRequest as DocumentNode | undefined;
  if (!root || decoded.findings.length > 0) {
    const findings = decoded.findings.map(({ code, message }) => ({ code, message }));
    return bad("Payload is not valid according to schema", findings);
  }
  const files = nodesAt("Files/File", root, root);
  const [mrn = ""] = valuesAt("DeclarationID", root, root);
  const [size = ""] = valuesAt("FileGroupSize", root, root);
  if (files.length > MAX_FILES || Number(size) !== files.length) {
    return bad(`FileGroupSize must be the number of files, at most ${MAX_FILES}`, []);
  }
  return { mrn, files: files.map((file) => fileOf(file as DocumentNode)) };
}

function fileOf(file: DocumentNode) {
  const value = (name: string) => valuesAt(name, file, file)[0];
  return {
    documentType: value("DocumentType") ?? "",
    successRedirect: value("SuccessRedirect"),
    errorRedirect: value("ErrorRedirect"),
  };
}

function bad(message: string, findings: readonly { code: string; message: string }[]) {
  return { status: 400, code: "BAD_REQUEST", message, findings };
}
