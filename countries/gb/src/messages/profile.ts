/** Messages of GB: those of the Customs Declaration Service and of inventory linking, as data. */
import {
  baseStructures,
  envelopeStructure,
  type MessageDefinition,
  type MessageProfile,
  type ValueRestriction,
} from "@customhouse/model";
import { gbCodeLists } from "./code-lists.ts";
import { gbInformationPackages } from "./information-packages.ts";
import { inventoryLinkingExtensions, inventoryLinkingMessages } from "./inventory-linking.ts";

const DECLARATION = "urn:wco:datamodel:WCO:DEC-DMS:2";
const DECLARATION_DATES = "urn:wco:datamodel:WCO:Declaration_DS:DMS:2";
const RESPONSE = "urn:wco:datamodel:WCO:RES-DMS:2";
const RESPONSE_DATES = "urn:wco:datamodel:WCO:Response_DS:DMS:2";
const ENVELOPE = "urn:wco:datamodel:WCO:DocumentMetaData-DMS:2";

const declarationRestrictions: readonly ValueRestriction[] = [
  { path: "FunctionCode", in: ["9", "13", "14"] },
  { path: "GoodsShipment/Consignment/ContainerCode", in: ["0", "1"] },
];

/** What all messages on the declaration schema share. */
const onDeclaration = {
  namespace: DECLARATION,
  dateTimeNamespace: DECLARATION_DATES,
  structure: baseStructures.declaration,
  restrictions: declarationRestrictions,
} as const;

const declarationMessages: readonly MessageDefinition[] = [
  { type: "declaration", ...onDeclaration },
  { type: "amendment", ...onDeclaration, discriminator: { element: "TypeCode", in: ["COR"] } },
  { type: "arrival", ...onDeclaration, discriminator: { element: "TypeCode", in: ["GPR"] } },
  {
    type: "cancellation",
    ...onDeclaration,
    structure: baseStructures.cancellation,
    restrictions: [
      { path: "FunctionCode", in: ["13"], noAttributes: true },
      { path: "TypeCode", in: ["INV"], noAttributes: true },
    ],
    discriminator: { element: "TypeCode", in: ["INV"] },
  },
];

const response: MessageDefinition = {
  type: "response",
  namespace: RESPONSE,
  dateTimeNamespace: RESPONSE_DATES,
  structure: baseStructures.response,
  blankValues: "accepted",
  identifierBlanks: "collapsed",
};

export const gbMessages: MessageProfile = {
  country: "GB",
  messages: [...declarationMessages, response, ...inventoryLinkingMessages],
  extensions: inventoryLinkingExtensions,
  informationPackages: gbInformationPackages,
  codeLists: gbCodeLists,
  envelope: {
    structure: envelopeStructure,
    namespace: ENVELOPE,
    types: ["declaration", "amendment", "arrival", "cancellation", "response"],
  },
  missingNamespaces: "refused",
};

/** The same for samples that HMRC publishes without namespaces. Never for live traffic. */
export const gbMessagesWithoutNamespaces: MessageProfile = {
  ...gbMessages,
  missingNamespaces: "accepted",
};
