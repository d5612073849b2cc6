/**
 * Messages of carriers. The classes are the WCO's; roots and arrangement are our own, because
 * the public material shows no cargo message of the WCO Data Model (docs/WCO-COVERAGE.md).
 */
export const cargoReport = `
CargoReport 1
  FunctionCode 1
  FunctionalReferenceID 1
  ID
  IssueDateTime
  TypeCode
  DeclarationOfficeID
  TotalGrossMassMeasure
  TotalPackageQuantity
  Submitter : Party
  AdditionalInformation 0..*
    StatementCode
    StatementDescription
    StatementTypeCode
  Agent
    Name
    ID
    FunctionCode
    Address : PostalAddress
  Amendment 0..* : AmendmentPart
  BorderTransportMeans : Conveyance
  Carrier : Party
  Consignment 1..*
    SequenceNumeric 1
    ContainerCode
    TotalGrossMassMeasure
    TotalPackageQuantity
    Carrier : Party
    Consignee : Party
    ConsignmentItem 0..999
      SequenceNumeric 1
      Commodity : CargoCommodity
      Packaging 0..* : CargoPackaging
      TransportEquipment 0..*
        SequenceNumeric 1
        ID
    Consignor : Party
    Freight
      PaymentMethodCode
    GoodsLocation
      Name
      ID
      TypeCode
    Itinerary 0..*
      SequenceNumeric 1
      RoutingCountryCode
    LoadingLocation
      Name
      ID
    NotifyParty : Party
    PreviousDocument 0..* : PreviousDocumentReference
    TransportContractDocument
      ID 1
      TypeCode
    TransportEquipment 0..*
      SequenceNumeric 1
      ID
      Seal 0..*
        SequenceNumeric 1
        ID
    UCR
      ID
      TraderAssignedReferenceID
    UnloadingLocation
      Name
      ID
`;

export const conveyanceReport = `
ConveyanceReport 1
  FunctionCode 1
  FunctionalReferenceID 1
  ID
  IssueDateTime
  TypeCode
  DeclarationOfficeID
  Submitter : Party
  AdditionalInformation 0..*
    StatementCode
    StatementDescription
    StatementTypeCode
  Agent
    Name
    ID
    FunctionCode
    Address : PostalAddress
  BorderTransportMeans 1 : Conveyance
  Carrier : Party
  Itinerary 0..*
    SequenceNumeric 1
    RoutingCountryCode
  LoadingLocation
    Name
    ID
  PreviousDocument 0..* : PreviousDocumentReference
  UnloadingLocation
    Name
    ID
`;

/** Fragments that only cargo messages use. */
export const cargoFragments = `
Conveyance
  ID 1
  IdentificationTypeCode
  JourneyID
  ModeCode 1
  Name
  RegistrationNationalityCode
  TypeCode
  ArrivalDateTime
  DepartureDateTime
CargoCommodity
  Description 1
  Classification 0..*
    ID
    IdentificationTypeCode
  DangerousGoods 0..*
    UNDGID
  GoodsMeasure
    GrossMassMeasure
    NetNetWeightMeasure
    TariffQuantity
CargoPackaging
  SequenceNumeric 1
  MarksNumbersID
  QuantityQuantity
  TypeCode
`;
