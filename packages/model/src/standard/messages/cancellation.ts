/** Request to cancel a declaration, in the order of WCO DM 3.6 as customised by GB. */
export const cancellation = `
Declaration 1
  FunctionCode 1
  FunctionalReferenceID
  ID 1
  TypeCode 1
  Submitter
    ID 1
  AdditionalInformation 1..*
    StatementCode
    StatementDescription 1
    StatementTypeCode
    Pointer 0..*
      SequenceNumeric
      DocumentSectionCode
  Amendment 1..*
    ChangeReasonCode 1
`;
