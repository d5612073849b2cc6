/** Parts that messages share. A line `Buyer : ContactParty` holds what the fragment lists. */
export const fragments = `
PostalAddress
  CityName
  CountryCode
  CountrySubDivisionCode
  CountrySubDivisionName
  Line
  PostcodeID
TypedAddress
  TypeCode
  CityName
  CountryCode
  CountrySubDivisionCode
  CountrySubDivisionName
  Line
  PostcodeID
PointerStep
  SequenceNumeric
  DocumentSectionCode
  TagID
AmendmentPart
  ChangeReasonCode
  Pointer 0..* : PointerStep
Party
  Name
  ID
  Address : PostalAddress
ContactParty
  Name
  ID
  Address : PostalAddress
  Contact
    Name
  Communication
    ID
    TypeCode
SafetyParty
  Name
  ID
  Address : TypedAddress
TransportMeans
  Name
  ID
  IdentificationTypeCode
  TypeCode
  ModeCode
PreviousDocumentReference
  CategoryCode
  ID
  TypeCode
  LineNumeric
`;
