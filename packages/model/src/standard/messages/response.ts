/** Notification to the declarant, in the order of WCO DM 3.6 as customised by GB. */
export const response = `
Response 1
  FunctionCode 1
  FunctionalReferenceID
  IssueDateTime
  AdditionalInformation 0..*
    StatementCode
    StatementDescription
    LimitDateTime
    StatementTypeCode
    Pointer 0..* : PointerStep
  Amendment 0..* : AmendmentPart
  AppealOffice
    ID
  Bank
    ReferenceID
    ID
  ContactOffice 0..*
    ID
    Communication 0..*
      ID
      TypeCode
  Error 0..*
    Description
    ValidationCode
    Pointer 0..* : PointerStep
  Status 0..*
    EffectiveDateTime
    NameCode
    ReleaseDateTime
    Pointer 0..* : PointerStep
  Declaration 1
    AcceptanceDateTime
    CancellationDateTime
    FunctionalReferenceID
    ID
    RejectionDateTime
    VersionID
    DutyTaxFee 0..*
      Payment
        ReferenceID
        TaxAssessedAmount
        DueDateTime
        PaymentAmount
        ObligationGuarantee 0..*
          ReferenceID
    GoodsShipment
      GovernmentAgencyGoodsItem 0..*
        SequenceNumeric 1
        Commodity
          DutyTaxFee 0..*
            AdValoremTaxBaseAmount
            DeductAmount
            DutyRegimeCode
            SpecificTaxBaseQuantity
            TaxRateNumeric
            TypeCode
            Payment
              TaxAssessedAmount
              PaymentAmount
`;
