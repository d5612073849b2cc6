/**
 * Messages between traders and regulatory agencies: roots and arrangement are our own, classes
 * the WCO's.
 */
export const lpcoApplication = `
LpcoApplication 1
  FunctionCode 1
  FunctionalReferenceID 1
  IssueDateTime
  TypeCode 1
  ID
  DeclarationOfficeID
  Submitter : Party
  AdditionalDocument 0..* : SupportingDocument
  AdditionalInformation 0..*
    StatementCode
    StatementDescription
    StatementTypeCode
  Agent
    Name
    ID
    FunctionCode
    Address : PostalAddress
  Exporter : ContactParty
  GovernmentAgencyGoodsItem 1..999
    SequenceNumeric 1
    AdditionalDocument 0..* : SupportingDocument
    Commodity
      Description 1
      Classification 0..*
        ID
        IdentificationTypeCode
      GoodsMeasure
        GrossMassMeasure
        NetNetWeightMeasure
        TariffQuantity
    Destination
      CountryCode
      RegionID
    ExportCountry
      ID
    Manufacturer : Party
    Origin 0..*
      CountryCode
      RegionID
      TypeCode
    Packaging 0..*
      SequenceNumeric 1
      MarksNumbersID
      QuantityQuantity
      TypeCode
  Importer : ContactParty
`;

export const lpco = `
Lpco 1
  FunctionCode 1
  FunctionalReferenceID
  IssueDateTime 1
  TypeCode 1
  ID 1
  EffectiveDateTime
  ExpirationDateTime
  DeclarationOfficeID
  AdditionalInformation 0..*
    StatementCode
    StatementDescription
    StatementTypeCode
  AuthorisationHolder
    ID 1
    CategoryCode
  GovernmentAgencyGoodsItem 0..999
    SequenceNumeric 1
    Commodity
      Description
      Classification 0..*
        ID
        IdentificationTypeCode
      GoodsMeasure
        NetNetWeightMeasure
        TariffQuantity
    Origin 0..*
      CountryCode
      RegionID
      TypeCode
  WriteOff
    QuantityQuantity
    AmountAmount
`;

/**
 * Data on one trader (TIN, names, addresses, authorisations), kept once and referred to by
 * number.
 */
export const traderMasterData = `
TraderMasterData 1
  FunctionCode 1
  FunctionalReferenceID
  IssueDateTime
  ID
  Name
  TypeCode
  EffectiveDateTime
  ExpirationDateTime
  AdditionalInformation 0..*
    StatementCode
    StatementDescription
    StatementTypeCode
  Address 0..* : TypedAddress
  AEOMutualRecognitionParty 0..*
    ID
    RoleCode
  AuthorisationHolder 0..*
    ID
    CategoryCode
  Communication 0..*
    ID
    TypeCode
  Contact 0..*
    Name
  Status
    NameCode
    EffectiveDateTime
`;

/** Fragments that only these messages use. */
export const permitFragments = `
SupportingDocument
  CategoryCode
  EffectiveDateTime
  ID
  Name
  TypeCode
  LPCOExemptionCode
`;
