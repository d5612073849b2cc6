/** The published XSDs, through libxml2. */
import { pathToFileURL } from "node:url";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";
import { gbSchemas } from "../../../countries/gb/src/messages/index.ts";
import { samplePath } from "./samples.ts";

const ENVELOPE = "urn:wco:datamodel:WCO:DocumentMetaData-DMS:2";

/** Says whether a text is valid under the envelope's schema and that of the message type. */
export function openXsd(messageType: string): (text: string) => boolean {
  const schema = gbSchemas.find((one) => one.messageTypes.includes(messageType));
  if (!schema) throw new Error(`No XSD for ${messageType}`);
  xmlRegisterFsInputProviders();
  const folder = schema.file.split("/")[0] ?? "";
  const path = (file: string): string =>
    pathToFileURL(samplePath("wco", "gb", "schemas", file)).pathname;
  const driver = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
    <xs:import namespace="${ENVELOPE}" schemaLocation="${path(`${folder}/DocumentMetaData_2_DMS.xsd`)}"/>
    <xs:import namespace="${schema.namespace}" schemaLocation="${path(schema.file)}"/>
  </xs:schema>`;
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(driver));
  return (text) => {
    let document: XmlDocument | undefined;
    try {
      document = XmlDocument.fromString(text);
      validator.validate(document);
      return true;
    } catch {
      return false;
    } finally {
      document?.dispose();
    }
  };
}
