/** The notification to the holder of a formality, as a WCO Response. */
import type { Formality, FormalityEvent } from "@customhouse/formalities";
import type { WcoDocument } from "@customhouse/model";

export function formalityResponse(
  formality: Formality,
  event: FormalityEvent,
  told: { readonly functionCode: string; readonly statusCode?: string },
  country: string,
  letter: readonly string[] = [],
): WcoDocument {
  const reference = `${formality.caseId.replaceAll("-", "").slice(0, 28)}${formality.eventCount.toString().padStart(4, "0")}`;
  return {
    MetaData: {
      WCODataModelVersionCode: "3.6",
      WCOTypeName: "RES",
      ResponsibleCountryCode: country,
    },
    Response: {
      FunctionCode: told.functionCode,
      FunctionalReferenceID: reference,
      IssueDateTime: `${event.at.slice(0, 19).replace(/[-:T]/g, "")}Z`,
      "IssueDateTime@formatCode": "304",
      AdditionalInformation: [
        {
          StatementCode: formality.state.slice(0, 17),
          StatementDescription: `${formality.kind} ${formality.number}`,
        },
        ...letter.map((line) => ({ StatementDescription: line })),
      ],
      ...(told.statusCode === undefined ? {} : { Status: [{ NameCode: told.statusCode }] }),
    },
  };
}
