/** What the authorities answer, and the envelope a message travels in. */
export const answers = `
Response 07B party | The answer of the authorities to a message.
  FunctionCode 017 1225 n..2 Code public | What the answer says, such as accepted, refused or released.
  FunctionalReferenceID D026 1154 an..35 ID | The reference of the answer itself.
  IssueDateTime D029 2006 an..35 DateTime | When the answer was made.
AppealOffice 07A public | The office where the decision can be contested.
  ID G001 3225 an..17 ID | Code of that office.
ContactOffice 35A public | The office that can be asked about the answer.
  ID G002 3225 an..17 ID | Code of that office.
Error 53A party | Something wrong in a message.
  Description 488 4440 an..512 Text | What is wrong, in words.
  ValidationCode 377 9321 an..8 Code | What is wrong, as a code.
Status 12B party | Where a declaration stands.
  EffectiveDateTime 380 2069 an..35 DateTime | From when the declaration stands there.
  NameCode 379 4405 an..3 Code | Where it stands, as a code.
  ReleaseDateTime 277 2380 an..35 DateTime | When the goods were let go.
MetaData - public | The envelope: which version of the data model and which rules a message follows.
  WCODataModelVersionCode - - an Code | Version of the WCO Data Model.
  WCOTypeName - - an Text | Kind of message inside.
  ResponsibleCountryCode - - an Code | Country whose rules apply.
  ResponsibleAgencyName - - an Text | Authority whose rules apply.
  AgencyAssignedCustomizationCode - - an Code | The authority's own name for its rules.
  AgencyAssignedCustomizationVersionCode - - an Code | The authority's own version of its rules.
`;
