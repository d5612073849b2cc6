/**
 * Roots of messages that are our own arrangement; each element stands for the WCO element whose
 * ID it shows.
 */
export const roots = `
CargoReport - party | What a carrier tells customs about everything on board.
  FunctionCode 017 1225 n..2 Code public | Whether the report is new, changes an earlier one or withdraws it.
  FunctionalReferenceID D026 1154 an..35 ID | The carrier's own reference for the report.
  ID D014 1004 an..70 ID | The reference that customs gave the report.
  IssueDateTime D011 2380 an..35 DateTime | When the report was made out.
  TypeCode D013 1001 an..3 Code public | What kind of report it is.
  DeclarationOfficeID 065 3225 an..17 ID public | The customs office where the report is lodged.
  TotalGrossMassMeasure 131 6092 n..16,6 Measure | Weight of everything on board with packaging.
  TotalPackageQuantity 146 7365 n..8 Quantity | Number of packages on board.
ConveyanceReport - party | What a carrier tells customs about a vehicle, ship or aircraft and its journey.
  FunctionCode 017 1225 n..2 Code public | Whether the report is new, changes an earlier one or withdraws it.
  FunctionalReferenceID D026 1154 an..35 ID | The carrier's own reference for the report.
  ID D014 1004 an..70 ID | The reference that customs gave the report.
  IssueDateTime D011 2380 an..35 DateTime | When the report was made out.
  TypeCode D013 1001 an..3 Code public | What kind of report it is, such as arrival or departure.
  DeclarationOfficeID 065 3225 an..17 ID public | The customs office where the report is lodged.
LpcoApplication - party | A request for a licence, permit, certificate or other approval.
  FunctionCode 017 1225 n..2 Code public | Whether the request is new, changes an earlier one or withdraws it.
  FunctionalReferenceID D026 1154 an..35 ID | The applicant's own reference for the request.
  IssueDateTime D011 2380 an..35 DateTime | When the request was made out.
  TypeCode D013 1001 an..3 Code public | Which licence, permit or certificate is asked for.
  ID D014 1004 an..70 ID | The reference that the agency gave the request.
  DeclarationOfficeID 065 3225 an..17 ID public | The agency's office that is to decide.
Lpco - party | A licence, permit, certificate or other approval that an agency has given.
  FunctionCode 017 1225 n..2 Code public | Whether the approval is new, changed or withdrawn.
  FunctionalReferenceID D026 1154 an..35 ID | The applicant's reference for the request.
  IssueDateTime D011 2380 an..35 DateTime | When the approval was given.
  TypeCode D013 1001 an..3 Code public | Which licence, permit or certificate it is.
  ID D014 1004 an..70 ID | Number of the approval.
  EffectiveDateTime - 2380 an..35 DateTime | From when the approval counts.
  ExpirationDateTime - 2380 an..35 DateTime | Until when the approval counts.
  DeclarationOfficeID 065 3225 an..17 ID public | The agency's office that decided.
TraderMasterData - party | What the administration knows about one trader.
  FunctionCode 017 1225 n..2 Code public | Whether the data is new, changed or withdrawn.
  FunctionalReferenceID D026 1154 an..35 ID | The sender's own reference for the message.
  IssueDateTime D011 2380 an..35 DateTime | When the data was sent.
  ID - 3039 an..17 ID | The trader identification number (TIN).
  Name - 3036 an..70 Text | Name of the trader.
  TypeCode - - an..3 Code public | What kind of trader it is, such as a company or a person.
  EffectiveDateTime - 2380 an..35 DateTime | From when the data counts.
  ExpirationDateTime - 2380 an..35 DateTime | Until when the data counts.
`;
