/** Where the published XSDs of the messages lie, relative to a folder that holds HMRC's schemas. */
export interface MessageSchema {
  readonly messageTypes: readonly string[];
  /** XSD of the message itself, envelope excluded. */
  readonly file: string;
  readonly namespace: string;
}

export const gbSchemas: readonly MessageSchema[] = [
  {
    messageTypes: ["declaration", "amendment", "arrival"],
    file: "declaration/WCO_DEC_2_DMS.xsd",
    namespace: "urn:wco:datamodel:WCO:DEC-DMS:2",
  },
  {
    messageTypes: ["cancellation"],
    file: "declaration/CANCEL.xsd",
    namespace: "urn:wco:datamodel:WCO:DEC-DMS:2",
  },
  {
    messageTypes: ["response"],
    file: "notification/WCO_RES_2_DMS.xsd",
    namespace: "urn:wco:datamodel:WCO:RES-DMS:2",
  },
];
